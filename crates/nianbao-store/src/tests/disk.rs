use nianbao_core::record::{Kind, Record, Unit};

use super::{at, dump, edit, here, library, problem, put, whole, year};
use crate::{Change, Code, Store};

/// Lets the file grow by so many pages and no more: to SQLite, a full disk.
fn only_room_for(store: &Store, pages: i64) {
    let now: i64 = store.conn.query_row("PRAGMA page_count", (), |row| row.get(0)).unwrap();
    let sql = format!("PRAGMA max_page_count = {}", now + pages);
    store.conn.query_row(&sql, (), |row| row.get::<_, i64>(0)).unwrap();
}

#[test]
fn on_a_full_disk_the_edit_is_refused_whole_and_all_before_it_is_there() {
    let (_folder, mut store) = library();
    only_room_for(&store, 20);
    let mut kept = 0;
    let (error, before) = loop {
        let before = whole(&store);
        let two = vec![Change::Put(problem(&"长".repeat(999))), Change::Put(problem("短"))];
        match store.edit(edit(two)) {
            Ok(_) => kept += 2,
            Err(error) => break (error, before),
        }
    };
    assert_eq!(error.code(), Code::DiskFull);
    assert_eq!(whole(&store), before);
    assert!(kept > 0);
    let path = store.path().to_owned();
    store.close().unwrap();

    let mut store = Store::open(&path).unwrap();
    assert_eq!(store.year(2023).unwrap().problems.len(), kept);
    put(&mut store, problem("有地方了"));
    store.undo(at(9)).unwrap();
    store.undo(at(9)).unwrap();
    assert_eq!(store.year(2023).unwrap().problems.len(), kept - 2);
}

#[test]
fn on_a_full_disk_undo_too_is_all_or_nothing() {
    let (_folder, mut store) = library();
    let long: Vec<Record> = (0..20).map(|_| put(&mut store, problem(&"长".repeat(999)))).collect();
    store.edit(edit(long.iter().map(|r| Change::Remove(here(r))).collect())).unwrap();
    store.conn.execute_batch("VACUUM").unwrap();
    only_room_for(&store, 3);
    let before = whole(&store);
    assert_eq!(store.undo(at(9)).unwrap_err().code(), Code::DiskFull);
    assert_eq!(whole(&store), before);
}

#[test]
fn every_edit_is_synced_and_the_file_is_held() {
    let (_folder, store) = library();
    let path = store.path().to_owned();
    drop(store);
    let store = Store::open(&path).unwrap();
    let pragma = |name: &str| -> String {
        let value = |row: &rusqlite::Row<'_>| row.get_ref(0).map(|v| format!("{v:?}"));
        store.conn.query_row(&format!("PRAGMA {name}"), (), value).unwrap()
    };
    assert!(pragma("journal_mode").contains("[119, 97, 108]"), "wal");
    assert_eq!(pragma("synchronous"), "Integer(2)");
    assert_eq!(pragma("foreign_keys"), "Integer(1)");
    let exclusive: String =
        store.conn.query_row("PRAGMA locking_mode", (), |row| row.get(0)).unwrap();
    assert_eq!(exclusive, "exclusive");
}

#[test]
fn a_failed_making_leaves_no_file() {
    let (folder, _store) = library();
    let path = folder.path().join("没有单位.nianbao");
    let before = std::fs::read_dir(folder.path()).unwrap().count();
    let error = Store::create_with(&path, vec![year(2023)], at(0)).unwrap_err();
    assert_eq!(error.code(), Code::UnitNeeded);
    let twice = vec![Record::Unit(Unit::default()), year(2023), year(2023)];
    let error = Store::create_with(&path, twice, at(0)).unwrap_err();
    assert_eq!(error.code(), Code::YearTwice);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), before);
}

#[test]
fn a_cell_that_no_version_wrote_is_damage_and_its_content_is_not_told() {
    let (_folder, mut store) = library();
    let record = put(&mut store, year(2022));
    let cases = [("cutoff", "'去年年底'"), ("sections", "'[\"秘密\"]'"), ("sections", "'{}'")];
    for (column, value) in cases {
        let before = dump(&store);
        store.conn.execute_batch("SAVEPOINT s").unwrap();
        let sql = format!("UPDATE year SET {column} = {value} WHERE id = {}", record.id().0);
        store.conn.execute_batch(&sql).unwrap();
        let error = store.years().unwrap_err();
        assert_eq!(error.code(), Code::Damaged, "{column}");
        let detail = error.detail().unwrap_or_default();
        assert!(!detail.contains("去年") && !detail.contains("秘密"), "{detail}");
        store.conn.execute_batch("ROLLBACK TO s; RELEASE s").unwrap();
        assert_eq!(dump(&store), before);
    }
    assert_eq!(record.kind(), Kind::Year);
}
