//! A copy of a 库 in one file of its own, whole also while the 库 is open and being written: what lies
//! in the log beside it, which a copy by the file manager leaves out, is in it.

use std::fs::OpenOptions;
use std::path::Path;

use jiff::Timestamp;
use nianbao_core::record::Kind;
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use crate::held::is_open;
use crate::{Store, StoreError, journal, migrate, open, sound, table};

/// What a copy holds, for somebody who chooses among several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sight {
    pub unit: String,
    /// The newest first.
    pub years: Vec<i32>,
    /// How many records of each kind, the unit and the years left out.
    pub counts: Vec<(Kind, i64)>,
    /// When the last step was made, and its name.
    pub last: Option<(Timestamp, String)>,
    /// See [`Store::stamp`].
    pub stamp: String,
}

impl Store {
    /// Copies all that is stored into a new file, and looks whether the copy is sound.
    ///
    /// # Errors
    /// [`StoreError::Exists`], [`StoreError::NoFolder`], [`StoreError::DiskFull`] …; then there is no
    /// new file. [`StoreError::Damaged`] where this 库 itself is.
    pub fn copy_to(&self, to: &Path) -> Result<(), StoreError> {
        copy(&self.conn, to)
    }

    /// Changes with every write: two files of one 库 with the same stamp hold the same.
    ///
    /// # Errors
    /// Only what the disk says.
    pub fn stamp(&self) -> Result<String, StoreError> {
        stamp(&self.conn)
    }
}

/// Copies a 库 that nobody has open, as it lies there: also one of an older version.
///
/// # Errors
/// As [`Store::open`] and [`Store::copy_to`].
pub fn copy_closed(from: &Path, to: &Path) -> Result<(), StoreError> {
    let held = open::claim(from)?;
    let copied = open::connect(from).and_then(|conn| copy(&conn, to));
    drop(held);
    copied
}

/// Says what is in a copy, without opening it for work. Nothing is written.
///
/// # Errors
/// As [`Store::open`].
pub fn sight(path: &Path) -> Result<Sight, StoreError> {
    let conn = unopened(path)?;
    let mut counts = Vec::new();
    for kind in Kind::ALL {
        // A kind that came with a later version is not in an older file.
        let sql = format!("SELECT count(*) FROM {}", table::name(kind));
        let count: i64 = conn.query_row(&sql, (), |row| row.get(0)).unwrap_or_default();
        if count > 0 && !matches!(kind, Kind::Unit | Kind::Year) {
            counts.push((kind, count));
        }
    }
    let last = journal::history(&conn, None, 1)?.into_iter().next();
    Ok(Sight {
        unit: conn.query_row("SELECT name FROM unit", (), |row| row.get(0))?,
        years: table::year_numbers(&conn)?,
        counts,
        last: last.map(|step| (step.turned.unwrap_or(step.at).max(step.at), step.name)),
        stamp: stamp(&conn)?,
    })
}

/// The stamp of a copy: see [`Store::stamp`]. Nothing is written.
///
/// # Errors
/// As [`Store::open`].
pub fn stamp_of(path: &Path) -> Result<String, StoreError> {
    stamp(&unopened(path)?)
}

fn unopened(path: &Path) -> Result<Connection, StoreError> {
    if is_open(path) {
        return Err(StoreError::Busy);
    }
    open::inspect(path)?;
    let conn = open::connect_to_read(path)?;
    if migrate::version(&conn)? == 0 {
        return Err(StoreError::Empty);
    }
    Ok(conn)
}

fn copy(from: &Connection, to: &Path) -> Result<(), StoreError> {
    open::reserve(to)?;
    fill(from, to).inspect_err(|_| open::remove(to))
}

fn fill(from: &Connection, to: &Path) -> Result<(), StoreError> {
    let mut conn = open::bare(to)?;
    // Nobody relies on the copy before it is whole; it is synced once, at the end.
    conn.execute_batch("PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = OFF;")?;
    let backup = Backup::new(from, &mut conn)?;
    match backup.step(-1)? {
        StepResult::Done => {}
        StepResult::Busy | StepResult::Locked => return Err(StoreError::Busy),
        _ => return Err(StoreError::Failed("backup stopped midway".to_owned())),
    }
    drop(backup);
    // One file with nothing beside it, which can be looked at on a disk that cannot be written.
    conn.execute_batch("PRAGMA journal_mode = DELETE")?;
    sound::full(&conn)?;
    conn.close().map_err(|(_, error)| error)?;
    OpenOptions::new().write(true).open(to)?.sync_all()?;
    Ok(())
}

/// The journal tells of every edit; what is kept beside the records has rows of its own.
fn stamp(conn: &Connection) -> Result<String, StoreError> {
    const PARTS: [(&str, &str); 7] = [
        ("step", "max(id), max(at), max(turned), count(*)"),
        ("snapshot", "max(id), count(*)"),
        ("copy", "max(id), count(*)"),
        ("export", "max(id), count(*)"),
        ("accepted", "max(at), count(*)"),
        ("rule_off", "group_concat(code), count(*)"),
        ("own_word", "max(id), count(*)"),
    ];
    let mut stamp = String::new();
    for (name, columns) in PARTS {
        let there =
            "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1)";
        if !conn.query_row(there, [name], |row| row.get::<_, bool>(0))? {
            continue;
        }
        let sql = format!("SELECT concat_ws(',', {columns}) FROM {name}");
        stamp += &conn.query_row(&sql, (), |row| row.get::<_, String>(0))?;
        stamp.push(';');
    }
    Ok(stamp)
}
