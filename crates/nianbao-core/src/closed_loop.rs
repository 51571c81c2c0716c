//! 闭环: what last year promised or owned up to, and what this year says of it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::fields::printed;
use crate::record::{Id, Kind, Outcome, OutcomeState, WorkState, YearRecords};

/// Last year's plans and problems as lines to account for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct ClosedLoop {
    /// The unanswered first; among themselves plans before problems, each in last year's order.
    pub lines: Vec<LoopLine>,
    pub plans: LoopCount,
    pub problems: LoopCount,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LoopLine {
    /// Plan or problem.
    pub kind: Kind,
    pub id: Id,
    /// Figures printed as last year had them, in the text too.
    pub title: String,
    pub body: String,
    pub office: String,
    pub outcome: Outcome,
    /// Achievements of this year that answer it.
    pub answers: Vec<LoopAnswer>,
    /// Neither a state was said nor an achievement with something written answers.
    pub unanswered: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LoopAnswer {
    pub id: Id,
    pub title: String,
    pub state: WorkState,
    /// Carried over, and nobody has written it yet.
    pub unwritten: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct LoopCount {
    pub all: usize,
    pub done: usize,
    pub underway: usize,
    pub not_done: usize,
    pub unsaid: usize,
    pub unanswered: usize,
}

/// The lines of last year against this year. An achievement that was rejected, or that is still to be
/// written, answers nothing, though it is shown.
pub fn closed_loop(last: &YearRecords, this: &YearRecords) -> ClosedLoop {
    let plans = last.plans.iter().map(|p| Line {
        kind: Kind::Plan,
        id: p.id,
        title: &p.title,
        body: &p.body,
        office: &p.office,
        outcome: &p.outcome,
    });
    let problems = last.problems.iter().map(|p| Line {
        kind: Kind::Problem,
        id: p.id,
        title: &p.title,
        body: &p.body,
        office: &p.office,
        outcome: &p.outcome,
    });
    let mut out = ClosedLoop {
        lines: plans.chain(problems).map(|line| line.against(last, this)).collect(),
        ..ClosedLoop::default()
    };
    for line in &out.lines {
        let count = if line.kind == Kind::Plan { &mut out.plans } else { &mut out.problems };
        count.add(line);
    }
    out.lines.sort_by_key(|line| !line.unanswered);
    out
}

struct Line<'a> {
    kind: Kind,
    id: Id,
    title: &'a str,
    body: &'a str,
    office: &'a str,
    outcome: &'a Outcome,
}

impl Line<'_> {
    fn against(self, last: &YearRecords, this: &YearRecords) -> LoopLine {
        let linked = || this.achievements.iter().filter(|a| a.answers.contains(&self.id));
        let answered = linked().any(|a| a.state != WorkState::Rejected && !a.is_to_be_written());
        let answers = linked()
            .map(|a| LoopAnswer {
                id: a.id,
                title: printed(&a.title, this),
                state: a.state,
                unwritten: a.is_to_be_written(),
            })
            .collect();
        LoopLine {
            kind: self.kind,
            id: self.id,
            title: printed(self.title, last),
            body: printed(self.body, last),
            office: self.office.to_owned(),
            unanswered: self.outcome.state == OutcomeState::Unsaid && !answered,
            outcome: self.outcome.clone(),
            answers,
        }
    }
}

impl LoopCount {
    fn add(&mut self, line: &LoopLine) {
        self.all += 1;
        match line.outcome.state {
            OutcomeState::Unsaid => self.unsaid += 1,
            OutcomeState::Done => self.done += 1,
            OutcomeState::Underway => self.underway += 1,
            OutcomeState::NotDone => self.not_done += 1,
        }
        self.unanswered += usize::from(line.unanswered);
    }
}
