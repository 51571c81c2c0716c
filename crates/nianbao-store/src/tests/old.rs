//! One real file of every version that was ever out there, each of which opens and means the same.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::at;
use super::full::make;
use crate::Store;
use crate::migrate::{check_applied, known};

fn file(version: u32, ending: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/files");
    folder.join(format!("v{version:04}.{ending}"))
}

fn blessing() -> bool {
    std::env::var_os("BLESS").is_some()
}

#[test]
fn a_file_of_every_version_opens_and_says_what_it_said() {
    if blessing() && !file(known(), "nianbao").exists() {
        make(&file(known(), "nianbao"));
    }
    for version in 1..=known() {
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join("旧库.nianbao");
        fs::copy(file(version, "nianbao"), &copy).unwrap();
        let mut store = Store::open(&copy).unwrap();
        check_applied(&store.conn).expect("a migration that is out there was edited");

        let read = told(&store);
        let expected = file(version, "json");
        if blessing() {
            let _ = fs::remove_file(&expected);
            writeln!(File::create_new(&expected).unwrap(), "{read:#}").unwrap();
        }
        let expected: Value = serde_json::from_slice(&fs::read(&expected).unwrap()).unwrap();
        assert_eq!(read, expected, "v{version}");

        assert!(!store.find("水务", 9).unwrap().is_empty(), "v{version}");

        let exported = store.exports(2022, 9).unwrap();
        assert_eq!(exported.len(), usize::from(version >= 7), "v{version}");

        // Its journal is read too: all the way back, and forth again.
        // Not the rows: what was written by an older program may be written anew in more words.
        let before = read["years"].clone();
        let standing = store.history(99).unwrap().iter().filter(|s| !s.undone()).count() - 1;
        for _ in 0..standing {
            store.undo(at(9999)).unwrap();
        }
        assert_eq!(store.undo_name().unwrap(), None);
        assert_eq!(store.years().unwrap().len(), 1);
        for _ in 0..standing {
            store.redo(at(9999)).unwrap();
        }
        assert_eq!(told(&store)["years"], before);
        assert!(store.redo_name().unwrap().is_some());
    }
}

/// All that can be read from it.
fn told(store: &Store) -> Value {
    let years = store.years().unwrap();
    let years: Vec<_> = years.iter().map(|y| store.year(y.year).unwrap()).collect();
    let history = store.history(99).unwrap();
    let history: Vec<Value> = history
        .iter()
        .map(|s| json!({ "name": s.name, "at": s.at.to_string(), "state": format!("{:?}", s.state) }))
        .collect();
    json!({ "years": years, "history": history })
}
