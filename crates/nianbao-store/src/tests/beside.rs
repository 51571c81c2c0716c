//! What is kept beside the records: snapshots, copies, and the journal as people read it.

use nianbao_core::record::{Kind, Record, RecordRef, YearRecords};

use super::{at, dump, edit, full, here, library, problem, put, rows, year};
use crate::{
    Change, Code, Edit, Export, LARGEST_COPY, MOST_TOUCHES, Snapshot, Store, StoreError, Touched,
    hash,
};

/// A 库 with all kinds in 2022.
fn filled() -> (tempfile::TempDir, Store) {
    let (folder, mut store) = library();
    let mut records = full::records();
    records.remove(0);
    records.insert(0, year(2022));
    store.edit(edit(records.into_iter().map(Change::Put).collect())).unwrap();
    (folder, store)
}

#[test]
fn a_snapshot_is_the_year_as_it_was_whatever_is_undone_or_removed_later() {
    let (_folder, mut store) = filled();
    let then = store.year(2022).unwrap();
    let taken = store.snapshot("初稿", 2022, at(50)).unwrap();
    assert_eq!(taken, Snapshot { id: taken.id, year: 2022, name: "初稿".into(), at: at(50) });
    let removed = then.records().iter().map(|r| Change::Remove(here(r))).collect();
    store.edit(edit(removed)).unwrap();
    let check = |store: &Store| {
        assert_eq!(store.snapshots(2022).unwrap(), std::slice::from_ref(&taken));
        assert_eq!(store.snapshot_records(taken.id).unwrap(), then);
    };
    check(&store);
    while store.undo_name().unwrap().is_some() {
        store.undo(at(60)).unwrap();
    }
    check(&store);
    let path = store.path().to_owned();
    store.close().unwrap();
    check(&Store::open(&path).unwrap());
}

#[test]
fn a_snapshot_is_restored_by_an_ordinary_edit() {
    let (_folder, mut store) = filled();
    let before = dump(&store);
    let taken = store.snapshot("送审稿", 2022, at(50)).unwrap();
    let removed: Vec<RecordRef> = store
        .year(2022)
        .unwrap()
        .records()
        .iter()
        .map(here)
        .filter(|at| matches!(at.kind, Kind::Plan | Kind::Opinion | Kind::Duty))
        .collect();
    store.edit(edit(removed.into_iter().map(Change::Remove).collect())).unwrap();
    // What is gone gets new ids; what refers to it is put with them.
    let now: YearRecords = store.year(2022).unwrap();
    let there: Vec<RecordRef> = now.records().iter().map(here).collect();
    let placeholder = |id: nianbao_core::record::Id| {
        let known = there.iter().any(|at| at.id == id);
        if known || !id.is_stored() { id } else { nianbao_core::record::Id(-id.0) }
    };
    let changes = store.snapshot_records(taken.id).unwrap().records().into_iter().map(|mut r| {
        r.map_ids(&placeholder);
        Change::Put(r)
    });
    let changed = store.edit(edit(changes.collect())).unwrap();
    assert_eq!(changed.records.len(), 3);
    store.undo(at(3)).unwrap();
    store.undo(at(3)).unwrap();
    assert_eq!(dump(&store), before);
}

#[test]
fn snapshots_stand_newest_first_by_year_and_what_is_not_there_is_said() {
    let (_folder, mut store) = filled();
    let names = |store: &Store, year| -> Vec<String> {
        store.snapshots(year).unwrap().into_iter().map(|s| s.name).collect()
    };
    for (name, year) in [("一", 2022), ("二", 2023), ("三", 2022)] {
        store.snapshot(name, year, at(1)).unwrap();
    }
    assert_eq!(names(&store, 2022), ["三", "一"]);
    assert_eq!(names(&store, 2023), ["二"]);
    assert!(names(&store, 1999).is_empty());
    assert_eq!(store.snapshot("四", 1999, at(1)).unwrap_err().code(), Code::NoYear);
    assert_eq!(store.snapshot_records(99).unwrap_err().code(), Code::NoSnapshot);
    let history = store.history(99).unwrap().len();
    assert_eq!(history, 2, "a snapshot is no step");
}

#[test]
fn a_snapshot_of_before_a_kind_was_known_is_read_with_that_kind_empty() {
    let (_folder, store) = filled();
    let old = r#"[{"kind":"unit","name":"旧单位"},{"kind":"year","year":2020},
                  {"kind":"plan","id":7,"year":2020,"title":"只有标题"}]"#;
    let sql = "INSERT INTO snapshot (id, year, name, at, records) VALUES (5, 2020, '旧', 0, ?1)";
    store.conn.execute(sql, [old]).unwrap();
    let read = store.snapshot_records(5).unwrap();
    assert_eq!((read.unit.name.as_str(), read.plans[0].title.as_str()), ("旧单位", "只有标题"));
    store.conn.execute("UPDATE snapshot SET records = '[]' WHERE id = 5", ()).unwrap();
    assert!(matches!(store.snapshot_records(5), Err(StoreError::Damaged(_))));
}

#[test]
fn the_bytes_of_a_file_come_back_as_they_were_and_are_kept_once() {
    let (_folder, mut store) = library();
    let many: Vec<u8> = (0..3_000_000_u32).map(|n| (n % 251) as u8).collect();
    for bytes in [&b""[..], b"\0", &many, &many[..1 << 20]] {
        let name = store.keep_copy(bytes).unwrap();
        assert_eq!(name, hash(bytes));
        assert_eq!(store.keep_copy(bytes).unwrap(), name);
        assert!(store.has_copy(&name).unwrap());
        assert!(store.copy(&name).unwrap() == bytes);
    }
    assert_eq!(hash(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_eq!(rows(&store, &["copy"]).lines().count(), 4);
    assert_eq!(store.history(9).unwrap().len(), 1, "a copy is no step");
}

#[test]
fn copies_outlive_undo_and_are_not_in_the_journal() {
    let (_folder, mut store) = filled();
    let name = store.keep_copy(&[7; 100_000]).unwrap();
    store.undo(at(9)).unwrap();
    assert!(store.has_copy(&name).unwrap());
    let images = rows(&store, &["image"]).len();
    assert!(images < 50_000, "{images}");
}

#[test]
fn what_is_too_large_missing_or_damaged_is_said_and_nothing_is_kept() {
    let (_folder, mut store) = library();
    let code = |result: Result<_, StoreError>| result.map(|_: String| ()).unwrap_err().code();
    assert_eq!(code(store.keep_copy(&vec![0; LARGEST_COPY + 1])), Code::CopyTooLarge);
    assert_eq!(store.copy("00").unwrap_err().code(), Code::NoCopy);
    assert_eq!(rows(&store, &["copy", "copy_part"]), "");
    let name = store.keep_copy(b"scan of page 1").unwrap();
    let harm = ["UPDATE copy_part SET bytes = x'00'", "DELETE FROM copy_part"];
    for harm in harm {
        store.conn.execute_batch(harm).unwrap();
        assert_eq!(store.copy(&name).unwrap_err().code(), Code::CopyDamaged);
    }
}

#[test]
fn the_largest_file_is_kept_and_the_log_beside_the_file_does_not_stay_as_large() {
    let (_folder, mut store) = library();
    let bytes = vec![9; LARGEST_COPY];
    let name = store.keep_copy(&bytes).unwrap();
    put(&mut store, problem("之后"));
    assert!(store.copy(&name).unwrap() == bytes);
    let mut log = store.path().as_os_str().to_owned();
    log.push("-wal");
    let log = std::fs::metadata(log).unwrap().len();
    assert!(log < 6 << 20, "{log}");
}

#[test]
fn a_step_names_the_records_it_touched_and_how() {
    let (_folder, mut store) = library();
    let old = put(&mut store, problem("旧问题"));
    let mut changed = old.clone();
    if let Record::Problem(r) = &mut changed {
        r.title = "新说法".into();
    }
    store.edit(edit(vec![Change::Put(changed), Change::Put(problem("另一个"))])).unwrap();
    store.edit(edit(vec![Change::Remove(here(&old))])).unwrap();
    let page = store.history_page(None, 9).unwrap();
    let told: Vec<Vec<(&str, Touched, Option<i32>)>> = page
        .iter()
        .map(|s| s.touches.iter().map(|t| (t.name.as_str(), t.how, t.year)).collect())
        .collect();
    let year = Some(2023);
    assert_eq!(
        told,
        [
            vec![("问题“新说法”", Touched::Removed, year)],
            vec![("问题“新说法”", Touched::Changed, year), ("问题“另一个”", Touched::Made, year)],
            vec![("问题“旧问题”", Touched::Made, year)],
            vec![],
        ]
    );
    assert_eq!(page[0].touches[0].at, here(&old));
}

#[test]
fn pages_of_the_history_join_without_gap_or_repeat_and_a_large_step_names_its_first_records() {
    let (_folder, mut store) = filled();
    let many = (0..50).map(|n| Change::Put(problem(&format!("第{n}个")))).collect();
    let edit = Edit { name: "读入".into(), changes: many, merge: None, at: at(5) };
    store.edit(edit).unwrap();
    for n in 0..5 {
        put(&mut store, problem(&n.to_string()));
    }
    store.undo(at(9)).unwrap();
    let whole: Vec<i64> = store.history(99).unwrap().into_iter().map(|s| s.step).collect();
    let (mut paged, mut before) = (Vec::new(), None);
    loop {
        let page = store.history_page(before, 3).unwrap();
        let Some(last) = page.last() else { break };
        before = Some(last.step.step);
        for step in &page {
            assert_eq!(step.touches.len(), step.count.min(MOST_TOUCHES));
        }
        paged.extend(page.into_iter().map(|s| s.step.step));
    }
    assert_eq!(paged, whole);
    assert_eq!(store.history_page(None, 9).unwrap()[5].count, 50);
}

fn exported(file: &str, seconds: i64) -> Export {
    Export {
        year: 2023,
        at: at(seconds),
        format: "docx".into(),
        edition: String::new(),
        file: file.into(),
        size: 12,
        hash: "0a".into(),
    }
}

#[test]
fn an_export_stands_in_the_history_and_leaves_undo_and_redo_as_they_are() {
    let (_folder, mut store) = library();
    let kept = put(&mut store, problem("一"));
    store.note_export(&exported("一.docx", 10)).unwrap();
    store.edit(edit(vec![Change::Remove(here(&kept))])).unwrap();
    store.undo(at(20)).unwrap();
    let names = (store.undo_name().unwrap(), store.redo_name().unwrap());
    let steps = store.history(9).unwrap();
    store.note_export(&exported("二.docx", 30)).unwrap();
    store.note_export(&exported("三.docx", 40)).unwrap();
    assert_eq!((store.undo_name().unwrap(), store.redo_name().unwrap()), names);
    assert_eq!(store.history(9).unwrap(), steps);
    let files = |before| -> Vec<Vec<String>> {
        let page = store.history_page(before, 9).unwrap();
        page.into_iter().map(|s| s.exports.into_iter().map(|e| e.file).collect()).collect()
    };
    assert_eq!(files(None), [vec!["三.docx", "二.docx"], vec!["一.docx"], vec![]]);
    // A page that begins further down shows what came before its beginning.
    assert_eq!(files(Some(steps[0].step)), [vec!["一.docx"], vec![]]);
    assert_eq!(store.exports(2023, 1).unwrap(), [exported("三.docx", 40)]);
    assert_eq!(store.exports(2022, 9).unwrap(), []);
    let path = store.path().to_owned();
    store.close().unwrap();
    assert_eq!(Store::open(&path).unwrap().exports(2023, 9).unwrap().len(), 3);
}

#[test]
fn an_export_stays_in_sight_where_the_step_under_it_went() {
    let (_folder, mut store) = library();
    let typed = |title: &str, id| Edit {
        merge: Some("题".into()),
        ..edit(vec![Change::Put(match problem(title) {
            Record::Problem(mut r) => {
                r.id = id;
                Record::Problem(r)
            }
            other => other,
        })])
    };
    let id = put(&mut store, problem("一")).id();
    store.edit(typed("一二", id)).unwrap();
    store.note_export(&exported("一.docx", 2)).unwrap();
    store.edit(typed("一", id)).unwrap();
    let page = store.history_page(None, 9).unwrap();
    assert_eq!(page.len(), 2);
    assert_eq!(page[0].exports, [exported("一.docx", 2)]);
}
