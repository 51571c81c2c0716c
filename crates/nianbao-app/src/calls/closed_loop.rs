use nianbao_core::closed_loop::{ClosedLoop, closed_loop};
use nianbao_core::record::{Id, Kind, Outcome, OutcomeState, Record, YearRecords};
use nianbao_store::Change;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::record::{Changed, edit, record};
use super::year::{YearArgs, records};
use crate::desk::{Desk, Open};
use crate::fault::Fault;

/// Last year's lines, and what this year says of them.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LoopReply {
    /// The year accounted for: the one before this in the 库. None: there is none.
    pub last_year: Option<i32>,
    #[serde(flatten)]
    pub closed: ClosedLoop,
}

pub fn get(desk: &Desk, args: YearArgs) -> Result<LoopReply, Fault> {
    desk.with(|open| {
        let this = records(open, args.year)?;
        let last = answered_year(open, args.year)?;
        Ok(LoopReply {
            last_year: last.as_ref().map(|last| last.year.year),
            closed: last.map(|last| closed_loop(&last, &this)).unwrap_or_default(),
        })
    })
}

/// The year before in the 库, which need not be the calendar's.
pub(crate) fn answered_year(open: &mut Open, year: i32) -> Result<Option<YearRecords>, Fault> {
    let last = open.store.year_numbers()?.into_iter().filter(|other| *other < year).max();
    last.map(|last| records(open, last)).transpose()
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct LoopSet {
    /// `plan` or `problem`.
    pub kind: Kind,
    pub id: Id,
    /// Left out: as it was.
    #[serde(default)]
    #[ts(optional)]
    pub state: Option<OutcomeState>,
    #[serde(default)]
    #[ts(optional)]
    pub note: Option<String>,
    /// One of a burst of keystrokes: joins the step before it.
    #[serde(default)]
    #[ts(optional)]
    pub typing: Option<bool>,
}

pub fn set(desk: &Desk, args: LoopSet) -> Result<Changed, Fault> {
    desk.with(|open| {
        let mut record = record(open, args.kind, args.id)?;
        let outcome: &mut Outcome = match &mut record {
            Record::Plan(plan) => &mut plan.outcome,
            Record::Problem(problem) => &mut problem.outcome,
            _ => return Err(Fault::no_such_record()),
        };
        if let Some(state) = args.state {
            outcome.state = state;
        }
        if let Some(note) = args.note {
            outcome.note = note;
        }
        let name = format!("说明{}的办理情况", record.name());
        let merge = args.typing.unwrap_or(false).then(|| format!("outcome:{}", args.id.0));
        edit(open, name, vec![Change::Put(record)], merge)
    })
}
