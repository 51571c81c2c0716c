use nianbao_core::doc::Field;
use nianbao_core::record::{Id, Kind, Record, RecordRef, YearRecords};
use nianbao_core::turn::{self, Place, TurnError, join, next, split, turn};
use nianbao_store::Change;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::record::{Changed, edit, record};
use super::year::records;
use crate::desk::{Desk, Open};
use crate::fault::{Fault, FaultCode};

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct RecordSplit {
    pub kind: Kind,
    pub id: Id,
    pub field: Field,
    /// In front of this character of the field as typed, counted in Unicode characters.
    pub at: usize,
}

pub fn split_call(desk: &Desk, args: RecordSplit) -> Result<Changed, Fault> {
    let at = RecordRef { kind: args.kind, id: args.id };
    desk.with(|open| {
        let (name, records) = around(open, at)?;
        let changes = split(&records, &referrers(open, at)?, at, args.field, args.at)?;
        edit(open, format!("拆分{name}"), changes_of(changes), None)
    })
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct RecordJoin {
    pub kind: Kind,
    pub id: Id,
}

pub fn join_call(desk: &Desk, args: RecordJoin) -> Result<Changed, Fault> {
    let at = RecordRef { kind: args.kind, id: args.id };
    desk.with(|open| {
        let (name, records) = around(open, at)?;
        let gone = next(&records, at)?;
        let changes = join(&records, &referrers(open, gone)?, at)?;
        edit(open, format!("合并{name}和下一条"), changes_of(changes), None)
    })
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct RecordTurn {
    pub kind: Kind,
    pub id: Id,
    /// Where it is to stand, and so as what.
    pub to: Place,
    /// The record it follows there; left out: it comes last.
    #[serde(default)]
    #[ts(optional)]
    pub after: Option<Id>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TurnReply {
    pub changed: Changed,
    /// Links that the new kind cannot have, a sentence each. What referred to the record, in whatever
    /// year, refers to it as what it is now where it can.
    pub lost: Vec<String>,
}

pub fn turn_call(desk: &Desk, args: RecordTurn) -> Result<TurnReply, Fault> {
    let at = RecordRef { kind: args.kind, id: args.id };
    desk.with(|open| {
        let (name, records) = around(open, at)?;
        let turned = turn(&records, &referrers(open, at)?, at, args.to, args.after)?;
        let name = match (args.kind, args.to) {
            (Kind::Achievement, Place::Achievement { .. })
            | (Kind::Problem, Place::Problem)
            | (Kind::Plan, Place::Plan)
            | (Kind::Duty, Place::Duty) => format!("移动{name}"),
            _ => format!("把{name}改作{}", word(args.to)),
        };
        let changed = edit(open, name, changes_of(turned.changes), None)?;
        Ok(TurnReply { changed, lost: turned.lost })
    })
}

fn word(to: Place) -> &'static str {
    match to {
        Place::Achievement { .. } => Kind::Achievement.word(),
        Place::Problem => Kind::Problem.word(),
        Place::Plan => Kind::Plan.word(),
        Place::Duty => Kind::Duty.word(),
        Place::Passage { slot, .. } => slot.word(),
    }
}

/// What the record is called, and the year it stands in.
fn around(open: &mut Open, at: RecordRef) -> Result<(String, YearRecords), Fault> {
    let record = record(open, at.kind, at.id)?;
    let year = record.year().ok_or(TurnError::NoProse(at.kind))?;
    Ok((record.name(), records(open, year)?))
}

/// What refers to it, in whatever year.
fn referrers(open: &mut Open, at: RecordRef) -> Result<Vec<Record>, Fault> {
    let all = open.store.referrers(at)?;
    all.into_iter().map(|at| Ok(open.store.record(at)?)).collect()
}

fn changes_of(changes: Vec<turn::Change>) -> Vec<Change> {
    let change = |change| match change {
        turn::Change::Put(record) => Change::Put(record),
        turn::Change::Remove(at) => Change::Remove(at),
    };
    changes.into_iter().map(change).collect()
}

impl From<TurnError> for Fault {
    fn from(error: TurnError) -> Self {
        let code = match error {
            TurnError::NoRecord => FaultCode::NoSuchRecord,
            _ => FaultCode::Refused,
        };
        Self::new(code, error.to_string(), "内容没有变动，可以继续编辑")
    }
}
