use nianbao_core::record::{Id, RecordRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::record::Changed;
use super::year::YearArgs;
use crate::desk::Desk;
use crate::fault::{Fault, FaultCode};

#[derive(Debug, Clone, Deserialize, TS)]
pub struct EvidenceAttach {
    pub year: i32,
    /// Files; each becomes a piece of evidence. One that is already there is only linked.
    pub paths: Vec<String>,
    /// Keep a copy inside the 库.
    pub copy: bool,
    /// The achievement or indicator it proves, or the evidence that the one file belongs to.
    #[serde(default)]
    #[ts(optional)]
    pub to: Option<RecordRef>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Attached {
    pub changed: Changed,
    /// The evidence of each file, in their order.
    pub evidence: Vec<Id>,
    /// Files that could not be taken, a sentence each; the others were.
    pub faults: Vec<FileFault>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileFault {
    pub path: String,
    pub message: String,
}

/// How a file stands against what was attached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EvidenceState {
    pub id: Id,
    pub state: FileState,
    /// Empty where all is well.
    pub message: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileState {
    Good,
    /// No file was attached.
    None,
    Missing,
    /// Its bytes are others.
    Changed,
    Unreadable,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PackageForm {
    Folder,
    Zip,
    /// 佐证目录 alone.
    Xlsx,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct EvidenceExport {
    pub year: i32,
    /// The folder (made by it), or the file.
    pub path: String,
    pub form: PackageForm,
    #[serde(default)]
    #[ts(optional)]
    pub overwrite: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Packaged {
    pub path: String,
    /// Evidence in the catalogue.
    pub rows: usize,
    /// Files that came along.
    pub files: usize,
    /// What did not, a sentence each.
    pub faults: Vec<String>,
}

pub fn attach(_: &Desk, _: EvidenceAttach) -> Result<Attached, Fault> {
    Err(later())
}

pub fn check(_: &Desk, _: YearArgs) -> Result<Vec<EvidenceState>, Fault> {
    Err(later())
}

pub fn export(_: &Desk, _: EvidenceExport) -> Result<Packaged, Fault> {
    Err(later())
}

fn later() -> Fault {
    Fault::new(FaultCode::Unsupported, "这一步还没有做好", "请稍后再试")
}
