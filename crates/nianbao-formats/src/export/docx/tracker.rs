//! Tracked changes: who made them, when, and which piece stands in which of two documents.

use std::collections::VecDeque;

use nianbao_core::diff::{Mark, Redline, Side};
use nianbao_core::doc::{Block, Inline};

use crate::export::ooxml::Xml;

/// Whose changes they are.
#[derive(Debug, Clone, Copy)]
pub struct Author<'a> {
    pub name: &'a str,
    /// RFC 3339, in whole seconds.
    pub at: &'a str,
}

/// Keeps count while a marked document is written.
pub struct Tracker<'a> {
    author: Author<'a>,
    id: u32,
    /// Of the inlines that come next.
    sides: VecDeque<Side>,
}

impl<'a> Tracker<'a> {
    pub fn new(author: Author<'a>) -> Self {
        Self { author, id: 0, sides: VecDeque::new() }
    }

    /// A block begins: where its inlines stand.
    pub fn begin(&mut self, block: &Block, mark: &Mark) {
        self.sides = match mark {
            Mark::Both(sides) => sides.iter().copied().collect(),
            Mark::Old => vec![Side::Old; inlines(block)].into(),
            Mark::New => vec![Side::New; inlines(block)].into(),
        };
    }

    pub fn next_side(&mut self) -> Side {
        self.sides.pop_front().unwrap_or(Side::Same)
    }

    /// Runs that stand on one side only.
    pub fn around(&mut self, x: &mut Xml, side: Side, inner: impl FnOnce(&mut Xml)) {
        match name(side) {
            None => inner(x),
            Some(name) => {
                self.id += 1;
                let Author { name: author, at } = self.author;
                let attrs =
                    [("w:id", self.id.into()), ("w:author", author.into()), ("w:date", at.into())];
                x.element(name, &attrs, inner);
            }
        }
    }

    /// A paragraph's end or a row that stands on one side only, among its properties.
    pub fn mark(&mut self, x: &mut Xml, side: Side) {
        if let Some(name) = name(side) {
            self.id += 1;
            let Author { name: author, at } = self.author;
            x.empty(
                name,
                &[("w:id", self.id.into()), ("w:author", author.into()), ("w:date", at.into())],
            );
        }
    }
}

fn name(side: Side) -> Option<&'static str> {
    match side {
        Side::Same => None,
        Side::Old => Some("w:del"),
        Side::New => Some("w:ins"),
    }
}

fn inlines(block: &Block) -> usize {
    let count = |inlines: &Vec<Inline>| inlines.len();
    match block {
        Block::Paragraph(paragraph) => count(&paragraph.inlines),
        Block::Table(table) => table.rows.iter().flatten().map(|cell| count(&cell.inlines)).sum(),
    }
}

/// Where the end of each block stands.
///
/// The last paragraph of a file cannot go, so what was put in or taken out behind the last one that stays
/// begins with that one's end.
pub fn ends(redline: &Redline) -> Vec<Side> {
    let side = |mark: &Mark| match mark {
        Mark::Both(_) => Side::Same,
        Mark::Old => Side::Old,
        Mark::New => Side::New,
    };
    let mut ends: Vec<Side> = redline.marks.iter().map(side).collect();
    let last = ends.last().copied().unwrap_or(Side::Same);
    let tail = ends.iter().rev().take_while(|side| **side == last).count();
    let stays = ends.len() - tail;
    let paragraph =
        stays.checked_sub(1).is_some_and(|n| matches!(redline.doc.blocks[n], Block::Paragraph(_)));
    if last != Side::Same && redline.doc.imprint.is_none() && paragraph {
        ends[stays - 1] = last;
        if let Some(end) = ends.last_mut() {
            *end = Side::Same;
        }
    }
    ends
}
