//! A record moves to another place, or becomes another kind of record there.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::list::{find, put};
use super::{Change, TurnError};
use crate::catalog::Catalog;
use crate::compose::{cause_lead, ends_a_sentence};
use crate::record::{
    Achievement, Duty, Id, Kind, Outcome, OutcomeState, Passage, Plan, Problem, ProblemSource,
    Record, RecordRef, Sensitivity, Slot, YearRecords,
};
use crate::text::date::written;

/// Where a paragraph is to stand, and so as what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "as", rename_all = "snake_case")]
pub enum Place {
    Achievement {
        area: Id,
    },
    Problem,
    Plan,
    Duty,
    Passage {
        slot: Slot,
        /// For 领域开头 and 领域结尾.
        #[serde(default)]
        area: Option<Id>,
    },
}

/// The changes, and what could not come along.
#[derive(Debug, Clone, PartialEq)]
pub struct Turned {
    pub changes: Vec<Change>,
    /// Links that the new kind cannot have, a sentence each. The linked records stay.
    pub lost: Vec<String>,
}

/// Puts a record elsewhere, after `after` or last. Of the same kind, it keeps its number and all its
/// fields. As another kind it is a new record; what has no field there is kept at the end of its text.
///
/// # Errors
/// Record or area are not there; what is not open to the public would become so.
pub fn turn(
    records: &YearRecords,
    at: RecordRef,
    to: Place,
    after: Option<Id>,
) -> Result<Turned, TurnError> {
    let record = find(records, at).ok_or(TurnError::NoRecord)?;
    check_area(records, to)?;
    if let Some(moved) = moved(&record, to) {
        return Ok(Turned { changes: put(records, moved, after), lost: Vec::new() });
    }
    if let Record::Achievement(r) = &record
        && r.sensitivity != Sensitivity::Open
    {
        return Err(TurnError::NotOpen(r.sensitivity.word()));
    }
    let mut lost = Vec::new();
    let loose = loosen(records, &record, &mut lost);
    let made = loose.make(to, records.year.year);
    let mut changes = put(records, made, after);
    unlink(records, at, &mut changes, &mut lost);
    changes.push(Change::Remove(at));
    Ok(Turned { changes, lost })
}

fn check_area(records: &YearRecords, to: Place) -> Result<(), TurnError> {
    let known = |id: Id| records.areas.iter().any(|area| area.id == id);
    let fits = match to {
        Place::Achievement { area } => known(area),
        Place::Passage { slot: Slot::AreaClose, area } => area.is_some_and(known),
        Place::Passage { slot: Slot::AreaLead, area } => area.is_none_or(known),
        _ => true,
    };
    if fits { Ok(()) } else { Err(TurnError::NoArea) }
}

/// The same record in its new place; None where it must become another kind.
fn moved(record: &Record, to: Place) -> Option<Record> {
    let mut moved = record.clone();
    match (&mut moved, to) {
        (Record::Achievement(r), Place::Achievement { area }) => r.area = area,
        (Record::Passage(r), Place::Passage { slot, area }) => {
            (r.slot, r.area) = (slot, area_of(slot, area));
        }
        (Record::Problem(_), Place::Problem)
        | (Record::Plan(_), Place::Plan)
        | (Record::Duty(_), Place::Duty) => {}
        _ => return None,
    }
    Some(moved)
}

fn area_of(slot: Slot, area: Option<Id>) -> Option<Id> {
    if matches!(slot, Slot::AreaLead | Slot::AreaClose) { area } else { None }
}

/// A record without its kind.
#[derive(Default)]
struct Loose {
    title: String,
    body: String,
    cause: String,
    office: String,
    /// What is no text of the report: word and value.
    notes: Vec<(&'static str, String)>,
}

impl Loose {
    fn note(&mut self, word: &'static str, value: &str) {
        if !value.trim().is_empty() {
            self.notes.push((word, value.trim().to_owned()));
        }
    }

    fn day(&mut self, word: &'static str, day: Option<Date>) {
        if let Some(day) = day {
            self.notes.push((word, written(day)));
        }
    }

    fn outcome(&mut self, outcome: &Outcome) {
        if outcome.state != OutcomeState::Unsaid {
            self.note("落实情况", outcome.state.word());
        }
        self.note("落实说明", &outcome.note);
    }

    fn make(mut self, to: Place, year: i32) -> Record {
        let id = Id(-1);
        match to {
            Place::Achievement { area } => {
                let body = self.rest();
                let Self { title, office, .. } = self;
                Record::Achievement(Achievement {
                    id,
                    year,
                    area,
                    title,
                    body,
                    office,
                    ..Achievement::default()
                })
            }
            Place::Problem => {
                let cause = std::mem::take(&mut self.cause);
                let body = self.rest();
                let Self { title, office, .. } = self;
                Record::Problem(Problem {
                    id,
                    year,
                    title,
                    body,
                    cause,
                    office,
                    ..Problem::default()
                })
            }
            Place::Plan => {
                let body = self.rest();
                let Self { title, office, .. } = self;
                Record::Plan(Plan { id, year, title, body, office, ..Plan::default() })
            }
            Place::Duty => {
                let office = std::mem::take(&mut self.office);
                self.notes.insert(0, ("责任科室", office));
                let body = self.rest();
                Record::Duty(Duty { id, year, title: self.title, body, ..Duty::default() })
            }
            Place::Passage { slot, area } => {
                let office = std::mem::take(&mut self.office);
                self.notes.insert(0, ("责任科室", office));
                let rest = self.rest();
                let mut body = self.title;
                close(&mut body);
                body.push_str(&rest);
                let area = area_of(slot, area);
                Record::Passage(Passage { id, year, slot, area, body, ..Passage::default() })
            }
        }
    }

    /// The text, with the cause as it was printed and the notes in brackets at its end.
    fn rest(&mut self) -> String {
        let mut body = std::mem::take(&mut self.body);
        if !self.cause.trim().is_empty() {
            close(&mut body);
            body.push_str(cause_lead(&self.cause));
            body.push_str(&self.cause);
            close(&mut body);
        }
        let said = self.notes.iter().filter(|(_, value)| !value.trim().is_empty());
        let notes: Vec<_> = said.map(|(word, value)| format!("{word}：{value}")).collect();
        if !notes.is_empty() {
            body.push_str(&format!("（{}）", notes.join("；")));
        }
        body
    }
}

fn close(text: &mut String) {
    if !text.trim().is_empty() && !ends_a_sentence(text.trim_end()) {
        text.push('。');
    }
}

fn loosen(records: &YearRecords, record: &Record, lost: &mut Vec<String>) -> Loose {
    let mut loose = Loose::default();
    match record {
        Record::Passage(r) => loose.body.clone_from(&r.body),
        Record::Achievement(r) => {
            (loose.title, loose.body) = (r.title.clone(), r.body.clone());
            loose.office.clone_from(&r.office);
            loose.day("日期", r.date);
            loose.day("结束日期", r.until);
            loose.note("材料来源", &r.source);
            if !r.answers.is_empty() {
                lost.push("不再对应上年的计划或问题".to_owned());
            }
            for id in &r.indicators {
                let indicator = records.indicators.iter().find(|i| i.id == *id);
                let name = indicator.map_or("", |i| i.title.as_str());
                lost.push(format!("不再对应指标“{name}”"));
            }
            for id in &r.evidence {
                let evidence = records.evidence.iter().find(|e| e.id == *id);
                let name = evidence.map_or("", |e| e.title.as_str());
                lost.push(format!("不再引用佐证“{name}”，佐证本身还在"));
            }
        }
        Record::Problem(r) => {
            (loose.title, loose.body) = (r.title.clone(), r.body.clone());
            loose.cause.clone_from(&r.cause);
            loose.office.clone_from(&r.office);
            if r.source != ProblemSource::Unsaid {
                loose.note("问题来源", r.source.word());
            }
            loose.note("公开版写法", &r.public_body);
            loose.outcome(&r.outcome);
        }
        Record::Plan(r) => {
            (loose.title, loose.body) = (r.title.clone(), r.body.clone());
            loose.office.clone_from(&r.office);
            loose.note("目标", &r.target);
            loose.note("配合科室", &r.helpers);
            loose.day("完成时限", r.due);
            loose.note("依据文件", &r.document);
            loose.outcome(&r.outcome);
            for id in &r.answers {
                let problem = records.problems.iter().find(|p| p.id == *id);
                let name = problem.map_or("", |p| p.title.as_str());
                lost.push(format!("不再对应问题“{name}”"));
            }
        }
        Record::Duty(r) => {
            (loose.title, loose.body) = (r.title.clone(), r.body.clone());
            loose.note("职务", &r.post);
            let prompt = Catalog::built_in().prompts.iter().find(|p| p.key == r.prompt);
            loose.note("履职事项", prompt.map_or(&r.prompt, |p| &p.title));
            loose.note("会议", &r.meetings.replace('\n', "、"));
            loose.note("批示次数", &r.instructions);
            loose.note("学法次数", &r.study);
            loose.note("述法次数", &r.accounts);
            loose.note("出庭应诉次数", &r.court);
        }
        _ => {}
    }
    loose
}

/// Plans that answer a problem that is no problem any more. One that had to make room is changed already.
fn unlink(
    records: &YearRecords,
    gone: RecordRef,
    changes: &mut Vec<Change>,
    lost: &mut Vec<String>,
) {
    if gone.kind != Kind::Problem {
        return;
    }
    for plan in records.plans.iter().filter(|plan| plan.answers.contains(&gone.id)) {
        lost.push(format!("{}不再对应它", Record::Plan(plan.clone()).name()));
        let changed = changes.iter_mut().find_map(|change| match change {
            Change::Put(Record::Plan(other)) if other.id == plan.id => Some(other),
            _ => None,
        });
        let unlinked = |answers: &mut Vec<Id>| answers.retain(|id| *id != gone.id);
        match changed {
            Some(other) => unlinked(&mut other.answers),
            None => {
                let mut plan = plan.clone();
                unlinked(&mut plan.answers);
                changes.push(Change::Put(Record::Plan(plan)));
            }
        }
    }
}
