//! A table of indicators, as a place hands it out: codes or a column a level, merged cells, a header
//! somewhere near the top. What was understood is proposed; what was not taken is named with the reason.

mod codes;
mod header;
mod levels;
mod rows;
mod tree;

use nianbao_core::record::{Id, Indicator, Record};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use self::header::Header;
use super::table::{self, Grid, TableError};

/// The most indicators of a table.
pub const MOST_LINES: usize = 2000;

/// The header stands in one of the first so many rows.
const HEADER_ROWS: usize = 10;

/// What a table was understood to be. Rows count from 1, as the spreadsheet shows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IndicatorProposal {
    /// Name of the sheet that was read; empty for CSV.
    pub sheet: String,
    /// All sheets of the file, to choose another.
    pub sheets: Vec<String>,
    pub header_row: usize,
    pub columns: Vec<ColumnProposal>,
    pub lines: Vec<IndicatorLine>,
    pub dropped: Vec<DroppedRow>,
    /// What should be looked at, a sentence each.
    pub remarks: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ColumnProposal {
    /// As the spreadsheet calls it: A, B … AA.
    pub letter: String,
    pub header: String,
    pub role: ColumnRole,
}

/// What a column is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", content = "level", rename_all = "snake_case")]
pub enum ColumnRole {
    /// The indicators of one level, from 1.
    Level(usize),
    /// The codes of one level.
    LevelCode(usize),
    Code,
    /// The code of the indicator above.
    Parent,
    Title,
    /// Scoring rule.
    Standard,
    Points,
    Assessment,
    /// No place for it: not taken.
    Left,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IndicatorLine {
    pub row: usize,
    pub level: usize,
    /// As printed; empty where the table has none.
    pub code: String,
    pub title: String,
    pub standard: String,
    pub assessment: String,
    /// Place of the one above it in `lines`.
    pub parent: Option<usize>,
}

/// Text that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DroppedRow {
    /// 0: a whole column.
    pub row: usize,
    pub text: String,
    /// The reason, as a clerk reads it.
    pub why: String,
}

/// Reads a file; of a workbook the named sheet, else the first that holds a table of indicators.
///
/// # Errors
/// The file cannot be read as a table; no header; nothing below it; more than [`MOST_LINES`] indicators.
pub fn read(bytes: &[u8], sheet: Option<&str>) -> Result<IndicatorProposal, TableError> {
    let grids = table::read(bytes)?;
    let sheets: Vec<String> = grids.iter().map(|grid| grid.sheet.clone()).collect();
    let mut proposal = match sheet {
        Some(name) => {
            let grid = grids.into_iter().find(|grid| grid.sheet == name);
            from_grid(grid.ok_or_else(|| TableError::NoSheet(name.to_owned()))?)?
        }
        None => first(grids)?,
    };
    if sheets.iter().any(|sheet| !sheet.is_empty()) {
        proposal.sheets = sheets;
    }
    Ok(proposal)
}

/// The first sheet that reads; if none does, the reason of the first that holds anything.
fn first(grids: Vec<Grid>) -> Result<IndicatorProposal, TableError> {
    let mut reason = None;
    for grid in grids.into_iter().filter(|grid| !grid.is_empty()) {
        match from_grid(grid) {
            Ok(proposal) => return Ok(proposal),
            Err(error) => reason = reason.or(Some(error)),
        }
    }
    Err(reason.unwrap_or(TableError::Empty))
}

/// Reads one sheet.
///
/// # Errors
/// As for [`read`].
pub fn from_grid(grid: Grid) -> Result<IndicatorProposal, TableError> {
    let grid = grid.filled_down();
    let header = Header::find(&grid, HEADER_ROWS).ok_or(TableError::NoHeader)?;
    let mut proposal = IndicatorProposal {
        sheet: grid.sheet.clone(),
        sheets: Vec::new(),
        header_row: header.row + 1,
        columns: header.columns(),
        lines: Vec::new(),
        dropped: Vec::new(),
        remarks: Vec::new(),
    };
    header.note_left(&grid, &mut proposal.dropped);
    let rows = rows::body(&grid, &header, &mut proposal.dropped);
    if header.has_levels() {
        levels::read(&rows, &header, &mut proposal);
    } else {
        codes::read(&rows, &header, &mut proposal);
    }
    match proposal.lines.len() {
        0 => Err(TableError::NoRows),
        count if count > MOST_LINES => Err(TableError::TooManyRows(count)),
        _ => Ok(proposal),
    }
}

/// The records of a year as the proposal, perhaps changed by a person, gives them; placeholder ids from
/// -1 down. A line whose parent leads nowhere or back to itself stands on the first level.
pub fn records(proposal: &IndicatorProposal, year: i32) -> Vec<Record> {
    const GAP: i64 = nianbao_core::order::GAP;
    let parents = tree::sound(&proposal.lines);
    let id = |n: usize| Id(-1 - i64::try_from(n).unwrap_or(i64::MAX - 1));
    let lines = proposal.lines.iter().enumerate();
    lines
        .map(|(n, line)| {
            Record::Indicator(Indicator {
                id: id(n),
                year,
                code: line.code.clone(),
                title: line.title.clone(),
                parent: parents[n].map(id),
                standard: line.standard.clone(),
                assessment: line.assessment.clone(),
                evidence: Vec::new(),
                order: GAP.saturating_mul(i64::try_from(n + 1).unwrap_or(1)),
            })
        })
        .collect()
}
