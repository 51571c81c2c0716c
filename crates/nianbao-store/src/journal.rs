//! Steps and what they changed: undo, redo and the history read nothing else.

use jiff::Timestamp;
use nianbao_core::record::{Id, RecordRef};
use rusqlite::{Connection, OptionalExtension, Row};

use crate::StoreError;
use crate::image::{self, Image};

/// One step of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Rises with time.
    pub step: i64,
    /// In Chinese, for the menu.
    pub name: String,
    /// When its last edit was made, to the millisecond.
    pub at: Timestamp,
    /// When it was last undone or redone, to the millisecond.
    pub turned: Option<Timestamp>,
    pub state: StepState,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// The 库 was made with it; nothing takes it back.
    Origin,
    Done,
    /// Redo brings it back.
    Undone,
    /// It was undone and another edit came after: nothing brings it back, the history still shows it.
    Dropped,
}

impl StepState {
    fn word(self) -> &'static str {
        match self {
            StepState::Origin => "origin",
            StepState::Done => "done",
            StepState::Undone => "undone",
            StepState::Dropped => "dropped",
        }
    }
}

impl Step {
    /// Whether its changes are not in the records now.
    pub fn undone(&self) -> bool {
        matches!(self.state, StepState::Undone | StepState::Dropped)
    }
}

/// How long after a step's last edit another may join it.
const PAUSE_MS: i64 = 10_000;
/// How long after a step's first edit another may join it.
const LENGTH_MS: i64 = 60_000;

const COLUMNS: &str = "id, name, at, turned, state";

fn read(row: &Row<'_>) -> rusqlite::Result<Step> {
    let state: String = row.get(4)?;
    let states = [StepState::Origin, StepState::Done, StepState::Undone];
    Ok(Step {
        step: row.get(0)?,
        name: row.get(1)?,
        at: time(2, row.get(2)?)?,
        turned: row.get::<_, Option<i64>>(3)?.map(|ms| time(3, ms)).transpose()?,
        // The table's CHECK allows no fifth word.
        state: states.into_iter().find(|s| s.word() == state).unwrap_or(StepState::Dropped),
    })
}

pub(crate) fn time(column: usize, ms: i64) -> rusqlite::Result<Timestamp> {
    Timestamp::from_millisecond(ms)
        .map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, ms))
}

/// The newest first, from the one before this.
pub(crate) fn history(
    conn: &Connection,
    before: Option<i64>,
    limit: usize,
) -> Result<Vec<Step>, StoreError> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let sql = format!("SELECT {COLUMNS} FROM step WHERE id < ?1 ORDER BY id DESC LIMIT ?2");
    let mut stmt = conn.prepare_cached(&sql)?;
    let rows = stmt.query_map([before.unwrap_or(i64::MAX), limit], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The step that undo takes back: the last one done.
pub(crate) fn to_undo(conn: &Connection) -> Result<Option<Step>, StoreError> {
    one(conn, "state = 'done' ORDER BY id DESC")
}

/// The step that redo brings back: the first of those undone.
pub(crate) fn to_redo(conn: &Connection) -> Result<Option<Step>, StoreError> {
    one(conn, "state = 'undone' ORDER BY id")
}

fn one(conn: &Connection, which: &str) -> Result<Option<Step>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM step WHERE {which} LIMIT 1");
    Ok(conn.prepare_cached(&sql)?.query_row((), read).optional()?)
}

/// The step that says how the file began.
pub(crate) fn write_origin(conn: &Connection, at: Timestamp) -> Result<(), StoreError> {
    insert(conn, "新建库", None, at, StepState::Origin).map(|_| ())
}

/// Writes an edit as a step of its own or into the one it joins.
pub(crate) fn write(
    conn: &Connection,
    name: &str,
    merge: Option<&str>,
    at: Timestamp,
    images: &[Image],
) -> Result<(), StoreError> {
    let joined = merge.map(|key| to_join(conn, key, at)).transpose()?.flatten();
    conn.prepare_cached("UPDATE step SET state = 'dropped' WHERE state = 'undone'")?.execute(())?;
    let Some(step) = joined else {
        let step = insert(conn, name, merge, at, StepState::Done)?;
        return insert_images(conn, step, images);
    };
    conn.prepare_cached("UPDATE step SET name = ?2, at = ?3 WHERE id = ?1")?.execute((
        step,
        name,
        at.as_millisecond(),
    ))?;
    images.iter().try_for_each(|image| join_image(conn, step, image))?;
    // Typed and taken back by hand: a step that changes nothing would be an undo that does nothing.
    conn.prepare_cached(
        "DELETE FROM step WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM image WHERE step = ?1)",
    )?
    .execute([step])?;
    Ok(())
}

/// The last step, where an edit with this key may join it now. One that stands undone is closed, so
/// nothing is joined while any does; a clock set back joins nothing either.
fn to_join(conn: &Connection, key: &str, at: Timestamp) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT id, merge IS ?1 AND ?2 >= at AND ?2 - at <= ?3 AND ?2 - began <= ?4
               FROM step ORDER BY id DESC LIMIT 1";
    let last: Option<(i64, bool)> = conn
        .prepare_cached(sql)?
        .query_row((key, at.as_millisecond(), PAUSE_MS, LENGTH_MS), |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    Ok(last.and_then(|(step, joins)| joins.then_some(step)))
}

fn insert(
    conn: &Connection,
    name: &str,
    merge: Option<&str>,
    at: Timestamp,
    state: StepState,
) -> Result<i64, StoreError> {
    let sql = "INSERT INTO step (name, began, at, merge, state) VALUES (?1, ?2, ?2, ?3, ?4)";
    conn.prepare_cached(sql)?.execute((name, at.as_millisecond(), merge, state.word()))?;
    Ok(conn.last_insert_rowid())
}

fn insert_images(conn: &Connection, step: i64, images: &[Image]) -> Result<(), StoreError> {
    let sql = "INSERT INTO image (step, record, kind, before, after) VALUES (?1, ?2, ?3, ?4, ?5)";
    let mut stmt = conn.prepare_cached(sql)?;
    for image in images {
        stmt.execute((
            step,
            image.at.id.0,
            image::kind_word(image.at.kind)?,
            image::to_json(image.before.as_ref())?,
            image::to_json(image.after.as_ref())?,
        ))?;
    }
    Ok(())
}

/// The first `before` stays; a record that is as it was then leaves the step.
fn join_image(conn: &Connection, step: i64, image: &Image) -> Result<(), StoreError> {
    let key = (step, image.at.id.0);
    let before: Option<Option<String>> = conn
        .prepare_cached("SELECT before FROM image WHERE step = ?1 AND record = ?2")?
        .query_row(key, |row| row.get(0))
        .optional()?;
    let after = image::to_json(image.after.as_ref())?;
    match before {
        None => return insert_images(conn, step, std::slice::from_ref(image)),
        Some(before) if before == after => conn
            .prepare_cached("DELETE FROM image WHERE step = ?1 AND record = ?2")?
            .execute(key)?,
        Some(_) => conn
            .prepare_cached("UPDATE image SET after = ?3 WHERE step = ?1 AND record = ?2")?
            .execute((key.0, key.1, after))?,
    };
    Ok(())
}

/// All that a step changed.
pub(crate) fn images(conn: &Connection, step: i64) -> Result<Vec<Image>, StoreError> {
    let sql = "SELECT record, kind, before, after FROM image WHERE step = ?1 ORDER BY record";
    let mut stmt = conn.prepare_cached(sql)?;
    let mut rows = stmt.query([step])?;
    let mut images = Vec::new();
    while let Some(row) = rows.next()? {
        let kind: String = row.get(1)?;
        images.push(Image {
            at: RecordRef { kind: image::kind(&kind)?, id: Id(row.get(0)?) },
            before: image::from_json(row.get(2)?)?,
            after: image::from_json(row.get(3)?)?,
        });
    }
    Ok(images)
}

/// Marks a step undone or done again. It is closed: no edit joins it any more.
pub(crate) fn turn(
    conn: &Connection,
    step: i64,
    to: StepState,
    at: Timestamp,
) -> Result<(), StoreError> {
    conn.prepare_cached("UPDATE step SET state = ?2, turned = ?3, merge = NULL WHERE id = ?1")?
        .execute((step, to.word(), at.as_millisecond()))?;
    Ok(())
}
