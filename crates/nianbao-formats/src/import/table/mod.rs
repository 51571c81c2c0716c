//! Tables of other people, XLSX and CSV, as rows of cells: what a cell shows is what is read.

mod cell;
pub mod csv;
mod error;
mod unpack;
pub mod xlsx;

pub use cell::Cell;
pub use error::TableError;
pub(super) use unpack::{MOST_PART, check as weigh};

/// The most bytes a table's file may have, 20 MB, as for reports.
pub const MOST_BYTES: usize = super::MOST_BYTES;

/// The most rows of one sheet that are looked at; columns; cells with something in them.
pub const MOST_ROWS: usize = 20_000;
pub const MOST_COLUMNS: usize = 256;
pub const MOST_CELLS: usize = 500_000;

/// One sheet. Rows end with their last cell that holds something; `rows[0]` is the sheet's first row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Grid {
    /// The sheet's name; empty for CSV.
    pub sheet: String,
    pub rows: Vec<Vec<Cell>>,
    /// Cells that are one, the value in the first of them.
    pub merged: Vec<Merged>,
}

/// Rows and columns from 0, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merged {
    pub top: usize,
    pub left: usize,
    pub bottom: usize,
    pub right: usize,
}

impl Grid {
    pub fn is_empty(&self) -> bool {
        self.rows.iter().flatten().all(Cell::is_empty)
    }

    /// What a cell shows; nothing outside the sheet.
    pub fn text(&self, row: usize, column: usize) -> String {
        self.rows.get(row).and_then(|row| row.get(column)).map(Cell::text).unwrap_or_default()
    }

    /// Every cell of a merged column holds the value, down its first column.
    pub fn filled_down(mut self) -> Self {
        for merged in &self.merged {
            let value = self.rows.get(merged.top).and_then(|row| row.get(merged.left)).cloned();
            let Some(value) = value.filter(|value| !value.is_empty()) else { continue };
            let bottom = merged.bottom.min(self.rows.len().saturating_sub(1));
            for row in self.rows.iter_mut().take(bottom + 1).skip(merged.top + 1) {
                if row.len() <= merged.left {
                    row.resize(merged.left + 1, Cell::Empty);
                }
                row[merged.left] = value.clone();
            }
        }
        self
    }
}

/// The sheets of a file: XLSX, or text with separators.
///
/// # Errors
/// What is neither, or cannot be read, or is larger than a person's table.
pub fn read(bytes: &[u8]) -> Result<Vec<Grid>, TableError> {
    const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    if bytes.len() > MOST_BYTES {
        return Err(TableError::TooLarge);
    }
    if bytes.starts_with(OLE) {
        return Err(TableError::OldExcel);
    }
    let grids = if bytes.starts_with(b"PK") { xlsx::read(bytes)? } else { vec![csv::read(bytes)?] };
    if grids.iter().all(Grid::is_empty) {
        return Err(TableError::Empty);
    }
    Ok(grids)
}
