//! The list a record stands in, and its place there.

use super::Change;
use crate::compose::{Edition, is_printed};
use crate::order::{Placed, place};
use crate::record::{Id, Kind, Record, RecordRef, YearRecords};

/// The record, if it is one that the draft prints.
pub(super) fn find(records: &YearRecords, at: RecordRef) -> Option<Record> {
    prose(records, at.kind).into_iter().find(|record| record.id() == at.id)
}

/// All records of a kind that the draft prints, in the year's order; none of other kinds.
pub(super) fn prose(records: &YearRecords, kind: Kind) -> Vec<Record> {
    match kind {
        Kind::Passage => records.passages.iter().cloned().map(Record::Passage).collect(),
        Kind::Achievement => {
            records.achievements.iter().cloned().map(Record::Achievement).collect()
        }
        Kind::Problem => records.problems.iter().cloned().map(Record::Problem).collect(),
        Kind::Plan => records.plans.iter().cloned().map(Record::Plan).collect(),
        Kind::Duty => records.duties.iter().cloned().map(Record::Duty).collect(),
        _ => Vec::new(),
    }
}

/// The records that stand in one list with this one, itself included.
pub(super) fn list(records: &YearRecords, of: &Record) -> Vec<Record> {
    let mut all = prose(records, of.kind());
    all.retain(|other| match (other, of) {
        (Record::Passage(a), Record::Passage(b)) => a.slot == b.slot && a.area == b.area,
        _ => other.area() == of.area(),
    });
    all
}

/// Whether the draft shows it at all. What is only sent is written beside the rest.
pub(super) fn is_shown(record: &Record) -> bool {
    !matches!(record, Record::Achievement(achievement) if !is_printed(achievement, Edition::Submission))
}

/// Gives a record its order right after another of its list, or last; the changes are itself and those
/// that had to make room. It may stand in the list already.
pub(super) fn put(records: &YearRecords, mut record: Record, after: Option<Id>) -> Vec<Change> {
    let mut list = list(records, &record);
    list.retain(|other| other.id() != record.id());
    let orders: Vec<_> = list.iter().map(|other| (other.id(), other.order())).collect();
    let before = after.and_then(|after| list.iter().position(|other| other.id() == after));
    let Placed { order, moved } = place(&orders, before.map_or(list.len(), |n| n + 1));
    record.set_order(order);
    let mut changes = vec![Change::Put(record)];
    for (id, order) in moved {
        if let Some(other) = list.iter().find(|other| other.id() == id) {
            let mut other = other.clone();
            other.set_order(order);
            changes.push(Change::Put(other));
        }
    }
    changes
}
