//! What a person looks over before the report is published: places that are masked, and who is named.

use std::collections::BTreeSet;
use std::ops::Range;

use super::mask::{masks_of, origin, place, plain};
use super::{Edition, compose, unmasked};
use crate::catalog::Catalog;
use crate::check::named;
use crate::doc::{Block, Doc, Inline, Origin};
use crate::record::YearRecords;

/// Characters of the line that are shown at either side.
const AROUND: usize = 28;

/// One place of the edition to be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// Of the rule that masks it; None: a name that is printed.
    pub code: Option<&'static str>,
    pub origin: Option<Origin>,
    /// As typed.
    pub text: String,
    /// As it is published.
    pub published: String,
    pub before: String,
    pub after: String,
    /// The whole paragraph as typed: where it changes, one looks again.
    pub line: String,
}

/// What is masked, and what would be had nobody let it stand; in the order of the text.
pub fn masked_places(records: &YearRecords, catalog: &Catalog) -> Vec<Look> {
    let mut out = Vec::new();
    let none = BTreeSet::new();
    for line in lines(&unmasked(records, Edition::Public, catalog)) {
        for mask in masks_of(line, &none) {
            let place = place(line, &mask);
            let stands = records.unmasked.contains(&place);
            let published = if stands { place.text } else { mask.masked };
            out.push(look(line, mask.at, Some(mask.code), place.origin, published));
        }
    }
    out
}

/// Names that are printed, of the heads and behind posts; in the order of the text.
pub fn named_places(records: &YearRecords, catalog: &Catalog) -> Vec<Look> {
    let mut out = Vec::new();
    let heads = records.unit.heads.iter().map(|head| head.name.trim());
    let heads: Vec<&str> = heads.filter(|name| name.chars().count() > 1).collect();
    for line in lines(&compose(records, Edition::Public, catalog)) {
        let text = plain(line);
        for at in named(&text, &heads) {
            let name = text.chars().skip(at.start).take(at.len()).collect();
            let origin = origin(line, at.start);
            out.push(look(line, at, None, origin, name));
        }
    }
    out
}

fn look(
    line: &[Inline],
    at: Range<usize>,
    code: Option<&'static str>,
    origin: Option<Origin>,
    published: String,
) -> Look {
    let line = plain(line);
    let chars: Vec<char> = line.chars().collect();
    let (from, to) = (at.start.saturating_sub(AROUND), (at.end + AROUND).min(chars.len()));
    let cut = |at: Range<usize>| chars[at].iter().collect::<String>();
    let dots = |there: bool| if there { "…" } else { "" };
    Look {
        code,
        origin,
        text: cut(at.clone()),
        published,
        before: format!("{}{}", dots(from > 0), cut(from..at.start)),
        after: format!("{}{}", cut(at.end..to), dots(to < chars.len())),
        line,
    }
}

/// Paragraphs and cells.
fn lines(doc: &Doc) -> Vec<&[Inline]> {
    let mut out: Vec<&[Inline]> = Vec::new();
    for block in &doc.blocks {
        match block {
            Block::Paragraph(paragraph) => out.push(&paragraph.inlines),
            Block::Table(table) => {
                out.extend(table.rows.iter().flatten().map(|cell| cell.inlines.as_slice()));
            }
        }
    }
    out
}
