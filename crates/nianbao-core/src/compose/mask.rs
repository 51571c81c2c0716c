//! What names a person is masked before it is published, and the place says by which rule.

use std::collections::BTreeSet;

use crate::check::{Mask, masks};
use crate::doc::{Block, Doc, Inline, Origin, Text};
use crate::record::Unmasked;

/// Masks every paragraph, cell and the title.
pub(super) fn mask(doc: &mut Doc, unmasked: &BTreeSet<Unmasked>) {
    for block in &mut doc.blocks {
        match block {
            Block::Paragraph(paragraph) => mask_line(&mut paragraph.inlines, unmasked),
            Block::Table(table) => {
                for cell in table.rows.iter_mut().flatten() {
                    mask_line(&mut cell.inlines, unmasked);
                }
            }
        }
    }
    let mut title = vec![Inline::Text(Text { text: doc.meta.title.clone(), ..Text::default() })];
    mask_line(&mut title, unmasked);
    doc.meta.title = plain(&title);
}

/// Of one line of a document, without those that touch a figure, that is a number of the ledger, and
/// those that a person lets be published as they stand.
pub(crate) fn masks_of(inlines: &[Inline], unmasked: &BTreeSet<Unmasked>) -> Vec<Mask> {
    let mut found = masks(&plain(inlines));
    let mut from = 0;
    for inline in inlines {
        let (length, fixed) = match inline {
            Inline::Text(run) => (run.text.chars().count(), run.figure.is_some()),
            Inline::Break => (1, true),
        };
        if fixed {
            found.retain(|mask| mask.at.end <= from || mask.at.start >= from + length);
        }
        from += length;
    }
    if !unmasked.is_empty() {
        found.retain(|mask| !unmasked.contains(&place(inlines, mask)));
    }
    found
}

/// What is masked there, and of which field it is.
pub(super) fn place(inlines: &[Inline], mask: &Mask) -> Unmasked {
    let text = plain(inlines).chars().skip(mask.at.start).take(mask.at.len()).collect();
    Unmasked { code: mask.code.to_owned(), origin: origin(inlines, mask.at.start), text }
}

pub(super) fn origin(inlines: &[Inline], at: usize) -> Option<Origin> {
    let mut end = 0;
    for inline in inlines {
        end += match inline {
            Inline::Text(run) => run.text.chars().count(),
            Inline::Break => 1,
        };
        if let Inline::Text(run) = inline
            && at < end
        {
            return run.origin;
        }
    }
    None
}

fn mask_line(inlines: &mut Vec<Inline>, unmasked: &BTreeSet<Unmasked>) {
    let found = masks_of(inlines, unmasked);
    if found.is_empty() {
        return;
    }
    let mut out = Vec::new();
    let mut from = 0;
    for inline in inlines.drain(..) {
        match inline {
            Inline::Break => {
                out.push(inline);
                from += 1;
            }
            Inline::Text(run) => from += cut(run, from, &found, &mut out),
        }
    }
    *inlines = out;
}

/// One run between its masks; a mask stands where it begins. Gives the run's length.
fn cut(run: Text, from: usize, found: &[Mask], out: &mut Vec<Inline>) -> usize {
    let chars: Vec<char> = run.text.chars().collect();
    let end = from + chars.len();
    let mut next = from;
    let piece = |a: usize, b: usize| chars[a - from..b - from].iter().collect::<String>();
    for mask in found.iter().filter(|mask| mask.at.start < end && mask.at.end > from) {
        if mask.at.start > next {
            out.push(Inline::Text(Text { text: piece(next, mask.at.start), ..run.clone() }));
        }
        if mask.at.start >= from {
            let masked = Some(mask.code.to_owned());
            out.push(Inline::Text(Text { text: mask.masked.clone(), masked, ..run.clone() }));
        }
        next = mask.at.end.min(end);
    }
    if next < end || chars.is_empty() {
        out.push(Inline::Text(Text { text: piece(next, end), ..run }));
    }
    end - from
}

/// A break as one character.
pub(super) fn plain(inlines: &[Inline]) -> String {
    let text = |inline: &Inline| match inline {
        Inline::Text(run) => run.text.clone(),
        Inline::Break => "\n".to_owned(),
    };
    inlines.iter().map(text).collect()
}
