//! Workbooks made on the spot. All names and texts are invented.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{Format, Workbook, Worksheet};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A sheet of texts; empty ones are left out.
pub fn texts(rows: &[&[&str]]) -> Vec<u8> {
    book(|sheet| {
        for (n, row) in (0..).zip(rows) {
            for (m, text) in (0..).zip(*row) {
                if !text.is_empty() {
                    sheet.write_string(n, m, *text).unwrap();
                }
            }
        }
    })
}

pub fn book(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

pub fn merge(sheet: &mut Worksheet, at: (u32, u16), to: (u32, u16), text: &str) {
    sheet.merge_range(at.0, at.1, to.0, to.1, text, &Format::new()).unwrap();
}

/// A zip of parts as given.
pub fn zip(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The smallest workbook around a sheet's XML.
pub fn around(sheet: &str) -> Vec<u8> {
    const RELS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    zip(&[
        ("[Content_Types].xml", b"<Types/>".to_vec()),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"r1\" \
                 Type=\"{RELS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            )
            .into_bytes(),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELS}\"><sheets>\
                 <sheet name=\"表\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            )
            .into_bytes(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"r1\" \
                 Type=\"{RELS}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            )
            .into_bytes(),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{MAIN}\">{sheet}</worksheet>").into_bytes(),
        ),
    ])
}
