use nianbao_core::diff::{RecordDiff, Run};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::record::Changed;
use super::year::YearArgs;
use crate::desk::Desk;
use crate::fault::{Fault, FaultCode};

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SnapshotMake {
    pub year: i32,
    /// Empty: date and time.
    pub name: String,
}

/// A year as it was, kept under a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Snapshot {
    pub id: i64,
    pub year: i32,
    pub name: String,
    /// RFC 3339, in UTC.
    pub at: String,
}

/// One state of a year.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Version {
    /// A year as it is now.
    Now(i32),
    /// A snapshot, by its number.
    Snapshot(i64),
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct SnapshotCompare {
    pub a: Version,
    pub b: Version,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Comparison {
    /// What the two are called: `送审稿（2024年1月12日 09:30）`, `2023年（现在）`.
    pub a: String,
    pub b: String,
    /// Record by record. Side by side: old and same runs on the left, new and same on the right.
    pub records: Vec<RecordDiff>,
    /// The whole composed report as one text with marks.
    pub text: Vec<Run>,
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct SnapshotRestore {
    pub id: i64,
}

pub fn make(_: &Desk, _: SnapshotMake) -> Result<Snapshot, Fault> {
    Err(later())
}

pub fn list(_: &Desk, _: YearArgs) -> Result<Vec<Snapshot>, Fault> {
    Err(later())
}

pub fn compare(_: &Desk, _: SnapshotCompare) -> Result<Comparison, Fault> {
    Err(later())
}

pub fn restore(_: &Desk, _: SnapshotRestore) -> Result<Changed, Fault> {
    Err(later())
}

fn later() -> Fault {
    Fault::new(FaultCode::Unsupported, "这一步还没有做好", "请稍后再试")
}
