//! Tables out: one table as a value, written as XLSX or CSV.

mod assessment;
mod csv;
mod directory;
mod matrix;
mod records;
mod xlsx;

use jiff::civil::Date;

pub use assessment::assessment;
pub use csv::write as write_csv;
pub use directory::directory;
pub use matrix::matrix;
pub use records::records;
pub use xlsx::{Properties, verify as verify_xlsx, write as write_xlsx};

/// A table with a title over it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// On the tab.
    pub name: String,
    pub title: String,
    /// A line under the title; empty: none.
    pub note: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub header: String,
    /// In characters of the Latin alphabet, as spreadsheets count; a Chinese one takes two.
    pub width: u16,
    /// Equal neighbours down the column are one merged cell, as far as those to the left are.
    pub merges: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    pub text: String,
    /// Something is missing here: shown in amber.
    pub gap: bool,
    pub shape: Shape,
}

/// What a spreadsheet may reckon with; as text where it has no such thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shape {
    #[default]
    Text,
    /// The text is a decimal.
    Number,
    Date(Date),
}

impl Sheet {
    fn column(&mut self, header: &str, width: u16, merges: bool) {
        self.columns.push(Column { header: header.to_owned(), width, merges });
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl Cell {
    fn gap(text: &str) -> Self {
        Self { text: text.to_owned(), gap: true, ..Self::default() }
    }

    fn number(text: String) -> Self {
        Self { text, shape: Shape::Number, ..Self::default() }
    }

    /// `text`: as it is read.
    fn date(date: Date, text: String) -> Self {
        Self { text, shape: Shape::Date(date), ..Self::default() }
    }
}

/// Without what no XML can hold and no reader shows.
fn clean(text: &str) -> String {
    let kept = |c: &char| {
        matches!(*c, '\n' | '\t') || !(c.is_control() || matches!(*c, '\u{FFFE}' | '\u{FFFF}'))
    };
    text.replace("\r\n", "\n").replace('\r', "\n").chars().filter(kept).collect()
}
