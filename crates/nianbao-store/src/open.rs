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

use crate::held::Held;
use crate::image::apply;
use crate::migrate::{self, APPLICATION_ID};
use crate::search::index;
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
        let made = Held::claim(&path).and_then(|held| fill(&path, held, records, at));
        made.inspect_err(|_| {
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
        let meta = std::fs::metadata(&path)?;
        if meta.is_dir() {
            return Err(StoreError::Folder);
        }
        // A pipe would keep us waiting for ever.
        if !meta.is_file() {
            return Err(StoreError::NotLibrary);
        }
        let held = Held::claim(&path)?;
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
        if !index::is_current(&conn)? {
            let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            index::rebuild(&tx)?;
            tx.commit()?;
        }
        Ok(Self { conn, path, held })
    }

    /// Lets go of the file, with everything in the one file and nothing beside it (on a full disk the
    /// log stays beside it until the next opening). Dropping the store does the same, but cannot say
    /// what went wrong.
    ///
    /// # Errors
    /// Only what the disk says.
    pub fn close(self) -> Result<(), StoreError> {
        let Self { conn, held, .. } = self;
        let closed = conn.close();
        drop(held);
        closed.map_err(|(_, error)| error.into())
    }
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
        // A copy of 64 MiB goes through the log once; it need not stay that long.
        conn.execute_batch("PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 4194304;")?;
    }
    // Takes the exclusive lock now, not at the first read of a screen.
    conn.execute_batch("BEGIN IMMEDIATE; COMMIT;")?;
    Ok(())
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
    write_ahead(&conn)?;
    Ok(Store { conn, path: path.to_owned(), held })
}
