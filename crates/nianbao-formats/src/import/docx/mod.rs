//! Word files: the text as it is read on the page, automatic numbers written out, with what only the
//! form says, what was changed under tracking, what stands beside the text, and what is left out.

mod around;
mod body;
mod counting;
mod fields;
mod line;
mod looks;
mod numbers;
mod package;
mod properties;
mod styles;
mod symbols;
mod words;
mod xml;

use std::collections::BTreeMap;

use self::body::Body;
use self::line::Line;
use self::numbers::Numbers;
use self::package::Package;
use self::styles::Styles;
use self::words::Of;
use self::xml::{Node, Space, Xml};
use super::manuscript::{Comment, Form, Manuscript, Revisions, TrackedChange};
use super::{Dropped, ImportError, MOST_BYTES};

/// Reads a DOCX file.
///
/// # Errors
/// Another kind of package, a broken or a hostile one, no text in it, more than a report has.
pub(super) fn read(bytes: &[u8], revisions: Revisions) -> Result<Manuscript, ImportError> {
    if bytes.len() > MOST_BYTES {
        return Err(ImportError::TooLarge);
    }
    let mut package = Package::open(bytes)?;
    let main = package.main()?;
    let document = package.part(&main)?.ok_or(ImportError::Broken)?;
    is_document(&document)?;
    let related = package.related(&main)?;
    let mut part = |kind: &str| match related.iter().find(|r| r.kind == kind) {
        Some(found) => package.part(&found.target),
        None => Ok(None),
    };
    let styles = part("styles")?.map(|xml| Styles::read(&xml)).transpose()?.unwrap_or_default();
    let numbers =
        part("numbering")?.map(|xml| Numbers::read(&xml)).transpose()?.unwrap_or_default();
    let comments = part("comments")?.map(|xml| around::comments(&xml)).transpose()?;
    let mut footnotes = BTreeMap::new();
    for kind in ["footnotes", "endnotes"] {
        if let Some(xml) = part(kind)? {
            around::footnotes(&xml, &mut footnotes)?;
        }
    }
    let edges = around::edges(&mut package, &related)?;
    let lines = Body::new(&styles, numbers, revisions, &footnotes).read(&document)?;
    drop(document);
    let out = together(&lines, comments.unwrap_or_default(), edges);
    match out.text.trim().is_empty() {
        true => Err(ImportError::Empty),
        false if out.text.len() > MOST_BYTES => Err(ImportError::TooLarge),
        false => Ok(out),
    }
}

/// The main part says what kind of package it is.
fn is_document(xml: &str) -> Result<(), ImportError> {
    let mut xml = Xml::new(xml);
    let first = loop {
        match xml.next()? {
            Node::Text(_) => {}
            node => break node,
        }
    };
    match first {
        Node::Open(Space::Word, start) if start.local_name().as_ref() == "document" => Ok(()),
        Node::Open(_, start) => Err(match start.local_name().as_ref() {
            "workbook" => ImportError::Sheet,
            "presentation" => ImportError::Slides,
            _ => ImportError::Broken,
        }),
        _ => Err(ImportError::Broken),
    }
}

/// The lines as one text, everything met in them at its place.
fn together(
    lines: &[Line],
    mut comments: BTreeMap<String, Comment>,
    edges: Vec<(String, &'static str)>,
) -> Manuscript {
    let parts = looks::parts(lines);
    let mut out = Manuscript { encoding: "Word 文档".to_owned(), ..Manuscript::default() };
    let mut forms = Vec::new();
    for (text, why) in edges {
        out.dropped.push(Dropped { text, why: why.to_owned(), start: 0, end: 0 });
    }
    let mut at = 0;
    for (line, part) in lines.iter().zip(parts) {
        let blank = line.words.is_blank();
        for note in &line.words.notes {
            let here = if blank { at } else { at + note.at };
            match &note.of {
                Of::Change { kind, text, mark, taken } => out.changes.push(TrackedChange {
                    kind: *kind,
                    text: text.clone(),
                    who: mark.who.clone(),
                    when: mark.when.clone(),
                    taken: *taken,
                    at: here,
                }),
                Of::Comment { id, about } => {
                    if let Some(comment) = comments.remove(id) {
                        let about = about.clone();
                        out.comments.push(Comment { about, at: here, ..comment });
                    }
                }
                Of::Dropped { text, why } => match out.dropped.last_mut() {
                    Some(last) if last.start == here && last.why == *why => {
                        last.text.push('\n');
                        last.text.push_str(text);
                    }
                    _ => out.dropped.push(Dropped {
                        text: text.clone(),
                        why: (*why).to_owned(),
                        start: here,
                        end: here,
                    }),
                },
            }
        }
        if blank {
            continue;
        }
        out.text.push_str(&line.words.text);
        out.text.push('\n');
        let end = at + line.words.length;
        if part.level > 0 || part.title {
            forms.push(Form { start: at, end, level: part.level, title: part.title });
        }
        at = end + 1;
    }
    // A comment that stands nowhere is still someone's word.
    out.comments.extend(comments.into_values().map(|comment| Comment { at, ..comment }));
    out.forms = Some(forms);
    out
}
