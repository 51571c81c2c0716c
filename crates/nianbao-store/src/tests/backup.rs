use std::fs;
use std::path::Path;

use nianbao_core::record::Kind;
use rusqlite::Connection;

use super::{at, edit, library, problem, put, whole};
use crate::{Change, Code, Store, copy_closed, is_older, migrate, sight};

fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name());
    let mut names: Vec<String> = names.map(|n| n.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_copy_of_an_open_library_has_what_still_lies_in_its_log() {
    let (folder, mut store) = library();
    let to = folder.path().join("副本.nianbao");
    for n in 0..20 {
        put(&mut store, problem(&n.to_string()));
    }
    let log = fs::metadata(folder.path().join("库.nianbao-wal")).unwrap().len();
    assert!(log > 0, "the edits are not in the file itself yet");
    store.copy_to(&to).unwrap();
    put(&mut store, problem("之后"));
    assert_eq!(names(folder.path()), ["副本.nianbao", "库.nianbao", "库.nianbao-wal"]);

    let copy = Store::open(&to).unwrap();
    assert_eq!(copy.year(2023).unwrap().problems.len(), 20);
    assert_eq!(store.year(2023).unwrap().problems.len(), 21);
    copy.check().unwrap();
}

#[test]
fn a_copy_overwrites_nothing_and_a_failed_one_leaves_nothing() {
    let (folder, store) = library();
    let to = folder.path().join("副本.nianbao");
    store.copy_to(&to).unwrap();
    assert_eq!(store.copy_to(&to).unwrap_err().code(), Code::Exists);
    assert_eq!(store.copy_to(store.path()).unwrap_err().code(), Code::Exists);
    let nowhere = folder.path().join("无").join("副本.nianbao");
    assert_eq!(store.copy_to(&nowhere).unwrap_err().code(), Code::NoFolder);
    assert_eq!(names(folder.path()).len(), 3);
}

#[test]
fn the_stamp_is_the_same_while_nothing_is_written_and_another_after_every_write() {
    let (folder, mut store) = library();
    let mut seen = vec![store.stamp().unwrap()];
    let mut differs = |store: &Store| {
        let stamp = store.stamp().unwrap();
        assert_eq!(stamp, store.stamp().unwrap());
        assert!(!seen.contains(&stamp), "{stamp}");
        seen.push(stamp);
    };
    put(&mut store, problem("甲"));
    differs(&store);
    store.undo(at(5)).unwrap();
    differs(&store);
    store.redo(at(6)).unwrap();
    differs(&store);
    store.snapshot("定稿", 2023, at(7)).unwrap();
    differs(&store);
    store.keep_copy(b"abc").unwrap();
    differs(&store);
    for (n, merge) in [(8, "甲"), (9, "乙")] {
        let mut typed = edit(vec![Change::Put(problem(merge))]);
        typed.merge = Some("键".into());
        typed.at = at(n);
        store.edit(typed).unwrap();
        differs(&store);
    }
    let to = folder.path().join("副本.nianbao");
    store.copy_to(&to).unwrap();
    assert_eq!(sight(&to).unwrap().stamp, store.stamp().unwrap());
}

#[test]
fn a_copy_says_what_is_in_it_and_is_not_changed_by_being_asked() {
    let (folder, mut store) = library();
    put(&mut store, problem("甲"));
    put(&mut store, problem("乙"));
    let to = folder.path().join("副本.nianbao");
    store.copy_to(&to).unwrap();
    let before = fs::read(&to).unwrap();
    let told = sight(&to).unwrap();
    assert_eq!((told.unit.as_str(), &told.years[..]), ("某区水务局", &[2023][..]));
    assert_eq!(told.counts, [(Kind::Problem, 2)]);
    assert_eq!(told.last.unwrap().1, "改一改");
    assert_eq!(fs::read(&to).unwrap(), before);
    assert_eq!(sight(store.path()).unwrap_err().code(), Code::Busy);
}

#[test]
fn every_old_version_is_known_as_older_and_its_copy_is_of_the_same_version() {
    let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/files");
    for version in 1..=migrate::known() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("旧库.nianbao");
        fs::copy(files.join(format!("v{version:04}.nianbao")), &path).unwrap();
        assert_eq!(is_older(&path).unwrap(), version < migrate::known(), "v{version}");
        let to = folder.path().join("升级前.nianbao");
        copy_closed(&path, &to).unwrap();
        assert_eq!(migrate::version(&Connection::open(&to).unwrap()).unwrap(), version);
        assert_eq!(sight(&to).unwrap().unit, sight(&path).unwrap().unit);
        let (a, b) = (Store::open(&path).unwrap(), Store::open(&to).unwrap());
        assert_eq!(whole(&a), whole(&b), "v{version}");
    }
}

#[test]
fn what_is_only_looked_at_is_shown_and_not_written() {
    let (folder, mut store) = library();
    put(&mut store, problem("甲"));
    let path = store.path().to_owned();
    let beside = folder.path().join("查看");
    assert_eq!(Store::look(&path, &beside).unwrap_err().code(), Code::Busy, "it is ours");
    store.close().unwrap();
    let before = fs::read(&path).unwrap();
    let mut look = Store::look(&path, &beside).unwrap();
    assert!(look.is_read_only());
    assert_eq!(look.path(), path);
    assert_eq!(look.year(2023).unwrap().problems.len(), 1);
    assert_eq!(look.find("甲", 9).unwrap().len(), 1);
    let refused = look.edit(edit(vec![Change::Put(problem("乙"))])).unwrap_err();
    assert_eq!(refused.code(), Code::LookedAt);
    assert_eq!(look.undo(at(9)).unwrap_err().code(), Code::LookedAt);
    assert_eq!(look.snapshot("甲", 2023, at(9)).unwrap_err().code(), Code::LookedAt);
    assert_eq!(look.keep_copy(b"a").unwrap_err().code(), Code::LookedAt);
    let to = folder.path().join("另存.nianbao");
    look.copy_to(&to).unwrap();
    drop(look);
    assert_eq!(names(folder.path()), ["另存.nianbao", "库.nianbao"]);
    assert_eq!(fs::read(&path).unwrap(), before);
    put(&mut Store::open(&to).unwrap(), problem("另存的可以改"));
}
