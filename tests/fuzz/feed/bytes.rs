use encoding_rs::{BIG5, GB18030, GBK, SHIFT_JIS};

use super::Rng;
use super::pieces::NUMBERS;

/// Text in the encodings that people's files have, and those damaged.
pub fn encoded(rng: &mut Rng, text: &str) -> Vec<u8> {
    let wide = |mark: bool, to: fn(u16) -> [u8; 2]| -> Vec<u8> {
        mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16()).flat_map(to).collect()
    };
    let mark = rng.one_in(2);
    let mut out = match rng.below(8) {
        0 => GB18030.encode(text).0.into_owned(),
        1 => GBK.encode(text).0.into_owned(),
        2 => BIG5.encode(text).0.into_owned(),
        3 => SHIFT_JIS.encode(text).0.into_owned(),
        4 => wide(mark, u16::to_le_bytes),
        5 => wide(mark, u16::to_be_bytes),
        6 if mark => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        _ => text.as_bytes().to_vec(),
    };
    if rng.one_in(2) {
        damage(rng, &mut out);
    }
    out
}

/// A seed whose bytes are damaged.
pub fn damaged(rng: &mut Rng, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut out = seeds[rng.below(seeds.len())].clone();
    for _ in 0..rng.few(8) {
        damage(rng, &mut out);
    }
    out
}

/// Some bytes are others, gone, or there more than once.
pub fn damage(rng: &mut Rng, bytes: &mut Vec<u8>) {
    for _ in 0..rng.few(16) {
        let at = rng.below(bytes.len() + 1);
        let length = rng.few(64).min(bytes.len() - at);
        match rng.below(7) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..at + length)),
            2 => {
                let again = bytes[at..at + length].to_vec();
                bytes.splice(at..at, again);
            }
            3 => {
                let number = NUMBERS[rng.below(NUMBERS.len())].to_le_bytes();
                let size = [1, 2, 4, 8][rng.below(4)];
                for (to, from) in bytes[at..].iter_mut().zip(&number[..size]) {
                    *to = *from;
                }
            }
            _ => {
                let new = rng.next() as u8;
                if let Some(old) = bytes.get_mut(at) {
                    *old = if rng.one_in(2) { new } else { *old ^ (1 << (new & 7)) };
                }
            }
        }
    }
}
