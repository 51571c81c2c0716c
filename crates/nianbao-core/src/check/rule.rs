//! What a rule is: one value a file, from which the settings and the page of rules are printed.

use std::cell::OnceCell;

use ecow::EcoString;

use super::before::Before;
use super::facts::Facts;
use super::finding::{Fix, Severity};
use super::lists::Lists;
use super::measures::Measured;
use super::options::Options;
use super::outline::{self, Trouble};
use super::paper::{Paper, YearInput};
use crate::record::{Id, Kind};
use crate::text::numbering::Mark;

/// A rule is named for the wrong it finds. Its code is never used again.
pub struct Rule {
    pub code: &'static str,
    pub name: &'static str,
    pub severity: Severity,
    /// Why it matters.
    pub why: &'static str,
    /// Where that is written, or who says so.
    pub source: &'static str,
    pub strength: Strength,
    /// A text it finds.
    pub wrong: &'static str,
    /// The same as it should be; the rule is silent.
    pub right: &'static str,
    pub looks: Looks,
}

/// How far what a rule asks for binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    /// 规定: a rule or standard in force says so.
    Binding,
    /// 一般: usage of official writing.
    Usual,
    /// 实务: what experience asks for.
    Practice,
}

impl Strength {
    pub fn word(self) -> &'static str {
        match self {
            Strength::Binding => "规定",
            Strength::Usual => "一般",
            Strength::Practice => "实务",
        }
    }
}

/// What a rule looks at. Everything it says must follow from that alone: findings of a paragraph are
/// kept as long as its text stays.
pub enum Looks {
    Paragraph(fn(&Facts, &Context, &mut Spots)),
    Document(fn(&Document<'_>, &mut DocumentSpots)),
    Records(fn(&YearInput<'_>, &mut RecordSpots)),
}

/// What is known beside the text. A change of it makes everything new.
#[derive(Clone, Default)]
pub struct Context {
    /// The year the report is on.
    pub year: Option<i32>,
    /// The unit's full name and what it calls itself; may be empty.
    pub unit: String,
    pub short: String,
    pub options: Options,
    /// What the catalogue and the options make of words, phrases and names of laws.
    pub lists: Lists,
}

/// All paragraphs, with their facts beside them.
pub struct Document<'a> {
    pub paper: &'a Paper,
    pub facts: Vec<&'a Facts>,
    pub context: &'a Context,
    pub(super) outline: Outline,
    /// The report before it; None: the 库 has none.
    pub(super) before: Option<&'a Before>,
    /// None for a file that is no year of a 库.
    pub year: Option<&'a YearInput<'a>>,
}

/// Numbers followed through the document, once for all rules that ask.
#[derive(Default)]
pub(super) struct Outline {
    troubles: OnceCell<Vec<Trouble>>,
    runs: OnceCell<Vec<Vec<(usize, usize, Mark)>>>,
}

impl Document<'_> {
    pub(super) fn troubles(&self) -> &[Trouble] {
        self.outline.troubles.get_or_init(|| outline::troubles(&self.facts))
    }

    /// 一是, 二是 … that belong together.
    pub(super) fn runs(&self) -> &[Vec<(usize, usize, Mark)>] {
        self.outline.runs.get_or_init(|| outline::runs(&self.facts))
    }

    /// What the pages show; nothing where it was not laid out.
    pub(super) fn measured(&self) -> &[Measured] {
        self.paper.measures.as_ref().map_or(&[], |measures| &measures.found)
    }

    /// The characters of a paragraph; none where there is no such paragraph.
    pub(super) fn whole_of(&self, para: usize) -> std::ops::Range<usize> {
        0..self.facts.get(para).map_or(0, |facts| facts.chars.len())
    }

    /// A report from title to end, not a piece of one: only then can a part be missing.
    pub fn is_whole(&self) -> bool {
        use crate::doc::Role;
        let has = |role| self.facts.iter().filter(|f| f.role == role).count();
        self.year.is_some() || has(Role::Title) > 0 && has(Role::Heading(1)) >= 2
    }
}

/// A finding in the making; the place counts characters of its paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    pub start: usize,
    pub end: usize,
    pub message: EcoString,
    pub hint: EcoString,
    pub fix: Option<Fix>,
    /// What the published edition prints instead. None: a person decides.
    pub mask: Option<String>,
}

impl Spot {
    pub fn new(at: std::ops::Range<usize>, message: impl Into<EcoString>) -> Self {
        let (start, end) = (at.start, at.end);
        Self { start, end, message: message.into(), hint: EcoString::new(), fix: None, mask: None }
    }

    pub fn hint(self, hint: impl Into<EcoString>) -> Self {
        Self { hint: hint.into(), ..self }
    }

    pub fn mask(self, masked: impl Into<String>) -> Self {
        Self { mask: Some(masked.into()), ..self }
    }

    pub fn fix(self, replacement: impl Into<EcoString>) -> Self {
        Self { fix: Some(Fix { replacement: replacement.into() }), ..self }
    }
}

pub type Spots = Vec<Spot>;

/// Spots of the document: the paragraph's place in order, or None for the whole.
pub type DocumentSpots = Vec<(Option<usize>, Spot)>;

/// Spots in records: what record, which field.
pub type RecordSpots = Vec<RecordSpot>;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordSpot {
    pub kind: Kind,
    pub id: Id,
    pub field: &'static str,
    pub message: String,
    pub hint: String,
}
