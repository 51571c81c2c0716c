//! Which fields of a record hold prose: the texts that a report prints, or that may name a figure.

use crate::record::Record;

/// The prose of a record in reading order: the field's name, and its text as typed.
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
