use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::desk::Desk;
use crate::fault::Fault;
use crate::task::Progress;

/// Work that was begun with this name.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TaskArgs {
    pub task: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Cancelling {
    /// False: nothing of that name runs, or not yet.
    pub running: bool,
}

pub fn progress(desk: &Desk, args: TaskArgs) -> Result<Progress, Fault> {
    Ok(desk.tasks.progress(&args.task))
}

pub fn cancel(desk: &Desk, args: TaskArgs) -> Result<Cancelling, Fault> {
    Ok(Cancelling { running: desk.tasks.cancel(&args.task) })
}
