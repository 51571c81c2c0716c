//! Last year's report as this year's is compared with it: read once, as it seldom changes.

use std::collections::BTreeMap;

use super::paper::{Paper, YearInput};
use super::rules::t012_last_years_paragraph::{digits, words};
use crate::compose::Edition;
use crate::doc::Role;
use crate::record::YearRecords;

pub(super) struct Before {
    records: YearRecords,
    edition: Edition,
    catalog: usize,
    /// Its paragraphs by what they say, and their digits.
    pub said: BTreeMap<u128, String>,
}

impl Before {
    /// None: the year has none before it.
    pub fn of(year: &YearInput<'_>) -> Option<Self> {
        let last = year.last?;
        let paper = Paper::of_year(&YearInput { records: last, last: None, ..*year });
        let mut said = BTreeMap::new();
        for para in paper.paras.iter().filter(|para| para.role == Role::Body) {
            let chars: Vec<char> = para.text.chars().collect();
            if let Some(words) = words(&chars) {
                said.insert(words, digits(&para.text));
            }
        }
        Some(Self { records: last.clone(), edition: year.edition, catalog: address(year), said })
    }

    /// Whether it would be read the same again.
    pub fn is_of(&self, year: &YearInput<'_>) -> bool {
        self.edition == year.edition
            && self.catalog == address(year)
            && year.last.is_some_and(|last| *last == self.records)
    }
}

/// A catalogue is never changed: the same one is the same.
fn address(year: &YearInput<'_>) -> usize {
    std::ptr::from_ref(year.catalog).addr()
}
