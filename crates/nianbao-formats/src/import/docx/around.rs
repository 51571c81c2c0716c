//! Parts beside the main one: comments, footnotes, headers and footers.

use std::collections::BTreeMap;

use super::package::Package;
use super::xml::{Node, Space, Xml, value};
use crate::import::ImportError;
use crate::import::manuscript::Comment;

/// More comments or notes no report has.
const MOST: usize = 20_000;

/// Comments by id; where they stand is not known yet.
pub(super) fn comments(xml: &str) -> Result<BTreeMap<String, Comment>, ImportError> {
    let mut out = BTreeMap::new();
    pieces(xml, &["comment"], |start, text| {
        let word = |name| value(start, name).unwrap_or_default();
        let (who, when) = (word("author"), word("date"));
        let comment = Comment { text, about: String::new(), who, when, at: 0 };
        out.insert(word("id"), comment);
    })?;
    Ok(out)
}

/// Footnotes or endnotes by the first letter of their kind and their id. Separators are none.
pub(super) fn footnotes(xml: &str, out: &mut BTreeMap<String, String>) -> Result<(), ImportError> {
    pieces(xml, &["footnote", "endnote"], |start, text| {
        let letter = if start.local_name().as_ref() == "footnote" { "f" } else { "e" };
        if value(start, "type").is_none_or(|kind| kind == "normal") {
            let id = value(start, "id").unwrap_or_default();
            out.insert(format!("{letter}{id}"), text.trim().to_owned());
        }
    })
}

/// What headers and footers say, each with which it is, each once.
pub(super) fn edges(
    package: &mut Package<'_>,
    parts: &[super::package::Related],
) -> Result<Vec<(String, &'static str)>, ImportError> {
    let mut out: Vec<(String, &'static str)> = Vec::new();
    for part in parts.iter().take(64) {
        let why = match part.kind.as_str() {
            "header" => "页眉，成稿时另行编排",
            "footer" => "页脚，成稿时另行编排",
            _ => continue,
        };
        let Some(xml) = package.part(&part.target)? else { continue };
        pieces(&xml, &["hdr", "ftr"], |_, text| {
            let text = text.trim().to_owned();
            if !text.is_empty() && !out.iter().any(|(known, _)| *known == text) {
                out.push((text, why));
            }
        })?;
    }
    Ok(out)
}

/// The elements of these names, each with its text, a line a paragraph.
fn pieces(
    xml: &str,
    names: &[&str],
    mut see: impl FnMut(&quick_xml::events::BytesStart<'_>, String),
) -> Result<(), ImportError> {
    let mut xml = Xml::new(xml);
    let mut count = 0;
    loop {
        match xml.next()? {
            Node::Open(Space::Word, start) if names.contains(&start.local_name().as_ref()) => {
                count += 1;
                if count > MOST {
                    return Err(ImportError::TooLarge);
                }
                let text = words(&mut xml)?;
                see(&start, text);
            }
            Node::End => return Ok(()),
            _ => {}
        }
    }
}

/// The text of the element just opened.
fn words(xml: &mut Xml<'_>) -> Result<String, ImportError> {
    let mut out = String::new();
    let mut depth = 0_usize;
    // The element that holds text, while it is open.
    let mut text_at = None;
    loop {
        match xml.next()? {
            Node::Open(space, start) => {
                let name = start.local_name();
                if space == Space::Choice && name.as_ref() == "Fallback" {
                    xml.skip()?;
                    continue;
                }
                depth += 1;
                match (space, name.as_ref()) {
                    (Space::Word, "t") => text_at = Some(depth),
                    (Space::Word, "p") if !out.is_empty() && !out.ends_with('\n') => out.push('\n'),
                    (Space::Word, "tab") if !out.ends_with('\n') => out.push(' '),
                    (Space::Word, "br") => out.push('\n'),
                    _ => {}
                }
            }
            Node::Close => {
                if text_at == Some(depth) {
                    text_at = None;
                }
                match depth.checked_sub(1) {
                    Some(up) => depth = up,
                    None => return Ok(out.trim().to_owned()),
                }
            }
            Node::Text(text) if text_at.is_some() => out.push_str(&text),
            Node::Text(_) => {}
            Node::End => return Err(ImportError::Broken),
        }
    }
}
