//! The same done to many records, each kind's statement prepared once: a year carried over has
//! thousands.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use nianbao_core::record::{Kind, Record, RecordRef};
use rusqlite::{CachedStatement, Connection, OptionalExtension, params_from_iter};

use super::{Table, columns, link, name};

/// Asks for the years of records.
pub(crate) struct Years<'c> {
    conn: &'c Connection,
    statements: BTreeMap<Kind, CachedStatement<'c>>,
    known: BTreeMap<RecordRef, Option<i32>>,
}

impl<'c> Years<'c> {
    pub(crate) fn new(conn: &'c Connection) -> Self {
        Self { conn, statements: BTreeMap::new(), known: BTreeMap::new() }
    }

    /// Of a kind that belongs to years. None where there is no such record.
    pub(crate) fn of(&mut self, at: RecordRef) -> rusqlite::Result<Option<i32>> {
        if let Some(known) = self.known.get(&at) {
            return Ok(*known);
        }
        let statement = match self.statements.entry(at.kind) {
            Entry::Occupied(prepared) => prepared.into_mut(),
            Entry::Vacant(place) => {
                let sql = format!("SELECT year FROM {} WHERE id = ?1", name(at.kind));
                place.insert(self.conn.prepare_cached(&sql)?)
            }
        };
        let found = statement.query_row([at.id.0], |row| row.get(0)).optional()?;
        self.known.insert(at, found);
        Ok(found)
    }
}

/// Writes records.
pub(crate) struct Writer<'c> {
    conn: &'c Connection,
    statements: BTreeMap<(&'static str, Row), CachedStatement<'c>>,
}

/// Whether a record's row is there to be changed, or yet to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Row {
    New,
    There,
}

impl<'c> Writer<'c> {
    pub(crate) fn new(conn: &'c Connection) -> Self {
        Self { conn, statements: BTreeMap::new() }
    }

    /// Writes a record over what stood there before it, if anything.
    pub(crate) fn put(
        &mut self,
        row: Row,
        before: Option<&Record>,
        record: &Record,
    ) -> rusqlite::Result<()> {
        match record {
            Record::Unit(r) => self.write(row, r),
            Record::Year(r) => self.write(row, r),
            Record::Area(r) => self.write(row, r),
            Record::Passage(r) => self.write(row, r),
            Record::Achievement(r) => self.write(row, r),
            Record::Problem(r) => self.write(row, r),
            Record::Plan(r) => self.write(row, r),
            Record::Duty(r) => self.write(row, r),
            Record::Figure(r) => self.write(row, r),
            Record::Indicator(r) => self.write(row, r),
            Record::Evidence(r) => self.write(row, r),
            Record::Opinion(r) => self.write(row, r),
            Record::Template(r) => self.write(row, r),
        }?;
        link::put(self.conn, before, record)
    }

    fn write<T: Table>(&mut self, row: Row, record: &T) -> rusqlite::Result<()> {
        let statement = match self.statements.entry((T::NAME, row)) {
            Entry::Occupied(prepared) => prepared.into_mut(),
            Entry::Vacant(place) => place.insert(self.conn.prepare_cached(&sql::<T>(row))?),
        };
        statement.execute(params_from_iter(record.write()))?;
        Ok(())
    }
}

fn sql<T: Table>(row: Row) -> String {
    let marks = |n: usize| format!("?{n}");
    match row {
        Row::New => {
            let marks: Vec<String> = (1..=T::COLUMNS.len()).map(marks).collect();
            format!("INSERT INTO {} ({}) VALUES ({})", T::NAME, columns::<T>(), marks.join(", "))
        }
        Row::There => {
            let columns = (1..).zip(T::COLUMNS).skip(1);
            let set: Vec<String> =
                columns.map(|(n, c)| format!("\"{c}\" = {}", marks(n))).collect();
            format!("UPDATE {} SET {} WHERE id = ?1", T::NAME, set.join(", "))
        }
    }
}
