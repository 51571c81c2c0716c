//! What is fed to the doors: pieces of what they know, seeds changed here and there, and noise.

mod bytes;
mod calls;
mod markup;
mod packed;
mod pieces;
mod rng;
mod text;

use std::fs;
use std::path::Path;

pub use rng::Rng;

/// What a door eats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Food {
    /// Text of a report.
    Text,
    /// Bytes that may be such text in some encoding.
    Encoded,
    /// HTML.
    Page,
    /// A Word file.
    Word,
    /// A spreadsheet.
    Book,
    /// A table in text.
    Table,
    /// A template's file.
    Template,
    /// A 库.
    Library,
    /// Named calls, a line each: `["year.get", {"year": 2023}]`.
    Calls,
}

/// One meal after the other, the same for the same seed.
pub struct Feed {
    food: Food,
    rng: Rng,
    /// What the seeds and cases of this repository hold.
    seeds: Vec<Vec<u8>>,
}

impl Feed {
    pub fn new(food: Food, seed: u64) -> Self {
        Self { food, rng: Rng::new(seed), seeds: seeds(food) }
    }

    pub fn next(&mut self) -> Vec<u8> {
        let Self { food, rng, seeds } = self;
        match food {
            Food::Text => text::text(rng, seeds).into_bytes(),
            Food::Encoded => {
                let text = text::text(rng, seeds);
                bytes::encoded(rng, &text)
            }
            Food::Page => markup::page(rng, seeds),
            Food::Word | Food::Book => packed::packed(rng, seeds),
            Food::Table => text::table(rng, seeds),
            Food::Template => calls::document(rng, seeds),
            Food::Library => bytes::damaged(rng, seeds),
            Food::Calls => calls::calls(rng, seeds),
        }
    }
}

/// Files of a folder of the tests and all below it, in the order of their names.
fn files(folder: &str) -> Vec<Vec<u8>> {
    let mut out = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut out);
    out
}

fn collect(folder: &Path, out: &mut Vec<Vec<u8>>) {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() { collect(&path, out) } else { out.push(fs::read(&path).unwrap()) }
    }
}

fn seeds(food: Food) -> Vec<Vec<u8>> {
    match food {
        Food::Text | Food::Encoded => {
            [files("cases/check"), files("cases/import"), files("fuzz/seeds/text")].concat()
        }
        Food::Page => files("fuzz/seeds/page"),
        Food::Word => packed::words(),
        Food::Book => packed::books(),
        Food::Table => files("fuzz/seeds/table"),
        Food::Template => files("fuzz/seeds/template"),
        Food::Library => {
            let sqlite = |bytes: &Vec<u8>| bytes.starts_with(b"SQLite");
            files("files").into_iter().filter(sqlite).collect()
        }
        Food::Calls => files("fuzz/seeds/calls"),
    }
}
