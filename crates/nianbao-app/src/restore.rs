//! Back to a snapshot, as the changes of one edit.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_core::record::{Id, Kind, Record, RecordRef, YearRecords};
use nianbao_store::Change;

use crate::desk::Open;
use crate::fault::Fault;

/// What makes the year read as it did: records that are still there get their old text, those that were
/// removed since come back under new numbers, those that came since go. The unit stays as it is; of the
/// person's own templates comes back the one the year names, where it is gone.
pub(crate) fn changes(open: &mut Open, then: YearRecords) -> Result<Vec<Change>, Fault> {
    let year = then.year.year;
    let there = open.store.year_numbers()?.contains(&year);
    let now = if there { open.store.year(year)?.records() } else { Vec::new() };
    let now: BTreeMap<Id, Kind> = now.iter().map(|r| (r.id(), r.kind())).collect();
    let kept: BTreeSet<Id> = then.records().iter().map(Record::id).collect();
    let gone = kept.iter().filter(|id| !now.contains_key(id));
    let anew: BTreeMap<Id, Id> = gone.zip(1..).map(|(id, n)| (*id, Id(-n))).collect();
    let mut changes = Vec::new();
    for mut record in then.records() {
        if let Record::Achievement(achievement) = &mut record {
            let mut answers = Vec::new();
            for id in &achievement.answers {
                if kept.contains(id) || is_there(open, *id) {
                    answers.push(*id);
                }
            }
            achievement.answers = answers;
        }
        record.map_ids(&|id| anew.get(&id).copied().unwrap_or(id));
        changes.push(Change::Put(record));
    }
    for (id, kind) in now.iter().filter(|(id, _)| !kept.contains(id)) {
        changes.push(Change::Remove(RecordRef { kind: *kind, id: *id }));
    }
    let known = open.store.templates()?;
    if known.iter().all(|own| own.key != then.year.template) {
        let named = then.templates.into_iter().find(|own| own.key == then.year.template);
        changes.extend(named.map(|mut own| {
            own.id = Id::NEW;
            Change::Put(Record::Template(own))
        }));
    }
    Ok(changes)
}

/// A plan or problem of another year that still is there.
fn is_there(open: &Open, id: Id) -> bool {
    [Kind::Plan, Kind::Problem]
        .into_iter()
        .any(|kind| open.store.record(RecordRef { kind, id }).is_ok())
}
