use nianbao_core::coverage::{Coverage, coverage};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::record::Changed;
use super::year::{YearArgs, records};
use crate::desk::Desk;
use crate::fault::{Fault, FaultCode};

#[derive(Debug, Clone, Deserialize, TS)]
pub struct IndicatorRead {
    /// An XLSX or CSV file.
    pub path: String,
    /// Name of the sheet; left out: the first with a table.
    #[serde(default)]
    #[ts(optional)]
    pub sheet: Option<String>,
}

/// An indicator table as it was read. The person looks at it, changes rows, and accepts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IndicatorProposal {
    /// The sheets of the file, and the one that was read.
    pub sheets: Vec<String>,
    pub sheet: String,
    /// In the table's order, what is above before what is below it.
    pub rows: Vec<IndicatorRow>,
    /// What was not understood, or understood by guess, a sentence each.
    pub remarks: Vec<IndicatorRemark>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IndicatorRow {
    /// Empty where the table has none.
    pub code: String,
    pub title: String,
    /// 1 is the top.
    pub level: usize,
    /// Scoring rule or points, as printed.
    pub standard: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IndicatorRemark {
    /// Row of the sheet, from 1. None: the table as a whole.
    pub row: Option<usize>,
    pub message: String,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct IndicatorAccept {
    pub year: i32,
    pub proposal: IndicatorProposal,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IndicatorSheet {
    /// 指标对应表
    Matrix,
    /// 自评表
    Assessment,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct IndicatorExport {
    pub year: i32,
    pub what: IndicatorSheet,
    pub path: String,
    #[serde(default)]
    #[ts(optional)]
    pub overwrite: Option<bool>,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Written {
    pub path: String,
    pub bytes: usize,
}

pub fn read(_: &Desk, _: IndicatorRead) -> Result<IndicatorProposal, Fault> {
    Err(later())
}

pub fn accept(_: &Desk, _: IndicatorAccept) -> Result<Changed, Fault> {
    Err(later())
}

/// Which indicator is answered by what.
pub fn matrix(desk: &Desk, args: YearArgs) -> Result<Coverage, Fault> {
    let records = desk.with(|open| records(open, args.year))?;
    Ok(coverage(&records))
}

pub fn export(_: &Desk, _: IndicatorExport) -> Result<Written, Fault> {
    Err(later())
}

fn later() -> Fault {
    Fault::new(FaultCode::Unsupported, "这一步还没有做好", "请稍后再试")
}
