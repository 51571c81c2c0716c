use std::path::{Path, PathBuf};

use nianbao_core::record::{OwnTemplate, Record, RecordRef, Unit, Year, YearRecords};
use rusqlite::Connection;

use crate::held::Held;
use crate::look::Look;
use crate::order::{self, Place};
use crate::{Refused, Step, StoreError, journal, table};

/// One open 库. No other process, and no other `Store`, can open the same file until this one is
/// dropped or closed.
///
/// Meanwhile nothing else in this process may open the file, not even to copy or read it: on Unix,
/// closing it would give up the locks that keep other programs out. [`is_open`](crate::is_open)
/// tells.
#[derive(Debug)]
pub struct Store {
    // Closed before `held` says that it is.
    pub(crate) conn: Connection,
    /// As the person knows it.
    pub(crate) path: PathBuf,
    /// Where it lies: elsewhere, when it is only looked at.
    pub(crate) file: PathBuf,
    pub(crate) held: Held,
    // Goes last: the copy that is shown.
    pub(crate) look: Option<Look>,
}

impl Store {
    /// Where it lies, from the root.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it can only be looked at: see [`Store::look`].
    pub fn is_read_only(&self) -> bool {
        self.look.is_some()
    }

    /// Refuses what would be written to a file that is only looked at, or is no longer there.
    pub(crate) fn writable(&self) -> Result<(), StoreError> {
        match self.look {
            Some(_) => Err(StoreError::LookedAt),
            None => self.held.check_at(&self.file),
        }
    }

    /// The unit whose 库 this is.
    ///
    /// # Errors
    /// Only what the disk says.
    pub fn unit(&self) -> Result<Unit, StoreError> {
        table::unit(&self.conn)
    }

    /// Every report year, the newest first.
    ///
    /// # Errors
    /// Only what the disk says.
    pub fn years(&self) -> Result<Vec<Year>, StoreError> {
        table::years(&self.conn)
    }

    /// The numbers of the report years, the newest first: what a list of years needs, where
    /// [`Store::years`] also reads every figure of the last review.
    ///
    /// # Errors
    /// Only what the disk says.
    pub fn year_numbers(&self) -> Result<Vec<i32>, StoreError> {
        table::year_numbers(&self.conn)
    }

    /// All that stands in one report year, each list in its order; achievements and passages of an
    /// area stand together, in the order of the areas.
    ///
    /// # Errors
    /// [`Refused::NoYear`].
    pub fn year(&self, year: i32) -> Result<YearRecords, StoreError> {
        table::year(&self.conn, year)
    }

    /// One record as it now is.
    ///
    /// # Errors
    /// [`Refused::NoRecord`].
    pub fn record(&self, at: RecordRef) -> Result<Record, StoreError> {
        table::get(&self.conn, at)?.ok_or_else(|| Refused::NoRecord(at.kind).into())
    }

    /// The person's own templates, in the order they were made.
    ///
    /// # Errors
    /// Only what the disk says.
    pub fn templates(&self) -> Result<Vec<OwnTemplate>, StoreError> {
        table::templates(&self.conn)
    }

    /// Every record that refers to this one: by a list, or as the indicator above it.
    ///
    /// # Errors
    /// Only what the disk says.
    pub fn referrers(&self, at: RecordRef) -> Result<Vec<RecordRef>, StoreError> {
        table::link::referrers(&self.conn, at)
    }

    /// The journal's last steps, the newest first, undone ones among them.
    ///
    /// # Errors
    /// Only what the disk says.
    pub fn history(&self, limit: usize) -> Result<Vec<Step>, StoreError> {
        journal::history(&self.conn, None, limit)
    }

    /// Name of the step that [`Store::undo`] would take back.
    ///
    /// # Errors
    /// Only what the disk says.
    pub fn undo_name(&self) -> Result<Option<String>, StoreError> {
        Ok(journal::to_undo(&self.conn)?.map(|step| step.name))
    }

    /// Name of the step that [`Store::redo`] would bring back.
    ///
    /// # Errors
    /// Only what the disk says.
    pub fn redo_name(&self) -> Result<Option<String>, StoreError> {
        Ok(journal::to_redo(&self.conn)?.map(|step| step.name))
    }

    /// Finds a place in its list for a record, new or stored: the list of its kind in its year; for
    /// an achievement its area's, for a passage that of its slot and area. Writes nothing.
    ///
    /// Returns the records to put in one edit: first the record with its order, then, only where
    /// the gap at that place was used up, its neighbours with new ones.
    ///
    /// # Errors
    /// [`Refused::NoRecord`] where the record to stand after is not in that list.
    pub fn place(&self, mut record: Record, place: Place) -> Result<Vec<Record>, StoreError> {
        let list = table::places(&self.conn, &record)?;
        let kind = record.kind();
        let placed = order::place(&list, record.id(), place).ok_or(Refused::NoRecord(kind))?;
        record.set_order(placed.order);
        let mut records = vec![record];
        for (id, order) in placed.moved {
            let mut neighbour = self.record(RecordRef { kind, id })?;
            neighbour.set_order(order);
            records.push(neighbour);
        }
        Ok(records)
    }
}
