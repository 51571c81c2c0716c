use std::path::Path;

use nianbao_formats::export::ExportError;
use nianbao_formats::import::ImportError;
use nianbao_store::{Refused, StoreError};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What could not be done: one Chinese sentence, and the next act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Fault {
    pub code: FaultCode,
    pub message: String,
    pub hint: String,
    /// Another file name that is free, where the one asked for is not.
    pub suggested: Option<String>,
    /// What the system said, for the log alone: without anything a person wrote.
    #[serde(skip)]
    #[ts(skip)]
    pub detail: Option<String>,
}

/// For the window, to place the sentence; never shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FaultCode {
    /// No 库 is open.
    NothingOpen,
    /// Another page of the same desk has opened another 库.
    Elsewhere,
    UnknownCall,
    /// Arguments that no screen sends: a script's mistake.
    BadArguments,
    BadNumber,
    /// An edit that would leave the records unsound; nothing was changed.
    Refused,
    NoSuchYear,
    NoSuchRecord,
    NothingToUndo,
    Exists,
    NotFound,
    NotAFile,
    FileBusy,
    NoPermission,
    DiskFull,
    TooLarge,
    NotAReport,
    NotATemplate,
    NotATable,
    NotALibrary,
    NewerLibrary,
    Damaged,
    Unsupported,
    /// Nothing on this machine to set pages in.
    NoFonts,
    Panic,
    /// The person said so.
    Cancelled,
    /// The disk or the system failed in a way that has no sentence of its own.
    Io,
}

impl Fault {
    pub fn new(code: FaultCode, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { code, message: message.into(), hint: hint.into(), suggested: None, detail: None }
    }

    pub fn nothing_open() -> Self {
        Self::new(FaultCode::NothingOpen, "还没有打开库", "请先新建一个库，或打开已有的库")
    }

    pub fn elsewhere() -> Self {
        Self::new(
            FaultCode::Elsewhere,
            "另一个页面换了库，这里的改动没有写进去",
            "请先回到这个库，或改看另一个库",
        )
    }

    pub fn no_such_record() -> Self {
        Self::new(FaultCode::NoSuchRecord, "这条记录已经不在了", "可能刚被删除或撤销，请刷新后再看")
    }

    /// A file of an ending we do not write. `ending`: those we do, as a person types them.
    pub(crate) fn ending(path: &Path, ending: &str) -> Self {
        Self::new(
            FaultCode::Unsupported,
            format!("还不能导出成“{}”这种格式", file_name(path)),
            format!("请把文件名的结尾改成 {ending}"),
        )
    }

    /// A file fault, said of `path` without showing the folders above it.
    pub fn io(error: &std::io::Error, path: &Path) -> Self {
        let name = file_name(path);
        let fault = match error.kind() {
            std::io::ErrorKind::NotFound => Self::new(
                FaultCode::NotFound,
                format!("找不到“{name}”"),
                "请核对文件名和所在文件夹，文件可能已被移走或改名",
            ),
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                Self::new(
                    FaultCode::NoPermission,
                    format!("没有权限读写“{name}”"),
                    "请换到自己的文档文件夹，或请管理员开放权限",
                )
            }
            std::io::ErrorKind::IsADirectory => Self::new(
                FaultCode::NotAFile,
                format!("“{name}”是文件夹，不是文件"),
                "请选择文件夹里的一个文件",
            ),
            std::io::ErrorKind::NotADirectory => Self::new(
                FaultCode::NotFound,
                format!("找不到“{name}”所在的文件夹"),
                "请换一个已有的文件夹",
            ),
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Self::new(
                FaultCode::DiskFull,
                "磁盘空间不足，没有写成",
                "请清理磁盘或换一个盘，原来的文件没有变动",
            ),
            std::io::ErrorKind::InvalidFilename => Self::new(
                FaultCode::Refused,
                format!("“{name}”不能用作文件名"),
                "请换一个较短、不含特殊符号的名字",
            ),
            _ => Self::new(
                FaultCode::Io,
                format!("读写“{name}”时出错"),
                format!("请重试或换一个位置（系统提示：{error}）"),
            ),
        };
        let detail = format!("{:?} {:?}", error.kind(), error.raw_os_error());
        Self { detail: Some(detail), ..fault }
    }
}

/// What follows the last dot of a path, in small letters.
pub(crate) fn ending(path: &Path) -> String {
    path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// The last part of a path, as the person knows the file.
pub fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}。{}。", self.message, self.hint)
    }
}

impl std::error::Error for Fault {}

impl From<ImportError> for Fault {
    fn from(error: ImportError) -> Self {
        let code = if error.is_too_large() { FaultCode::TooLarge } else { FaultCode::NotAReport };
        Self::new(code, error.to_string(), error.hint())
    }
}

impl From<ExportError> for Fault {
    fn from(error: ExportError) -> Self {
        Self::new(FaultCode::Io, error.to_string(), "请重试；如果仍然不行，请换一个格式导出")
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        let detail = error.detail().unwrap_or(error.code().word()).to_owned();
        let fault = Self::new(code_of(&error), error.to_string(), error.hint());
        Self { detail: Some(detail), ..fault }
    }
}

fn code_of(error: &StoreError) -> FaultCode {
    match error {
        StoreError::Missing | StoreError::NoFolder => FaultCode::NotFound,
        StoreError::Folder => FaultCode::NotAFile,
        StoreError::Exists => FaultCode::Exists,
        StoreError::NoPermission | StoreError::ReadOnly | StoreError::LookedAt => {
            FaultCode::NoPermission
        }
        StoreError::Empty | StoreError::Damaged(_) => FaultCode::Damaged,
        StoreError::NotLibrary | StoreError::OtherProgram => FaultCode::NotALibrary,
        StoreError::Newer { .. } => FaultCode::NewerLibrary,
        StoreError::Busy => FaultCode::FileBusy,
        StoreError::DiskFull => FaultCode::DiskFull,
        StoreError::Refused(Refused::NoRecord(_)) => FaultCode::NoSuchRecord,
        StoreError::Refused(Refused::NoYear(_)) => FaultCode::NoSuchYear,
        StoreError::Refused(_) => FaultCode::Refused,
        StoreError::Failed(_) => FaultCode::Io,
    }
}
