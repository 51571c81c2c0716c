//! What rules of the document compare with other paragraphs, read once of each: after an edit of one
//! they look through notes, not through the text.

use std::ops::Range;

use super::facts::Facts;
use super::rules::{
    f011_one_figure_two_values, t009_sentence_without_end, t010_sentence_twice, t011_issued_twice,
    t012_last_years_paragraph, u003_two_names_for_itself,
};
use super::when::{self, Day};

#[derive(Debug)]
pub(super) struct Noted {
    pub days: Vec<Day>,
    /// Whether it is of sentences, not a line of a list.
    pub prose: bool,
    /// The last character, where it ends nothing.
    pub open_end: Option<char>,
    /// Quantities that count all of something.
    pub totals: Vec<usize>,
    /// Sentences by what they say.
    pub said: Vec<(u128, Range<usize>)>,
    /// Titles that are said to be issued.
    pub issued: Vec<String>,
    /// Whether anything is.
    pub issues: bool,
    /// What it says beside its numbers; None where that is short.
    pub words: Option<u128>,
    /// What it calls the unit: the first place, and how often.
    pub names: Vec<(&'static str, Range<usize>, usize)>,
}

impl Noted {
    pub fn of(facts: &Facts) -> Self {
        let issues = t011_issued_twice::issues(facts);
        Self {
            days: when::days(&facts.chars),
            prose: t009_sentence_without_end::is_prose(facts),
            open_end: t009_sentence_without_end::open_end(facts),
            totals: f011_one_figure_two_values::totals(facts),
            said: t010_sentence_twice::said(facts),
            issued: if issues { t011_issued_twice::titles(facts) } else { Vec::new() },
            issues,
            words: t012_last_years_paragraph::words(&facts.chars),
            names: u003_two_names_for_itself::names(facts),
        }
    }
}

/// Two texts with the same one are the same: it is so long that nobody meets a pair that is not. (FNV-1a
/// over characters.)
pub(super) fn fingerprint<'a>(chars: impl Iterator<Item = &'a char>) -> u128 {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    chars.fold(BASIS, |print, c| (print ^ u128::from(*c as u32)).wrapping_mul(PRIME))
}
