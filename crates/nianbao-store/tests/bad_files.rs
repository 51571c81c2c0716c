//! What is no 库, or none that can be written, is told apart and left as it is.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail")]
#![allow(clippy::print_stdout, reason = "it speaks to its parent, or to who measures")]

mod common;

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use common::{PATH, at, child, create};
use nianbao_core::record::{Problem, Record, Unit, Year};
use nianbao_store::{Change, Code, Edit, Store, is_open};
use rusqlite::Connection;
use tempfile::TempDir;

fn write(path: &Path, bytes: &[u8]) {
    File::create_new(path).unwrap().write_all(bytes).unwrap();
}

/// Every file of the folder with its bytes.
fn contents(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut all: Vec<_> = paths.map(|p| (p.clone(), fs::read(&p).unwrap_or_default())).collect();
    all.sort();
    all
}

/// The bytes of a sound 库 of some pages.
fn sound(folder: &TempDir) -> Vec<u8> {
    let path = folder.path().join("好的.nianbao");
    let mut store = create(&path).unwrap();
    for n in 0..9 {
        edit(&mut store, &"字".repeat(n * 500)).unwrap();
    }
    store.close().unwrap();
    let bytes = fs::read(&path).unwrap();
    fs::remove_file(&path).unwrap();
    bytes
}

fn edit(store: &mut Store, title: &str) -> Result<(), Code> {
    let problem = Problem { year: 2023, title: title.into(), ..Problem::default() };
    let changes = vec![Change::Put(Record::Problem(problem))];
    let edit = Edit { name: "新增问题".into(), changes, merge: None, at: at(1) };
    store.edit(edit).map(|_| ()).map_err(|error| error.code())
}

#[test]
fn every_kind_of_bad_file_has_its_own_error_and_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let sound = sound(&folder);
    let path = folder.path().join("坏的.nianbao");
    let with = |from: usize, bytes: &[u8]| {
        let mut changed = sound.clone();
        changed[from..from + bytes.len()].copy_from_slice(bytes);
        changed
    };
    let cases: Vec<(&str, Code, Vec<u8>)> = vec![
        ("empty", Code::Empty, Vec::new()),
        ("one byte", Code::NotLibrary, vec![0]),
        ("text", Code::NotLibrary, "2023年度法治政府建设情况报告".repeat(99).into()),
        ("a Word file", Code::NotLibrary, b"PK\x03\x04".repeat(999)),
        ("zeros", Code::NotLibrary, vec![0; 8192]),
        ("another program's database", Code::OtherProgram, with(68, b"gpkg")),
        ("a database without a mark", Code::OtherProgram, with(68, &[0; 4])),
        ("half a head", Code::Damaged, sound[..50].to_vec()),
        ("a head alone", Code::Damaged, sound[..100].to_vec()),
        ("cut in the middle", Code::Damaged, sound[..sound.len() / 2].to_vec()),
        ("first page overwritten", Code::Damaged, with(100, &[0xAA; 3000])),
        ("of a newer program", Code::Newer, with(60, &[0, 0, 0, 99])),
        ("marked, with nothing in it", Code::Empty, with(60, &[0; 4])),
    ];
    for (what, code, bytes) in cases {
        write(&path, &bytes);
        let before = contents(folder.path());
        let error = Store::open(&path).unwrap_err();
        assert_eq!(error.code(), code, "{what}: {error:?}");
        assert!(contents(folder.path()) == before, "{what}: the folder has changed");
        fs::remove_file(&path).unwrap();
    }
    write(&path, &sound);
    Store::open(&path).unwrap();
}

#[test]
fn a_newer_file_is_refused_with_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("库.nianbao");
    create(&path).unwrap().close().unwrap();
    let conn = Connection::open(&path).unwrap();
    conn.pragma_update(None, "user_version", 4000).unwrap();
    conn.close().unwrap();
    let before = fs::read(&path).unwrap();
    let error = Store::open(&path).unwrap_err();
    assert_eq!(error.to_string(), "这个库是用更新版本的程序保存的，本程序打不开");
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn nothing_and_a_folder_are_no_library_and_opening_makes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("没有.nianbao");
    assert_eq!(Store::open(&missing).unwrap_err().code(), Code::Missing);
    assert_eq!(Store::open(&missing.join("里面")).unwrap_err().code(), Code::Missing);
    assert_eq!(Store::open(Path::new("")).unwrap_err().code(), Code::Missing);
    assert_eq!(Store::open(folder.path()).unwrap_err().code(), Code::IsFolder);
    assert!(contents(folder.path()).is_empty());
    if cfg!(unix) {
        assert_eq!(Store::open(Path::new("/dev/null")).unwrap_err().code(), Code::NotLibrary);
    }
}

#[test]
fn making_a_library_overwrites_nothing_and_needs_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("库.nianbao");
    write(&path, b"");
    assert_eq!(create(&path).unwrap_err().code(), Code::Exists);
    assert_eq!(create(folder.path()).unwrap_err().code(), Code::Exists);
    let nowhere = folder.path().join("没有这个文件夹").join("库.nianbao");
    assert_eq!(create(&nowhere).unwrap_err().code(), Code::NoFolder);
    assert_eq!(contents(folder.path()), [(path, Vec::new())]);
}

#[test]
fn folders_and_names_may_be_any_a_person_writes() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["张 三", "𠮷野", "50%20半", "a#b", "it's", "file:x", ":memory:"] {
        if cfg!(windows) && name.contains(':') {
            continue;
        }
        let inner = folder.path().join(name);
        fs::create_dir(&inner).unwrap();
        let path = inner.join(name);
        create(&path).unwrap().close().unwrap();
        Store::open(&path).unwrap().close().unwrap();
        assert_eq!(contents(&inner).len(), 1, "{name}");
    }
}

#[test]
#[ignore = "what another process sees; the tests below start it"]
fn another_process_opens_and_creates() {
    let Ok(path) = std::env::var(PATH) else { return };
    let path = Path::new(&path);
    let code = |result: Result<Store, nianbao_store::StoreError>| match result {
        Ok(_) => "ok",
        Err(error) => error.code().word(),
    };
    println!("opens: {}", code(Store::open(path)));
    let beside = path.with_extension("另一个");
    let year = Year { year: 2023, ..Year::default() };
    println!("creates: {}", code(Store::create(&beside, Unit::default(), year, at(0))));
}

fn said(output: &std::process::Output) -> Vec<String> {
    let text = String::from_utf8_lossy(&output.stdout);
    let said = text.lines().filter(|line| line.starts_with("opens: ") || line.starts_with("creat"));
    said.map(str::to_owned).collect()
}

#[test]
fn a_library_that_is_open_is_noticed_by_another_process_and_in_this_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("库.nianbao");
    let mut store = create(&path).unwrap();
    let ask = || said(&child("another_process_opens_and_creates", &path).output().unwrap());
    assert_eq!(ask()[0], "opens: busy");
    edit(&mut store, "甲").unwrap();
    assert_eq!(Store::open(&path).unwrap_err().code(), Code::Busy);
    assert_eq!(create(&path).unwrap_err().code(), Code::Exists);
    assert_eq!(ask()[0], "opens: busy", "to try it again here has not let go of it");
    edit(&mut store, "乙").unwrap();
    assert!(is_open(&path) && !is_open(folder.path()));
    store.close().unwrap();
    assert!(!is_open(&path));
    assert_eq!(ask()[0], "opens: ok");
    let store = Store::open(&path).unwrap();
    assert_eq!(ask()[0], "opens: busy", "before anything was read");
    assert_eq!(store.year(2023).unwrap().problems.len(), 2);
}

#[cfg(unix)]
#[test]
fn a_file_moved_deleted_or_emptied_while_it_is_open_takes_no_more_edits() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("库.nianbao");
    let aside = folder.path().join("移走.nianbao");
    let mut store = create(&path).unwrap();
    fs::hard_link(&path, &aside).unwrap();
    fs::remove_file(&path).unwrap();
    assert_eq!(edit(&mut store, "甲"), Err(Code::Missing));
    assert_eq!(store.undo(at(9)).unwrap_err().code(), Code::Missing);
    write(&path, b"something else");
    assert_eq!(edit(&mut store, "甲"), Err(Code::Missing), "another file in its place");
    fs::remove_file(&path).unwrap();
    fs::hard_link(&aside, &path).unwrap();
    assert_eq!(edit(&mut store, "乙"), Ok(()), "brought back, it goes on");
    assert_eq!(store.year(2023).unwrap().problems.len(), 1);
    OpenOptions::new().write(true).open(&path).unwrap().set_len(0).unwrap();
    assert_eq!(edit(&mut store, "丙"), Err(Code::Empty));
}

#[cfg(unix)]
mod permission {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;

    use super::*;

    /// Nobody; used where the tests run as root, whom no permission stops.
    const NOBODY: u32 = 65534;

    fn allow(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn without_permission_nothing_is_opened_or_made() {
        let folder = tempfile::tempdir().unwrap();
        allow(folder.path(), 0o755);
        let inner = folder.path().join("里");
        let path = inner.join("库.nianbao");
        fs::create_dir(&inner).unwrap();
        create(&path).unwrap().close().unwrap();
        let ask = || {
            let mut command = child("another_process_opens_and_creates", &path);
            allow(&path, 0o000);
            if File::open(&path).is_ok() {
                command.uid(NOBODY).gid(NOBODY);
            }
            command
        };
        // (mode of the file, of the folder, what opening says, what making one beside it says)
        let cases = [
            (0o666, 0o777, "ok", "ok"),
            (0o000, 0o777, "no_permission", "ok"),
            (0o444, 0o777, "read_only", "ok"),
            (0o666, 0o555, "no_permission", "no_permission"),
            (0o444, 0o555, "read_only", "no_permission"),
            (0o666, 0o000, "no_permission", "no_permission"),
        ];
        for (file, dir, opens, creates) in cases {
            let mut command = ask();
            allow(&path, file);
            allow(&inner, dir);
            let output = command.output();
            allow(&inner, 0o755);
            let Ok(output) = output else {
                eprintln!("skipped: this test program cannot be run as nobody");
                return;
            };
            let expected = [format!("opens: {opens}"), format!("creates: {creates}")];
            assert_eq!(said(&output), expected, "file {file:o}, folder {dir:o}");
            for entry in fs::read_dir(&inner).unwrap() {
                let entry = entry.unwrap().path();
                if entry != path {
                    fs::remove_file(entry).unwrap();
                }
            }
        }
    }
}
