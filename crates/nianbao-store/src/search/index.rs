//! The index: made from the records alone, and never trusted further than it is right.
//!
//! An edit only notes, in its transaction, the rows that the index no longer has right. `find` reads
//! those records itself while they are few, and takes them into the index first when they are many.
//! So an edit pays one small row however long the text, typing pays nothing after the first letter,
//! and what is found is right at every moment.

use nianbao_core::record::{Id, Kind, Record, RecordRef};
use rusqlite::Connection;

use super::fold::tokens;
use super::texts::texts;
use crate::image::Image;
use crate::{StoreError, table};

/// Of tokens, texts and row numbers. A file whose index has another one gets it made anew.
const VERSION: i64 = 1;

/// How many records `find` reads beside the index.
pub(super) const MOST_STALE: usize = 32;

const TABLES: [&str; 3] = ["search_version", "search_stale", "search_index"];

/// `detail=full`: a word of three characters is found by the neighbourhood of its two tokens, not by
/// reading all texts that have both. Without content: the text is in the record. `prefix=1`: for
/// words of one character. `automerge=0`: records come in by the dozen, and whole segments are joined
/// when there are eight of a size; the fewer there are, the less a word is looked for.
const MAKE: &str = "
    CREATE TABLE search_version (version INTEGER NOT NULL) STRICT;
    CREATE TABLE search_stale (row INTEGER PRIMARY KEY) STRICT;
    CREATE VIRTUAL TABLE search_index USING fts5 (
        text, content = '', contentless_delete = 1, detail = full, prefix = 1, tokenize = 'ascii'
    );
    INSERT INTO search_index (search_index, rank) VALUES ('automerge', 0);
    INSERT INTO search_index (search_index, rank) VALUES ('crisismerge', 8);";

/// Whether a table is part of the index: one of [`TABLES`], or what FTS5 keeps for it.
pub(crate) fn is_ours(table: &str) -> bool {
    table.starts_with("search_")
}

/// Whether the file has an index, and of our making.
pub(crate) fn is_current(conn: &Connection) -> Result<bool, StoreError> {
    let sql = "SELECT count(*) = 3 FROM sqlite_schema
               WHERE type = 'table' AND name IN (?1, ?2, ?3)";
    if !conn.query_row(sql, TABLES, |row| row.get(0))? {
        return Ok(false);
    }
    let sql = "SELECT max(version) FROM search_version";
    Ok(conn.query_row(sql, (), |row| row.get::<_, Option<i64>>(0))? == Some(VERSION))
}

/// Makes an index of nothing, inside the caller's transaction.
pub(crate) fn make_empty(conn: &Connection) -> Result<(), StoreError> {
    for table in TABLES {
        conn.execute_batch(&format!("DROP TABLE IF EXISTS {table}"))?;
    }
    conn.execute_batch(MAKE)?;
    conn.execute("INSERT INTO search_version (version) VALUES (?1)", [VERSION])?;
    Ok(())
}

/// Makes the index from the records, inside the caller's transaction.
pub(crate) fn rebuild(conn: &Connection) -> Result<(), StoreError> {
    make_empty(conn)?;
    let mut records: Vec<Record> =
        table::templates(conn)?.into_iter().map(Record::Template).collect();
    if let Ok(unit) = table::unit(conn) {
        records.push(Record::Unit(unit));
    }
    insert_all(conn, &records)?;
    for year in table::year_numbers(conn)? {
        // A year that cannot be read is not found either, but keeps nobody from opening the rest.
        if let Ok(records) = table::year(conn, year) {
            insert_all(conn, &records.records())?;
        }
    }
    Ok(())
}

fn insert_all(conn: &Connection, records: &[Record]) -> Result<(), StoreError> {
    let mut text = String::new();
    records.iter().try_for_each(|record| insert(conn, record, &mut text))
}

/// Notes what these changes make wrong in the index, inside their transaction.
pub(crate) fn note(conn: &Connection, images: &[Image]) -> Result<(), StoreError> {
    let mut stmt = conn.prepare_cached("INSERT OR IGNORE INTO search_stale (row) VALUES (?1)")?;
    for image in images.iter().filter(|image| reads_differently(image)) {
        for record in image.before.iter().chain(&image.after) {
            stmt.execute([row_of(record)])?;
        }
    }
    Ok(())
}

fn reads_differently(image: &Image) -> bool {
    match (&image.before, &image.after) {
        (Some(before), Some(after)) => {
            row_of(before) != row_of(after) || texts(before) != texts(after)
        }
        _ => true,
    }
}

/// Takes all that was noted into the index, inside the caller's transaction.
pub(super) fn take_in(conn: &Connection) -> Result<(), StoreError> {
    let mut text = String::new();
    for row in stale(conn)? {
        remove(conn, row)?;
        if let Some(record) = record_at(conn, row)? {
            insert(conn, &record, &mut text)?;
        }
    }
    conn.prepare_cached("DELETE FROM search_stale")?.execute(())?;
    Ok(())
}

fn insert(conn: &Connection, record: &Record, text: &mut String) -> Result<(), StoreError> {
    text.clear();
    for (_, part) in texts(record) {
        tokens(&part, text);
    }
    conn.prepare_cached("INSERT INTO search_index (rowid, text) VALUES (?1, ?2)")?
        .execute((row_of(record), text.as_str()))?;
    Ok(())
}

fn remove(conn: &Connection, row: i64) -> Result<(), StoreError> {
    conn.prepare_cached("DELETE FROM search_index WHERE rowid = ?1")?.execute([row])?;
    Ok(())
}

/// Rows that the index does not have as they now are, in order.
pub(super) fn stale(conn: &Connection) -> Result<Vec<i64>, StoreError> {
    let mut stmt = conn.prepare_cached("SELECT row FROM search_stale ORDER BY row")?;
    Ok(stmt.query_map((), |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Years later than this, or before 0, stand together at an end.
const LAST_YEAR: i32 = 99_999;
const ID_BITS: u32 = 40;
const KIND_BITS: u32 = 4;

/// A record's row in the index: rows in their order are hits in theirs, what belongs to no year
/// before the newest year, and in a year the oldest record first.
pub(super) fn row_of(record: &Record) -> i64 {
    let year = record.year().map_or(0, |year| 1 + i64::from(LAST_YEAR - year.clamp(0, LAST_YEAR)));
    let kind = Kind::ALL.iter().position(|kind| *kind == record.kind()).unwrap_or_default();
    let id = record.id().0 & ((1 << ID_BITS) - 1);
    (year << (ID_BITS + KIND_BITS)) | (id << KIND_BITS) | (kind as i64)
}

/// The record in a row, if it still is there and still there in the order.
pub(super) fn record_at(conn: &Connection, row: i64) -> Result<Option<Record>, StoreError> {
    let kind = usize::try_from(row & ((1 << KIND_BITS) - 1)).unwrap_or_default();
    let Some(kind) = Kind::ALL.get(kind).copied() else { return Ok(None) };
    let id = Id((row >> KIND_BITS) & ((1 << ID_BITS) - 1));
    let found = table::get(conn, RecordRef { kind, id })?;
    Ok(found.filter(|record| row_of(record) == row))
}
