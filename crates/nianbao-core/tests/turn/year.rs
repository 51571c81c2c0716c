//! Small years, and what the store does with changes.

use nianbao_core::record::*;
use nianbao_core::turn::Change;

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
