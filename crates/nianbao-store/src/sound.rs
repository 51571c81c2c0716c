//! Whether the file holds together.

use rusqlite::Connection;

use crate::search::index;
use crate::{Store, StoreError};

impl Store {
    /// Looks at every page, every row and every index.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] with what SQLite says of it.
    pub fn check(&self) -> Result<(), StoreError> {
        full(&self.conn)
    }
}

pub(crate) fn full(conn: &Connection) -> Result<(), StoreError> {
    told(conn, "PRAGMA integrity_check(1)")
}

/// The tables of the records and of their history, not what is in the indexes, and not the bytes of
/// evidence, which have a hash of their own: a 库 of many files opens as quickly as one of few.
pub(crate) fn quick(conn: &Connection) -> Result<(), StoreError> {
    for name in tables(conn)? {
        if name != "copy_part" && !index::is_ours(&name) {
            told(conn, &format!("PRAGMA quick_check(\"{name}\")"))?;
        }
    }
    Ok(())
}

/// Whether the tables of the search index do. It can always be made anew.
pub(crate) fn index_is_sound(conn: &Connection) -> bool {
    let Ok(names) = tables(conn) else { return false };
    let mut ours = names.iter().filter(|name| index::is_ours(name));
    ours.all(|name| told(conn, &format!("PRAGMA quick_check(\"{name}\")")).is_ok())
}

/// Every table that has pages.
pub(crate) fn tables(conn: &Connection) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT name FROM sqlite_schema
               WHERE type = 'table' AND rootpage > 0 AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
    let mut stmt = conn.prepare(sql)?;
    Ok(stmt.query_map((), |row| row.get(0))?.collect::<Result<_, _>>()?)
}

fn told(conn: &Connection, sql: &str) -> Result<(), StoreError> {
    let said: String = conn.query_row(sql, (), |row| row.get(0))?;
    if said == "ok" { Ok(()) } else { Err(StoreError::Damaged(said)) }
}
