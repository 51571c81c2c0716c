//! 诊断: one text file that a person can read before sending it on. Nothing of the report is in it, no
//! name of a person, a unit, a file or a folder.

use std::fmt::Write;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::desk::{Desk, Open};
use crate::fault::Fault;
use crate::{backing, clock, files, log, notice};

#[derive(Debug, Clone, Deserialize, TS)]
pub struct DiagnoseWrite {
    pub path: String,
    #[serde(default)]
    #[ts(optional)]
    pub overwrite: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Diagnosed {
    pub path: String,
}

pub fn write(desk: &Desk, args: DiagnoseWrite) -> Result<Diagnosed, Fault> {
    let text = text(desk);
    let path = PathBuf::from(&args.path);
    files::write(&path, text.as_bytes(), args.overwrite.unwrap_or(false))?;
    Ok(Diagnosed { path: args.path })
}

fn text(desk: &Desk) -> String {
    let mut text = format!(
        "法治年报 诊断\n不含报告内容、姓名、单位名称和文件名，发出前可以先看一遍。\n\n\
         版本 {}\n系统 {} {}\n时间 {}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        clock::now(),
    );
    let open = desk.lock();
    match open.as_ref() {
        None => text.push_str("没有打开库\n"),
        Some(open) => about(&mut text, open),
    }
    drop(open);
    for (folder, _) in backing::all(&desk.env) {
        let kept = backing::kept_in(&folder);
        let size: u64 = kept.iter().map(|kept| kept.size).sum();
        let newest = kept.first().map(|kept| kept.at.to_string()).unwrap_or_default();
        // To write into a text cannot fail.
        let _ = writeln!(text, "备份 {} 份，{size} 字节，最新 {newest}", kept.len());
    }
    text + "\n日志\n" + &log::text(&desk.env)
}

fn about(text: &mut String, open: &Open) {
    let size = std::fs::metadata(&open.path).map(|meta| meta.len()).unwrap_or_default();
    let years = open.store.year_numbers().map(|years| years.len()).unwrap_or_default();
    let steps = open.store.history(usize::MAX).map(|steps| steps.len()).unwrap_or_default();
    let sound = match open.store.check() {
        Ok(()) => "完好".to_owned(),
        Err(error) => format!("{} {}", error.code().word(), error.detail().unwrap_or_default()),
    };
    let kinds: Vec<String> =
        notice::of(open).iter().map(|notice| format!("{:?}", notice.kind)).collect();
    let _ = writeln!(
        text,
        "库 {size} 字节，{years} 个年度，{steps} 步\n检查 {sound}\n只读 {}\n网络盘 {}\n提示 {}",
        open.store.is_read_only(),
        nianbao_store::on_network(&open.path),
        kinds.join(" "),
    );
    for number in open.store.year_numbers().unwrap_or_default() {
        let count = open.store.year(number).map(|year| year.records().len());
        let _ = match count {
            Ok(count) => writeln!(text, "{number} 年 {count} 条"),
            Err(error) => writeln!(text, "{number} 年 {}", error.code().word()),
        };
    }
}
