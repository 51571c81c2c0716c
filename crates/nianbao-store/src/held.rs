//! Which files this process has open.
//!
//! On Unix a process loses all its locks on a file as soon as it closes any descriptor of it, also
//! one it only read with. So before a file is looked at, it is asked here whether a store holds it.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::StoreError;

static HELD: Mutex<BTreeSet<Identity>> = Mutex::new(BTreeSet::new());

/// Whether a [`Store`] of this process has the file open, under whatever name.
///
/// Such a file is not to be opened by other means in this process, not even to read it: closing it
/// would let other programs in (see [`Store`]).
///
/// [`Store`]: crate::Store
pub fn is_open(path: &Path) -> bool {
    Identity::of(path).is_ok_and(|identity| held().contains(&identity))
}

fn held() -> MutexGuard<'static, BTreeSet<Identity>> {
    // A panic elsewhere leaves the set as whole as it was.
    HELD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What tells a file from another, whatever it is called.
#[cfg(unix)]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Identity(u64, u64);

#[cfg(unix)]
impl Identity {
    fn of(path: &Path) -> io::Result<Self> {
        use std::os::unix::fs::MetadataExt;
        std::fs::metadata(path).map(|meta| Self(meta.dev(), meta.ino()))
    }
}

#[cfg(not(unix))]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Identity(std::path::PathBuf);

#[cfg(not(unix))]
impl Identity {
    fn of(path: &Path) -> io::Result<Self> {
        path.canonicalize().map(Self)
    }
}

/// A file this process has open; others are let at it when this is dropped.
#[derive(Debug)]
pub(crate) struct Held(Identity);

impl Held {
    /// # Errors
    /// [`StoreError::Busy`] where a store holds it already; [`StoreError::Missing`].
    pub(crate) fn claim(path: &Path) -> Result<Self, StoreError> {
        let identity = Identity::of(path)?;
        if held().insert(identity.clone()) { Ok(Self(identity)) } else { Err(StoreError::Busy) }
    }

    /// Refuses a path where that file no longer is, or is empty. The system would take what is
    /// written into a deleted file, and lose it at closing.
    pub(crate) fn check_at(&self, path: &Path) -> Result<(), StoreError> {
        if std::fs::metadata(path)?.len() == 0 {
            return Err(StoreError::Empty);
        }
        if Identity::of(path)? == self.0 { Ok(()) } else { Err(StoreError::Missing) }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        held().remove(&self.0);
    }
}
