//! What is measured: both sides by turns, so that whatever else the machine does befalls both.

use std::collections::BTreeSet;
use std::path::Path;

use nianbao_core::carry::{Carry, carry};
use nianbao_core::record::{Id, Kind, Record, RecordRef};
use nianbao_store::{Change, Edit, Store};

use crate::bare::Bare;
use crate::fill::at;
use crate::measure::{Bar, Outcome, Row, remove, timed};

const OPENINGS: usize = 40;
const EDITS: usize = 400;
const BATCH: usize = 50;
const BATCHES: usize = 8;
const SEARCHES: usize = 15;
const CARRIES: usize = 7;

/// As many hits as a screen shows.
const SHOWN: usize = 50;

/// Common and rare words, a pair, one whose two halves are common and it is rare, and none.
const QUESTIONS: [&str; 7] =
    ["执法", "热线", "满意率 投诉", "行政法", "青水发 12号", "无此词", "水"];

pub fn opening(path: &Path, copy: &Path) -> Outcome<Row> {
    let mut row = Row::new("打开并列出年度", Bar::AtMost(3));
    for _ in 0..OPENINGS {
        let years = timed(&mut row.bare, || Bare::open(copy)?.years())?;
        let ours = timed(&mut row.ours, || {
            let store = Store::open(path)?;
            Ok((store.year_numbers()?, store))
        })?;
        if years != ours.0 {
            return Err("两边的年度不同".into());
        }
    }
    Ok(row)
}

fn put(name: &str, records: Vec<Record>, merge: Option<&str>, n: usize) -> Edit {
    let changes = records.into_iter().map(Change::Put).collect();
    let at = at(i64::try_from(n).unwrap_or_default());
    Edit { name: name.to_owned(), changes, merge: merge.map(str::to_owned), at }
}

fn longer(store: &Store, id: Id) -> Outcome<Record> {
    let mut record = store.record(RecordRef { kind: Kind::Achievement, id })?;
    if let Record::Achievement(r) = &mut record {
        r.body.push('新');
    }
    Ok(record)
}

pub fn editing(store: &mut Store, bare: &mut Bare, ids: &[Id]) -> Outcome<Vec<Row>> {
    let mut edit = Row::new("一次修改（记录、历史、索引）", Bar::AtMost(2));
    let mut typing = Row::new("连续输入同一段", Bar::AtMost(2));
    let mut undo = Row::new("撤销", Bar::None);
    for n in 0..EDITS {
        let id = ids[(n * 7) % ids.len()];
        timed(&mut edit.bare, || {
            let body = bare.body(id)? + "新";
            bare.write(id, &body)
        })?;
        timed(&mut edit.ours, || {
            let record = longer(store, id)?;
            Ok(store.edit(put("修改成效", vec![record], None, n))?)
        })?;
        if n % 8 == 0 {
            timed(&mut undo.ours, || Ok(store.undo(at(0))?))?;
        }
    }
    let mut first = Row::new("大量写入后的第一次搜索（先收入索引），比逐行 LIKE", Bar::None);
    timed(&mut first.ours, || Ok(store.find("无此词", SHOWN)?))?;
    timed(&mut first.bare, || bare.scan(&["无此词"], usize::MAX))?;
    // With the search that takes them into the index: what an edit costs in all, by and by.
    let mut indexed = Row::new(format!("{BATCH} 次修改并搜索一次"), Bar::AtMost(2));
    for round in 0..BATCHES {
        let batch = || (0..BATCH).map(|n| ids[(round * BATCH + n) * 11 % ids.len()]);
        timed(&mut indexed.bare, || {
            for id in batch() {
                let body = bare.body(id)? + "新";
                bare.write(id, &body)?;
            }
            Ok(())
        })?;
        timed(&mut indexed.ours, || {
            for (n, id) in batch().enumerate() {
                let record = longer(store, id)?;
                store.edit(put("修改成效", vec![record], None, n))?;
            }
            Ok(store.find("无此词", SHOWN)?)
        })?;
    }
    for n in 0..EDITS / 4 {
        timed(&mut typing.bare, || {
            let body = bare.body(ids[0])? + "新";
            bare.write(ids[0], &body)
        })?;
        timed(&mut typing.ours, || {
            let record = longer(store, ids[0])?;
            Ok(store.edit(put("修改成效", vec![record], Some("正文"), n / 10))?)
        })?;
    }
    undo.bare.clone_from(&edit.bare);
    Ok(vec![edit, first, indexed, typing, undo])
}

/// While some thirty records have been edited since the index took in the last.
pub fn searching(store: &mut Store, bare: &mut Bare, ids: &[Id]) -> Outcome<Vec<Row>> {
    store.find("无此词", SHOWN)?;
    for (n, id) in ids.iter().take(30).enumerate() {
        let record = longer(store, *id)?;
        store.edit(put("修改成效", vec![record], None, n))?;
        bare.write(*id, &(bare.body(*id)? + "新"))?;
    }
    let mut rows = Vec::new();
    for typed in QUESTIONS {
        let words: Vec<&str> = typed.split(' ').collect();
        let (all, same) = (store.find(typed, usize::MAX)?, bare.scan(&words, usize::MAX)?);
        let in_years: Vec<i64> =
            all.iter().filter(|hit| hit.year.is_some()).map(|hit| hit.id.0).collect();
        if in_years != same {
            return Err(format!("“{typed}”两边找到的不同").into());
        }
        let what = format!("搜索“{typed}”，比逐行 LIKE");
        let mut first = Row::new(format!("{what} 取够 {SHOWN} 条为止"), Bar::Faster(0));
        let mut row = Row::new(what, Bar::Faster(20));
        for _ in 0..SEARCHES {
            timed(&mut row.bare, || bare.scan(&words, usize::MAX))?;
            timed(&mut first.bare, || bare.scan(&words, SHOWN))?;
            timed(&mut row.ours, || Ok(store.find(typed, SHOWN)?))?;
        }
        first.ours.clone_from(&row.ours);
        rows.extend([row, first]);
    }
    Ok(rows)
}

/// The year is carried over and undone again; the bare side copies the rows that came of it. So too
/// for a whole year that is written once more, as when a report is read in.
pub fn carrying(path: &Path, copy: &Path, year: i32) -> Outcome<Vec<Row>> {
    let mut store = Store::open(path)?;
    let choice = Carry { structure: true, plans: true, problems: true, figures: true };
    let last = store.year(year)?;
    let carried = carry(&last, &choice, year + 1);
    let whole = again(last.records(), year + 1);
    let mut rows = Vec::new();
    for (what, records) in [("带到新年度", carried), ("整年再写一遍", whole)] {
        let mut row = Row::new(format!("{what}，{} 条", records.len()), Bar::AtMost(3));
        // The rows to be copied.
        store.edit(put(what, records.clone(), None, 0))?;
        store.close()?;
        remove(copy)?;
        std::fs::copy(path, copy)?;
        let mut bare = Bare::open(copy)?;
        store = Store::open(path)?;
        store.undo(at(0))?;
        for _ in 0..CARRIES {
            let edit = put(what, records.clone(), None, 0);
            timed(&mut row.ours, || Ok(store.edit(edit)?))?;
            store.undo(at(0))?;
            timed(&mut row.bare, || bare.copy_year(year + 1))?;
            bare.drop_copies()?;
        }
        rows.push(row);
    }
    store.close()?;
    Ok(rows)
}

/// The same records as new ones of another year. References to earlier years stay.
fn again(mut records: Vec<Record>, year: i32) -> Vec<Record> {
    let own: BTreeSet<Id> = records.iter().map(Record::id).collect();
    for record in &mut records {
        record.map_ids(&|id| if own.contains(&id) { Id(-id.0) } else { id });
        match record {
            Record::Unit(_) | Record::Template(_) => {}
            Record::Year(r) => r.year = year,
            Record::Area(r) => r.year = year,
            Record::Passage(r) => r.year = year,
            Record::Achievement(r) => r.year = year,
            Record::Problem(r) => r.year = year,
            Record::Plan(r) => r.year = year,
            Record::Duty(r) => r.year = year,
            Record::Figure(r) => r.year = year,
            Record::Indicator(r) => r.year = year,
            Record::Evidence(r) => r.year = year,
            Record::Opinion(r) => r.year = year,
        }
    }
    records
}
