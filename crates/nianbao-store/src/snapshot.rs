//! Named copies of a year: kept beside the records, out of reach of undo.

use jiff::Timestamp;
use nianbao_core::record::{Record, YearRecords};
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior};
use serde::Serialize;

use crate::{Refused, Store, StoreError, journal, table};

/// A year as it once was, but for its records: see [`Store::snapshot_records`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Snapshot {
    pub id: i64,
    pub year: i32,
    pub name: String,
    /// When it was taken, to the millisecond.
    pub at: Timestamp,
}

impl Store {
    /// Keeps a copy of a year as it now is. No undo takes it away, and it changes no record: to go
    /// back to it is an ordinary edit.
    ///
    /// # Errors
    /// [`Refused::NoYear`], and what the disk says.
    pub fn snapshot(
        &mut self,
        name: &str,
        year: i32,
        at: Timestamp,
    ) -> Result<Snapshot, StoreError> {
        self.writable()?;
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let text = write(&table::year(&tx, year)?)?;
        let sql = "INSERT INTO snapshot (year, name, at, records) VALUES (?1, ?2, ?3, ?4)";
        tx.prepare_cached(sql)?.execute((year, name, at.as_millisecond(), text))?;
        let made = get(&tx, tx.last_insert_rowid())?;
        tx.commit()?;
        Ok(made)
    }

    /// Those of a year, the newest first.
    ///
    /// # Errors
    /// Only what the disk says.
    pub fn snapshots(&self, year: i32) -> Result<Vec<Snapshot>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM snapshot WHERE year = ?1 ORDER BY id DESC");
        let mut stmt = self.conn.prepare_cached(&sql)?;
        Ok(stmt.query_map([year], read)?.collect::<Result<_, _>>()?)
    }

    /// The year as it was then, with its ids; the unit and the person's own templates too. A field
    /// that came later has its default.
    ///
    /// # Errors
    /// [`Refused::NoSnapshot`], and what the disk says.
    pub fn snapshot_records(&self, id: i64) -> Result<YearRecords, StoreError> {
        let sql = "SELECT records FROM snapshot WHERE id = ?1";
        let text: Option<String> =
            self.conn.prepare_cached(sql)?.query_row([id], |row| row.get(0)).optional()?;
        parse(&text.ok_or(Refused::NoSnapshot)?)
    }
}

const COLUMNS: &str = "id, year, name, at";

fn get(conn: &Connection, id: i64) -> Result<Snapshot, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM snapshot WHERE id = ?1");
    Ok(conn.prepare_cached(&sql)?.query_row([id], read)?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Snapshot> {
    Ok(Snapshot {
        id: row.get(0)?,
        year: row.get(1)?,
        name: row.get(2)?,
        at: journal::time(3, row.get(3)?)?,
    })
}

/// A list of records, so that a kind that comes later is missing from it and nothing else is.
fn write(year: &YearRecords) -> Result<String, StoreError> {
    let mut records = vec![Record::Unit(year.unit.clone())];
    records.extend(year.records());
    records.extend(year.templates.iter().cloned().map(Record::Template));
    serde_json::to_string(&records)
        .map_err(|_| StoreError::Failed("record does not serialise".to_owned()))
}

fn parse(text: &str) -> Result<YearRecords, StoreError> {
    let (mut unit, mut year, mut rest) = (None, None, Vec::new());
    for record in records(text)? {
        match record {
            Record::Unit(r) => unit = Some(r),
            Record::Year(r) => year = Some(r),
            other => rest.push(other),
        }
    }
    let (unit, year) = unit.zip(year).ok_or_else(damaged)?;
    let mut all = YearRecords::new(unit, year);
    rest.into_iter().for_each(|record| all.push(record));
    Ok(all)
}

pub(crate) fn records(text: &str) -> Result<Vec<Record>, StoreError> {
    serde_json::from_str(text).map_err(|_| damaged())
}

fn damaged() -> StoreError {
    StoreError::Damaged("snapshot does not parse".to_owned())
}
