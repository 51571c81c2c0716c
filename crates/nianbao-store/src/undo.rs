//! Back and forth along the journal.

use jiff::Timestamp;

use crate::{Changed, Edit, Store, StoreError};

impl Store {
    /// Writes an edit: one transaction, one step of the journal. New records get their ids, and
    /// references to placeholders are rewritten.
    ///
    /// An edit that changes nothing writes nothing, no step either. One with a merge key joins the
    /// last step when that one has the same key, nothing stands undone, the last edit of the step
    /// is at most 10 s older and its first at most 60 s.
    ///
    /// # Errors
    /// [`StoreError::Refused`] and what the disk says; then nothing has changed.
    pub fn edit(&mut self, edit: Edit) -> Result<Changed, StoreError> {
        let _ = edit;
        Err(StoreError::Failed("not yet".to_owned()))
    }

    /// Takes back the last step. With nothing to take back, changes nothing.
    ///
    /// # Errors
    /// Only what the disk says.
    pub fn undo(&mut self, at: Timestamp) -> Result<Changed, StoreError> {
        let _ = at;
        Err(StoreError::Failed("not yet".to_owned()))
    }

    /// Brings back the step last taken back. With none, changes nothing.
    ///
    /// # Errors
    /// Only what the disk says.
    pub fn redo(&mut self, at: Timestamp) -> Result<Changed, StoreError> {
        let _ = at;
        Err(StoreError::Failed("not yet".to_owned()))
    }
}
