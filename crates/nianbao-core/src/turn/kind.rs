//! A record moves to another place, or becomes another kind of record there.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::links::{along, cut, hand_on, may_answer, relink};
use super::list::{find, put};
use super::loose::loosen;
use super::{Change, TurnError};
use crate::record::{Id, Record, RecordRef, Sensitivity, Slot, YearRecords};

/// Where a paragraph is to stand, and so as what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "as", rename_all = "snake_case")]
pub enum Place {
    Achievement {
        area: Id,
    },
    Problem,
    Plan,
    Duty,
    Passage {
        slot: Slot,
        /// For 领域开头 and 领域结尾.
        #[serde(default)]
        area: Option<Id>,
    },
}

/// The changes, and what could not come along.
#[derive(Debug, Clone, PartialEq)]
pub struct Turned {
    pub changes: Vec<Change>,
    /// Links that the new kind cannot have, a sentence each. The linked records stay.
    pub lost: Vec<String>,
}

/// Puts a record elsewhere, after `after` or last. Of the same kind, it keeps its number and all its
/// fields. As another kind it is a new record; what has no field there is kept at the end of its text,
/// and what referred to it refers to the new one where that kind can be referred to so.
///
/// # Errors
/// Record or area are not there; what is not open to the public would become so.
pub fn turn(
    records: &YearRecords,
    referrers: &[Record],
    at: RecordRef,
    to: Place,
    after: Option<Id>,
) -> Result<Turned, TurnError> {
    let record = find(records, at).ok_or(TurnError::NoRecord)?;
    check_area(records, to)?;
    if let Some(moved) = moved(&record, to) {
        return Ok(Turned { changes: put(records, moved, after), lost: Vec::new() });
    }
    if let Record::Achievement(r) = &record
        && r.sensitivity != Sensitivity::Open
    {
        return Err(TurnError::NotOpen(r.sensitivity.word()));
    }
    let mut lost = Vec::new();
    let year = records.year.year;
    let mut made = loosen(&record).make(to, year);
    along(records, &record, &mut made, &mut lost);
    let heir = made.id();
    let mut changes = put(records, made, after);
    let (kept, gone): (Vec<_>, Vec<_>) = referrers.iter().partition(|r| may_answer(r, to));
    lost.extend(gone.iter().map(|referrer| cut(referrer, year)));
    relink(&mut changes, kept, |answers| hand_on(answers, at.id, heir));
    relink(&mut changes, gone, |answers| answers.retain(|id| *id != at.id));
    changes.push(Change::Remove(at));
    Ok(Turned { changes, lost })
}

fn check_area(records: &YearRecords, to: Place) -> Result<(), TurnError> {
    let known = |id: Id| records.areas.iter().any(|area| area.id == id);
    let fits = match to {
        Place::Achievement { area } => known(area),
        Place::Passage { slot: Slot::AreaClose, area } => area.is_some_and(known),
        Place::Passage { slot: Slot::AreaLead, area } => area.is_none_or(known),
        _ => true,
    };
    if fits { Ok(()) } else { Err(TurnError::NoArea) }
}

/// The same record in its new place; None where it must become another kind.
fn moved(record: &Record, to: Place) -> Option<Record> {
    let mut moved = record.clone();
    match (&mut moved, to) {
        (Record::Achievement(r), Place::Achievement { area }) => r.area = area,
        (Record::Passage(r), Place::Passage { slot, area }) => {
            (r.slot, r.area) = (slot, area_of(slot, area));
        }
        (Record::Problem(_), Place::Problem)
        | (Record::Plan(_), Place::Plan)
        | (Record::Duty(_), Place::Duty) => {}
        _ => return None,
    }
    Some(moved)
}

pub(super) fn area_of(slot: Slot, area: Option<Id>) -> Option<Id> {
    if matches!(slot, Slot::AreaLead | Slot::AreaClose) { area } else { None }
}
