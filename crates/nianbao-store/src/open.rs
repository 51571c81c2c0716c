//! Making and opening the file.

use std::path::Path;

use jiff::Timestamp;
use nianbao_core::record::{Record, Unit, Year};

use crate::{Store, StoreError};

impl Store {
    /// Makes a 库 of one unit with one year. What it starts with is no step of the journal: nothing
    /// undoes it.
    ///
    /// # Errors
    /// [`StoreError::Exists`]: a file is never overwritten. [`StoreError::NoFolder`],
    /// [`StoreError::NoPermission`], [`StoreError::DiskFull`]; then no file is left behind.
    pub fn create(path: &Path, unit: Unit, year: Year, at: Timestamp) -> Result<Self, StoreError> {
        Self::create_with(path, vec![Record::Unit(unit), Record::Year(year)], at)
    }

    /// Makes a 库 that starts with these records, the unit and at least one year among them; ids
    /// are placeholders, as in an edit.
    ///
    /// # Errors
    /// As [`Store::create`] and [`Store::edit`].
    pub fn create_with(
        path: &Path,
        records: Vec<Record>,
        at: Timestamp,
    ) -> Result<Self, StoreError> {
        let _ = (path, records, at);
        Err(StoreError::Failed("not yet".to_owned()))
    }

    /// Opens a 库, brings it to the newest shape, and holds it against every other process.
    ///
    /// # Errors
    /// Each of these leaves the file as it is: [`StoreError::Missing`], [`StoreError::Empty`],
    /// [`StoreError::Folder`], [`StoreError::NotLibrary`], [`StoreError::OtherProgram`],
    /// [`StoreError::Newer`], [`StoreError::NoPermission`], [`StoreError::ReadOnly`],
    /// [`StoreError::Busy`], [`StoreError::Damaged`], [`StoreError::DiskFull`].
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let _ = path;
        Err(StoreError::Failed("not yet".to_owned()))
    }
}
