use serde::Serialize;
use ts_rs::TS;

use super::Nothing;
use super::record::Changed;
use crate::desk::Desk;
use crate::fault::{Fault, FaultCode};

pub fn undo(desk: &Desk, _: Nothing) -> Result<Changed, Fault> {
    let at = crate::clock::now();
    desk.with(|open| {
        if open.store.undo_name()?.is_none() {
            return Err(nothing("没有可以撤销的步骤"));
        }
        Ok(Changed::new(open.store.undo(at)?))
    })
}

pub fn redo(desk: &Desk, _: Nothing) -> Result<Changed, Fault> {
    let at = crate::clock::now();
    desk.with(|open| {
        if open.store.redo_name()?.is_none() {
            return Err(nothing("没有可以重做的步骤"));
        }
        Ok(Changed::new(open.store.redo(at)?))
    })
}

fn nothing(message: &str) -> Fault {
    Fault::new(FaultCode::NothingToUndo, message, "可以继续编辑")
}

/// One step of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Step {
    pub step: i64,
    pub name: String,
    /// RFC 3339, in UTC.
    pub at: String,
    pub undone: bool,
}

const SHOWN: usize = 200;

pub fn list(desk: &Desk, _: Nothing) -> Result<Vec<Step>, Fault> {
    desk.with(|open| {
        let steps = open.store.history(SHOWN)?;
        Ok(steps
            .into_iter()
            .map(|s| Step { step: s.step, undone: s.undone(), name: s.name, at: s.at.to_string() })
            .collect())
    })
}
