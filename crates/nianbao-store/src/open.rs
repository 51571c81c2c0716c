//! Making and opening the file.
//!
//! WAL with `synchronous=FULL`: an edit is on the disk when `edit` returns, at the price of one sync
//! (a rollback journal asks for three), and a process killed at any moment leaves a file that opens.
//! `locking_mode=EXCLUSIVE`: the file is held from the first read on, so a second program meets
//! [`StoreError::Busy`] instead of half our state; the system lets go of it when the process dies,
//! and no shared-memory file is needed.

use std::fs::{File, OpenOptions};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use nianbao_core::record::{Record, Unit, Year};
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::image::apply;
use crate::migrate::{self, APPLICATION_ID};
use crate::{Change, Refused, Store, StoreError, edit, journal, table};

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
        // Claims the name: of two who create at once, one is told.
        let claimed = OpenOptions::new().write(true).create_new(true).open(&path);
        claimed.map_err(|error| match (StoreError::from(error), path.is_dir()) {
            (_, true) => StoreError::Exists,
            (StoreError::Missing, _) => StoreError::NoFolder,
            (error, _) => error,
        })?;
        fill(&path, records, at).inspect_err(|_| {
            for ending in ["", "-journal", "-wal"] {
                let mut name = path.clone().into_os_string();
                name.push(ending);
                // Best effort: the error that led here is the one to tell.
                let _ = std::fs::remove_file(name);
            }
        })
    }

    /// Opens a 库, brings it to the newest shape, and holds it against every other process.
    ///
    /// Reads the head of the file and its version; how long it takes does not depend on its size.
    ///
    /// # Errors
    /// Each leaves the records as they are: [`StoreError::Missing`], [`StoreError::Empty`],
    /// [`StoreError::Folder`], [`StoreError::NotLibrary`], [`StoreError::OtherProgram`],
    /// [`StoreError::Newer`], [`StoreError::NoPermission`], [`StoreError::ReadOnly`],
    /// [`StoreError::Busy`], [`StoreError::Damaged`], [`StoreError::DiskFull`].
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let path = absolute(path)?;
        inspect(&path)?;
        let mut conn = connect(&path)?;
        match migrate::version(&conn)? {
            // Our mark, but nothing in it: the program was stopped while it made the file.
            0 => return Err(StoreError::Empty),
            newer if newer > migrate::known() => {
                return Err(StoreError::Newer { file: newer, known: migrate::known() });
            }
            known if known == migrate::known() => {}
            _ => {
                let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
                migrate::run(&tx)?;
                tx.commit()?;
            }
        }
        write_ahead(&conn)?;
        Self::of(conn, path)
    }

    /// Lets go of the file, with everything in the one file and nothing beside it (on a full disk the
    /// log stays beside it until the next opening). Dropping the store does the same, but cannot say
    /// what went wrong.
    ///
    /// # Errors
    /// Only what the disk says.
    pub fn close(self) -> Result<(), StoreError> {
        self.conn.close().map_err(|(_, error)| error.into())
    }

    fn of(conn: Connection, path: PathBuf) -> Result<Self, StoreError> {
        let identity = identity(&path)?;
        Ok(Self { conn, path, identity })
    }

    /// Refuses to write into a file that was moved, deleted, emptied or replaced under us: the
    /// system would take the bytes and lose them at closing.
    pub(crate) fn check_there(&self) -> Result<(), StoreError> {
        if identity(&self.path)? != self.identity { Err(StoreError::Missing) } else { Ok(()) }
    }
}

/// What tells one file from another at the same path.
pub(crate) type Identity = (u64, u64);

#[cfg(unix)]
fn identity(path: &Path) -> Result<Identity, StoreError> {
    use std::os::unix::fs::MetadataExt;
    let meta = std::fs::metadata(path)?;
    if meta.len() == 0 { Err(StoreError::Empty) } else { Ok((meta.dev(), meta.ino())) }
}

/// Windows neither deletes nor renames a file that is open.
#[cfg(not(unix))]
fn identity(path: &Path) -> Result<Identity, StoreError> {
    let meta = std::fs::metadata(path)?;
    if meta.len() == 0 { Err(StoreError::Empty) } else { Ok((0, 0)) }
}

/// Later changes of the working folder must not move the file.
fn absolute(path: &Path) -> Result<PathBuf, StoreError> {
    // The only error is an empty path.
    std::path::absolute(path).map_err(|_| StoreError::Missing)
}

/// Says what the file is before SQLite touches it: it would take an empty file for a new database,
/// and leave files of its own beside another program's.
fn inspect(path: &Path) -> Result<(), StoreError> {
    const MAGIC: &[u8] = b"SQLite format 3\0";
    if std::fs::metadata(path)?.is_dir() {
        return Err(StoreError::Folder);
    }
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

fn connect(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
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

/// Where the disk cannot have a write-ahead log, the rollback journal stays, synced as strictly.
fn write_ahead(conn: &Connection) -> Result<(), StoreError> {
    let mode: String = conn.query_row("PRAGMA journal_mode = WAL", (), |row| row.get(0))?;
    if mode == "wal" {
        conn.execute_batch("PRAGMA synchronous = FULL;")?;
    }
    // Takes the exclusive lock now, not at the first read of a screen.
    conn.execute_batch("BEGIN IMMEDIATE; COMMIT;")?;
    Ok(())
}

/// Everything in one transaction of a rollback journal, so that the file itself, and not a log
/// beside it, has our mark from its first moment.
fn fill(path: &Path, records: Vec<Record>, at: Timestamp) -> Result<Store, StoreError> {
    let mut conn = connect(path)?;
    let tx = conn.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    migrate::run(&tx)?;
    let images = edit::stage(&tx, records.into_iter().map(Change::Put).collect())?;
    apply(&tx, &images)?;
    if !table::has_unit(&tx)? {
        return Err(Refused::UnitNeeded.into());
    }
    journal::write_origin(&tx, at)?;
    tx.commit()?;
    write_ahead(&conn)?;
    Store::of(conn, path.to_owned())
}
