//! Making and opening the file.
//!
//! WAL with `synchronous=FULL`: an edit is on the disk when `edit` returns, at the price of one sync
//! (a rollback journal asks for three), and a process killed at any moment leaves a file that opens.
//! `locking_mode=EXCLUSIVE`: the file is held from the first read on, so a second program meets
//! [`StoreError::Busy`] instead of half our state; the system lets go of it when the process dies,
//! and no shared-memory file is needed. On another machine's disk the rollback journal stays: a log is
//! not safe there.

use std::fs::{File, OpenOptions};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use nianbao_core::record::{Record, Unit, Year};
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::held::Held;
use crate::image::apply;
use crate::look::Look;
use crate::migrate::{self, APPLICATION_ID};
use crate::network::on_network;
use crate::search::index;
use crate::{Change, Refused, Store, StoreError, edit, journal, sound, table};

/// How long to wait for another program to let go. A person is watching.
const PATIENCE: Duration = Duration::from_millis(300);

impl Store {
    /// Makes a 库 of one unit with one year. What it starts with cannot be undone.
    ///
    /// # Errors
    /// [`StoreError::Exists`]: a file is never overwritten. [`StoreError::NoFolder`],
    /// [`StoreError::NoPermission`], [`StoreError::ReadOnly`], [`StoreError::DiskFull`]. Then no file
    /// is left behind.
    pub fn create(path: &Path, unit: Unit, year: Year, at: Timestamp) -> Result<Self, StoreError> {
        Self::create_with(path, vec![Record::Unit(unit), Record::Year(year)], at)
    }

    /// Makes a 库 that starts with these records, the unit among them. All are new; their ids are
    /// placeholders, as in an edit.
    ///
    /// # Errors
    /// As [`Store::create`] and [`Store::edit`]; [`Refused::UnitNeeded`].
    pub fn create_with(
        path: &Path,
        records: Vec<Record>,
        at: Timestamp,
    ) -> Result<Self, StoreError> {
        let path = absolute(path)?;
        reserve(&path)?;
        let made = Held::claim(&path).and_then(|held| fill(&path, held, records, at));
        made.inspect_err(|_| remove(&path))
    }

    /// Opens a 库, brings it to the newest shape, and holds it against every other process.
    ///
    /// Looks whether the records and their history hold together; the bytes of evidence are not read.
    ///
    /// # Errors
    /// Each leaves the records as they are: [`StoreError::Missing`], [`StoreError::Empty`],
    /// [`StoreError::Folder`], [`StoreError::NotLibrary`], [`StoreError::OtherProgram`],
    /// [`StoreError::Newer`], [`StoreError::NoPermission`], [`StoreError::ReadOnly`],
    /// [`StoreError::Busy`], [`StoreError::Damaged`], [`StoreError::DiskFull`].
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let path = absolute(path)?;
        let held = claim(&path)?;
        let mut conn = connect(&path)?;
        bring_up(&mut conn)?;
        hold(&conn, &path)?;
        sound::quick(&conn)?;
        if !sound::index_is_sound(&conn) || !index::is_current(&conn)? {
            let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            index::rebuild(&tx)?;
            tx.commit()?;
        }
        Ok(Self { conn, file: path.clone(), path, held, look: None })
    }

    /// Opens a 库 to be looked at only: one that another program writes, or one that is damaged, as far
    /// as it can be read. What is shown is a copy made now at `beside`, which goes with the store; the
    /// file itself is left as it is.
    ///
    /// # Errors
    /// As [`Store::open`]; [`StoreError::Busy`] where it is written too fast to be copied.
    pub fn look(path: &Path, beside: &Path) -> Result<Self, StoreError> {
        let path = absolute(path)?;
        drop(claim(&path)?);
        let look = Look::take(&path, beside)?;
        let file = absolute(beside)?;
        let held = Held::claim(&file)?;
        let mut conn = connect(&file)?;
        bring_up(&mut conn)?;
        Ok(Self { conn, path, file, held, look: Some(look) })
    }

    /// Lets go of the file, with everything in the one file and nothing beside it (on a full disk the
    /// log stays beside it until the next opening). Dropping the store does the same, but cannot say
    /// what went wrong.
    ///
    /// # Errors
    /// Only what the disk says.
    pub fn close(self) -> Result<(), StoreError> {
        let Self { conn, held, look, .. } = self;
        let closed = conn.close();
        drop((held, look));
        closed.map_err(|(_, error)| error.into())
    }
}

/// Later changes of the working folder must not move the file.
fn absolute(path: &Path) -> Result<PathBuf, StoreError> {
    // The only error is an empty path.
    std::path::absolute(path).map_err(|_| StoreError::Missing)
}

/// Claims the name of a new file: of two who create at once, one is told.
pub(crate) fn reserve(path: &Path) -> Result<(), StoreError> {
    match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(_) => Ok(()),
        Err(_) if path.is_dir() => Err(StoreError::Exists),
        Err(error) => Err(match StoreError::from(error) {
            StoreError::Missing => StoreError::NoFolder,
            error => error,
        }),
    }
}

/// Takes away a file of ours with what SQLite keeps beside it. Best effort: where an error led here,
/// that one is the one to tell.
pub(crate) fn remove(path: &Path) {
    for ending in ["", "-journal", "-wal", "-shm"] {
        let _ = std::fs::remove_file(beside(path, ending));
    }
}

/// What SQLite keeps beside a file.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Says what the file is before SQLite touches it: it would take an empty file for a new database,
/// and leave files of its own beside another program's.
pub(crate) fn inspect(path: &Path) -> Result<(), StoreError> {
    const MAGIC: &[u8] = b"SQLite format 3\0";
    let mut head = Vec::new();
    File::open(path)?.take(100).read_to_end(&mut head)?;
    if head.is_empty() {
        return Err(StoreError::Empty);
    }
    if !head.starts_with(MAGIC) {
        return Err(StoreError::NotLibrary);
    }
    match head.get(68..72) {
        Some(mark) if mark == APPLICATION_ID.to_be_bytes() => Ok(()),
        Some(_) => Err(StoreError::OtherProgram),
        None => Err(StoreError::Damaged("head is cut short".to_owned())),
    }
}

/// Says that there is a 库, and takes it as ours against the rest of this process.
pub(crate) fn claim(path: &Path) -> Result<Held, StoreError> {
    let meta = std::fs::metadata(path)?;
    if meta.is_dir() {
        return Err(StoreError::Folder);
    }
    // A pipe would keep us waiting for ever.
    if !meta.is_file() {
        return Err(StoreError::NotLibrary);
    }
    let held = Held::claim(path)?;
    inspect(path)?;
    Ok(held)
}

/// A file as it is, with no wish of ours about it.
pub(crate) fn bare(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Ok(Connection::open_with_flags(path, flags)?)
}

pub(crate) fn connect_to_read(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    conn.busy_timeout(PATIENCE)?;
    conn.execute_batch("PRAGMA trusted_schema = OFF;")?;
    Ok(conn)
}

pub(crate) fn connect(path: &Path) -> Result<Connection, StoreError> {
    let conn = bare(path)?;
    if conn.is_readonly("main")? {
        return Err(StoreError::ReadOnly);
    }
    conn.busy_timeout(PATIENCE)?;
    conn.set_prepared_statement_cache_capacity(64);
    conn.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE;
         PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA temp_store = MEMORY;
         PRAGMA synchronous = EXTRA;",
    )?;
    Ok(conn)
}

/// Takes the exclusive lock now, not at the first read of a screen. On another machine's disk, and where
/// this one cannot have a write-ahead log, the rollback journal stays, synced as strictly.
fn hold(conn: &Connection, path: &Path) -> Result<(), StoreError> {
    if !on_network(path) {
        let mode: String = conn.query_row("PRAGMA journal_mode = WAL", (), |row| row.get(0))?;
        if mode == "wal" {
            // A copy of 64 MiB goes through the log once; it need not stay that long.
            conn.execute_batch("PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 4194304;")?;
        }
    }
    conn.execute_batch("BEGIN IMMEDIATE; COMMIT;")?;
    Ok(())
}

/// Brings a file to the newest shape.
fn bring_up(conn: &mut Connection) -> Result<(), StoreError> {
    match migrate::version(conn)? {
        // Our mark, but nothing in it: the program was stopped while it made the file.
        0 => Err(StoreError::Empty),
        newer if newer > migrate::known() => {
            Err(StoreError::Newer { file: newer, known: migrate::known() })
        }
        known if known == migrate::known() => Ok(()),
        _ => {
            let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            migrate::run(&tx)?;
            Ok(tx.commit()?)
        }
    }
}

/// Everything in one transaction of a rollback journal, so that the file itself, and not a log
/// beside it, has our mark from its first moment.
fn fill(path: &Path, held: Held, records: Vec<Record>, at: Timestamp) -> Result<Store, StoreError> {
    let mut conn = connect(path)?;
    let tx = conn.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    migrate::run(&tx)?;
    index::rebuild(&tx)?;
    let images = edit::stage(&tx, records.into_iter().map(Change::Put).collect())?;
    apply(&tx, &images)?;
    if !table::has_unit(&tx)? {
        return Err(Refused::UnitNeeded.into());
    }
    journal::write_origin(&tx, at)?;
    tx.commit()?;
    hold(&conn, path)?;
    Ok(Store { conn, path: path.to_owned(), file: path.to_owned(), held, look: None })
}

/// Whether opening this file would bring it to a newer shape.
///
/// # Errors
/// As [`Store::open`].
pub fn is_older(path: &Path) -> Result<bool, StoreError> {
    let path = absolute(path)?;
    let held = claim(&path)?;
    let mut head = Vec::new();
    File::open(&path)?.take(64).read_to_end(&mut head)?;
    drop(held);
    let version = head.get(60..64).and_then(|bytes| bytes.try_into().ok()).map(u32::from_be_bytes);
    Ok(version.is_some_and(|version| (1..migrate::known()).contains(&version)))
}
