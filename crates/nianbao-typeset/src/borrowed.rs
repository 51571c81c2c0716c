//! Characters that the face of their text lacks, and the face that lends them.

use std::collections::BTreeMap;

use nianbao_core::doc::{Block, Cell, Doc, Face, Inline, Role};

use crate::fonts::{Chosen, Part};
use crate::pages::{From, Pages, Run};

/// Characters set in another face than the text around them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Borrowed {
    /// The face of the text, as the Word file names it.
    pub wanted: String,
    /// The face that has them.
    pub used: String,
    /// Each once, in the order of the pages.
    pub characters: String,
}

/// What the pages of a document borrow, by the face that lends it.
pub fn borrowed(doc: &Doc, pages: &Pages) -> Vec<Borrowed> {
    let mut all: BTreeMap<(&str, &str), String> = BTreeMap::new();
    for run in pages.runs() {
        let Some(chosen) = face(doc, pages, run) else { continue };
        let characters = all.entry((&chosen.wanted, &run.family)).or_default();
        for c in run.text.chars().filter(|c| !c.is_whitespace()) {
            if !characters.contains(c) {
                characters.push(c);
            }
        }
    }
    all.retain(|_, characters| !characters.is_empty());
    all.into_iter()
        .map(|((wanted, used), characters)| Borrowed {
            wanted: wanted.to_owned(),
            used: used.to_owned(),
            characters,
        })
        .collect()
}

/// The face that a run should be set in and is not. Digits and letters in a face of their own are as
/// they should be.
fn face<'a>(doc: &Doc, pages: &'a Pages, run: &Run) -> Option<&'a Chosen> {
    let set_in = |chosen: &Chosen| chosen.used.as_deref() == Some(&run.family);
    if pages.latin() == Some(&run.family) {
        return None;
    }
    let chosen = pages.chosen();
    let part = match run.from {
        Some(from) => part(doc, from),
        // What the layout adds is in any of the faces.
        None if chosen.iter().any(set_in) => return None,
        None => Part::Body,
    };
    chosen.iter().find(|chosen| chosen.part == part).filter(|chosen| !set_in(chosen))
}

fn part(doc: &Doc, from: From) -> Part {
    match doc.blocks.get(from.block) {
        Some(Block::Paragraph(paragraph)) => {
            let own = match paragraph.role {
                Role::Title | Role::AttachmentTitle => return Part::Title,
                Role::AttachmentLabel | Role::Caption => return Part::Heading1,
                Role::Heading(level) => Face::Heading(level),
                _ => Face::Plain,
            };
            match (paragraph.inlines.get(from.inline), own) {
                (Some(Inline::Text(text)), _) if text.face != Face::Plain => of(text.face),
                _ => of(own),
            }
        }
        Some(Block::Table(table)) => {
            let inlines =
                |row: &Vec<Cell>| row.iter().map(|cell| cell.inlines.len()).sum::<usize>();
            let head: usize = table.rows.iter().take(table.header_rows).map(inlines).sum();
            if from.inline < head { Part::Heading1 } else { Part::Body }
        }
        None => Part::Body,
    }
}

fn of(face: Face) -> Part {
    match face {
        Face::Heading(1) => Part::Heading1,
        Face::Heading(2) => Part::Heading2,
        _ => Part::Body,
    }
}
