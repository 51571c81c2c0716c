//! The bytes of a file that is not ours to open: another program writes it, or it is damaged.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use crate::StoreError;
use crate::held::is_open;
use crate::open::{self, beside};

/// How often to begin again when the writer was quicker.
const TRIES: usize = 5;

/// As long as the head of a log, which changes whenever the log begins anew, and enough of the file to
/// hold its counter.
const HEAD: u64 = 32;

/// A copy that goes when it is no longer looked at.
#[derive(Debug)]
pub(crate) struct Look(PathBuf);

impl Look {
    /// Takes the file at `path` with its log.
    ///
    /// The writer may go on meanwhile. What it moves from the log into the file while we read is in
    /// the log too, as long as the log does not begin anew: so the log is read after the file, and both
    /// again where a head has changed. Without a log, the file's own head counts the transactions.
    pub(crate) fn take(path: &Path, to: &Path) -> Result<Self, StoreError> {
        // To close it would let go of our own locks on it.
        if is_open(path) {
            return Err(StoreError::Busy);
        }
        let look = Self(to.to_owned());
        let heads = || Ok::<_, io::Error>((head(path)?, head(&beside(path, "-wal"))?));
        for _ in 0..TRIES {
            let before = heads()?;
            copy(path, to)?;
            for ending in ["-wal", "-journal"] {
                match copy(&beside(path, ending), &beside(to, ending)) {
                    Err(error) if error.kind() != io::ErrorKind::NotFound => {
                        return Err(error.into());
                    }
                    // Of the try before this one.
                    Err(_) => drop(std::fs::remove_file(beside(to, ending))),
                    Ok(()) => {}
                }
            }
            if heads()? == before {
                return Ok(look);
            }
        }
        Err(StoreError::Busy)
    }
}

impl Drop for Look {
    fn drop(&mut self) {
        // What cannot be removed is overwritten by the next look.
        open::remove(&self.0);
    }
}

/// The first bytes of a file; none where there is none or an empty one.
fn head(file: &Path) -> io::Result<Option<Vec<u8>>> {
    let mut head = Vec::new();
    match File::open(file) {
        Ok(file) => file.take(HEAD).read_to_end(&mut head)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    Ok((!head.is_empty()).then_some(head))
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let mut from = File::open(from)?;
    let mut to = OpenOptions::new().write(true).create(true).truncate(true).open(to)?;
    io::copy(&mut from, &mut to)?;
    to.flush()?;
    to.rewind()
}
