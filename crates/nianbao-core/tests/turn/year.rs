//! Small years, and what the store does with changes.

use nianbao_core::doc::Field;
use nianbao_core::record::*;
use nianbao_core::turn::{self, Change, Place, TurnError, Turned};

pub fn text(value: &str) -> String {
    value.to_owned()
}

pub fn year() -> YearRecords {
    let mut records = YearRecords::new(Unit::default(), Year { year: 2023, ..Year::default() });
    for id in [3, 4] {
        records.areas.push(Area { id: Id(id), year: 2023, ..Area::default() });
    }
    records
}

pub fn achievement(id: i64, title: &str, body: &str) -> Achievement {
    Achievement {
        id: Id(id),
        year: 2023,
        area: Id(3),
        title: text(title),
        body: text(body),
        order: id,
        ..Achievement::default()
    }
}

pub fn at(kind: Kind, id: i64) -> RecordRef {
    RecordRef { kind, id: Id(id) }
}

/// What the store does with the changes; a new record becomes 900.
pub fn apply(records: &mut YearRecords, changes: &[Change]) {
    for change in changes {
        match change {
            Change::Remove(gone) => remove(records, gone.id),
            Change::Put(record) => {
                let mut record = record.clone();
                record.map_ids(&|id| if id == Id(-1) { Id(900) } else { id });
                remove(records, record.id());
                records.push(record);
            }
        }
    }
    records.achievements.sort_by_key(|r| (r.area, r.order));
    records.passages.sort_by_key(|r| (r.slot, r.area, r.order));
    records.problems.sort_by_key(|r| r.order);
    records.plans.sort_by_key(|r| r.order);
    records.duties.sort_by_key(|r| r.order);
}

pub fn remove(records: &mut YearRecords, id: Id) {
    records.achievements.retain(|r| r.id != id);
    records.passages.retain(|r| r.id != id);
    records.problems.retain(|r| r.id != id);
    records.plans.retain(|r| r.id != id);
    records.duties.retain(|r| r.id != id);
}

/// To make room, neighbours may have been numbered anew.
pub fn without_order(mut records: YearRecords) -> YearRecords {
    records.passages.iter_mut().for_each(|r| r.order = 0);
    records.achievements.iter_mut().for_each(|r| r.order = 0);
    records.problems.iter_mut().for_each(|r| r.order = 0);
    records.plans.iter_mut().for_each(|r| r.order = 0);
    records.duties.iter_mut().for_each(|r| r.order = 0);
    records
}

/// All text of all records, one after the other.
pub fn all_text(records: &YearRecords) -> String {
    let mut out = String::new();
    for r in &records.passages {
        out.push_str(&r.body);
    }
    for r in &records.achievements {
        out.push_str(&format!("{}{}", r.title, r.body));
    }
    for r in &records.duties {
        out.push_str(&format!("{}{}", r.title, r.body));
    }
    for r in &records.problems {
        out.push_str(&format!("{}{}{}", r.title, r.body, r.cause));
    }
    for r in &records.plans {
        out.push_str(&format!("{}{}", r.title, r.body));
    }
    out
}

/// The plans and achievements that answer a record.
pub fn referrers(records: &YearRecords, at: RecordRef) -> Vec<Record> {
    let plans = records.plans.iter().filter(|plan| plan.answers.contains(&at.id));
    let achievements = records.achievements.iter().filter(|a| a.answers.contains(&at.id));
    let plans = plans.cloned().map(Record::Plan);
    plans.chain(achievements.cloned().map(Record::Achievement)).collect()
}

pub fn split(
    records: &YearRecords,
    at: RecordRef,
    field: Field,
    offset: usize,
) -> Result<Vec<Change>, TurnError> {
    turn::split(records, &referrers(records, at), at, field, offset)
}

pub fn join(records: &YearRecords, at: RecordRef) -> Result<Vec<Change>, TurnError> {
    let gone = turn::next(records, at)?;
    turn::join(records, &referrers(records, gone), at)
}

pub fn turn(
    records: &YearRecords,
    at: RecordRef,
    to: Place,
    after: Option<Id>,
) -> Result<Turned, TurnError> {
    turn::turn(records, &referrers(records, at), at, to, after)
}
