use nianbao_core::diff::RecordChange;
use nianbao_core::record::{Id, Kind};
use nianbao_store::{StepState, StepTouches, Touch, Touched};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Nothing;
use super::export::ExportNote;
use super::record::Changed;
use crate::desk::Desk;
use crate::fault::{Fault, FaultCode};

pub fn undo(desk: &Desk, _: Nothing) -> Result<Changed, Fault> {
    let at = crate::clock::now();
    desk.with(|open| {
        if open.store.undo_name()?.is_none() {
            return Err(nothing("没有可以撤销的步骤"));
        }
        let changed = open.store.undo(at)?;
        Ok(Changed::new(open, changed))
    })
}

pub fn redo(desk: &Desk, _: Nothing) -> Result<Changed, Fault> {
    let at = crate::clock::now();
    desk.with(|open| {
        if open.store.redo_name()?.is_none() {
            return Err(nothing("没有可以重做的步骤"));
        }
        let changed = open.store.redo(at)?;
        Ok(Changed::new(open, changed))
    })
}

fn nothing(message: &str) -> Fault {
    Fault::new(FaultCode::NothingToUndo, message, "可以继续编辑")
}

#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
pub struct HistoryList {
    /// Only steps before this one; left out: from the newest on.
    #[serde(default)]
    #[ts(optional)]
    pub before: Option<i64>,
    /// At most so many; left out: 200. Fewer come only where there are no more.
    #[serde(default)]
    #[ts(optional)]
    pub limit: Option<usize>,
}

/// One step of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Step {
    pub step: i64,
    pub name: String,
    /// RFC 3339, in UTC.
    pub at: String,
    pub undone: bool,
    /// Undone, and no edit has come since: redo brings it back.
    pub redoable: bool,
    /// The records it touched, the first few of them.
    pub records: Vec<StepRecord>,
    /// All that it touched.
    pub record_count: usize,
    /// What was exported after it and before the next step, the newest first.
    pub exports: Vec<ExportNote>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StepRecord {
    pub kind: Kind,
    pub id: Id,
    /// As it was called after the step; one that was removed, before.
    pub name: String,
    /// The year it stands in; none: the unit or a template.
    pub year: Option<i32>,
    pub change: RecordChange,
}

const SHOWN: usize = 200;
const MOST: usize = 1000;

pub fn list(desk: &Desk, args: HistoryList) -> Result<Vec<Step>, Fault> {
    let limit = args.limit.unwrap_or(SHOWN).min(MOST);
    let steps = desk.with(|open| Ok(open.store.history_page(args.before, limit)?))?;
    Ok(steps.into_iter().map(Step::from).collect())
}

impl From<StepTouches> for Step {
    fn from(from: StepTouches) -> Self {
        Self {
            step: from.step.step,
            undone: from.step.undone(),
            redoable: from.step.state == StepState::Undone,
            at: from.step.at.to_string(),
            name: from.step.name,
            records: from.touches.into_iter().map(StepRecord::from).collect(),
            record_count: from.count,
            exports: from.exports.into_iter().map(ExportNote::from).collect(),
        }
    }
}

impl From<Touch> for StepRecord {
    fn from(touch: Touch) -> Self {
        Self {
            kind: touch.at.kind,
            id: touch.at.id,
            name: touch.name,
            year: touch.year,
            change: match touch.how {
                Touched::Made => RecordChange::Added,
                Touched::Changed => RecordChange::Changed,
                Touched::Removed => RecordChange::Removed,
            },
        }
    }
}
