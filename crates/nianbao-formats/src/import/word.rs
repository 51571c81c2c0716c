//! The words of a Word file, a line a paragraph: all that the check asks of one. What was deleted under
//! tracking is not among them; a text box stands before the paragraph that holds it.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;

use super::table::{self, TableError};
use super::{ImportError, MOST_BYTES};
use crate::xml::character;

/// Reads the text of a DOCX file.
///
/// # Errors
/// No DOCX file, a broken or a hostile one, no text in it, more than a report has.
pub fn word(bytes: &[u8]) -> Result<String, ImportError> {
    table::weigh(bytes).map_err(|error| match error {
        TableError::Bomb => ImportError::TooLarge,
        _ => ImportError::Broken,
    })?;
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| ImportError::Broken)?;
    let part = archive.by_name("word/document.xml").map_err(|_| ImportError::Document)?;
    let mut xml = Vec::new();
    part.take(table::MOST_PART).read_to_end(&mut xml).map_err(|_| ImportError::Broken)?;
    let xml = String::from_utf8(xml).map_err(|_| ImportError::Broken)?;
    let text = paragraphs(&xml).ok_or(ImportError::Broken)?;
    match text.trim().is_empty() {
        true => Err(ImportError::Empty),
        false if text.len() > MOST_BYTES => Err(ImportError::TooLarge),
        false => Ok(text),
    }
}

fn paragraphs(xml: &str) -> Option<String> {
    let mut reader = Reader::from_str(xml);
    let mut out = String::new();
    // Paragraphs that are open: one in a text box stands in another.
    let mut open: Vec<String> = Vec::new();
    let (mut in_text, mut twice) = (false, 0_u32);
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) => match start.name().as_ref() {
                // The same again for older programs.
                "mc:Fallback" => twice += 1,
                "w:p" => open.push(String::new()),
                "w:t" => in_text = true,
                _ => {}
            },
            Event::Empty(start) if twice == 0 => match (start.name().as_ref(), open.last_mut()) {
                ("w:br" | "w:cr", Some(text)) => text.push('\n'),
                ("w:tab", Some(text)) => text.push('\t'),
                ("w:noBreakHyphen", Some(text)) => text.push('-'),
                _ => {}
            },
            Event::Text(piece) if in_text && twice == 0 => {
                open.last_mut()?.push_str(&piece.xml10_content());
            }
            Event::GeneralRef(name) if in_text && twice == 0 => {
                open.last_mut()?.push(character(&name)?);
            }
            Event::End(end) => match end.name().as_ref() {
                "mc:Fallback" => twice = twice.checked_sub(1)?,
                "w:t" => in_text = false,
                "w:p" => {
                    let text = open.pop()?;
                    if twice == 0 {
                        out.push_str(&text);
                        out.push('\n');
                    }
                }
                "w:document" => return Some(out),
                _ => {}
            },
            Event::Eof => return None,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(inner: &str) -> Option<String> {
        paragraphs(&format!("<w:document><w:body>{inner}</w:body></w:document>"))
    }

    #[test]
    fn paragraphs_are_lines_and_what_was_deleted_or_stands_twice_is_left_out() {
        for (xml, meant) in [
            (
                "<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:t>乙&amp;丙</w:t></w:r></w:p><w:p/>",
                "甲乙&丙\n",
            ),
            ("<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/></w:r></w:p>", "甲\n乙\t\n"),
            (
                "<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>",
                "新\n",
            ),
            (
                "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>格</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
                "格\n",
            ),
            (
                "<w:p><w:r><mc:Choice><w:p><w:r><w:t>框</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>框</w:t></w:r></w:p></mc:Fallback><w:t>文</w:t></w:r></w:p>",
                "框\n文\n",
            ),
        ] {
            assert_eq!(body(xml).as_deref(), Some(meant), "{xml}");
        }
    }

    #[test]
    fn half_a_document_and_what_is_none_are_refused() {
        assert_eq!(paragraphs("<w:document><w:body><w:p><w:r><w:t>甲"), None);
        assert_eq!(body("</w:p>"), None);
        assert_eq!(word(b"PK\x03\x04anything"), Err(ImportError::Broken));
    }
}
