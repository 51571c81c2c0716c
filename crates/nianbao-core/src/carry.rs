//! A new year from the last one: the person says what comes along, and nothing else does.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::catalog::Catalog;
use crate::order::GAP;
use crate::record::{
    Achievement, Area, Deadline, Figure, Id, ImprintChoice, LetterheadChoice, Precision, Record,
    WorkState, Year, YearRecords,
};
use crate::text::reference::{Piece, pieces};

/// What comes along. Addressee, cut-off and deadlines always do; heads and recipients are the unit's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Carry {
    /// Template, headings, numbering, form of title, opening and ending, areas under their titles.
    pub structure: bool,
    /// Last year's plans, each as an achievement to be written that answers it.
    pub plans: bool,
    /// Last year's problems, likewise.
    pub problems: bool,
    /// The ledger without its values; last year's stand beside.
    pub figures: bool,
}

/// The records a new year begins with, under placeholder ids. Only `answers` of an achievement point
/// back into last year, as they are meant to.
pub fn carry(last: &YearRecords, choice: &Carry, year: i32) -> Vec<Record> {
    let mut new = New { year, ids: 0, records: Vec::new() };
    new.records.push(Record::Year(new_year(last, choice, year)));
    let areas = areas(last, choice);
    let first = new.areas(areas);
    if choice.plans {
        for plan in &last.plans {
            new.answer(plan.id, first, name(&plan.title, &plan.body, last), &plan.office);
        }
    }
    if choice.problems {
        for problem in &last.problems {
            let name = name(&problem.title, &problem.body, last);
            new.answer(problem.id, first, name, &problem.office);
        }
    }
    if choice.figures {
        new.figures(&last.figures, year - last.year.year);
    }
    number(&mut new.records);
    new.records
}

fn new_year(last: &YearRecords, choice: &Carry, year: i32) -> Year {
    let old = &last.year;
    let years = year - old.year;
    let mut new = Year {
        id: Id(-1),
        year,
        template: old.template.clone(),
        cutoff: old.cutoff.map(|day| later(day, years)),
        addressee: old.addressee.clone(),
        deadlines: old
            .deadlines
            .iter()
            .map(|d| Deadline { due: later(d.due, years), done: None, ..d.clone() })
            .collect(),
        ..Year::default()
    };
    if choice.structure {
        new.sections.clone_from(&old.sections);
        new.dialect = old.dialect;
        new.form = old.form.clone();
        new.opening.clone_from(&old.opening);
        new.closing.clone_from(&old.closing);
        new.signed = old.signed;
        new.looks = old.looks;
        // Numbers and dates are each report's own.
        new.letterhead = LetterheadChoice {
            copy: String::new(),
            number: String::new(),
            ..old.letterhead.clone()
        };
        new.imprint = ImprintChoice { printed: None, ..old.imprint.clone() };
        new.note.clone_from(&old.note);
    }
    new
}

/// Last year's areas, or those the template begins with. There is always one for the achievements.
fn areas(last: &YearRecords, choice: &Carry) -> Vec<(String, String)> {
    let of_last = || last.areas.iter().map(|a| (a.key.clone(), a.title.clone())).collect();
    let catalog = Catalog::built_in();
    let start = || -> Vec<(String, String)> {
        let template = catalog.template(&last.year.template).or(catalog.templates.first());
        let keys = template.map_or(&[][..], |template| &template.start);
        let known = keys.iter().filter_map(|key| catalog.area(key));
        known.map(|area| (area.key.clone(), area.title.clone())).collect()
    };
    let areas: Vec<_> = if choice.structure { of_last() } else { start() };
    if areas.is_empty() { start() } else { areas }
}

/// The same day so many years on; 29 February becomes the 28th where there is none.
fn later(day: Date, years: i32) -> Date {
    let in_year = i16::try_from(i32::from(day.year()) + years);
    let moved = |d: i8| in_year.ok().and_then(|y| Date::new(y, day.month(), d).ok());
    moved(day.day()).or_else(|| moved(28)).unwrap_or(day)
}

struct New {
    year: i32,
    /// Placeholders given out beside the year's own.
    ids: i64,
    records: Vec<Record>,
}

impl New {
    fn id(&mut self) -> Id {
        self.ids += 1;
        Id(-1 - self.ids)
    }

    /// The first area's id.
    fn areas(&mut self, areas: Vec<(String, String)>) -> Id {
        let mut first = None;
        for (key, title) in areas {
            let id = self.id();
            first.get_or_insert(id);
            let area = Area { id, year: self.year, key, title, order: 0 };
            self.records.push(Record::Area(area));
        }
        first.unwrap_or_default()
    }

    /// An achievement to be written.
    fn answer(&mut self, to: Id, area: Id, title: String, office: &str) {
        let id = self.id();
        self.records.push(Record::Achievement(Achievement {
            id,
            year: self.year,
            area,
            title,
            office: office.to_owned(),
            answers: vec![to],
            state: WorkState::Collected,
            ..Achievement::default()
        }));
    }

    fn figures(&mut self, figures: &[Figure], years: i32) {
        for old in figures {
            let id = self.id();
            self.records.push(Record::Figure(Figure {
                id,
                year: self.year,
                value: None,
                precision: Precision::Exact,
                previous: old.value,
                cutoff: old.cutoff.map(|day| later(day, years)),
                ..old.clone()
            }));
        }
    }
}

/// The heading sentence; where there is none, the first sentence. Figures are printed as last year had
/// them: by their key they would be this year's.
fn name(title: &str, body: &str, last: &YearRecords) -> String {
    let title = if title.trim().is_empty() { first_sentence(body) } else { title.trim() };
    let mut out = String::new();
    for piece in pieces(title) {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Figure { key, .. } => {
                let value = last.figure(key).and_then(Figure::in_text);
                out.push_str(value.as_deref().unwrap_or(key));
            }
        }
    }
    out
}

fn first_sentence(text: &str) -> &str {
    let text = text.trim();
    let end = text.find(['。', '；', '！', '？', '\n']).unwrap_or(text.len());
    text[..end].trim()
}

/// Each list from [`GAP`] up, in the order the records stand in.
fn number(records: &mut [Record]) {
    let mut last = std::collections::BTreeMap::new();
    for record in records {
        let order = last.entry(record.kind()).or_insert(0);
        *order += GAP;
        record.set_order(*order);
    }
}
