//! One real file of every version that was ever out there, each of which opens and means the same.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use nianbao_core::record::{
    Achievement, Area, Duty, Figure, Id, ItemStyle, Kind, Passage, Plan, Precision, Problem,
    Record, RecordRef, SectionChoice, SectionOf, Slot, Unit, UnitKind, Year,
};
use serde_json::{Value, json};

use super::{at, dump};
use crate::migrate::{check_applied, known};
use crate::{Change, Edit, Store};

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

        // Its journal is read too: all the way back, and forth again.
        let before = dump(&store);
        let standing = store.history(99).unwrap().iter().filter(|s| !s.undone()).count() - 1;
        for _ in 0..standing {
            store.undo(at(9999)).unwrap();
        }
        assert_eq!(store.undo_name().unwrap(), None);
        assert_eq!(store.years().unwrap().len(), 1);
        for _ in 0..standing {
            store.redo(at(9999)).unwrap();
        }
        assert_eq!(dump(&store), before);
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

/// A small bureau's two years with every field filled, made by this version.
fn make(path: &Path) {
    let unit = Unit {
        id: Id::NEW,
        name: "青石区水务局".into(),
        short: "我局".into(),
        kind: UnitKind::Department,
        addressee: "区委、区政府".into(),
    };
    let day = |text: &str| Some(text.parse().unwrap());
    let first = Year {
        id: Id::NEW,
        year: 2022,
        template: "flat".into(),
        title: "青石区水务局2022年法治政府建设年度报告".into(),
        cutoff: day("2022-11-30"),
        addressee: "区委、区政府".into(),
        signed: true,
        dated: day("2023-01-12"),
        sections: vec![
            SectionChoice {
                of: SectionOf::Problems,
                title: "存在的问题".into(),
                items: Some(ItemStyle::RunIn),
            },
            SectionChoice { of: SectionOf::Plans, title: String::new(), items: None },
        ],
    };
    let mut store = Store::create(path, unit, first, at(0)).unwrap();
    let mut step = 0;
    let mut edit = |store: &mut Store, name: &str, changes: Vec<Change>| {
        step += 100;
        let edit = Edit { name: name.into(), changes, merge: Some("一步".into()), at: at(step) };
        store.edit(edit).unwrap()
    };
    let records = [
        Record::Year(Year { year: 2023, ..Year::default() }),
        Record::Area(Area {
            id: Id(-1),
            year: 2022,
            key: "enforcement".into(),
            title: "严格规范公正文明执法".into(),
            order: 1024,
        }),
        Record::Passage(Passage {
            id: Id::NEW,
            year: 2022,
            slot: Slot::AreaLead,
            area: Some(Id(-1)),
            body: "全年立案{{水事案件}}。\n主要做法如下：".into(),
            run_on: true,
            order: 1024,
        }),
        Record::Achievement(Achievement {
            id: Id::NEW,
            year: 2022,
            area: Id(-1),
            title: "开展河道巡查".into(),
            body: "出动{{巡查人次}}，“零容忍”查处非法取水。".into(),
            date: day("2022-06-30"),
            office: "执法大队".into(),
            order: 1024,
        }),
        Record::Problem(Problem {
            id: Id::NEW,
            year: 2022,
            title: "执法力量不足".into(),
            body: "持证人员偏少。".into(),
            cause: "编制未到位。".into(),
            order: 1024,
        }),
        Record::Plan(Plan {
            id: Id::NEW,
            year: 2022,
            title: "补齐执法人员".into(),
            body: "组织考试取证。".into(),
            office: "人事科".into(),
            due: day("2023-09-30"),
            order: -512,
        }),
        Record::Duty(Duty {
            id: Id::NEW,
            year: 2022,
            post: "局长".into(),
            title: "带头学法".into(),
            body: "主持学法4次。".into(),
            order: 1024,
        }),
        Record::Figure(Figure {
            id: Id::NEW,
            year: 2022,
            key: "水事案件".into(),
            label: "水事案件立案".into(),
            value: Some("12.50".parse().unwrap()),
            unit: "宗".into(),
            precision: Precision::Over,
            scope: "当年新立案".into(),
            source: "执法大队".into(),
            cutoff: day("2022-12-31"),
            order: 1024,
        }),
        Record::Figure(Figure {
            year: 2022,
            key: "巡查人次".into(),
            order: 2048,
            ..Figure::default()
        }),
    ];
    let made = edit(&mut store, "读入2022年报告", records.map(Change::Put).to_vec());
    let of = |kind: Kind| made.records.iter().find(|r| r.kind() == kind).unwrap().clone();

    let mut plan = of(Kind::Plan);
    plan.set_order(1024);
    edit(&mut store, "移动计划", vec![Change::Put(plan)]);
    let problem = RecordRef { kind: Kind::Problem, id: of(Kind::Problem).id() };
    edit(&mut store, "删除问题“执法力量不足”", vec![Change::Remove(problem)]);
    edit(
        &mut store,
        "新增履职",
        vec![Change::Put(Record::Duty(Duty { year: 2023, ..Duty::default() }))],
    );
    store.undo(at(1000)).unwrap();
    store.undo(at(1001)).unwrap();
    edit(&mut store, "新增数据", vec![Change::Put(super::figure("培训人次", 2023))]);
    edit(&mut store, "新增数据二", vec![Change::Put(super::figure("普法场次", 2023))]);
    store.undo(at(2000)).unwrap();
    store.close().unwrap();
}
