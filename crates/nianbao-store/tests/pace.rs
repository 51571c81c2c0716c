//! What an edit, an undo and opening cost beside bare SQLite, as the 库 grows. Measured, not tested:
//! `cargo test -p nianbao-store --release --test pace -- --ignored --nocapture`
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail")]
#![allow(clippy::print_stdout, reason = "it speaks to its parent, or to who measures")]

mod common;

use std::path::Path;
use std::time::{Duration, Instant};

use common::{at, create};
use nianbao_core::record::{Achievement, Area, Figure, Id, Record, RecordRef, Year};
use nianbao_store::{Change, Edit, Store};
use rusqlite::{Connection, TransactionBehavior};

const YEARS: i32 = 10;
const ROUNDS: usize = 300;
const BODY: &str = "坚持把法治建设贯穿水务工作全过程，全年开展巡查{{数据1}}，整改问题{{数据2}}。";

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// One more year of 3,000 records, 1,500 of them figures; the ids of its achievements.
fn grow(store: &mut Store, year: i32) -> Vec<Id> {
    let body =
        "坚持把法治建设贯穿水务工作全过程，全年开展巡查{{数据1}}，整改问题{{数据2}}。".repeat(4);
    let mut records: Vec<Record> = Vec::new();
    if year != 2023 {
        records.push(Record::Year(Year { year, ..Year::default() }));
    }
    for n in 0..10 {
        let title = format!("领域{n}");
        records.push(Record::Area(Area {
            id: Id(-n - 1),
            year,
            title,
            order: n,
            ..Area::default()
        }));
    }
    records.extend((0..1500).map(|n| {
        let value = Some(n.to_string().parse().unwrap());
        Record::Figure(Figure {
            year,
            key: format!("数据{n}"),
            value,
            order: n,
            ..Figure::default()
        })
    }));
    records.extend((0..1490).map(|n| {
        let (title, body) = (format!("第{n}项"), body.clone());
        let area = Id(-(n % 10) - 1);
        Record::Achievement(Achievement {
            year,
            area,
            title,
            body,
            order: n,
            ..Achievement::default()
        })
    }));
    let changes = records.into_iter().map(Change::Put).collect();
    let edit = Edit { name: "一年".into(), changes, merge: None, at: at(0) };
    let made = store.edit(edit).unwrap();
    let achievements = made.records.iter().filter(|r| r.area().is_some());
    achievements.map(Record::id).collect()
}

/// The least that writes the same record as safely.
fn bare(conn: &mut Connection, id: i64, body: &str) {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
    tx.prepare_cached("UPDATE achievement SET body = ?2 WHERE id = ?1")
        .unwrap()
        .execute((id, body))
        .unwrap();
    tx.commit().unwrap();
}

fn bare_open(path: &Path) -> Connection {
    let conn = Connection::open(path).unwrap();
    conn.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;",
    )
    .unwrap();
    conn
}

fn one_edit(store: &mut Store, id: Id, n: usize, merge: Option<String>) {
    let at = at(i64::try_from(n).unwrap());
    let kind = nianbao_core::record::Kind::Achievement;
    let mut record = store.record(RecordRef { kind, id }).unwrap();
    if let Record::Achievement(r) = &mut record {
        r.body.push('字');
    }
    let edit = Edit { name: "修改成效".into(), changes: vec![Change::Put(record)], merge, at };
    store.edit(edit).unwrap();
}

#[test]
#[ignore = "measures; says nothing right or wrong"]
fn the_cost_of_an_edit_an_undo_and_opening_beside_bare_sqlite() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let path = folder.path().join("库.nianbao");
    let copy = folder.path().join("bare.db");
    let mut store = create(&path).unwrap();
    println!(
        "years   bare    edit  ratio  typing  ratio    undo  | bare open   open  ratio  a year"
    );
    for year in 0..YEARS {
        let ids = grow(&mut store, 2023 - year);
        store.close().unwrap();
        std::fs::copy(&path, &copy).unwrap();

        let (mut opens, mut bare_opens) = (Vec::new(), Vec::new());
        for _ in 0..50 {
            let start = Instant::now();
            let conn = bare_open(&copy);
            let mut stmt = conn.prepare("SELECT year FROM year ORDER BY year DESC").unwrap();
            let years =
                stmt.query_map((), |row| row.get(0)).unwrap().collect::<Result<Vec<i32>, _>>();
            bare_opens.push(start.elapsed());
            let start = Instant::now();
            let store = Store::open(&path).unwrap();
            let found = store.years().unwrap();
            opens.push(start.elapsed());
            assert_eq!(found.len(), years.unwrap().len());
        }

        store = Store::open(&path).unwrap();
        let mut conn = bare_open(&copy);
        let (mut edits, mut typings, mut undos, mut bares) = (vec![], vec![], vec![], vec![]);
        for n in 0..ROUNDS {
            let id = ids[(n * 7) % ids.len()];
            let body = BODY.repeat(4) + &n.to_string();
            let start = Instant::now();
            bare(&mut conn, id.0, &body);
            bares.push(start.elapsed());
            let start = Instant::now();
            one_edit(&mut store, id, n, None);
            edits.push(start.elapsed());
            let start = Instant::now();
            store.undo(at(0)).unwrap();
            undos.push(start.elapsed());
        }
        for n in 0..ROUNDS {
            let start = Instant::now();
            one_edit(&mut store, ids[0], n / 10, Some("正文".into()));
            typings.push(start.elapsed());
        }
        let start = Instant::now();
        store.year(2023 - year).unwrap();
        let reading = start.elapsed();

        let ms = |time: Duration| time.as_secs_f64() * 1000.0;
        let (bare, edit, typing) = (median(bares), median(edits), median(typings));
        let (bare_open, open) = (median(bare_opens), median(opens));
        println!(
            "{:>5} {:>6.3} {:>7.3} {:>6.2} {:>7.3} {:>6.2} {:>7.3}  | {:>9.3} {:>6.3} {:>6.2} {:>7.1}",
            year + 1,
            ms(bare),
            ms(edit),
            ms(edit) / ms(bare),
            ms(typing),
            ms(typing) / ms(bare),
            ms(median(undos)),
            ms(bare_open),
            ms(open),
            ms(open) / ms(bare_open),
            ms(reading),
        );
        drop(conn);
        std::fs::remove_file(&copy).unwrap();
    }
    let size = std::fs::metadata(&path).unwrap().len();
    println!("milliseconds, medians of {ROUNDS}; the file has {} KB", size / 1024);
}
