//! What leads to a record and from it, when it becomes another.

use super::Change;
use super::kind::Place;
use crate::record::{Achievement, Id, Kind, Plan, Record, YearRecords};

/// Rewrites what a record is answered by. One that had to make room is among the changes already.
pub(super) fn relink<'a>(
    changes: &mut Vec<Change>,
    referrers: impl IntoIterator<Item = &'a Record>,
    rewrite: impl Fn(&mut Vec<Id>),
) {
    for referrer in referrers {
        let same = |change: &Change| {
            matches!(change, Change::Put(record)
                if record.kind() == referrer.kind() && record.id() == referrer.id())
        };
        let there = changes.iter().position(same);
        let n = there.unwrap_or(changes.len());
        if there.is_none() {
            changes.push(Change::Put(referrer.clone()));
        }
        if let Change::Put(Record::Plan(Plan { answers, .. }))
        | Change::Put(Record::Achievement(Achievement { answers, .. })) = &mut changes[n]
        {
            rewrite(answers);
        }
    }
}

/// In the place of the one that goes; a list holds a record once.
pub(super) fn hand_on(ids: &mut Vec<Id>, gone: Id, heir: Id) {
    if ids.contains(&heir) {
        ids.retain(|id| *id != gone);
    } else if let Some(id) = ids.iter_mut().find(|id| **id == gone) {
        *id = heir;
    }
}

/// Whether the record may go on being answered by this one as what it becomes: a plan answers problems,
/// an achievement answers problems and plans.
pub(super) fn may_answer(referrer: &Record, to: Place) -> bool {
    match referrer.kind() {
        Kind::Plan => to == Place::Problem,
        Kind::Achievement => matches!(to, Place::Problem | Place::Plan),
        _ => false,
    }
}

/// A link that is cut, said of the record that held it.
pub(super) fn cut(referrer: &Record, this_year: i32) -> String {
    match referrer.year() {
        Some(year) if year != this_year => format!("{year}年的{}不再对应它", referrer.name()),
        _ => format!("{}不再对应它", referrer.name()),
    }
}

/// Gives the record it becomes as many of its links as that kind can have; the others are told.
pub(super) fn along(records: &YearRecords, from: &Record, to: &mut Record, lost: &mut Vec<String>) {
    let problem = |id: Id| records.problems.iter().find(|p| p.id == id);
    match (from, to) {
        (Record::Plan(from), Record::Achievement(to)) => to.answers.clone_from(&from.answers),
        (Record::Plan(from), _) => {
            for id in &from.answers {
                let name = problem(*id).map_or("", |p| p.title.as_str());
                lost.push(format!("不再对应问题“{name}”"));
            }
        }
        (Record::Achievement(from), to) => {
            let mut left = from.answers.clone();
            if let Record::Plan(to) = to {
                to.answers = left.extract_if(.., |id| problem(*id).is_some()).collect();
            }
            if !left.is_empty() {
                lost.push("不再对应上年的计划或问题".to_owned());
            }
            for id in &from.indicators {
                let indicator = records.indicators.iter().find(|i| i.id == *id);
                let name = indicator.map_or("", |i| i.title.as_str());
                lost.push(format!("不再对应指标“{name}”"));
            }
            for id in &from.evidence {
                let evidence = records.evidence.iter().find(|e| e.id == *id);
                let name = evidence.map_or("", |e| e.title.as_str());
                lost.push(format!("不再引用佐证“{name}”，佐证本身还在"));
            }
        }
        _ => {}
    }
}
