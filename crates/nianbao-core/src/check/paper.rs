//! What is checked: paragraphs with the part each plays, and where their characters come from.

use std::ops::Range;

use super::measures::Measures;
use crate::catalog::Catalog;
use crate::compose::Edition;
use crate::doc::Role;
use crate::record::{Id, Kind, YearRecords};
use crate::text::parts::Part;

mod plain;
mod year;

/// A report, or a piece of one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Paper {
    pub paras: Vec<Para>,
    pub year: Option<i32>,
    pub unit: String,
    /// What the text calls the unit: 我局.
    pub short: String,
    /// None: it was not laid out.
    pub measures: Option<Measures>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Para {
    pub role: Role,
    /// Which of the five contents it belongs to; None before and after them.
    pub part: Option<Part>,
    pub text: String,
    /// Where its characters stand, in order and without gaps.
    pub places: Vec<Place>,
}

impl Para {
    /// Key of the figure that some of these characters are printed from; None: they are typed.
    pub fn figure_at(&self, at: Range<usize>) -> Option<&str> {
        let own = |place: &&Place| place.from < at.end && place.from + place.length > at.start;
        let mut figures = self.places.iter().filter(own);
        figures.find_map(|place| place.record.as_ref()?.figure.as_deref())
    }

    /// Whether some of these characters are printed from the ledger, not typed.
    pub fn prints_figure(&self, at: Range<usize>) -> bool {
        self.figure_at(at).is_some()
    }
}

/// A run of characters of a paragraph and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// In the paragraph.
    pub from: usize,
    pub length: usize,
    /// In the text as a whole.
    pub at: usize,
    pub record: Option<RecordPlace>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordPlace {
    pub kind: Kind,
    pub id: Id,
    pub field: &'static str,
    /// Where the run begins in the field, and how long it is there: `{{key}}` is longer than its figure.
    pub at: usize,
    pub length: usize,
    /// Key of the figure it prints.
    pub figure: Option<String>,
}

/// A year of a 库: its records and what came before.
#[derive(Clone, Copy)]
pub struct YearInput<'a> {
    pub records: &'a YearRecords,
    pub last: Option<&'a YearRecords>,
    pub edition: Edition,
    pub catalog: &'a Catalog,
}

impl Para {
    /// One run from a place in the text.
    pub fn at(role: Role, part: Option<Part>, text: String, at: usize) -> Self {
        let length = text.chars().count();
        let places = vec![Place { from: 0, length, at, record: None }];
        Self { role, part, text, places }
    }

    /// The place of its character `n`; behind the last one its end.
    pub(super) fn place(&self, n: usize) -> Option<&Place> {
        let behind = self.places.partition_point(|place| place.from <= n);
        self.places.get(behind.checked_sub(1)?)
    }

    /// Where the characters `start..end` stand in the text as a whole.
    pub(super) fn span(&self, start: usize, end: usize) -> (usize, usize) {
        let at = |n: usize| self.place(n).map_or(0, |p| p.at + (n - p.from).min(p.length));
        let from = at(start);
        let to = if end > start { at(end - 1) + 1 } else { from };
        (from, to.max(from))
    }
}

/// Paragraphs whose part is not settled, headings and leads, take that of what follows under them.
pub fn settle(paras: &mut [Para], settled: &[bool]) {
    for n in (0..paras.len()).rev() {
        if settled.get(n) == Some(&false) && n + 1 < paras.len() {
            paras[n].part = paras[n + 1].part;
        }
    }
}
