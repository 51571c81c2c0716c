use serde::Serialize;
use ts_rs::TS;

use crate::desk::Open;
use crate::fault::Fault;

/// What a person must know of the open 库 before anything goes wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Notice {
    pub kind: NoticeKind,
    pub message: String,
    pub hint: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// Another program or machine has it.
    InUse,
    /// On another machine a note says so, and it may be left over.
    MayBeInUse,
    Damaged,
    /// The file or its folder cannot be written.
    Locked,
    /// It is a backup, which nobody is to write in.
    Backup,
    /// It lies on another machine's disk.
    Network,
    /// The last backup failed.
    NoBackup,
}

impl Notice {
    pub(crate) fn new(kind: NoticeKind, message: impl Into<String>, hint: &str) -> Self {
        Self { kind, message: message.into(), hint: hint.to_owned() }
    }

    pub(crate) fn network() -> Self {
        Self::new(
            NoticeKind::Network,
            "这个库在网络共享盘上，网络中断时可能保存不上",
            "同一时间请只在一台电脑上打开；长期使用，请放到本机磁盘",
        )
    }

    fn no_backup(fault: &Fault) -> Self {
        Self::new(
            NoticeKind::NoBackup,
            format!("没能自动备份：{}", fault.message),
            "内容已保存在库里；请在“备份”里另存一份到别的磁盘",
        )
    }
}

/// Those of its opening, and what has come since.
pub(crate) fn of(open: &Open) -> Vec<Notice> {
    let backup = open.watch.fault.as_ref().map(Notice::no_backup);
    open.notices.iter().cloned().chain(backup).collect()
}
