//! What a file with tracked changes says when all are accepted and when all are rejected, read from its
//! bytes alone.

use nianbao_core::diff::Side;
use nianbao_core::doc::Doc;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::read_back::{document, is_gap};
use super::runs::clean;
use super::{imprint, letterhead};
use crate::export::ExportError;
use crate::export::said::Said;
use crate::xml::character;

/// # Errors
/// The file cannot be read; rejected it says something else than `old`, or accepted than `new`.
pub fn verify(old: &Doc, new: &Doc, bytes: &[u8]) -> Result<usize, ExportError> {
    let xml = document(bytes)?;
    let said = |side| texts(&xml, side).ok_or(ExportError::Unreadable);
    // Letterhead and imprint are the new one's and not marked.
    within(old, new).compare(&said(Side::Old)?)?;
    within(new, new).compare(&said(Side::New)?)
}

/// What a document says between another one's letterhead and imprint.
fn within(doc: &Doc, around: &Doc) -> Said {
    let own = Doc { letterhead: None, imprint: None, ..doc.clone() };
    let mut said = Said::of(&own);
    let above = around.letterhead.iter().flat_map(letterhead::texts).map(|text| clean(&text));
    said.paragraphs.splice(0..0, above.collect::<Vec<_>>());
    let below = around.imprint.iter().flat_map(imprint::texts).map(|text| clean(&text));
    said.cells.extend(below.filter(|text| !text.is_empty()));
    said
}

/// The side that is asked for is [`Side::Old`] or [`Side::New`]: what stands on the other one is passed over.
fn texts(xml: &str, side: Side) -> Option<Said> {
    let other = if side == Side::Old { "w:ins" } else { "w:del" };
    let mut reader = Reader::from_str(xml);
    let mut said = Said::default();
    let mut text = String::new();
    let (mut tables, mut hidden, mut in_text, mut gap) = (0_u32, 0_u32, false, false);
    // Whether the end of the paragraph stands on the other side: then the next one goes on from it.
    let (mut in_properties, mut open) = (false, false);
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) => match start.name().as_ref() {
                "w:tbl" => tables += 1,
                "w:p" => (gap, in_text, open) = (false, false, false),
                "w:pPr" => in_properties = true,
                "w:t" | "w:delText" => in_text = true,
                name if name == other => hidden += 1,
                _ => {}
            },
            Event::Empty(start) => match start.name().as_ref() {
                "w:br" if hidden == 0 => text.push('\n'),
                // With attributes it is a tab stop.
                "w:tab" if hidden == 0 && start.attributes().next().is_none() => text.push('\t'),
                "w:pStyle" => gap = is_gap(&start),
                name if name == other && in_properties => open = true,
                _ => {}
            },
            Event::Text(piece) if in_text && hidden == 0 => text.push_str(&piece.xml10_content()),
            Event::GeneralRef(name) if in_text && hidden == 0 => text.push(character(&name)?),
            Event::End(end) => match end.name().as_ref() {
                "w:tbl" => tables = tables.checked_sub(1)?,
                "w:pPr" => in_properties = false,
                "w:t" | "w:delText" => in_text = false,
                name if name == other => hidden = hidden.checked_sub(1)?,
                "w:p" if open => {}
                "w:p" => {
                    let text = std::mem::take(&mut text);
                    if tables == 0 && !gap {
                        said.paragraphs.push(text);
                    } else if tables > 0 && !text.is_empty() {
                        said.cells.push(text);
                    }
                }
                "w:document" => return Some(said),
                _ => {}
            },
            Event::Eof => return None,
            _ => {}
        }
    }
}
