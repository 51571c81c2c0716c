use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use nianbao_core::record::Record;
use rusqlite::{CachedStatement, Connection, params_from_iter};

use super::{Table, columns, link};

/// Writes records, each kind's statement prepared once: a year carried over has thousands.
pub(crate) struct Writer<'c> {
    conn: &'c Connection,
    statements: BTreeMap<&'static str, CachedStatement<'c>>,
}

impl<'c> Writer<'c> {
    pub(crate) fn new(conn: &'c Connection) -> Self {
        Self { conn, statements: BTreeMap::new() }
    }

    /// Writes a record over what stood there before it, if anything.
    pub(crate) fn put(&mut self, before: Option<&Record>, record: &Record) -> rusqlite::Result<()> {
        match record {
            Record::Unit(r) => self.upsert(r),
            Record::Year(r) => self.upsert(r),
            Record::Area(r) => self.upsert(r),
            Record::Passage(r) => self.upsert(r),
            Record::Achievement(r) => self.upsert(r),
            Record::Problem(r) => self.upsert(r),
            Record::Plan(r) => self.upsert(r),
            Record::Duty(r) => self.upsert(r),
            Record::Figure(r) => self.upsert(r),
            Record::Indicator(r) => self.upsert(r),
            Record::Evidence(r) => self.upsert(r),
            Record::Opinion(r) => self.upsert(r),
            Record::Template(r) => self.upsert(r),
        }?;
        link::put(self.conn, before, record)
    }

    fn upsert<T: Table>(&mut self, record: &T) -> rusqlite::Result<()> {
        let statement = match self.statements.entry(T::NAME) {
            Entry::Occupied(prepared) => prepared.into_mut(),
            Entry::Vacant(place) => place.insert(self.conn.prepare_cached(&sql::<T>())?),
        };
        statement.execute(params_from_iter(record.write()))?;
        Ok(())
    }
}

fn sql<T: Table>() -> String {
    let set: Vec<String> =
        T::COLUMNS.iter().skip(1).map(|c| format!("\"{c}\" = excluded.\"{c}\"")).collect();
    let marks: Vec<String> = (1..=T::COLUMNS.len()).map(|n| format!("?{n}")).collect();
    format!(
        "INSERT INTO {} ({}) VALUES ({}) ON CONFLICT (id) DO UPDATE SET {}",
        T::NAME,
        columns::<T>(),
        marks.join(", "),
        set.join(", ")
    )
}
