//! Word files and spreadsheets: zip files whose parts are changed before they are packed.

use std::io::{Cursor, Read, Write};

use nianbao_core::doc::Doc;
use nianbao_core::looks::Looks;
use nianbao_formats::export::docx;
use nianbao_formats::export::sheet::{Cell, Column, Properties, Sheet, write_xlsx};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{Rng, bytes, files, markup};

/// Ours, and what others write, which differs: seeds of parts, each under a line `=== its name`.
pub fn words() -> Vec<Vec<u8>> {
    let ours = (docx::FORMAT.write)(&Doc::default(), &Looks::default()).unwrap().bytes;
    let others = files("fuzz/seeds/word").into_iter().map(|seed| {
        let seed = String::from_utf8(seed).unwrap();
        let parts = seed.split("=== ").skip(1).map(|part| {
            let (name, text) = part.split_once('\n').unwrap();
            (name.to_owned(), text.trim_end().as_bytes().to_vec())
        });
        pack(&parts.collect::<Vec<_>>())
    });
    std::iter::once(ours).chain(others).collect()
}

pub fn books() -> Vec<Vec<u8>> {
    let book = |text: Vec<u8>| {
        let text = String::from_utf8_lossy(&text).into_owned();
        let mut rows: Vec<Vec<&str>> =
            text.lines().map(|line| line.split([',', '\t']).collect()).collect();
        let column = |header| Column { width: 10, merges: true, header };
        let heads = rows.remove(0).into_iter().map(str::to_owned);
        let sheet = Sheet {
            name: "一".to_owned(),
            columns: heads.map(column).collect(),
            rows: rows.into_iter().map(|row| row.into_iter().map(Cell::from).collect()).collect(),
            ..Sheet::default()
        };
        write_xlsx(&[sheet], &Properties { title: String::new(), unit: String::new() }).unwrap()
    };
    files("fuzz/seeds/table").into_iter().map(book).collect()
}

pub fn packed(rng: &mut Rng, seeds: &[Vec<u8>]) -> Vec<u8> {
    let seed = &seeds[rng.below(seeds.len())];
    if rng.one_in(8) {
        let mut out = seed.clone();
        bytes::damage(rng, &mut out);
        return out;
    }
    let mut parts = unpack(seed);
    for _ in 0..rng.few(3) {
        let at = rng.below(parts.len());
        match rng.below(10) {
            0 => drop(parts.remove(at)),
            1 => {
                let mut again = parts[at].clone();
                again.0.push_str(rng.pick(&["", "x", "/../x", "\\x", "\u{0}", ".rels"]));
                parts.push(again);
            }
            _ => {
                // Mostly the parts with the words in them.
                let big = (0..parts.len()).max_by_key(|n| parts[*n].1.len()).unwrap_or(at);
                let at = if rng.one_in(2) { big } else { at };
                let text = String::from_utf8_lossy(&parts[at].1).into_owned();
                parts[at].1 = markup::xml(rng, &text);
            }
        }
        if parts.is_empty() {
            break;
        }
    }
    let mut out = pack(&parts);
    if rng.one_in(12) {
        bytes::damage(rng, &mut out);
    }
    out
}

fn unpack(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = Vec::new();
    for n in 0..archive.len() {
        let mut part = archive.by_index(n).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        out.push((part.name().unwrap().into_owned(), bytes));
    }
    out
}

fn pack(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // Packing costs more than reading; how tightly says nothing.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        // A name that stands twice is refused by the writer.
        if zip.start_file(name.as_str(), options).is_ok() {
            zip.write_all(bytes).unwrap();
        }
    }
    zip.finish().unwrap().into_inner()
}
