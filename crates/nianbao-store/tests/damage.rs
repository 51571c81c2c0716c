//! A file with wrong bytes in it is opened, saved into a new one, or refused with a sentence.
//! `NIANBAO_DAMAGES` says how many; `cargo xtask soak` runs 500.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail")]
#![allow(clippy::print_stdout, reason = "it speaks to who measures")]
#![allow(clippy::disallowed_methods, reason = "a file is spoilt on purpose")]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use common::{at, create, fast_folder, rounds};
use nianbao_core::record::{Achievement, Area, Evidence, Figure, Id, Plan, Problem, Record};
use nianbao_store::{Change, Code, Edit, Store, salvage};

const PAGE: usize = 4096;

struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n
    }
}

/// A year with some hundred records, a history, a snapshot and a file: what a bureau has by autumn.
fn make(path: &Path) {
    let mut store = create(path).unwrap();
    let mut n = 0;
    let mut edit = |store: &mut Store, records: Vec<Record>| {
        n += 1;
        let changes = records.into_iter().map(Change::Put).collect();
        let edit = Edit { name: format!("第{n}步"), changes, merge: None, at: at(n * 100) };
        store.edit(edit).unwrap().records
    };
    let area =
        |title: &str| Record::Area(Area { year: 2023, title: title.into(), ..Area::default() });
    let areas = edit(&mut store, ["依法行政", "执法监督", "普法宣传"].map(area).into());
    for round in 0..40 {
        let body = "持续推进水行政执法规范化建设，".repeat(1 + round % 9);
        let area = areas[round % 3].id();
        let title = format!("成效{round}");
        let one =
            Achievement { year: 2023, area, title, body: body.clone(), ..Achievement::default() };
        let mut records = vec![Record::Achievement(one)];
        if round % 2 == 0 {
            let (title, body) = (format!("问题{round}"), body.clone());
            records.push(Record::Problem(Problem {
                year: 2023,
                title,
                body,
                ..Problem::default()
            }));
        }
        if round % 4 == 0 {
            let (title, body) = (format!("计划{round}"), body.clone());
            records.push(Record::Plan(Plan { year: 2023, title, body, ..Plan::default() }));
        }
        let (key, value) = (format!("数据{round}"), Some(round.to_string().parse().unwrap()));
        records.push(Record::Figure(Figure { year: 2023, key, value, ..Figure::default() }));
        let made = edit(&mut store, records);
        let Record::Achievement(mut again) = made[0].clone() else { panic!() };
        again.body.push_str("成效明显。");
        edit(&mut store, vec![Record::Achievement(again)]);
    }
    let hash = store.keep_copy(&"佐证".repeat(9000).into_bytes()).unwrap();
    let one =
        Evidence { year: 2023, title: "通知".into(), hash, copied: true, ..Evidence::default() };
    edit(&mut store, vec![Record::Evidence(one)]);
    store.snapshot("送审稿", 2023, at(90_000)).unwrap();
    store.close().unwrap();
}

/// Every record of the file, by its number, as text.
fn records(store: &Store) -> Result<BTreeMap<Id, String>, Code> {
    let mut all = BTreeMap::new();
    let told = |record: &Record| format!("{record:?}");
    let unit = Record::Unit(store.unit().map_err(|e| e.code())?);
    all.insert(unit.id(), told(&unit));
    for number in store.year_numbers().map_err(|e| e.code())? {
        let year = store.year(number).map_err(|e| e.code())?;
        all.insert(year.year.id, format!("{:?}", year.year));
        all.extend(year.records().iter().map(|record| (record.id(), told(record))));
    }
    store.history(9999).map_err(|e| e.code())?;
    store.snapshots(2023).map_err(|e| e.code())?;
    store.find("执法", 9).map_err(|e| e.code())?;
    Ok(all)
}

#[derive(Default)]
struct Tally {
    opened: usize,
    opened_and_differs: usize,
    salvaged: usize,
    refused: BTreeMap<&'static str, usize>,
    there: usize,
    kept: usize,
    same: usize,
}

#[test]
fn a_damaged_file_is_opened_saved_or_refused_with_a_sentence() {
    let folder = fast_folder();
    let path = folder.path().join("库.nianbao");
    make(&path);
    let sound = fs::read(&path).unwrap();
    let whole = records(&Store::open(&path).unwrap()).unwrap();
    let mut random = Random(20_261_125);
    let mut tally = Tally::default();
    for case in 0..rounds("NIANBAO_DAMAGES", 60) {
        let mut bytes = sound.clone();
        let what = spoil(&mut bytes, &mut random, case);
        fs::write(&path, &bytes).unwrap();
        look_at(folder.path(), &path, &bytes, &whole, &what, &mut tally);
    }
    let Tally { opened, opened_and_differs, salvaged, refused, there, kept, same } = tally;
    println!(
        "{} pages; {opened} opened ({opened_and_differs} with another text), {salvaged} saved into a new file, refused: {refused:?}; of {there} records in the files that were saved {kept} came over ({}‰), {same} of them unchanged",
        sound.len() / PAGE,
        kept * 1000 / there.max(1),
    );
    assert!(salvaged > 0 && opened > 0);
    assert!(kept * 10 >= there * 9, "{kept} of {there}");
}

/// One byte, or a page: zeros, noise, or another page in its place.
fn spoil(bytes: &mut [u8], random: &mut Random, case: usize) -> String {
    if case.is_multiple_of(2) {
        let at = random.below(bytes.len());
        bytes[at] ^= u8::try_from(1 + random.below(255)).unwrap();
        return format!("byte {at}");
    }
    let from = random.below(bytes.len() / PAGE) * PAGE;
    let page: Vec<u8> = match random.below(3) {
        0 => vec![0; PAGE],
        1 => (0..PAGE).map(|_| u8::try_from(random.below(256)).unwrap()).collect(),
        _ => {
            let other = random.below(bytes.len() / PAGE) * PAGE;
            bytes[other..other + PAGE].to_vec()
        }
    };
    bytes[from..from + PAGE].copy_from_slice(&page);
    format!("page {}", from / PAGE)
}

fn look_at(
    folder: &Path,
    path: &Path,
    bytes: &[u8],
    whole: &BTreeMap<Id, String>,
    what: &str,
    tally: &mut Tally,
) {
    let (to, work) = (folder.join("找回.nianbao"), folder.join("查看.tmp"));
    let why = match Store::open(path).map(|store| records(&store)) {
        Ok(Ok(read)) => {
            tally.opened += 1;
            tally.opened_and_differs += usize::from(read != *whole);
            return;
        }
        Ok(Err(code)) => code,
        Err(error) => {
            assert!(!error.message().is_empty() && !error.hint().is_empty());
            error.code()
        }
    };
    assert_ne!(why, Code::Busy, "{what}");
    // An opening that failed must not have made it worse.
    fs::write(path, bytes).unwrap();
    if let Ok(look) = Store::look(path, &work) {
        // Any part of it may be unreadable; none may end the program.
        drop(records(&look));
    }
    match salvage(path, &to, &work) {
        Ok(said) => {
            let store = Store::open(&to).unwrap_or_else(|e| panic!("{what}: {e:?}"));
            let read = records(&store).unwrap_or_else(|e| panic!("{what}: {e:?}"));
            store.check().unwrap();
            store.close().unwrap();
            tally.salvaged += 1;
            tally.there += whole.len();
            let here = whole.iter().filter(|(id, _)| read.contains_key(id)).count();
            tally.kept += here;
            tally.same += whole.iter().filter(|(id, text)| read.get(id) == Some(text)).count();
            assert!(said.kept() > 0, "{what}");
            fs::remove_file(&to).unwrap();
        }
        Err(error) => *tally.refused.entry(error.code().word()).or_default() += 1,
    }
    assert_eq!(fs::read(path).unwrap(), bytes, "{what}: the damaged file itself was changed");
    assert!(!to.exists() && !work.exists(), "{what}: something was left behind");
}
