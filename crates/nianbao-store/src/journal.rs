//! Steps and what they changed: undo, redo and the history read nothing else.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::StoreError;

/// One step of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Rises with time.
    pub step: i64,
    /// In Chinese, for the menu.
    pub name: String,
    /// When its last edit was made.
    pub at: Timestamp,
    pub state: StepState,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    Done,
    /// Redo brings it back.
    Undone,
    /// It was undone and another edit came after: nothing brings it back, the history still shows it.
    Dropped,
}

impl Step {
    /// Whether its changes are not in the records now.
    pub fn undone(&self) -> bool {
        self.state != StepState::Done
    }
}

const COLUMNS: &str = "id, name, at, state";

fn read(row: &Row<'_>) -> rusqlite::Result<Step> {
    let at: i64 = row.get(2)?;
    let state: String = row.get(3)?;
    Ok(Step {
        step: row.get(0)?,
        name: row.get(1)?,
        at: Timestamp::from_millisecond(at)
            .map_err(|_| rusqlite::Error::IntegralValueOutOfRange(2, at))?,
        state: match state.as_str() {
            "done" => StepState::Done,
            "undone" => StepState::Undone,
            _ => StepState::Dropped,
        },
    })
}

pub(crate) fn history(conn: &Connection, limit: usize) -> Result<Vec<Step>, StoreError> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut stmt =
        conn.prepare_cached(&format!("SELECT {COLUMNS} FROM step ORDER BY id DESC LIMIT ?1"))?;
    Ok(stmt.query_map([limit], read)?.collect::<Result<_, _>>()?)
}

/// The step that undo takes back: the last one done.
pub(crate) fn to_undo(conn: &Connection) -> Result<Option<Step>, StoreError> {
    one(conn, "WHERE state = 'done' ORDER BY id DESC")
}

/// The step that redo brings back: the first of those undone.
pub(crate) fn to_redo(conn: &Connection) -> Result<Option<Step>, StoreError> {
    one(conn, "WHERE state = 'undone' ORDER BY id")
}

fn one(conn: &Connection, which: &str) -> Result<Option<Step>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM step {which} LIMIT 1");
    Ok(conn.prepare_cached(&sql)?.query_row((), read).optional()?)
}
