use super::pieces::{PIECES, TAGS, XML};
use super::{Rng, bytes};

const MOST: usize = 100_000;

pub fn page(rng: &mut Rng, seeds: &[Vec<u8>]) -> Vec<u8> {
    let seed = seeds.get(rng.below(seeds.len() + 1)).map_or(&b""[..], Vec::as_slice);
    let mut out = markup(rng, &String::from_utf8_lossy(seed), TAGS);
    if rng.one_in(6) {
        out = bytes::encoded(rng, &String::from_utf8_lossy(&out));
    }
    out
}

pub fn xml(rng: &mut Rng, seed: &str) -> Vec<u8> {
    markup(rng, seed, XML)
}

/// A tree's text with tags lost, doubled, swapped, and others put in.
fn markup(rng: &mut Rng, seed: &str, tags: &'static [&'static str]) -> Vec<u8> {
    let mut parts: Vec<String> = split(seed);
    for _ in 0..rng.few(30) {
        let at = rng.below(parts.len() + 1);
        let length = rng.few(30).min(parts.len() - at);
        match rng.below(9) {
            0 => drop(parts.drain(at..at + length)),
            1 => {
                let again = parts[at..at + length].to_vec();
                parts.splice(at..at, again);
            }
            2 => {
                // Deep or wide.
                let times = rng.few(3000);
                let piece = rng.pick(tags).to_owned();
                parts.insert(at, piece.repeat(times.min(MOST / piece.len().max(1))));
            }
            3 => {
                let other = rng.below(parts.len());
                if at < parts.len() {
                    parts.swap(at, other);
                }
            }
            4 => parts.insert(at, rng.pick(PIECES).to_owned()),
            5 => {
                if let Some(part) = parts.get_mut(at) {
                    *part = with_other_value(rng, part);
                }
            }
            6 => parts.truncate(at.max(parts.len() / 2)),
            _ => parts.insert(at, rng.pick(tags).to_owned()),
        }
    }
    let mut out = parts.concat().into_bytes();
    out.truncate(MOST);
    if rng.one_in(10) {
        bytes::damage(rng, &mut out);
    }
    out
}

/// Tags and what stands between them.
fn split(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    for piece in text.split_inclusive('>') {
        match piece.find('<') {
            Some(at) if at > 0 => {
                out.push(piece[..at].to_owned());
                out.push(piece[at..].to_owned());
            }
            _ => out.push(piece.to_owned()),
        }
    }
    out
}

/// What stands between the first two quotes is something else.
fn with_other_value(rng: &mut Rng, tag: &str) -> String {
    let mut quotes = tag.match_indices('"').map(|(at, _)| at);
    let (Some(from), Some(to)) = (quotes.next(), quotes.next()) else { return tag.to_owned() };
    let value = if rng.one_in(2) {
        super::pieces::NUMBERS[rng.below(super::pieces::NUMBERS.len())].to_string()
    } else {
        rng.pick(PIECES).to_owned()
    };
    format!("{}{value}{}", &tag[..=from], &tag[to..])
}
