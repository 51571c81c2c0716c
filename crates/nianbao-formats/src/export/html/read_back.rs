//! What a written page says, read from its bytes alone.

use nianbao_core::doc::Doc;
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::export::ExportError;
use crate::export::said::Said;
use crate::xml::character;

pub fn verify(doc: &Doc, bytes: &[u8]) -> Result<usize, ExportError> {
    let found = std::str::from_utf8(bytes).ok().and_then(read).ok_or(ExportError::Unreadable)?;
    Said::of(doc).compare(&found)
}

fn read(html: &str) -> Option<Said> {
    let mut reader = Reader::from_str(html);
    let mut said = Said::default();
    // None: not inside anything that holds text.
    let mut text: Option<String> = None;
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) if holds_text(start.name().as_ref()) => text = Some(String::new()),
            Event::Empty(start) if start.name().as_ref() == "br" => {
                if let Some(text) = &mut text {
                    text.push('\n');
                }
            }
            Event::Text(piece) => {
                if let Some(text) = &mut text {
                    text.push_str(&piece.xml10_content());
                }
            }
            Event::GeneralRef(name) => {
                let c = character(&name)?;
                if let Some(text) = &mut text {
                    text.push(c);
                }
            }
            Event::End(end) => match end.name().as_ref() {
                "td" | "th" => said.cells.extend(text.take().filter(|text| !text.is_empty())),
                // Only a page that was closed was written whole.
                "html" => return Some(said),
                name if holds_text(name) => said.paragraphs.push(text.take()?),
                _ => {}
            },
            Event::Eof => return None,
            _ => {}
        }
    }
}

fn holds_text(name: &str) -> bool {
    matches!(name, "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "td" | "th")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_page_is_refused() {
        assert_eq!(read("<html><body><p>甲</p>"), None);
        assert!(
            read("<html><p>甲<br/>乙&lt;</p><td></td></html>")
                .is_some_and(|said| { said.paragraphs == ["甲\n乙<"] && said.cells.is_empty() })
        );
    }
}
