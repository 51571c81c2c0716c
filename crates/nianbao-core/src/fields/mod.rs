//! The fields of a record as text: for comparing, and for finding the prose in it.

mod words;

use crate::ledger::Ledger;
use crate::record::{Figure, Id, Record, YearRecords};
use crate::text::reference::{Piece, pieces};

/// One field, as a person would read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldText {
    /// Name of the record's field.
    pub name: &'static str,
    /// As the form calls it.
    pub word: &'static str,
    pub text: String,
}

/// What references and relations are called in a year.
pub struct Names<'a> {
    records: &'a YearRecords,
    ledger: Ledger<'a>,
}

impl<'a> Names<'a> {
    pub fn new(records: &'a YearRecords) -> Self {
        Self { records, ledger: Ledger::new(records, None) }
    }

    /// What a record of the year is called; its number where it stands elsewhere.
    fn of(&self, id: Id) -> String {
        let records = self.records;
        let areas = records.areas.iter().map(|r| (r.id, &r.title));
        let indicators = records.indicators.iter().map(|r| (r.id, &r.title));
        let evidence = records.evidence.iter().map(|r| (r.id, &r.title));
        let problems = records.problems.iter().map(|r| (r.id, &r.title));
        let mut all = areas.chain(indicators).chain(evidence).chain(problems);
        let found = all.find(|(other, title)| *other == id && !title.trim().is_empty());
        found.map_or_else(|| format!("第{}号", id.0), |(_, title)| title.trim().to_owned())
    }

    fn all(&self, ids: &[Id]) -> String {
        ids.iter().map(|id| self.of(*id)).collect::<Vec<_>>().join("、")
    }
}

/// Every field of a record but its number, year and place in the list, in the order of the forms.
pub fn fields(record: &Record, names: &Names<'_>) -> Vec<FieldText> {
    let listed = words::listed(record, names);
    listed.into_iter().map(|(name, word, text)| FieldText { name, word, text }).collect()
}

/// A text with its figures as the year's report prints them: 共{{案件}} → 共12宗; 〔待填：案件〕 where the
/// value is not known.
pub fn printed(text: &str, records: &YearRecords) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in pieces(text) {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Figure { key, .. } => match records.figure(key).and_then(Figure::in_text) {
                Some(value) => out.push_str(&value),
                None => out.push_str(&format!("〔待填：{key}〕")),
            },
        }
    }
    out
}

/// The prose of a record in reading order: the texts that a report prints, or that may name a figure;
/// the field's name, and its text as typed.
pub fn prose(record: &Record) -> Vec<(&'static str, &str)> {
    match record {
        Record::Passage(r) => vec![("body", &r.body)],
        Record::Achievement(r) => vec![("title", &r.title), ("body", &r.body)],
        Record::Problem(r) => vec![
            ("title", &r.title),
            ("body", &r.body),
            ("cause", &r.cause),
            ("public_body", &r.public_body),
        ],
        Record::Plan(r) => vec![("title", &r.title), ("body", &r.body), ("target", &r.target)],
        Record::Duty(r) => vec![("title", &r.title), ("body", &r.body)],
        Record::Indicator(r) => vec![("assessment", &r.assessment)],
        Record::Unit(_)
        | Record::Year(_)
        | Record::Area(_)
        | Record::Figure(_)
        | Record::Evidence(_)
        | Record::Opinion(_)
        | Record::Template(_) => Vec::new(),
    }
}
