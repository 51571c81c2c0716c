//! The journal for people: which records each step touched.

use nianbao_core::record::{Id, Record, RecordRef};
use rusqlite::Connection;
use serde::Serialize;

use crate::{Export, Step, Store, StoreError, exports, image, journal};

/// A step and what it did to records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepTouches {
    pub step: Step,
    /// The first of them, at most [`MOST_TOUCHES`], in the order in which they came into the 库.
    pub touches: Vec<Touch>,
    /// How many there are in all.
    pub count: usize,
    /// Exported after it and before the next step, the newest first.
    pub exports: Vec<Export>,
}

/// One record that a step touched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Touch {
    pub at: RecordRef,
    /// None: it belongs to no year.
    pub year: Option<i32>,
    /// What it was called after the step, or, where that removed it, before.
    pub name: String,
    pub how: Touched,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Touched {
    Made,
    Changed,
    Removed,
}

/// Records named for one step: a report that is read in touches hundreds.
pub const MOST_TOUCHES: usize = 20;

impl Store {
    /// Steps before this one, or the last ones, the newest first, with what they touched. The next
    /// page begins before the last step of this one.
    ///
    /// # Errors
    /// Only what the disk says.
    pub fn history_page(
        &self,
        before: Option<i64>,
        limit: usize,
    ) -> Result<Vec<StepTouches>, StoreError> {
        let mut next = before.unwrap_or(i64::MAX);
        let mut page = Vec::new();
        for step in journal::history(&self.conn, before, limit)? {
            page.push(StepTouches {
                touches: touches(&self.conn, step.step)?,
                count: count(&self.conn, step.step)?,
                exports: exports::between(&self.conn, step.step, next)?,
                step,
            });
            next = page.last().map_or(next, |page| page.step.step);
        }
        Ok(page)
    }
}

fn count(conn: &Connection, step: i64) -> Result<usize, StoreError> {
    let sql = "SELECT count(*) FROM image WHERE step = ?1";
    let count: i64 = conn.prepare_cached(sql)?.query_row([step], |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or_default())
}

fn touches(conn: &Connection, step: i64) -> Result<Vec<Touch>, StoreError> {
    let sql = format!(
        "SELECT record, kind, ifnull(\"after\", \"before\"), \"before\" IS NULL, \"after\" IS NULL
         FROM image WHERE step = ?1 ORDER BY record LIMIT {MOST_TOUCHES}"
    );
    let mut stmt = conn.prepare_cached(&sql)?;
    let mut rows = stmt.query([step])?;
    let mut touches = Vec::new();
    while let Some(row) = rows.next()? {
        let kind: String = row.get(1)?;
        let record = image::from_json(row.get(2)?)?;
        let how = match (row.get(3)?, row.get(4)?) {
            (true, _) => Touched::Made,
            (false, true) => Touched::Removed,
            (false, false) => Touched::Changed,
        };
        touches.push(Touch {
            at: RecordRef { kind: image::kind(&kind)?, id: Id(row.get(0)?) },
            year: record.as_ref().and_then(Record::year),
            name: record.as_ref().map(Record::name).unwrap_or_default(),
            how,
        });
    }
    Ok(touches)
}
