use super::Rng;
use super::pieces::PIECES;

/// Text of a report stays under so many characters: long ones have tests of their own.
const MOST: usize = 20_000;

pub fn text(rng: &mut Rng, seeds: &[Vec<u8>]) -> String {
    let mut out: Vec<char> = match rng.below(10) {
        0..=3 => patched(rng, seeds),
        4..=7 => seed(rng, seeds),
        8 => repeated(rng),
        _ => noise(rng),
    };
    for _ in 0..rng.few(30) - 1 {
        change(rng, &mut out, seeds);
    }
    out.truncate(MOST);
    out.into_iter().collect()
}

/// A table in text, with what spreadsheets put between cells.
pub fn table(rng: &mut Rng, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut out = if rng.one_in(2) {
        seed(rng, seeds)
    } else {
        let separator = rng.pick(&["\t", ",", ";", "，"]);
        let (rows, columns) = (rng.few(60), rng.few(20));
        let mut text = String::new();
        for _ in 0..rows {
            for _ in 0..columns {
                let heads = [
                    "指标",
                    "本年",
                    "上年",
                    "单位",
                    "一级指标",
                    "编号",
                    "评分标准",
                    "1.1",
                    "A",
                    "",
                ];
                let cell = if rng.one_in(3) { rng.pick(&heads) } else { rng.pick(PIECES) };
                text.push_str(cell);
                text.push_str(separator);
            }
            text.push('\n');
        }
        text.chars().collect()
    };
    for _ in 0..rng.few(30) - 1 {
        change(rng, &mut out, seeds);
    }
    out.truncate(MOST);
    out.into_iter().collect::<String>().into_bytes()
}

fn lossy(seed: &[u8]) -> String {
    String::from_utf8_lossy(seed).into_owned()
}

/// A seed or, of a long one, some of its lines.
fn seed(rng: &mut Rng, seeds: &[Vec<u8>]) -> Vec<char> {
    if seeds.is_empty() {
        return patched(rng, seeds);
    }
    let text = lossy(&seeds[rng.below(seeds.len())]);
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let from = rng.below(lines.len());
    let count = rng.few(200);
    lines.iter().skip(from).take(count).flat_map(|line| line.chars()).collect()
}

fn patched(rng: &mut Rng, seeds: &[Vec<u8>]) -> Vec<char> {
    let mut out = Vec::new();
    for _ in 0..rng.few(400) {
        match rng.below(8) {
            0 if !seeds.is_empty() => {
                let text = lossy(&seeds[rng.below(seeds.len())]);
                let lines: Vec<&str> = text.lines().collect();
                if !lines.is_empty() {
                    out.extend(lines[rng.below(lines.len())].chars());
                }
            }
            1 => out.extend(rng.below(100_000).to_string().chars()),
            _ => out.extend(rng.pick(PIECES).chars()),
        }
        if rng.one_in(4) {
            out.push('\n');
        }
    }
    out
}

fn repeated(rng: &mut Rng) -> Vec<char> {
    let count = rng.few(3);
    let block: String = (0..count).map(|_| rng.pick(PIECES)).collect();
    let times = rng.few(3000);
    block.repeat(times).chars().take(MOST).collect()
}

fn noise(rng: &mut Rng) -> Vec<char> {
    (0..rng.few(200)).map(|_| character(rng)).collect()
}

fn character(rng: &mut Rng) -> char {
    let (from, length) = match rng.below(8) {
        0 => (0, 0x20),
        1 => (0x20, 0x60),
        2 => (0x80, 0x180),
        3 => (0x2000, 0x70),
        4 => (0x3000, 0x40),
        5 => (0xFF00, 0xF0),
        6 => (0, 0x11_0000),
        _ => (0x4E00, 0x5200),
    };
    char::from_u32(from + rng.below(length) as u32).unwrap_or('\u{FFFD}')
}

/// One change somewhere.
fn change(rng: &mut Rng, text: &mut Vec<char>, seeds: &[Vec<u8>]) {
    let at = rng.below(text.len() + 1);
    let length = rng.few(200).min(text.len() - at);
    match rng.below(8) {
        0 => drop(text.drain(at..at + length)),
        1 => {
            let block = text[at..at + length].to_vec();
            let times = rng.few(40).min(MOST / block.len().max(1));
            let more: Vec<char> = block.iter().copied().cycle().take(block.len() * times).collect();
            text.splice(at..at, more);
        }
        2 => {
            let other = rng.below(text.len() + 1);
            if at < text.len() && other < text.len() {
                text.swap(at, other);
            }
        }
        3 => {
            let new = character(rng);
            if let Some(old) = text.get_mut(at) {
                *old = new;
            }
        }
        4 => {
            let more = seed_line(rng, seeds);
            text.splice(at..at, more);
        }
        5 => text.truncate(at),
        _ => {
            let piece: Vec<char> = rng.pick(PIECES).chars().collect();
            text.splice(at..at, piece);
        }
    }
}

fn seed_line(rng: &mut Rng, seeds: &[Vec<u8>]) -> Vec<char> {
    let mut line = seed(rng, seeds);
    line.truncate(300);
    line
}
