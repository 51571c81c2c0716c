//! A written file read again, so that success is said of what is really in it.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::Event;
use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;
use zip::ZipArchive;

use super::{page_file, root_folder};

/// Whether the text of every page is that of the frames.
pub(super) fn same(document: &PagedDocument, bytes: &[u8]) -> bool {
    let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else { return false };
    document.pages().iter().enumerate().all(|(n, page)| {
        let mut content = String::new();
        let read = zip.by_name(&root_folder(&page_file(n)));
        let read = read.is_ok_and(|mut part| part.read_to_string(&mut content).is_ok());
        let mut set = String::new();
        said(&page.frame, &mut set);
        read && text(&content).is_some_and(|written| written == set)
    })
}

/// Text of a page's content, in order.
fn text(content: &str) -> Option<String> {
    let mut reader = Reader::from_str(content);
    let mut out = String::new();
    let mut inside = false;
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) => inside = tag.name().as_ref() == "ofd:TextCode",
            Event::End(_) => inside = false,
            Event::Text(text) if inside => out.push_str(&text),
            Event::GeneralRef(name) if inside => out.push_str(resolve_xml_entity(&name)?),
            Event::Eof => return Some(out),
            _ => {}
        }
    }
}

/// Text of a frame, cluster by cluster.
fn said(frame: &Frame, out: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => said(&group.frame, out),
            FrameItem::Text(item) => {
                let mut last = None;
                for glyph in &item.glyphs {
                    if last.replace(glyph.range()) != Some(glyph.range()) {
                        out.push_str(item.text.get(glyph.range()).unwrap_or_default());
                    }
                }
            }
            _ => {}
        }
    }
}
