//! What a zip file really holds, before anybody unpacks it: counted by bytes read, never by what it says
//! of itself.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::TableError;

const MOST_ENTRIES: usize = 4096;
const MOST_IN_A_PART: u64 = 64 << 20;
const MOST_IN_ALL: u64 = 256 << 20;
/// So many times larger than packed, from a size on, is no document.
const MOST_RATIO: u64 = 400;
const RATIO_FROM: u64 = 1 << 20;

/// Reads every part to its end or to the limit.
///
/// # Errors
/// No zip file; a part that cannot be read; more of anything than a document has.
pub(super) fn check(bytes: &[u8]) -> Result<(), TableError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| TableError::Broken)?;
    if archive.len() > MOST_ENTRIES {
        return Err(TableError::Bomb);
    }
    let mut all = 0;
    for n in 0..archive.len() {
        let mut part = archive.by_index(n).map_err(|_| TableError::Broken)?;
        let packed = part.compressed_size();
        let size = size(&mut part)?;
        all += size;
        let blown = size > RATIO_FROM && size / packed.max(1) > MOST_RATIO;
        if size > MOST_IN_A_PART || all > MOST_IN_ALL || blown {
            return Err(TableError::Bomb);
        }
    }
    Ok(())
}

/// Up to one more than a part may have.
fn size(part: &mut impl Read) -> Result<u64, TableError> {
    let mut buffer = [0; 32 * 1024];
    let mut size = 0;
    while size <= MOST_IN_A_PART {
        match part.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => size += read as u64,
            Err(_) => return Err(TableError::Broken),
        }
    }
    Ok(size)
}
