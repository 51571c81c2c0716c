use nianbao_core::record::{Achievement, Area, Id, Kind, Passage, Record, RecordRef, Slot, Year};

use super::{achievement, area, at, edit, here, library, problem, put, titles, year};
use crate::{Change, Code, Refused, Store, StoreError};

#[test]
fn placeholders_become_ids_and_references_follow_them_in_any_order() {
    let (_folder, mut store) = library();
    let lead = Record::Passage(Passage {
        id: Id(-7),
        year: 2023,
        slot: Slot::AreaLead,
        area: Some(Id(-2)),
        ..Passage::default()
    });
    let changes = vec![achievement(-2, 2023), lead, area(-2, 2023), problem("甲"), problem("乙")];
    let changed = store.edit(edit(changes.into_iter().map(Change::Put).collect())).unwrap();
    let ids: Vec<i64> = changed.records.iter().map(|r| r.id().0).collect();
    let mut distinct = ids.clone();
    distinct.sort_unstable();
    distinct.dedup();
    assert_eq!(distinct, ids, "they rise in the order of the changes");
    assert!(ids.iter().all(|id| *id > 2), "{ids:?}");
    let its_area = changed.records[2].id();
    assert_eq!(changed.records[0].area(), Some(its_area));
    assert_eq!(changed.records[1].area(), Some(its_area));
    let stored = store.year(2023).unwrap();
    assert_eq!(stored.areas[0].id, its_area);
    assert_eq!(stored.problems.len(), 2);
}

#[test]
fn the_last_change_of_a_record_wins_and_what_comes_and_goes_was_never_there() {
    let (_folder, mut store) = library();
    let kept = put(&mut store, problem("甲"));
    let with = |id: Id, title: &str| {
        let mut record = problem(title);
        record.set_id(id);
        Change::Put(record)
    };
    let minus = RecordRef { kind: Kind::Problem, id: Id(-1) };
    let changed = store
        .edit(edit(vec![
            with(kept.id(), "乙"),
            Change::Remove(here(&kept)),
            with(kept.id(), "丙"),
            with(Id(-1), "来去"),
            Change::Remove(minus),
            with(Id(-2), "丁"),
            with(Id(-2), "戊"),
        ]))
        .unwrap();
    assert_eq!(titles(&changed), ["问题“丙”", "问题“戊”"]);
    assert!(changed.removed.is_empty());
}

#[test]
fn an_area_goes_with_what_stands_in_it_or_after_it_moved_away() {
    let (_folder, mut store) = library();
    let (a, b) = (put(&mut store, area(0, 2023)), put(&mut store, area(0, 2023)));
    let done = put(&mut store, achievement(a.id().0, 2023));
    let mut moved = done.clone();
    if let Record::Achievement(r) = &mut moved {
        r.area = b.id();
    }
    store.edit(edit(vec![Change::Remove(here(&a)), Change::Put(moved)])).unwrap();
    let changed =
        store.edit(edit(vec![Change::Remove(here(&b)), Change::Remove(here(&done))])).unwrap();
    assert_eq!(changed.removed, [here(&b), here(&done)]);
}

#[test]
fn a_year_is_renumbered_together_with_all_that_stands_in_it() {
    let (_folder, mut store) = library();
    let held = put(&mut store, area(0, 2023));
    let year_now = Record::Year(Year { id: Id(2), year: 2024, ..Year::default() });
    let moved = area(held.id().0, 2024);
    store.edit(edit(vec![Change::Put(year_now), Change::Put(moved)])).unwrap();
    assert_eq!(store.year(2024).unwrap().areas.len(), 1);
    store.undo(at(2)).unwrap();
    assert_eq!(store.year(2023).unwrap().areas.len(), 1);
}

#[test]
fn a_year_is_read_in_the_order_it_is_printed() {
    let (_folder, mut store) = library();
    let with = |id: i64, order: i64| {
        Record::Area(Area {
            id: Id(id),
            year: 2023,
            title: format!("第{order}"),
            order,
            ..Area::default()
        })
    };
    let done = |area: i64, order: i64, title: &str| {
        Record::Achievement(Achievement {
            year: 2023,
            area: Id(area),
            title: title.into(),
            order,
            ..Achievement::default()
        })
    };
    let records = [
        with(-1, 2048),
        with(-2, 1024),
        done(-1, 1024, "丙"),
        done(-2, 2048, "乙"),
        done(-2, 1024, "甲"),
        done(-1, 1024, "丁"),
    ];
    store.edit(edit(records.into_iter().map(Change::Put).collect())).unwrap();
    let read = store.year(2023).unwrap();
    let names: Vec<_> = read.achievements.iter().map(|a| a.title.as_str()).collect();
    assert_eq!(names, ["甲", "乙", "丙", "丁"]);
    let names: Vec<_> = read.areas.iter().map(|a| a.title.as_str()).collect();
    assert_eq!(names, ["第1024", "第2048"]);
}

#[test]
fn years_come_newest_first_and_a_missing_one_is_said() {
    let (_folder, mut store) = library();
    for number in [2021, 2024, 2022] {
        put(&mut store, year(number));
    }
    let numbers: Vec<i32> = store.years().unwrap().into_iter().map(|y| y.year).collect();
    assert_eq!(numbers, [2024, 2023, 2022, 2021]);
    let error = store.year(1999).unwrap_err();
    assert!(matches!(error, StoreError::Refused(Refused::NoYear(1999))));
    assert_eq!(error.code(), Code::NoYear);
    let nowhere = RecordRef { kind: Kind::Plan, id: Id(1) };
    assert_eq!(store.record(nowhere).unwrap_err().to_string(), "这条计划已经不在了");
}

#[test]
fn a_library_starts_with_whatever_records_it_is_made_with() {
    let (folder, store) = library();
    let path = folder.path().join("样本.nianbao");
    let unit = Record::Unit(store.unit().unwrap());
    let records = [unit, year(2022), area(-1, 2022), achievement(-1, 2022)].map(|mut record| {
        if record.id().is_stored() {
            record.set_id(Id::NEW);
        }
        record
    });
    let made = Store::create_with(&path, records.to_vec(), at(0)).unwrap();
    assert_eq!(made.year(2022).unwrap().achievements.len(), 1);
    assert_eq!(made.undo_name().unwrap(), None);
    assert_eq!(made.history(9).unwrap().len(), 1);
}

#[test]
fn a_thread_may_take_the_store_with_it() {
    fn is_send<T: Send>() {}
    is_send::<Store>();
    is_send::<StoreError>();
}
