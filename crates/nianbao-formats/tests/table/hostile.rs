//! Files that mean harm or are no tables: each its own sentence, and none costs more than a moment.

use std::fmt::Write as _;
use std::sync::LazyLock;

use nianbao_formats::import::table::{TableError, read};
use proptest::prelude::*;

use crate::book::{around, texts, zip};

#[test]
fn what_is_no_table_is_refused_with_a_hint() {
    let large = vec![b'a'; 20 * 1024 * 1024 + 1];
    let docx = zip(&[("word/document.xml", b"<w/>".to_vec())]);
    let mut cut = texts(&[&["甲"]]);
    cut.truncate(cut.len() / 2);
    for (bytes, error) in [
        (&b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 an old book"[..], TableError::OldExcel),
        (&large, TableError::TooLarge),
        (&docx, TableError::NotExcel),
        (&cut, TableError::Broken),
        (b"PK", TableError::Broken),
        (&texts(&[]), TableError::Empty),
        (b" , ,\n,,\n", TableError::Empty),
    ] {
        assert_eq!(read(bytes).unwrap_err(), error);
        assert!(!error.to_string().is_empty() && !error.hint().is_empty());
    }
    let pdf = read(b"%PDF-1.7").unwrap_err();
    assert!(matches!(pdf, TableError::Text(_)) && !pdf.hint().is_empty(), "{pdf}");
}

#[test]
fn a_bomb_is_refused_before_it_is_opened() {
    let blown = zip(&[("xl/sharedStrings.xml", vec![b' '; 2 << 20])]);
    assert_eq!(read(&blown), Err(TableError::Bomb));
    let many: Vec<String> = (0..5000).map(|n| format!("{n}")).collect();
    let parts: Vec<_> = many.iter().map(|name| (name.as_str(), Vec::new())).collect();
    assert_eq!(read(&zip(&parts)), Err(TableError::Bomb));
}

#[test]
fn one_value_in_the_last_corner_costs_no_sheet_between() {
    let cell = |at: &str| format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>甲</t></is></c>");
    let sheet = |cells: &str| around(&format!("<sheetData><row r=\"1\">{cells}</row></sheetData>"));
    assert_eq!(read(&sheet(&cell("B1"))).unwrap()[0].text(0, 1), "甲");
    assert_eq!(read(&sheet(&cell("XFD1048576"))), Err(TableError::TooManyCells));
    assert_eq!(read(&sheet(&cell("A1048576"))), Err(TableError::TooManyCells));
    // Empty cells out there, as formatting leaves them, do no harm.
    let formatted = format!("{}<c r=\"XFD1048576\" s=\"1\"/>", cell("A1"));
    assert_eq!(read(&sheet(&formatted)).unwrap()[0].rows.len(), 1);
    let merged = "<mergeCells count=\"1\"><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>";
    let bytes =
        around(&format!("<sheetData><row r=\"1\">{}</row></sheetData>{merged}", cell("A1")));
    let grid = read(&bytes).unwrap().remove(0).filled_down();
    assert_eq!(grid.rows.len(), 1);
}

#[test]
fn broken_xml_and_deep_nesting_are_broken_files() {
    for sheet in
        ["<sheetData><row><c r=\"A1\">", "<sheetData><row r=\"x\"><c r=\"!\"/></row></sheetData>"]
    {
        assert_eq!(read(&around(sheet)), Err(TableError::Broken), "{sheet}");
    }
    let deep = format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
    assert!(read(&around(&deep)).is_err());
    let mut rows = String::new();
    for n in 1..=25_000 {
        let _ = write!(rows, "<row r=\"{n}\"><c r=\"A{n}\"><v>{n}</v></c></row>");
    }
    let long = around(&format!("<sheetData>{rows}</sheetData>"));
    assert_eq!(read(&long), Err(TableError::TooManyCells));
}

static BOOK: LazyLock<Vec<u8>> = LazyLock::new(|| texts(&[&["编号", "指标"], &["1", "甲"]]));

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(
        bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..300),
        at in 0..6000_usize,
        byte in proptest::num::u8::ANY,
    ) {
        let _ = read(&bytes);
        let mut damaged = BOOK.clone();
        let at = at % damaged.len();
        damaged[at] = byte;
        let _ = read(&damaged);
    }
}
