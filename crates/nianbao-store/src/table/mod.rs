//! One file a record kind: its columns, how a row is read, how a record is written.

mod achievement;
mod area;
mod cells;
mod duty;
mod evidence;
mod figure;
mod indicator;
pub(crate) mod link;
mod many;
mod opinion;
mod passage;
mod plan;
mod problem;
mod template;
mod unit;
mod year;

use std::collections::BTreeMap;

use nianbao_core::record::{
    Achievement, Area, Duty, Evidence, Figure, Id, Indicator, Kind, Opinion, OwnTemplate, Passage,
    Plan, Problem, Record, RecordRef, Unit, Year, YearRecords,
};
use rusqlite::{Connection, Params, params_from_iter};

use crate::{Refused, StoreError};
use cells::{Cell, Cells, date, decimal, json, optional_id, optional_json, optional_word, word};
use link::List;
pub(crate) use many::{Row, Writer, Years};

/// A kind's table.
trait Table: Sized {
    const NAME: &'static str;
    /// `id` first; [`Table::read`] and [`Table::write`] keep their order.
    const COLUMNS: &'static [&'static str];

    fn read(cells: &mut Cells<'_, '_>) -> rusqlite::Result<Self>;
    fn write(&self) -> Vec<Cell<'_>>;
}

/// A kind whose records refer to others by lists, which [`Table::read`] leaves empty.
trait Linked: Table {
    fn id(&self) -> Id;
    fn list(&mut self, list: List) -> Option<&mut Vec<Id>>;
}

fn columns<T: Table>() -> String {
    // Made for every record that is read.
    let mut columns = String::with_capacity(16 * T::COLUMNS.len());
    for column in T::COLUMNS {
        columns.push_str(if columns.is_empty() { "\"" } else { "\", \"" });
        columns.push_str(column);
    }
    columns.push('"');
    columns
}

fn select<T: Table>(
    conn: &Connection,
    rest: &str,
    params: impl Params,
) -> Result<Vec<T>, StoreError> {
    let sql = format!("SELECT {} FROM {} {rest}", columns::<T>(), T::NAME);
    let mut stmt = conn.prepare_cached(&sql)?;
    let rows = stmt.query_map(params, |row| T::read(&mut Cells::of(row)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn in_year<T: Table>(conn: &Connection, year: i32) -> Result<Vec<T>, StoreError> {
    select(conn, "WHERE year = ?1 ORDER BY \"order\", id", [year])
}

fn by_id<T: Table>(conn: &Connection, id: Id) -> Result<Option<T>, StoreError> {
    Ok(select(conn, "WHERE id = ?1", [id.0])?.into_iter().next())
}

fn linked_in_year<T: Linked>(conn: &Connection, year: i32) -> Result<Vec<T>, StoreError> {
    let mut records = in_year(conn, year)?;
    link::fill_year(conn, year, &mut records)?;
    Ok(records)
}

fn linked_by_id<T: Linked>(conn: &Connection, id: Id) -> Result<Option<T>, StoreError> {
    let mut record = by_id(conn, id)?;
    if let Some(record) = &mut record {
        link::fill(conn, record)?;
    }
    Ok(record)
}

pub(crate) fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Unit => Unit::NAME,
        Kind::Year => Year::NAME,
        Kind::Area => Area::NAME,
        Kind::Passage => Passage::NAME,
        Kind::Achievement => Achievement::NAME,
        Kind::Problem => Problem::NAME,
        Kind::Plan => Plan::NAME,
        Kind::Duty => Duty::NAME,
        Kind::Figure => Figure::NAME,
        Kind::Indicator => Indicator::NAME,
        Kind::Evidence => Evidence::NAME,
        Kind::Opinion => Opinion::NAME,
        Kind::Template => OwnTemplate::NAME,
    }
}

pub(crate) fn get(conn: &Connection, at: RecordRef) -> Result<Option<Record>, StoreError> {
    let id = at.id;
    Ok(match at.kind {
        Kind::Unit => by_id(conn, id)?.map(Record::Unit),
        Kind::Year => by_id(conn, id)?.map(Record::Year),
        Kind::Area => by_id(conn, id)?.map(Record::Area),
        Kind::Passage => by_id(conn, id)?.map(Record::Passage),
        Kind::Achievement => linked_by_id(conn, id)?.map(Record::Achievement),
        Kind::Problem => by_id(conn, id)?.map(Record::Problem),
        Kind::Plan => linked_by_id(conn, id)?.map(Record::Plan),
        Kind::Duty => by_id(conn, id)?.map(Record::Duty),
        Kind::Figure => by_id(conn, id)?.map(Record::Figure),
        Kind::Indicator => linked_by_id(conn, id)?.map(Record::Indicator),
        Kind::Evidence => by_id(conn, id)?.map(Record::Evidence),
        Kind::Opinion => by_id(conn, id)?.map(Record::Opinion),
        Kind::Template => by_id(conn, id)?.map(Record::Template),
    })
}

/// Removes a record's row, but not its lists: it may come back with them in the same edit.
pub(crate) fn remove_row(conn: &Connection, at: RecordRef) -> rusqlite::Result<()> {
    let sql = format!("DELETE FROM {} WHERE id = ?1", name(at.kind));
    conn.prepare_cached(&sql)?.execute([at.id.0])?;
    Ok(())
}

pub(crate) fn remove(conn: &Connection, at: RecordRef) -> rusqlite::Result<()> {
    link::remove(conn, at)?;
    remove_row(conn, at)
}

pub(crate) fn unit(conn: &Connection) -> Result<Unit, StoreError> {
    let unit = select(conn, "", ())?.into_iter().next();
    unit.ok_or_else(|| StoreError::Damaged("no unit".to_owned()))
}

pub(crate) fn years(conn: &Connection) -> Result<Vec<Year>, StoreError> {
    select(conn, "ORDER BY year DESC", ())
}

/// The numbers alone: also of years whose other cells are damaged.
pub(crate) fn year_numbers(conn: &Connection) -> Result<Vec<i32>, StoreError> {
    let mut stmt = conn.prepare_cached("SELECT year FROM year ORDER BY year DESC")?;
    Ok(stmt.query_map((), |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// The person's own, in the order they were made.
pub(crate) fn templates(conn: &Connection) -> Result<Vec<OwnTemplate>, StoreError> {
    select(conn, "ORDER BY id", ())
}

pub(crate) fn year(conn: &Connection, year: i32) -> Result<YearRecords, StoreError> {
    let found: Option<Year> = select(conn, "WHERE year = ?1", [year])?.into_iter().next();
    let mut all = YearRecords::new(unit(conn)?, found.ok_or(Refused::NoYear(year))?);
    all.areas = in_year(conn, year)?;
    all.passages = in_year(conn, year)?;
    all.achievements = linked_in_year(conn, year)?;
    all.problems = in_year(conn, year)?;
    all.plans = linked_in_year(conn, year)?;
    all.duties = in_year(conn, year)?;
    all.figures = in_year(conn, year)?;
    all.indicators = linked_in_year(conn, year)?;
    all.evidence = in_year(conn, year)?;
    all.opinions = in_year(conn, year)?;
    all.templates = templates(conn)?;
    let nth: BTreeMap<Id, usize> = all.areas.iter().enumerate().map(|(n, a)| (a.id, n)).collect();
    // Stable: within an area the order of the query stands.
    all.achievements.sort_by_key(|a| nth.get(&a.area).copied());
    all.passages.sort_by_key(|p| (p.slot, p.area.and_then(|area| nth.get(&area).copied())));
    Ok(all)
}

/// The list a record belongs to, as ids and orders in its order, whether the record is in it or not.
pub(crate) fn places(conn: &Connection, record: &Record) -> Result<Vec<(Id, i64)>, StoreError> {
    let (which, params): (&str, Vec<Cell<'_>>) = match record {
        Record::Unit(_) | Record::Year(_) | Record::Template(_) => return Ok(Vec::new()),
        Record::Achievement(r) => ("AND area = ?2", vec![r.area.0.into()]),
        Record::Passage(r) => {
            ("AND area IS ?2 AND slot = ?3", vec![optional_id(r.area), word(&r.slot)])
        }
        _ => ("", Vec::new()),
    };
    let sql = format!(
        "SELECT id, \"order\" FROM {} WHERE year = ?1 {which} ORDER BY \"order\", id",
        name(record.kind())
    );
    let year = Cell::from(record.year().unwrap_or_default());
    let mut stmt = conn.prepare_cached(&sql)?;
    let rows = stmt.query_map(params_from_iter(std::iter::once(year).chain(params)), |row| {
        Ok((Id(row.get(0)?), row.get(1)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether any record still stands in the area.
pub(crate) fn area_in_use(conn: &Connection, area: &Area) -> Result<bool, StoreError> {
    any(
        conn,
        "SELECT EXISTS (SELECT 1 FROM achievement WHERE year = ?1 AND area = ?2)
             OR EXISTS (SELECT 1 FROM passage WHERE year = ?1 AND area = ?2)",
        (area.year, area.id.0),
    )
}

/// Whether any record still stands in the year of this number.
pub(crate) fn year_in_use(conn: &Connection, year: i32) -> Result<bool, StoreError> {
    let kinds =
        Kind::ALL.iter().filter(|kind| !matches!(kind, Kind::Unit | Kind::Year | Kind::Template));
    let each: Vec<String> = kinds
        .map(|kind| format!("EXISTS (SELECT 1 FROM {} WHERE year = ?1)", name(*kind)))
        .collect();
    any(conn, &format!("SELECT {}", each.join(" OR ")), [year])
}

/// Whether the unit is there.
pub(crate) fn has_unit(conn: &Connection) -> Result<bool, StoreError> {
    any(conn, "SELECT EXISTS (SELECT 1 FROM unit)", ())
}

/// Whether there is a year of this number.
pub(crate) fn has_year(conn: &Connection, year: i32) -> Result<bool, StoreError> {
    any(conn, "SELECT EXISTS (SELECT 1 FROM year WHERE year = ?1)", [year])
}

fn any(conn: &Connection, sql: &str, params: impl Params) -> Result<bool, StoreError> {
    Ok(conn.prepare_cached(sql)?.query_row(params, |row| row.get(0))?)
}
