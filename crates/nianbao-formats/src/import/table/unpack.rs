//! What a zip file really holds, before anybody unpacks it: counted by bytes read, never by what it says
//! of itself.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::TableError;

/// More than this no document of a person has.
struct Limits {
    entries: usize,
    /// Bytes of one part, and of all.
    part: u64,
    all: u64,
    /// So many times larger than packed, from so many bytes on.
    ratio: u64,
    ratio_from: u64,
}

/// Bytes of one part.
pub(in crate::import) const MOST_PART: u64 = 64 << 20;

const LIMITS: Limits =
    Limits { entries: 4096, part: MOST_PART, all: 256 << 20, ratio: 400, ratio_from: 1 << 20 };

/// Reads every part to its end or to the limit.
///
/// # Errors
/// No zip file; a part that cannot be read; more of anything than a document has.
pub(in crate::import) fn check(bytes: &[u8]) -> Result<(), TableError> {
    within(bytes, &LIMITS)
}

fn within(bytes: &[u8], limits: &Limits) -> Result<(), TableError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| TableError::Broken)?;
    if archive.len() > limits.entries {
        return Err(TableError::Bomb);
    }
    let mut all = 0;
    for n in 0..archive.len() {
        let mut part = archive.by_index(n).map_err(|_| TableError::Broken)?;
        let packed = part.compressed_size().max(1);
        let mut buffer = [0; 32 * 1024];
        let mut size = 0;
        loop {
            match part.read(&mut buffer) {
                Ok(0) => break,
                Ok(read) => size += read as u64,
                Err(_) => return Err(TableError::Broken),
            }
            let blown = size > limits.ratio_from && size / packed > limits.ratio;
            if size > limits.part || all + size > limits.all || blown {
                return Err(TableError::Bomb);
            }
        }
        all += size;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    /// Parts of so many bytes, of spaces or hardly to be packed.
    fn zip(parts: &[(usize, bool)]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (n, (size, even)) in parts.iter().enumerate() {
            zip.start_file(n.to_string(), SimpleFileOptions::default()).unwrap();
            let mut seed = 7_u32;
            let bytes = (0..*size).map(|_| {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                if *even { b' ' } else { (seed >> 24) as u8 }
            });
            zip.write_all(&bytes.collect::<Vec<_>>()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn each_limit_holds_by_itself() {
        let limits = Limits { entries: 5, part: 9000, all: 20_000, ratio: 10, ratio_from: 1000 };
        let uneven = |sizes: &[usize]| sizes.iter().map(|size| (*size, false)).collect::<Vec<_>>();
        for (parts, fine) in [
            (uneven(&[9000, 9000]), true),
            (uneven(&[9001]), false),
            (uneven(&[7000, 7000, 7000]), false),
            (uneven(&[1; 5]), true),
            (uneven(&[1; 6]), false),
            (vec![(1000, true)], true),
            (vec![(5000, true)], false),
        ] {
            assert_eq!(within(&zip(&parts), &limits).is_ok(), fine, "{parts:?}");
        }
        assert_eq!(within(b"PK\x03\x04", &limits), Err(TableError::Broken));
    }
}
