//! A 库 that another program is writing can be looked at, and what is seen is whole.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail")]
#![allow(clippy::print_stdout, reason = "it speaks to its parent")]

mod common;

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::Stdio;

use common::{PATH, at, child, create};
use nianbao_core::record::{Problem, Record};
use nianbao_store::{Change, Code, Edit, Store, StoreError};

#[test]
#[ignore = "what the other program does; the test below starts it"]
fn writes_as_fast_as_it_can() {
    let Ok(path) = std::env::var(PATH) else { return };
    let mut store = Store::open(Path::new(&path)).unwrap();
    for n in 1_i64.. {
        let problem = |half: &str| {
            let (title, body) = (format!("{n}{half}"), "字".repeat(900));
            Change::Put(Record::Problem(Problem { year: 2023, title, body, ..Problem::default() }))
        };
        let changes = vec![problem("甲"), problem("乙")];
        store.edit(Edit { name: "写".into(), changes, merge: None, at: at(n) }).unwrap();
        if n == 30 {
            println!("ready");
            std::io::stdout().flush().unwrap();
        }
    }
}

#[test]
fn a_library_that_another_program_writes_is_seen_whole_and_stays_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("库.nianbao");
    create(&path).unwrap().close().unwrap();
    let mut writer =
        child("writes_as_fast_as_it_can", &path).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(writer.stdout.take().unwrap()).lines();
    while !lines.next().expect("the writer stopped by itself").unwrap().contains("ready") {}
    let (mut seen, mut before) = (0, 0);
    for round in 0..6 {
        assert_eq!(Store::open(&path).unwrap_err().code(), Code::Busy);
        match Store::look(&path, &folder.path().join("查看")) {
            Ok(look) => {
                look.check().unwrap();
                let count = look.year(2023).unwrap().problems.len();
                assert!(count % 2 == 0 && count >= before, "round {round}: {count}");
                (seen, before) = (seen + 1, count);
            }
            // It wrote faster than we could read, five times in a row.
            Err(error) => assert!(matches!(error, StoreError::Busy), "{error:?}"),
        }
    }
    writer.kill().unwrap();
    writer.wait().unwrap();
    assert!(seen > 0 && before >= 60, "{seen} looks, {before} records");
    let store = Store::open(&path).unwrap();
    assert!(store.year(2023).unwrap().problems.len() >= before, "looking lost nothing");
    store.check().unwrap();
}
