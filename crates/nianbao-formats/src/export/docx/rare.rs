//! Characters a face has no shape for. GB2312 faces know 6,763 characters, names of people often hold
//! others; such a character is set in a wider face of the same kind, and said to have been.

use std::sync::OnceLock;

const FIRST: u32 = 0x4E00;
const WORDS: usize = 328;

/// The face to set `c` in, where `face` is not known to have it. None: `face` will do.
pub fn fallback(face: &str, c: char) -> Option<&'static str> {
    match c {
        // The commonest by far.
        '\u{0}'..='\u{2FFF}' | '\u{3001}'..='\u{3006}' => None,
        '〇' | '\u{4E00}'..='\u{9FA5}' => {
            if !narrow(face) || in_gb2312(c) {
                None
            } else if face.starts_with("仿宋") {
                Some("仿宋")
            } else if face.starts_with("楷体") {
                Some("楷体")
            } else if face.starts_with("方正小标宋") {
                Some("华文中宋")
            } else {
                Some("宋体")
            }
        }
        '\u{3400}'..='\u{4DBF}' | '\u{9FA6}'..='\u{9FFF}' => (face != "宋体").then_some("宋体"),
        '\u{20000}'..='\u{3FFFF}' => Some("宋体-ExtB"),
        _ => None,
    }
}

fn narrow(face: &str) -> bool {
    face.ends_with("_GB2312") || face.ends_with("简体")
}

fn in_gb2312(c: char) -> bool {
    static SET: OnceLock<[u64; WORDS]> = OnceLock::new();
    let at = u32::from(c).wrapping_sub(FIRST) as usize;
    let set = SET.get_or_init(gb2312);
    set.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1)
}

/// Rows 16 to 87 of GB2312 as a set, one bit a character from U+4E00.
fn gb2312() -> [u64; WORDS] {
    let mut bytes = Vec::with_capacity(72 * 94 * 2);
    for row in 0xB0..=0xF7_u8 {
        for cell in 0xA1..=0xFE_u8 {
            // The five empty places after row 55.
            if row != 0xD7 || cell < 0xFA {
                bytes.extend([row, cell]);
            }
        }
    }
    let mut set = [0; WORDS];
    for c in encoding_rs::GBK.decode_without_bom_handling(&bytes).0.chars() {
        let at = u32::from(c).wrapping_sub(FIRST) as usize;
        if let Some(word) = set.get_mut(at / 64) {
            *word |= 1 << (at % 64);
        }
    }
    set
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gb2312_has_its_6763_characters() {
        let count: u32 = gb2312().iter().map(|word| word.count_ones()).sum();
        assert_eq!(count, 6763);
    }

    #[test]
    fn a_name_outside_the_face_is_set_in_a_wider_one() {
        for (face, c, want) in [
            ("仿宋_GB2312", '国', None),
            ("仿宋_GB2312", '“', None),
            ("仿宋_GB2312", '。', None),
            ("仿宋_GB2312", '珺', Some("仿宋")),
            ("仿宋_GB2312", '〇', Some("仿宋")),
            ("楷体_GB2312", '堃', Some("楷体")),
            ("方正小标宋简体", '镕', Some("华文中宋")),
            ("仿宋", '珺', None),
            ("仿宋_GB2312", '䶮', Some("宋体")),
            ("仿宋", '㛃', Some("宋体")),
            ("仿宋_GB2312", '𬭎', Some("宋体-ExtB")),
            ("宋体", '𠀀', Some("宋体-ExtB")),
        ] {
            assert_eq!(fallback(face, c), want, "{face} {c}");
        }
    }
}
