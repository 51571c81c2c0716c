//! What a written file says, read from its bytes alone: the check before success is said.

use std::io::{Cursor, Read};

use nianbao_core::doc::{Block, Doc, Inline, Paragraph};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::runs::clean;
use super::styles::TABLE_GAP;
use super::{imprint, letterhead};
use crate::export::ExportError;
use crate::xml::character;

/// Texts of the paragraphs outside tables, in order; line breaks as line feeds.
///
/// # Errors
/// [`ExportError::Unreadable`] if the bytes are not such a file.
pub fn read_back(bytes: &[u8]) -> Result<Vec<String>, ExportError> {
    Ok(read(bytes)?.paragraphs)
}

/// Compares a written file with the document it was written from; gives the number of paragraphs.
///
/// # Errors
/// [`ExportError::Unreadable`], or where the file first says something else than the document.
pub fn verify(doc: &Doc, bytes: &[u8]) -> Result<usize, ExportError> {
    let found = read(bytes)?;
    let above = doc.letterhead.iter().flat_map(letterhead::texts);
    let mut wanted = above.chain(doc.paragraphs().map(Paragraph::plain)).map(|text| clean(&text));
    let mut got = found.paragraphs.iter();
    let mut paragraph = 0;
    loop {
        paragraph += 1;
        match (wanted.next(), got.next()) {
            (None, None) => break,
            (Some(wanted), Some(got)) if wanted == *got => {}
            _ => return Err(ExportError::Different { paragraph }),
        }
    }
    let cells = doc.blocks.iter().flat_map(|block| match block {
        Block::Table(table) => table.rows.iter().flatten().collect::<Vec<_>>(),
        Block::Paragraph(_) => Vec::new(),
    });
    let below = doc.imprint.iter().flat_map(imprint::texts).map(|text| clean(&text));
    let cells = cells.map(|cell| plain(&cell.inlines)).chain(below);
    let cells = cells.filter(|text| !text.is_empty());
    if !cells.eq(found.cells) {
        return Err(ExportError::TableDifferent);
    }
    Ok(doc.paragraphs().count())
}

fn plain(inlines: &[Inline]) -> String {
    let texts = inlines.iter().map(|inline| match inline {
        Inline::Text(text) => text.text.as_str(),
        Inline::Break => "\n",
    });
    clean(&texts.collect::<String>())
}

#[derive(Default)]
struct Texts {
    paragraphs: Vec<String>,
    /// Those that are not empty.
    cells: Vec<String>,
}

/// No report comes near it; a larger one was not written here.
const LIMIT: u64 = 256 << 20;

fn read(bytes: &[u8]) -> Result<Texts, ExportError> {
    texts(&document(bytes)?).ok_or(ExportError::Unreadable)
}

/// word/document.xml of a file that was written here.
pub fn document(bytes: &[u8]) -> Result<String, ExportError> {
    let mut archive =
        zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| ExportError::Unreadable)?;
    let part = archive.by_name("word/document.xml").map_err(|_| ExportError::Unreadable)?;
    let mut xml = String::new();
    part.take(LIMIT).read_to_string(&mut xml).map_err(|_| ExportError::Unreadable)?;
    Ok(xml)
}

fn texts(xml: &str) -> Option<Texts> {
    let mut reader = Reader::from_str(xml);
    let mut out = Texts::default();
    let mut text = String::new();
    let (mut tables, mut in_text, mut gap) = (0_u32, false, false);
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) => match start.name().as_ref() {
                "w:tbl" => tables += 1,
                "w:p" => (gap, in_text) = (false, false),
                "w:t" => in_text = true,
                _ => {}
            },
            Event::Empty(start) => match start.name().as_ref() {
                "w:br" => text.push('\n'),
                // With attributes it is a tab stop.
                "w:tab" if start.attributes().next().is_none() => text.push('\t'),
                "w:pStyle" => gap = is_gap(&start),
                _ => {}
            },
            Event::Text(piece) if in_text => text.push_str(&piece.xml10_content()),
            Event::GeneralRef(name) if in_text => text.push(character(&name)?),
            Event::End(end) => match end.name().as_ref() {
                "w:tbl" => tables = tables.checked_sub(1)?,
                "w:t" => in_text = false,
                "w:p" => {
                    let text = std::mem::take(&mut text);
                    if tables == 0 && !gap {
                        out.paragraphs.push(text);
                    } else if tables > 0 && !text.is_empty() {
                        out.cells.push(text);
                    }
                }
                // Only a document that was closed was written whole.
                "w:document" => return Some(out),
                _ => {}
            },
            Event::Eof => return None,
            _ => {}
        }
    }
}

pub fn is_gap(start: &BytesStart<'_>) -> bool {
    start.attributes().flatten().any(|a| a.key.as_ref() == "w:val" && &*a.value == TABLE_GAP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_document_is_refused() {
        for bytes in [&b""[..], b"PK", b"not a zip at all"] {
            assert!(matches!(read_back(bytes), Err(ExportError::Unreadable)));
        }
    }

    #[test]
    fn half_a_document_is_refused() {
        assert!(texts("<w:document><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p>").is_none());
    }
}
