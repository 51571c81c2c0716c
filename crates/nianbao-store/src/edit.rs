//! The one door for writes.

use std::cell::Cell;
use std::collections::BTreeMap;

use jiff::Timestamp;
use nianbao_core::record::{Id, Record, RecordRef};
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
        self.writable()?;
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
    let ids = Ids::allocate(conn, &changes)?;
    let mut unnamed = ids.unnamed.iter();
    let unknown = Cell::new(false);
    let real = |id: Id| {
        let found = ids.placeholders.get(&id).map(|at| at.id);
        unknown.set(unknown.get() || (id.0 < 0 && found.is_none()));
        found.unwrap_or(id)
    };
    let mut images: Vec<Image> = Vec::new();
    let mut index: BTreeMap<Id, usize> = BTreeMap::new();
    for change in changes {
        let (at, after) = match change {
            Change::Put(mut record) => {
                record.map_ids(&real);
                if record.id() == Id::NEW {
                    record.set_id(unnamed.next().copied().unwrap_or_default());
                }
                references::without_repeats(&mut record);
                (RecordRef { kind: record.kind(), id: record.id() }, Some(record))
            }
            Change::Remove(at) => (RecordRef { id: real(at.id), ..at }, None),
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
                let before = match &after {
                    Some(_) if at.id.0 >= ids.first => None,
                    _ => Some(table::get(conn, at)?.ok_or(gone)?),
                };
                index.insert(at.id, images.len());
                images.push(Image { at, before, after });
            }
        }
    }
    references::release(conn, &mut images)?;
    let mut differing = Vec::with_capacity(images.len());
    for image in images {
        if image.differs()? {
            differing.push(image);
        }
    }
    Ok(differing)
}

/// The ids that an edit's new records get, rising in the order of its changes.
struct Ids {
    /// Every id from here on is new in this edit.
    first: i64,
    /// Real ids of the placeholders, with the kind each stands for.
    placeholders: BTreeMap<Id, RecordRef>,
    /// Real ids of the records put with id 0.
    unnamed: Vec<Id>,
}

impl Ids {
    /// Takes them from the file's counter, where they are never given again.
    fn allocate(conn: &Connection, changes: &[Change]) -> Result<Self, StoreError> {
        let mut ids = Ids { first: i64::MAX, placeholders: BTreeMap::new(), unnamed: Vec::new() };
        let is_new = |change: &&Change| matches!(change, Change::Put(r) if !r.id().is_stored());
        if changes.iter().find(is_new).is_none() {
            return Ok(ids);
        }
        let sql = "SELECT next_id FROM counter";
        ids.first = conn.prepare_cached(sql)?.query_row((), |row| row.get(0))?;
        let mut next = ids.first;
        for change in changes {
            let (kind, id) = match change {
                Change::Put(record) => (record.kind(), record.id()),
                Change::Remove(at) => (at.kind, at.id),
            };
            if id.0 >= ids.first {
                // A guess at an id that only now comes to be.
                return Err(Refused::NoRecord(kind).into());
            }
            if !is_new(&change) {
                continue;
            }
            if id == Id::NEW {
                ids.unnamed.push(Id(next));
            } else if let Some(known) = ids.placeholders.get(&id) {
                if known.kind != kind {
                    return Err(Refused::PlaceholderTwice.into());
                }
                continue;
            } else {
                ids.placeholders.insert(id, RecordRef { kind, id: Id(next) });
            }
            next += 1;
        }
        conn.prepare_cached("UPDATE counter SET next_id = ?1")?.execute([next])?;
        Ok(ids)
    }
}
