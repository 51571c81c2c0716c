//! The one door for writes.

use jiff::Timestamp;
use nianbao_core::record::{Record, RecordRef};
use serde::Serialize;

/// What a person did, to be written as one transaction and one step of the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    /// What the menu says after 撤销, and the history: 修改成效“加大培训力度”.
    pub name: String,
    /// In order; a later change of the same record wins.
    pub changes: Vec<Change>,
    /// Edits with the same key in quick succession become one step: see [`Store::edit`].
    ///
    /// [`Store::edit`]: crate::Store::edit
    pub merge: Option<String>,
    pub at: Timestamp,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// The record as it is to be, whole. Id 0: a new one. Negative: a new one too, which other
    /// records of the edit may refer to by that number.
    Put(Record),
    /// A negative id removes what the same edit put under it.
    Remove(RecordRef),
}

/// What an edit, an undo or a redo did. Empty lists where all was already so.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Changed {
    /// Every record that is new or different, as it now is, in the order of the changes.
    pub records: Vec<Record>,
    pub removed: Vec<RecordRef>,
    /// Name of the step that undo would take back now.
    pub undo: Option<String>,
    /// Name of the step that redo would bring back now.
    pub redo: Option<String>,
}
