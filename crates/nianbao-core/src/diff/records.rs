//! Which records were added, removed, changed or moved.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use ts_rs::TS;

use super::{FieldDiff, runs};
use crate::fields::{Names, fields};
use crate::record::{Id, Kind, Record, YearRecords};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecordDiff {
    pub kind: Kind,
    /// Its number now; of one that was removed, what it was.
    pub id: Id,
    /// In a few words, as it is now.
    pub name: String,
    pub change: RecordChange,
    /// It stands elsewhere in its list.
    pub moved: bool,
    /// Only those that read otherwise.
    pub fields: Vec<FieldDiff>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RecordChange {
    Added,
    Removed,
    Changed,
}

/// What it takes to get from one state to the other, kind by kind; in each the new order, and then what
/// was removed. Empty: the two say the same.
///
/// Records are the same by number. One that was removed and made again has another: those left over are
/// paired by key or heading sentence.
pub fn diff(old: &YearRecords, new: &YearRecords) -> Vec<RecordDiff> {
    let (old_names, new_names) = (Names::new(old), Names::new(new));
    let (mut old_lists, new_lists) = (by_kind(old), by_kind(new));
    let mut out = Vec::new();
    for (kind, list) in new_lists {
        let before = old_lists.remove(&kind).unwrap_or_default();
        let pairs = pairs(&before, &list);
        let moved = moved(&pairs, before.len());
        for (n, record) in list.iter().enumerate() {
            match pairs[n] {
                None => out.push(of(record, RecordChange::Added, None, Some((record, &new_names)))),
                Some(at) => {
                    let sides = (Some((&before[at], &old_names)), Some((record, &new_names)));
                    let mut diff = of(record, RecordChange::Changed, sides.0, sides.1);
                    diff.moved = moved.contains(&n);
                    if diff.moved || !diff.fields.is_empty() {
                        out.push(diff);
                    }
                }
            }
        }
        let kept: BTreeSet<usize> = pairs.iter().flatten().copied().collect();
        out.extend(gone(&before, &kept, &old_names));
    }
    for list in old_lists.values() {
        out.extend(gone(list, &BTreeSet::new(), &old_names));
    }
    out
}

fn gone(list: &[Record], kept: &BTreeSet<usize>, names: &Names<'_>) -> Vec<RecordDiff> {
    let gone = list.iter().enumerate().filter(|(n, _)| !kept.contains(n));
    gone.map(|(_, record)| of(record, RecordChange::Removed, Some((record, names)), None)).collect()
}

fn by_kind(year: &YearRecords) -> BTreeMap<Kind, Vec<Record>> {
    let mut lists: BTreeMap<Kind, Vec<Record>> = BTreeMap::new();
    let templates = year.templates.iter().cloned().map(Record::Template);
    let all = std::iter::once(Record::Unit(year.unit.clone())).chain(year.records());
    for record in all.chain(templates) {
        lists.entry(record.kind()).or_default().push(record);
    }
    lists
}

/// For each new record the place of the old one that it was.
fn pairs(old: &[Record], new: &[Record]) -> Vec<Option<usize>> {
    let by_id: BTreeMap<Id, usize> = old.iter().enumerate().map(|(n, r)| (r.id(), n)).collect();
    let mut pairs: Vec<Option<usize>> =
        new.iter().map(|record| by_id.get(&record.id()).copied()).collect();
    let taken: BTreeSet<usize> = pairs.iter().flatten().copied().collect();
    let mut left: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (n, record) in old.iter().enumerate().rev().filter(|(n, _)| !taken.contains(n)) {
        if let Some(name) = identity(record) {
            left.entry(name).or_default().push(n);
        }
    }
    for (pair, record) in pairs.iter_mut().zip(new) {
        if pair.is_none()
            && let Some(name) = identity(record)
        {
            *pair = left.get_mut(&name).and_then(Vec::pop);
        }
    }
    pairs
}

/// By what a record made anew is known; None: by nothing.
fn identity(record: &Record) -> Option<String> {
    let name = match record {
        Record::Unit(_) | Record::Year(_) => return Some(String::new()),
        Record::Figure(r) => &r.key,
        Record::Template(r) => &r.key,
        Record::Area(r) => &r.title,
        Record::Achievement(r) => &r.title,
        Record::Problem(r) => &r.title,
        Record::Plan(r) => &r.title,
        Record::Duty(r) => &r.title,
        Record::Indicator(r) => return Some(format!("{} {}", r.code, r.title)),
        Record::Evidence(r) => &r.title,
        Record::Opinion(r) => &r.body,
        Record::Passage(r) => return Some(format!("{} {:?}", r.slot.word(), r.area)),
    };
    (!name.trim().is_empty()).then(|| name.clone())
}

/// Those new records that stand elsewhere among the ones that were there before.
fn moved(pairs: &[Option<usize>], old_count: usize) -> BTreeSet<usize> {
    let kept: BTreeSet<usize> = pairs.iter().flatten().copied().collect();
    let before: Vec<usize> = (0..old_count).filter(|n| kept.contains(n)).collect();
    let now: Vec<(usize, usize)> =
        pairs.iter().enumerate().filter_map(|(n, pair)| Some((n, (*pair)?))).collect();
    let order: Vec<usize> = now.iter().map(|(_, old)| *old).collect();
    let mut moved = BTreeSet::new();
    for op in capture_diff_slices(Algorithm::Myers, &before, &order) {
        if !matches!(op, DiffOp::Equal { .. }) {
            moved.extend(now[op.new_range()].iter().map(|(n, _)| *n));
        }
    }
    moved
}

type Sided<'a> = Option<(&'a Record, &'a Names<'a>)>;

fn of(named: &Record, change: RecordChange, old: Sided<'_>, new: Sided<'_>) -> RecordDiff {
    let listed = |side: Sided<'_>| side.map(|(record, names)| fields(record, names));
    let (old, new) = (listed(old), listed(new));
    // Both list the fields of the kind in the same order.
    let all = new.as_ref().or(old.as_ref()).map_or(&[][..], Vec::as_slice);
    let mut out = Vec::new();
    for (n, field) in all.iter().enumerate() {
        let text = |side: &Option<Vec<crate::fields::FieldText>>| {
            side.as_ref().and_then(|side| side.get(n)).map(|f| f.text.clone()).unwrap_or_default()
        };
        let (old, new) = (text(&old), text(&new));
        if old != new {
            let runs = runs(&old, &new);
            out.push(FieldDiff { field: field.name, word: field.word, runs });
        }
    }
    RecordDiff {
        kind: named.kind(),
        id: named.id(),
        name: named.name(),
        change,
        moved: false,
        fields: out,
    }
}
