//! Back and forth along the journal.

use jiff::Timestamp;
use rusqlite::TransactionBehavior;

use crate::image::{self, Image};
use crate::{Changed, StepState, Store, StoreError, journal};

impl Store {
    /// Takes back the last step that stands, also one of an earlier session. With nothing to take
    /// back, changes nothing.
    ///
    /// # Errors
    /// Only what the disk says.
    pub fn undo(&mut self, at: Timestamp) -> Result<Changed, StoreError> {
        self.turn(StepState::Undone, at)
    }

    /// Brings back the step last taken back. With none, changes nothing.
    ///
    /// # Errors
    /// Only what the disk says.
    pub fn redo(&mut self, at: Timestamp) -> Result<Changed, StoreError> {
        self.turn(StepState::Done, at)
    }

    fn turn(&mut self, to: StepState, at: Timestamp) -> Result<Changed, StoreError> {
        self.writable()?;
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let step = match to {
            StepState::Undone => journal::to_undo(&tx)?,
            _ => journal::to_redo(&tx)?,
        };
        let Some(step) = step else {
            drop(tx);
            return self.with_names(Changed::default());
        };
        let mut images = journal::images(&tx, step.step)?;
        if to == StepState::Undone {
            images = images.into_iter().map(Image::turned).collect();
        }
        image::apply(&tx, &images)?;
        journal::turn(&tx, step.step, to, at)?;
        tx.commit()?;
        self.with_names(image::changed(images))
    }
}
