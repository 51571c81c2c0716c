//! A record without its kind, on the way to another.

use jiff::civil::Date;

use super::close;
use super::kind::{Place, area_of};
use crate::catalog::Catalog;
use crate::compose::cause_lead;
use crate::record::{
    Achievement, Duty, Id, Outcome, OutcomeState, Passage, Plan, Problem, ProblemSource, Record,
};
use crate::text::date::written;

#[derive(Default)]
pub(super) struct Loose {
    title: String,
    body: String,
    cause: String,
    office: String,
    outcome: Outcome,
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

    /// Problems and plans take it along; elsewhere it is but noted.
    fn note_outcome(&mut self) {
        let outcome = std::mem::take(&mut self.outcome);
        if outcome.state != OutcomeState::Unsaid {
            self.note("落实情况", outcome.state.word());
        }
        self.note("落实说明", &outcome.note);
    }

    pub fn make(mut self, to: Place, year: i32) -> Record {
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
                let outcome = std::mem::take(&mut self.outcome);
                let body = self.rest();
                let Self { title, office, .. } = self;
                Record::Problem(Problem {
                    id,
                    year,
                    title,
                    body,
                    cause,
                    office,
                    outcome,
                    ..Problem::default()
                })
            }
            Place::Plan => {
                let outcome = std::mem::take(&mut self.outcome);
                let body = self.rest();
                let Self { title, office, .. } = self;
                Record::Plan(Plan { id, year, title, body, office, outcome, ..Plan::default() })
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
        self.note_outcome();
        let said = self.notes.iter().filter(|(_, value)| !value.trim().is_empty());
        let notes: Vec<_> = said.map(|(word, value)| format!("{word}：{value}")).collect();
        if !notes.is_empty() {
            body.push_str(&format!("（{}）", notes.join("；")));
        }
        body
    }
}

/// What a record says.
pub(super) fn loosen(record: &Record) -> Loose {
    let mut loose = Loose::default();
    match record {
        Record::Passage(r) => loose.body.clone_from(&r.body),
        Record::Achievement(r) => {
            (loose.title, loose.body) = (r.title.clone(), r.body.clone());
            loose.office.clone_from(&r.office);
            loose.day("日期", r.date);
            loose.day("结束日期", r.until);
            loose.note("材料来源", &r.source);
        }
        Record::Problem(r) => {
            (loose.title, loose.body) = (r.title.clone(), r.body.clone());
            loose.cause.clone_from(&r.cause);
            loose.office.clone_from(&r.office);
            if r.source != ProblemSource::Unsaid {
                loose.note("问题来源", r.source.word());
            }
            loose.note("公开版写法", &r.public_body);
            loose.outcome.clone_from(&r.outcome);
        }
        Record::Plan(r) => {
            (loose.title, loose.body) = (r.title.clone(), r.body.clone());
            loose.office.clone_from(&r.office);
            loose.note("目标", &r.target);
            loose.note("配合科室", &r.helpers);
            loose.day("完成时限", r.due);
            loose.note("依据文件", &r.document);
            loose.outcome.clone_from(&r.outcome);
        }
        Record::Duty(r) => {
            (loose.title, loose.body) = (r.title.clone(), r.body.clone());
            loose.note("职务", &r.post);
            let prompt = Catalog::built_in().prompts.iter().find(|p| p.key == r.prompt);
            loose.note("履职事项", prompt.map_or(&r.prompt, |p| &p.title));
            loose.note("会议", &r.meetings.replace('\n', "、"));
            loose.note("督办事项", &r.supervised.replace('\n', "、"));
            loose.note("批示次数", &r.instructions);
            loose.note("学法次数", &r.study);
            loose.note("述法次数", &r.accounts);
            loose.note("出庭应诉次数", &r.court);
        }
        _ => {}
    }
    loose
}
