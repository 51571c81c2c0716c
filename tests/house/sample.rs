//! The sample 库: two years of an invented bureau. What a person sees first must be without fault.

mod prose;
mod sums;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use nianbao_core::catalog::Catalog;
use nianbao_core::compose::{Edition, compose};
use nianbao_core::record::{Precision, Record, Unit, Year, YearRecords};

use crate::tree::root;
use crate::{Wrong, hold};

const FOLDER: &str = "crates/nianbao-app/sample";

const SHAPE_RULE: &str = "The sample's records are whole: placeholder numbers used once, areas that exist, \
     places in steps of 1024; the store would refuse or mix up anything else.";

const LEDGER_RULE: &str = "Every figure of the sample has a value, a unit, a scope and a source, a key of its own, \
     and is used: the sample teaches what a ledger is.";

/// Figures that no text names, and why they stand in the ledger.
const KEPT: [(i32, &str, &str); 2] = [
    (2022, "优秀案卷", "评查优秀率的分子，正文只写比率"),
    (2023, "优秀案卷", "评查优秀率的分子，正文只写比率"),
];

/// How last year's plans were taken up: 计划 of 2022, 成效 of 2023.
const TAKEN_UP: [(&str, &str); 6] = [
    ("充实基层法制力量", "执法质量稳步提升"),
    ("实现负责人出庭应诉全覆盖", "认真做好复议应诉工作"),
    ("统一轻微违法处理尺度", "推行包容审慎监管"),
    ("扩大在线解决覆盖面", "引导消费纠纷就近解决"),
    ("提高公平竞争审查质量", "强化公平竞争审查"),
    ("提升队伍办案能力", "增强执法队伍办案能力"),
];

/// Both years as they lie in the repository.
static YEARS: LazyLock<BTreeMap<i32, Sample>> =
    LazyLock::new(|| [2022, 2023].into_iter().map(|year| (year, read(year))).collect());

pub struct Sample {
    pub list: Vec<Record>,
    pub year: YearRecords,
}

fn read(year: i32) -> Sample {
    let path = root().join(FOLDER).join(format!("{year}.json"));
    let text = std::fs::read_to_string(&path).expect("the sample lies there");
    let mut whole: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let unit: Unit = serde_json::from_value(whole["unit"].take()).expect("a unit");
    let head: Year = serde_json::from_value(whole["year"].take()).expect("a year");
    let list: Vec<Record> = serde_json::from_value(whole["records"].take()).expect("records");
    let mut records = YearRecords::new(unit, head);
    list.iter().cloned().for_each(|record| records.push(record));
    Sample { list, year: records }
}

fn all() -> impl Iterator<Item = &'static Sample> {
    YEARS.values()
}

fn place(record: &Record) -> String {
    format!("{} {}", record.year().unwrap_or_default(), record.name())
}

fn misshapen<'a>(samples: impl Iterator<Item = &'a Sample>) -> Vec<Wrong> {
    let mut wrongs = Vec::new();
    let mut ids = BTreeSet::new();
    for sample in samples {
        let areas: BTreeSet<_> = sample.year.areas.iter().map(|area| area.id).collect();
        let mut places: BTreeMap<_, i64> = BTreeMap::new();
        for record in &sample.list {
            let mut wrong = |what: &str| wrongs.push(Wrong::new(place(record), what));
            if record.id().0 >= 0 || !ids.insert(record.id()) {
                wrong("its number is no placeholder of its own");
            }
            if record.year() != Some(sample.year.year.year) {
                wrong("it belongs to another year");
            }
            if record.area().is_some_and(|area| !areas.contains(&area)) {
                wrong("its area does not exist");
            }
            let last = places.entry((record.kind(), record.area())).or_default();
            *last += 1024;
            if record.order() != *last {
                wrong("its place is not the next in steps of 1024");
            }
        }
    }
    wrongs
}

fn ledger_faults(sample: &Sample, kept: &[(i32, &str, &str)]) -> Vec<Wrong> {
    let mut wrongs = Vec::new();
    let used = prose::keys(&sample.list);
    let year = sample.year.year.year;
    let mut keys = BTreeSet::new();
    for figure in &sample.year.figures {
        let mut wrong =
            |what: &str| wrongs.push(Wrong::new(format!("{year} {}", figure.key), what));
        if !keys.insert(figure.key.as_str()) {
            wrong("the key stands twice");
        }
        let words = [&figure.label, &figure.unit, &figure.scope, &figure.source];
        if figure.value.is_none() || words.iter().any(|word| word.trim().is_empty()) {
            wrong("value, label, unit, scope or source is missing");
        }
        let kept =
            kept.iter().any(|(y, key, why)| *y == year && *key == figure.key && !why.is_empty());
        if used.contains(figure.key.as_str()) == kept {
            wrong(if kept { "kept without use, and used" } else { "no text names it" });
        }
    }
    let unknown = used.iter().filter(|key| !keys.contains(**key));
    wrongs.extend(unknown.map(|key| Wrong::new(format!("{year} {key}"), "is not in the ledger")));
    wrongs
}

fn length(sample: &Sample) -> usize {
    let text = compose(&sample.year, Edition::Submission, Catalog::built_in()).plain();
    text.chars().filter(|c| !c.is_whitespace()).count()
}

#[test]
fn the_samples_records_are_whole() {
    hold(SHAPE_RULE, misshapen(all()));
    let units: Vec<_> = all().map(|sample| &sample.year.unit).collect();
    assert_eq!(units[0], units[1], "both years are of one unit");
}

#[test]
fn the_samples_ledger_is_in_order_and_used() {
    hold(LEDGER_RULE, all().flat_map(|sample| ledger_faults(sample, &KEPT)).collect());
    for precision in [Precision::Exact, Precision::About, Precision::Over] {
        let shown = all().all(|s| s.year.figures.iter().any(|f| f.precision == precision));
        assert!(shown, "{precision:?} is shown in both years");
    }
}

#[test]
fn the_sample_of_2023_has_the_five_statutory_parts_and_a_departments_length() {
    let sample = &YEARS[&2023];
    let year = &sample.year;
    assert_eq!(year.year.template, "statutory");
    assert_eq!((year.areas.len(), year.problems.len()), (6, 5));
    assert_eq!((year.plans.len(), year.duties.len()), (6, 5));
    assert!((16..=20).contains(&year.achievements.len()), "{}", year.achievements.len());
    assert!((30..=40).contains(&year.figures.len()), "{}", year.figures.len());
    assert!(year.problems.iter().all(|problem| !problem.cause.is_empty()));
    assert!((3000..=4500).contains(&length(sample)), "{}", length(sample));
}

#[test]
fn the_sample_of_2022_is_flat_and_shorter() {
    let sample = &YEARS[&2022];
    assert_eq!(sample.year.year.template, "flat");
    assert!((2000..=3000).contains(&length(sample)), "{}", length(sample));
}

#[test]
fn both_reports_are_dated_addressed_and_have_nothing_to_fill_in() {
    for sample in all() {
        let year = &sample.year.year;
        assert!(year.cutoff.is_some_and(|cutoff| year.dated.is_some_and(|dated| dated > cutoff)));
        assert!(!year.addressee.is_empty() && year.signed);
        let text = compose(&sample.year, Edition::Submission, Catalog::built_in()).plain();
        assert!(!text.contains("待填"), "{text}");
    }
}

#[test]
fn what_was_planned_in_2022_is_reported_in_2023() {
    let (before, after) = (&YEARS[&2022].year, &YEARS[&2023].year);
    assert_eq!(before.plans.len(), TAKEN_UP.len(), "every plan is in the table");
    for (plan, achievement) in TAKEN_UP {
        assert!(before.plans.iter().any(|p| p.title == plan), "{plan}");
        assert!(after.achievements.iter().any(|a| a.title == achievement), "{achievement}");
    }
}

#[test]
fn a_misshapen_record_is_seen() {
    let area = r#"{"kind":"area","id":-1,"year":2023,"title":"甲","order":1024}"#;
    let good = r#"{"kind":"achievement","id":-2,"year":2023,"area":-1,"title":"乙","order":1024}"#;
    assert_eq!(misshapen([invented(&[area, good])].iter()), []);
    for (from, to) in [
        ("\"id\":-2", "\"id\":-1"),
        ("\"id\":-2", "\"id\":7"),
        ("\"year\":2023", "\"year\":2022"),
        ("\"area\":-1", "\"area\":-9"),
        ("1024", "2048"),
    ] {
        let bad = good.replace(from, to);
        assert_eq!(misshapen([invented(&[area, &bad])].iter()).len(), 1, "{to}");
    }
}

#[test]
fn a_fault_of_the_ledger_is_seen() {
    let figure = r#"{"kind":"figure","id":-1,"year":2023,"key":"甲","label":"甲","value":"1","unit":"件","scope":"年内","source":"股"}"#;
    let text = r#"{"kind":"problem","id":-2,"year":2023,"body":"有{{甲}}"}"#;
    assert_eq!(ledger_faults(&invented(&[figure, text]), &[]), []);
    assert_eq!(ledger_faults(&invented(&[figure]), &[(2023, "甲", "底数")]), []);
    let other_key = text.replace("{{甲}}", "{{甲}}{{乙}}");
    let no_unit = figure.replace("件", "");
    for (records, kept) in [
        (vec![figure], &[][..]),
        (vec![figure, figure, text], &[][..]),
        (vec![figure, &other_key], &[][..]),
        (vec![&no_unit, text], &[][..]),
        (vec![figure, text], &[(2023, "甲", "底数")][..]),
    ] {
        assert_eq!(ledger_faults(&invented(&records), kept).len(), 1, "{records:?}");
    }
}

/// A sample of 2023 from records as JSON.
fn invented(records: &[&str]) -> Sample {
    let list: Vec<Record> =
        records.iter().map(|json| serde_json::from_str(json).expect(json)).collect();
    let mut year = YearRecords::new(Unit::default(), Year { year: 2023, ..Year::default() });
    list.iter().cloned().for_each(|record| year.push(record));
    Sample { list, year }
}
