//! What was exported: kept beside the steps, so that undo and redo pass over it.

use jiff::Timestamp;
use rusqlite::{Connection, Row};

use crate::{Store, StoreError, journal};

/// A file that was written from a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    pub year: i32,
    /// To the millisecond.
    pub at: Timestamp,
    /// Key of the format.
    pub format: String,
    /// Key of the edition; empty: the format has none.
    pub edition: String,
    /// The file's name, without the folders above it.
    pub file: String,
    pub size: i64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub hash: String,
}

const COLUMNS: &str = "year, at, format, edition, file, size, hash";

impl Store {
    /// Notes an export under the last step there is. No step comes of it: what can be undone or redone
    /// stays the same.
    ///
    /// # Errors
    /// Only what the disk says.
    pub fn note_export(&mut self, export: &Export) -> Result<(), StoreError> {
        self.beside(|conn| {
            let Export { year, at, format, edition, file, size, hash } = export;
            let sql = format!(
                "INSERT INTO export (step, {COLUMNS})
                 VALUES ((SELECT ifnull(max(id), 0) FROM step), ?1, ?2, ?3, ?4, ?5, ?6, ?7)"
            );
            let at = at.as_millisecond();
            conn.execute(&sql, (year, at, format, edition, file, size, hash))?;
            Ok(())
        })
    }

    /// The last exports of a year, the newest first.
    ///
    /// # Errors
    /// Only what the disk says.
    pub fn exports(&self, year: i32, limit: usize) -> Result<Vec<Export>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM export WHERE year = ?1 ORDER BY id DESC LIMIT ?2");
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut stmt = self.conn.prepare_cached(&sql)?;
        Ok(stmt.query_map((year, limit), read)?.collect::<Result<_, _>>()?)
    }
}

/// Those made after a step and before the next, the newest first.
pub(crate) fn between(conn: &Connection, step: i64, next: i64) -> Result<Vec<Export>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM export WHERE step >= ?1 AND step < ?2 ORDER BY id DESC");
    let mut stmt = conn.prepare_cached(&sql)?;
    Ok(stmt.query_map((step, next), read)?.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Export> {
    Ok(Export {
        year: row.get(0)?,
        at: journal::time(1, row.get(1)?)?,
        format: row.get(2)?,
        edition: row.get(3)?,
        file: row.get(4)?,
        size: row.get(5)?,
        hash: row.get(6)?,
    })
}
