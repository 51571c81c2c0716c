//! The one door for writes.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::ops::Range;

use jiff::Timestamp;
use nianbao_core::record::{Id, Kind, Record, RecordRef};
use rusqlite::{Connection, TransactionBehavior};
use serde::Serialize;

use crate::image::{self, Image};
use crate::{Refused, Store, StoreError, journal, references, table};

/// What a person did, to be written as one transaction and one step of the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    /// What the menu says after 撤销, and the history: 修改成效“加大培训力度”.
    pub name: String,
    /// In order; a later change of the same record wins.
    pub changes: Vec<Change>,
    /// Edits with the same key in quick succession become one step: see [`Store::edit`].
    pub merge: Option<String>,
    pub at: Timestamp,
}

// Nearly all changes are of the large variant.
#[allow(clippy::large_enum_variant)]
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

impl Store {
    /// Writes an edit: one transaction, one step of the journal. New records get their ids, and
    /// references to placeholders are rewritten. When this returns, the edit is on the disk.
    ///
    /// An edit that changes nothing writes nothing, no step either. One with a merge key joins the
    /// last step when that one has the same key, nothing stands undone, the last edit of the step
    /// is at most 10 s older and its first at most 60 s. Should the step then change nothing as a
    /// whole, it goes. Steps that stand undone can no longer be brought back.
    ///
    /// # Errors
    /// [`StoreError::Refused`] and what the disk says; then nothing has changed.
    pub fn edit(&mut self, edit: Edit) -> Result<Changed, StoreError> {
        self.check_there()?;
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let images = stage(&tx, edit.changes)?;
        if images.is_empty() {
            drop(tx);
            return self.with_names(Changed::default());
        }
        image::apply(&tx, &images)?;
        journal::write(&tx, &edit.name, edit.merge.as_deref(), edit.at, &images)?;
        tx.commit()?;
        self.with_names(image::changed(images))
    }

    pub(crate) fn with_names(&self, changed: Changed) -> Result<Changed, StoreError> {
        Ok(Changed { undo: self.undo_name()?, redo: self.redo_name()?, ..changed })
    }
}

/// Gives new records their ids and finds what is there before: only what will differ is returned.
pub(crate) fn stage(conn: &Connection, changes: Vec<Change>) -> Result<Vec<Image>, StoreError> {
    let (placeholders, mut fresh) = allocate(conn, &changes)?;
    let unknown = Cell::new(false);
    let real = |id: Id| {
        let found = placeholders.get(&id).map(|(_, real)| *real);
        unknown.set(unknown.get() || (id.0 < 0 && found.is_none()));
        found.unwrap_or(id)
    };
    let mut images: Vec<Image> = Vec::new();
    let mut index: BTreeMap<Id, usize> = BTreeMap::new();
    for change in changes {
        let (at, is_new, after) = match change {
            Change::Put(mut record) => {
                let is_new = !record.id().is_stored();
                record.map_ids(&real);
                if record.id() == Id::NEW {
                    record.set_id(Id(fresh.next().unwrap_or_default()));
                }
                references::without_repeats(&mut record);
                (RecordRef { kind: record.kind(), id: record.id() }, is_new, Some(record))
            }
            Change::Remove(at) => (RecordRef { id: real(at.id), ..at }, false, None),
        };
        if unknown.get() {
            return Err(Refused::NoPlaceholder.into());
        }
        let gone = Refused::NoRecord(at.kind);
        match index.get(&at.id) {
            Some(&n) if images[n].at != at => return Err(gone.into()),
            Some(&n) if after.is_none() && images[n].after.is_none() => return Err(gone.into()),
            Some(&n) => images[n].after = after,
            None => {
                let before = if is_new { None } else { Some(table::get(conn, at)?.ok_or(gone)?) };
                index.insert(at.id, images.len());
                images.push(Image { at, before, after });
            }
        }
    }
    references::release(conn, &mut images)?;
    let mut differing = Vec::with_capacity(images.len());
    for image in images {
        if image::to_json(image.before.as_ref())? != image::to_json(image.after.as_ref())? {
            differing.push(image);
        }
    }
    Ok(differing)
}

/// The kind and the real id that each placeholder stands for.
type Placeholders = BTreeMap<Id, (Kind, Id)>;

/// Takes from the counter a real id for every placeholder, and after those one for every id 0.
fn allocate(
    conn: &Connection,
    changes: &[Change],
) -> Result<(Placeholders, Range<i64>), StoreError> {
    let mut placeholders = Placeholders::new();
    let mut unnamed = 0;
    for change in changes {
        match change {
            Change::Put(record) if record.id() == Id::NEW => unnamed += 1,
            Change::Put(record) if !record.id().is_stored() => {
                let (kind, _) = placeholders.entry(record.id()).or_insert((record.kind(), Id::NEW));
                if *kind != record.kind() {
                    return Err(Refused::PlaceholderTwice.into());
                }
            }
            _ => {}
        }
    }
    let count = i64::try_from(placeholders.len()).unwrap_or(i64::MAX).saturating_add(unnamed);
    let first = if count == 0 { 0 } else { take(conn, count)? };
    let mut fresh = first..first.saturating_add(count);
    for ((_, real), id) in placeholders.values_mut().zip(&mut fresh) {
        *real = Id(id);
    }
    Ok((placeholders, fresh))
}

fn take(conn: &Connection, count: i64) -> Result<i64, StoreError> {
    let sql = "UPDATE counter SET next_id = next_id + ?1 RETURNING next_id - ?1";
    Ok(conn.prepare_cached(sql)?.query_row([count], |row| row.get(0))?)
}
