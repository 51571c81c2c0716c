//! Whether what a font file counts can be counted: those who read it believe the numbers it holds, and a
//! damaged file of some kilobytes may claim thousands of millions of faces or characters.

/// Faces of one file; the largest collections have some dozens.
const MOST_FACES: u32 = 512;
/// Characters that one table of a face lists: no more than there are.
const MOST_CHARACTERS: u64 = 0x11_0000;

/// So many bytes of a file tell how many faces it says it holds.
pub(crate) const HEAD: u64 = 12;

/// Whether a file that begins so, a face or a collection of them, holds so many faces as a file may.
pub(crate) fn few_faces(head: &[u8]) -> bool {
    !head.starts_with(b"ttcf") || long(head, 8).is_some_and(|count| count <= MOST_FACES)
}

/// Whether no table of a face's `cmap` lists more characters than there are.
pub(crate) fn few_characters(cmap: &[u8]) -> bool {
    let tables = usize::from(short(cmap, 2).unwrap_or_default());
    (0..tables).all(|n| {
        let at = long(cmap, 4 + 8 * n + 4).and_then(|at| usize::try_from(at).ok());
        let table = at.and_then(|at| cmap.get(at..)).unwrap_or_default();
        listed(table) <= MOST_CHARACTERS
    })
}

/// How many characters a table lists; of the kinds that cannot list many, none.
fn listed(table: &[u8]) -> u64 {
    match short(table, 0) {
        Some(4) => {
            let segments = usize::from(short(table, 6).unwrap_or_default() / 2);
            let ends = 14;
            let starts = ends + 2 * segments + 2;
            let length = |n: usize| {
                let (start, end) = (short(table, starts + 2 * n)?, short(table, ends + 2 * n)?);
                Some(u64::from(end.saturating_sub(start)) + 1)
            };
            (0..segments).map_while(length).sum()
        }
        Some(10) => long(table, 16).map_or(0, u64::from),
        Some(12 | 13) => {
            let groups = usize::try_from(long(table, 12).unwrap_or_default()).unwrap_or_default();
            let length = |n: usize| {
                let (start, end) = (long(table, 16 + 12 * n)?, long(table, 20 + 12 * n)?);
                Some(u64::from(end.saturating_sub(start)) + 1)
            };
            (0..groups).map_while(length).sum()
        }
        _ => 0,
    }
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|two| u16::from_be_bytes(*two))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|four| u32::from_be_bytes(*four))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(numbers: &[(u32, usize)]) -> Vec<u8> {
        numbers.iter().flat_map(|(n, size)| n.to_be_bytes()[4 - size..].to_vec()).collect()
    }

    fn cmap(table: &[(u32, usize)]) -> Vec<u8> {
        [bytes(&[(0, 2), (1, 2), (3, 2), (10, 2), (12, 4)]), bytes(table)].concat()
    }

    #[test]
    fn a_face_counts_no_more_characters_than_there_are() {
        let ranges = |start, end| {
            cmap(&[(12, 2), (0, 2), (28, 4), (0, 4), (1, 4), (start, 4), (end, 4), (1, 4)])
        };
        assert!(few_characters(&ranges(0x4E00, 0x9FFF)));
        assert!(few_characters(&ranges(9, 3)));
        assert!(!few_characters(&ranges(0, 0xFFFF_FFF0)));
        // Said to have thousands of millions of ranges, of which one is there.
        let many = cmap(&[(12, 2), (0, 2), (28, 4), (0, 4), (u32::MAX, 4), (3, 4), (9, 4), (1, 4)]);
        assert!(few_characters(&many));
        let segments = |count: usize| {
            let head = [
                (4, 2),
                (0, 2),
                (0, 2),
                (2 * u32::try_from(count).unwrap(), 2),
                (0, 2),
                (0, 2),
                (0, 2),
            ];
            let all = [vec![(0xFFFF, 2); count], vec![(0, 2)], vec![(0, 2); count]].concat();
            cmap(&[head.to_vec(), all].concat())
        };
        assert!(few_characters(&segments(3)));
        assert!(!few_characters(&segments(2000)));
        assert!(few_characters(b"") && few_characters(b"\0\0\0\x09"));
    }

    #[test]
    fn a_collection_has_some_dozens_of_faces() {
        let file = |count| bytes(&[(u32::from_be_bytes(*b"ttcf"), 4), (0x10000, 4), (count, 4)]);
        assert!(few_faces(&file(12)) && few_faces(b"\0\x01\0\0") && few_faces(b""));
        assert!(!few_faces(&file(u32::MAX)) && !few_faces(b"ttcf"));
    }
}
