//! What the whole crate promises, seen from inside so that every table can be looked at.

mod any;
mod backup;
mod beside;
mod checking;
mod disk;
mod edit;
mod full;
mod links;
mod merge;
mod old;
mod place;
mod refused;
mod search;
mod undo;

use jiff::Timestamp;
use nianbao_core::record::{
    Achievement, Area, Figure, Id, Kind, Problem, Record, RecordRef, Unit, Year,
};
use tempfile::TempDir;

use crate::{Change, Changed, Edit, Store};

/// A 库 of a bureau with the year 2023 (id 2), in a folder that goes when the test ends.
fn library() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let unit = Unit { name: "某区水务局".into(), short: "我局".into(), ..Unit::default() };
    let year = Year { year: 2023, ..Year::default() };
    let store = Store::create(&folder.path().join("库.nianbao"), unit, year, at(0)).unwrap();
    // Nothing here is about the disk, and syncing is slow.
    store.conn.execute_batch("PRAGMA synchronous = OFF").unwrap();
    (folder, store)
}

/// A moment, in seconds after an arbitrary one.
fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + seconds).unwrap()
}

fn edit(changes: Vec<Change>) -> Edit {
    Edit { name: "改一改".into(), changes, merge: None, at: at(1) }
}

fn put(store: &mut Store, record: Record) -> Record {
    let changed = store.edit(edit(vec![Change::Put(record)])).unwrap();
    changed.records.into_iter().next().unwrap()
}

fn problem(title: &str) -> Record {
    Record::Problem(Problem { year: 2023, title: title.into(), ..Problem::default() })
}

fn area(id: i64, year: i32) -> Record {
    Record::Area(Area { id: Id(id), year, title: "依法行政".into(), ..Area::default() })
}

fn achievement(area: i64, year: i32) -> Record {
    Record::Achievement(Achievement { year, area: Id(area), ..Achievement::default() })
}

fn figure(key: &str, year: i32) -> Record {
    Record::Figure(Figure { year, key: key.into(), ..Figure::default() })
}

fn year(number: i32) -> Record {
    Record::Year(Year { year: number, ..Year::default() })
}

fn here(record: &Record) -> RecordRef {
    RecordRef { kind: record.kind(), id: record.id() }
}

/// Every row of these tables, as text.
fn rows(store: &Store, tables: &[&str]) -> String {
    let mut out = String::new();
    for table in tables {
        let mut stmt = store.conn.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = stmt.column_count();
        let mut rows = stmt.query(()).unwrap();
        let mut lines = Vec::new();
        while let Some(row) = rows.next().unwrap() {
            let cells: Vec<String> =
                (0..columns).map(|n| format!("{:?}", row.get_ref(n).unwrap())).collect();
            lines.push(format!("{table}: {}\n", cells.join(" | ")));
        }
        lines.sort();
        out += &lines.concat();
    }
    out
}

/// The records: all tables but the journal and the counter, which only ever go forward.
fn dump(store: &Store) -> String {
    rows(store, &Kind::ALL.map(crate::table::name)) + &rows(store, &["link"])
}

/// Everything in the file.
fn whole(store: &Store) -> String {
    dump(store)
        + &rows(
            store,
            &[
                "counter",
                "migration",
                "step",
                "image",
                "snapshot",
                "copy",
                "export",
                "search_stale",
            ],
        )
}

fn titles(changed: &Changed) -> Vec<String> {
    changed.records.iter().map(Record::name).collect()
}
