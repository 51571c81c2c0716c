use jiff::Timestamp;
use nianbao_core::catalog::Catalog;
use nianbao_core::compose::{Edition, compose};
use nianbao_core::diff::{RecordDiff, Run, diff, runs};
use nianbao_core::record::YearRecords;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::record::{Changed, edit};
use super::year::{YearArgs, records};
use crate::desk::{Desk, Open};
use crate::fault::Fault;
use crate::{clock, restore};

#[derive(Debug, Clone, Deserialize, TS)]
pub struct SnapshotMake {
    pub year: i32,
    /// Empty: date and time.
    pub name: String,
}

/// A year as it was, kept under a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Snapshot {
    pub id: i64,
    pub year: i32,
    pub name: String,
    /// RFC 3339, in UTC.
    pub at: String,
}

/// One state of a year.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Version {
    /// A year as it is now.
    Now(i32),
    /// A snapshot, by its number.
    Snapshot(i64),
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct SnapshotCompare {
    pub a: Version,
    pub b: Version,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Comparison {
    /// What the two are called: `送审稿（2024年1月12日 09:30）`, `2023年（现在）`.
    pub a: String,
    pub b: String,
    /// Record by record. Side by side: old and same runs on the left, new and same on the right.
    pub records: Vec<RecordDiff>,
    /// The whole composed report as one text with marks.
    pub text: Vec<Run>,
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct SnapshotRestore {
    pub id: i64,
}

pub fn make(desk: &Desk, args: SnapshotMake) -> Result<Snapshot, Fault> {
    let at = clock::now();
    let name = match args.name.trim() {
        "" => clock::written(at),
        name => name.to_owned(),
    };
    desk.with(|open| Ok(open.store.snapshot(&name, args.year, at)?.into()))
}

pub fn list(desk: &Desk, args: YearArgs) -> Result<Vec<Snapshot>, Fault> {
    let all = desk.with(|open| Ok(open.store.snapshots(args.year)?))?;
    Ok(all.into_iter().map(Snapshot::from).collect())
}

impl From<nianbao_store::Snapshot> for Snapshot {
    fn from(from: nianbao_store::Snapshot) -> Self {
        Self { id: from.id, year: from.year, name: from.name, at: from.at.to_string() }
    }
}

pub fn compare(desk: &Desk, args: SnapshotCompare) -> Result<Comparison, Fault> {
    let (a, b) = desk.with(|open| Ok((version(open, args.a)?, version(open, args.b)?)))?;
    let report = |records| compose(records, Edition::Submission, Catalog::built_in()).plain();
    Ok(Comparison {
        records: diff(&a.records, &b.records),
        text: runs(&report(&a.records), &report(&b.records)),
        a: a.name,
        b: b.name,
    })
}

pub(super) struct Named {
    name: String,
    pub records: YearRecords,
    /// When it was kept; none: it is as it is now.
    pub at: Option<Timestamp>,
}

pub(super) fn version(open: &mut Open, version: Version) -> Result<Named, Fault> {
    match version {
        Version::Now(year) => {
            let name = format!("{year}年（现在）");
            Ok(Named { name, records: records(open, year)?, at: None })
        }
        Version::Snapshot(id) => {
            let records = open.store.snapshot_records(id)?;
            let year = records.year.year;
            let own = open.store.snapshots(year)?.into_iter().find(|snapshot| snapshot.id == id);
            let at = own.map(|snapshot| snapshot.at);
            Ok(Named { name: name(open, id, year)?, records, at })
        }
    }
}

fn name(open: &mut Open, id: i64, year: i32) -> Result<String, Fault> {
    let all = open.store.snapshots(year)?;
    let own = all.into_iter().find(|snapshot| snapshot.id == id);
    Ok(own.map_or_else(
        || format!("{year}年版本 {id}"),
        |snapshot| {
            let at = clock::written(snapshot.at);
            if snapshot.name == at { at } else { format!("{}（{at}）", snapshot.name) }
        },
    ))
}

/// An edit like any other: undo takes it back. The unit stays as it is.
pub fn restore(desk: &Desk, args: SnapshotRestore) -> Result<Changed, Fault> {
    desk.with(|open| {
        let then = open.store.snapshot_records(args.id)?;
        let name = format!("恢复到“{}”", name(open, args.id, then.year.year)?);
        let changes = restore::changes(open, then)?;
        edit(open, name, changes, None)
    })
}
