use nianbao_core::record::Id;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::record::Changed;
use crate::desk::Desk;
use crate::fault::{Fault, FaultCode};

#[derive(Debug, Clone, Deserialize, TS)]
pub struct FigurePaste {
    pub year: i32,
    /// Cells as Excel and WPS copy them: tabs between cells, a line a row.
    pub text: String,
    /// The figure whose row the block begins in, where it has no header. Left out: rows are found by
    /// their names, and those not found are added.
    #[serde(default)]
    #[ts(optional)]
    pub at: Option<Id>,
    /// The column it begins in; left out: `value`.
    #[serde(default)]
    #[ts(optional)]
    pub column: Option<FigureColumn>,
}

/// A column of the ledger that can be typed in, in the grid's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FigureColumn {
    Label,
    Unit,
    Previous,
    Value,
    Scope,
    Cutoff,
    Source,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Pasted {
    pub changed: Changed,
    /// Cells that were taken.
    pub taken: usize,
    /// Figures that were added.
    pub added: Vec<Id>,
    /// Header rows of the block, and how its columns were understood; None: not read.
    pub header_rows: usize,
    pub columns: Vec<PastedColumn>,
    /// Cells that were not taken, with what stood in them.
    pub faults: Vec<CellFault>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PastedColumn {
    /// As the header names it, merged cells joined: `案件数/本年`. Empty: no header.
    pub name: String,
    pub column: Option<FigureColumn>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CellFault {
    /// In the block, from 1.
    pub row: usize,
    pub column: usize,
    pub typed: String,
    pub message: String,
    /// The figure of the row, where it is known.
    pub figure: Option<Id>,
}

pub fn paste(_: &Desk, _: FigurePaste) -> Result<Pasted, Fault> {
    Err(Fault::new(FaultCode::Unsupported, "这一步还没有做好", "请稍后再试"))
}
