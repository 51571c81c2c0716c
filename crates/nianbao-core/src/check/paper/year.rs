//! A year's records as paragraphs: composed, with every run led back to its field.

use std::collections::BTreeMap;

use super::{Paper, Para, Place, RecordPlace, YearInput, settle};
use crate::compose::compose;
use crate::doc::{Field, Inline, Origin, Paragraph, Role, Text};
use crate::record::{Kind, Slot, YearRecords};
use crate::text::parts::Part;
use crate::text::reference;

impl Paper {
    /// The report that a year's records make. Places count the characters of `Doc::plain`.
    pub fn of_year(input: &YearInput<'_>) -> Self {
        let records = input.records;
        let doc = compose(records, input.edition, input.catalog);
        let mut reader = Reader { records, fields: BTreeMap::new(), at: 0 };
        let (mut paras, mut settled) = (Vec::new(), Vec::new());
        let mut attached = false;
        for paragraph in doc.paragraphs() {
            let (mut para, known) = reader.para(paragraph);
            // What is attached has numbers and headings of its own, and is no part of the report's text.
            attached |= paragraph.role == Role::AttachmentLabel;
            if attached && para.role.is_text() {
                para.role = Role::Note;
            }
            paras.push(para);
            settled.push(known);
        }
        settle(&mut paras, &settled);
        Self {
            paras,
            year: Some(records.year.year),
            unit: records.unit.name.trim().to_owned(),
            short: records.unit.short.trim().to_owned(),
            measures: None,
        }
    }
}

struct Reader<'a> {
    records: &'a YearRecords,
    /// How far each field has been printed, in its characters.
    fields: BTreeMap<Origin, (Vec<char>, usize)>,
    at: usize,
}

impl Reader<'_> {
    fn para(&mut self, paragraph: &Paragraph) -> (Para, bool) {
        let mut para =
            Para { role: paragraph.role, part: None, text: String::new(), places: Vec::new() };
        let mut known = !matches!(paragraph.role, Role::Heading(_) | Role::Body);
        let mut from = 0;
        for inline in &paragraph.inlines {
            let plain = Text { text: "\n".to_owned(), ..Text::default() };
            let run = match inline {
                Inline::Text(run) => run,
                Inline::Break => &plain,
            };
            if let Some(part) = run.origin.and_then(|origin| self.part(origin)) {
                para.part = para.part.or(part);
                known = true;
            }
            let length = run.text.chars().count();
            para.places.push(Place { from, length, at: self.at, record: self.record(run) });
            para.text.push_str(&run.text);
            from += length;
            self.at += length;
        }
        self.at += 1;
        (para, known)
    }

    /// Outer None: whatever follows decides.
    fn part(&self, origin: Origin) -> Option<Option<Part>> {
        Some(Some(match origin.kind {
            Kind::Area | Kind::Achievement => Part::Results,
            Kind::Duty => Part::Duties,
            Kind::Problem => Part::Problems,
            Kind::Plan => Part::Plans,
            Kind::Passage => {
                let passage = self.records.passages.iter().find(|p| p.id == origin.id)?;
                match passage.slot {
                    Slot::Lead | Slot::Ending => return Some(None),
                    Slot::AreaLead | Slot::AreaClose => Part::Results,
                    Slot::DutyLead => Part::Duties,
                    Slot::ProblemLead => Part::Problems,
                    Slot::Cause => Part::Causes,
                    Slot::PlanLead | Slot::PlanClose => Part::Plans,
                    Slot::Other => Part::Other,
                }
            }
            _ => return Some(None),
        }))
    }

    fn record(&mut self, run: &Text) -> Option<RecordPlace> {
        let origin = run.origin?;
        let records = self.records;
        let (field, printed) = self
            .fields
            .entry(origin)
            .or_insert_with(|| (raw(records, origin).unwrap_or_default().chars().collect(), 0));
        let words: Vec<char> = match &run.figure {
            Some(key) => reference::to(key).chars().collect(),
            None => run.text.chars().collect(),
        };
        let rest = &field[*printed..];
        let found = match words.len() {
            0 => None,
            length => rest.windows(length).position(|window| window == words),
        };
        let (at, length) = match found {
            Some(skipped) => {
                let at = *printed + skipped;
                *printed = at + words.len();
                (at, words.len())
            }
            // Printed otherwise than typed: the field as a whole.
            None => (0, 0),
        };
        Some(RecordPlace {
            kind: origin.kind,
            id: origin.id,
            field: origin.field.name(),
            at,
            length,
            figure: run.figure.clone(),
        })
    }
}

/// The field as typed.
fn raw(all: &YearRecords, origin: Origin) -> Option<&str> {
    let Origin { kind, id, field } = origin;
    macro_rules! of {
        ($list:ident, $($field:ident => $name:ident),+) => {{
            let record = all.$list.iter().find(|r| r.id == id)?;
            match field {
                $(Field::$field => record.$name.as_str(),)+
                _ => return None,
            }
        }};
    }
    Some(match (kind, field) {
        (Kind::Unit, Field::Name) => &all.unit.name,
        (Kind::Year, Field::Title) => &all.year.title,
        (Kind::Year, Field::Addressee) => &all.year.addressee,
        (Kind::Year, Field::Opening) => &all.year.opening,
        (Kind::Year, Field::Closing) => &all.year.closing,
        (Kind::Area, _) => of!(areas, Title => title),
        (Kind::Passage, _) => of!(passages, Body => body),
        (Kind::Achievement, _) => of!(achievements, Title => title, Body => body),
        (Kind::Problem, _) => of!(problems, Title => title, Body => body, Cause => cause,
            PublicBody => public_body),
        (Kind::Plan, _) => of!(plans, Title => title, Body => body),
        (Kind::Duty, _) => of!(duties, Title => title, Body => body),
        _ => return None,
    })
}
