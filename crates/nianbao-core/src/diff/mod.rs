//! What changed between two states of a year: record by record, field by field, word by word.

mod docs;
mod records;
mod runs;

pub use docs::{Mark, Redline, redline};
pub use records::{RecordChange, RecordDiff, diff};
pub use runs::{Run, Side, runs};

use serde::Serialize;
use ts_rs::TS;

/// One field that reads otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldDiff {
    /// Name of the record's field.
    pub field: &'static str,
    /// As the form calls it.
    pub word: &'static str,
    /// In order. Side by side: those of `old` and `same` on the left, those of `new` and `same` on the
    /// right.
    pub runs: Vec<Run>,
}
