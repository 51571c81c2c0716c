use std::collections::BTreeSet;

use nianbao_core::record::{Evidence, Figure, Kind, Problem, Record};
use proptest::prelude::*;
use serde_json::Value;

use super::any::{all, edit_of, start, wishes};
use super::{at, edit, here, library, problem, put, year};
use crate::{Change, Hit, Store};

const ALL: usize = 100_000;

/// One character for one, as search has it, written down once more.
fn plain(text: &str) -> Vec<char> {
    let narrow = |c: char| match u32::from(c) {
        n @ 0xFF01..=0xFF5E => char::from_u32(n - 0xFEE0).unwrap(),
        _ => c,
    };
    let lower = |c: char| {
        let mut lower = c.to_lowercase();
        if lower.len() == 1 { lower.next().unwrap() } else { c }
    };
    text.chars().map(|c| lower(narrow(c))).collect()
}

/// Every string in the record, but for those that are no text.
fn strings(record: &Record) -> Vec<String> {
    fn walk(name: &str, value: &Value, out: &mut Vec<String>) {
        const NO_TEXT: [&str; 31] = [
            "kind",
            "unit_kind",
            "template",
            "dialect",
            "due",
            "done",
            "what",
            "of",
            "items",
            "cutoff",
            "dated",
            "prompt",
            "instructions",
            "study",
            "accounts",
            "court",
            "date",
            "until",
            "hash",
            "verdict",
            "sensitivity",
            "precision",
            "unit",
            "relation",
            "previous",
            "slot",
            "value",
            "reviewed",
            "urgency",
            "printed",
            "looks",
        ];
        match value {
            _ if NO_TEXT.contains(&name) => {}
            Value::String(text) => out.push(text.clone()),
            Value::Array(parts) => parts.iter().for_each(|part| walk(name, part, out)),
            Value::Object(fields) => fields.iter().for_each(|(name, value)| walk(name, value, out)),
            _ => {}
        }
    }
    let mut value = serde_json::to_value(record).unwrap();
    let fields = value.as_object_mut().unwrap();
    // Words of a choice in one kind, texts in another.
    match record.kind() {
        Kind::Problem => drop(fields.remove("source")),
        Kind::Area | Kind::Template => drop(fields.remove("key")),
        _ => {}
    }
    fields.retain(|name, _| name != "state");
    if let Some(outcome) = fields.get_mut("outcome").and_then(Value::as_object_mut) {
        outcome.remove("state");
    }
    let mut out = Vec::new();
    walk("", &value, &mut out);
    if let Record::Figure(figure) = record {
        out.extend(figure.in_text());
    }
    out
}

fn has_all(record: &Record, typed: &str) -> bool {
    let texts: Vec<Vec<char>> = strings(record).iter().map(|text| plain(text)).collect();
    let has = |word: &str| {
        let word = plain(word);
        texts.iter().any(|text| text.windows(word.len()).any(|part| part == word))
    };
    typed.split_whitespace().all(has)
}

/// What a reader of all records would find, in the order of hits.
fn scan(store: &Store, typed: &str) -> Vec<(Option<i32>, i64)> {
    let mut found: Vec<_> = all(store)
        .iter()
        .filter(|r| has_all(r, typed))
        .map(|r| (r.year().map(|year| -year), r.id().0))
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(year, id)| (year.map(|year| -year), id)).collect()
}

fn found(store: &Store, typed: &str) -> Vec<(Option<i32>, i64)> {
    store.find(typed, ALL).unwrap().into_iter().map(|hit| (hit.year, hit.id.0)).collect()
}

/// Words to look for: parts of what stands in some record, and some that may stand nowhere.
fn questions(store: &Store, picks: &[(usize, usize, usize)]) -> Vec<String> {
    let texts: Vec<String> = all(store).iter().flat_map(strings).collect();
    let part = |(text, from, long): &(usize, usize, usize)| -> String {
        let chars: Vec<char> = texts[text % texts.len()].chars().collect();
        let from = from % (chars.len() + 1);
        chars[from..chars.len().min(from + 1 + long % 4)].iter().collect()
    };
    let parts: Vec<String> = picks.iter().map(part).filter(|p| !p.trim().is_empty()).collect();
    let pairs = parts.windows(2).map(|two| two.join(" ")).collect::<Vec<_>>();
    let fixed =
        ["依法", "执法", "水", "a", "不在其中", "}} {{", "\"", "*", "AND"].map(String::from);
    parts.into_iter().chain(pairs).chain(fixed).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn search_finds_what_a_scan_of_all_records_finds_after_any_edits_and_undos(
        edits in wishes(),
        undos in prop::collection::vec(any::<bool>(), 8),
        picks in prop::collection::vec((0..999_usize, 0..99_usize, 0..9_usize), 6),
        take_in in any::<bool>(),
    ) {
        let (_folder, mut store) = library();
        start(&mut store);
        for (seconds, (wishes, undo)) in (1..).zip(edits.iter().zip(undos)) {
            let edit = edit_of(&store, wishes, seconds * 100);
            let _ = store.edit(edit);
            if undo {
                store.undo(at(seconds * 100 + 1)).unwrap();
            }
        }
        if take_in {
            many(&mut store);
        }
        for typed in questions(&store, &picks) {
            prop_assert_eq!(found(&store, &typed), scan(&store, &typed), "{:?}", typed);
        }
        store.undo(at(9000)).unwrap();
        for typed in questions(&store, &picks) {
            prop_assert_eq!(found(&store, &typed), scan(&store, &typed), "{:?}", typed);
        }
    }
}

/// So many records that the index takes them in at the next search.
fn many(store: &mut Store) -> Vec<Record> {
    let number = store.years().unwrap()[0].year;
    let problem =
        |n: i32| Problem { year: number, title: format!("第{n}个问题"), ..Problem::default() };
    let changes = (0..100).map(|n| Change::Put(Record::Problem(problem(n)))).collect();
    store.edit(edit(changes)).unwrap().records
}

fn titled(title: &str) -> Record {
    problem(title)
}

fn excerpts(hits: &[Hit]) -> Vec<&str> {
    hits.iter().map(|hit| hit.excerpt.as_str()).collect()
}

#[test]
fn a_word_of_two_characters_is_found_in_mid_sentence_and_told_with_its_place() {
    let (_folder, mut store) = library();
    let record = Record::Problem(Problem {
        year: 2023,
        title: "基层力量薄弱".into(),
        body: "部分乡镇行政执法人员不足，\n持证率偏低。".into(),
        ..Problem::default()
    });
    let id = put(&mut store, record).id();
    let expected = Hit {
        year: Some(2023),
        kind: Kind::Problem,
        id,
        name: "问题“基层力量薄弱”".into(),
        field: "body",
        excerpt: "部分乡镇行政执法人员不足， 持证率偏低。".into(),
        marks: vec![(6, 8)],
    };
    assert_eq!(store.find("执法", 9).unwrap(), [expected]);
    // Words that touch are one mark; the words may stand in any order, and in several fields.
    let hits = store.find(" 人员 执法\n薄弱", 9).unwrap();
    assert_eq!((hits[0].field, &hits[0].marks), ("body", &vec![(6, 10)]));
    for nothing in ["执法队", "法执", "不足，持证", "执法 不在", ""] {
        assert!(store.find(nothing, 9).unwrap().is_empty(), "{nothing}");
    }
}

#[test]
fn letters_and_digits_are_found_whatever_their_width_and_case() {
    let (_folder, mut store) = library();
    put(&mut store, titled("开展ＡＰＰ和GB/T 9704-2012培训"));
    for typed in ["app", "ＡＰＰ", "gb/t", "９７０４", "9704-2012", "PP和g", "2", "*", "-"]
    {
        assert_eq!(found(&store, typed).len(), usize::from(typed != "*"), "{typed}");
    }
}

#[test]
fn evidence_is_found_by_its_name_its_document_number_and_its_file() {
    let (_folder, mut store) = library();
    put(
        &mut store,
        Record::Evidence(Evidence {
            year: 2023,
            title: "河道巡查方案".into(),
            document: "青水发〔2023〕15号".into(),
            path: "D:\\佐证\\巡查方案（定稿）.pdf".into(),
            ..Evidence::default()
        }),
    );
    for typed in ["巡查", "〔2023〕15号", "水发 15", "定稿", ".pdf", "D:\\佐证"] {
        assert_eq!(found(&store, typed).len(), 1, "{typed}");
    }
    assert_eq!(store.find("青水", 1).unwrap()[0].field, "document");
}

#[test]
fn a_figure_is_found_by_its_value_as_printed() {
    let (_folder, mut store) = library();
    let value = Some("12925".parse().unwrap());
    let (key, unit) = ("案件".to_owned(), "宗".to_owned());
    put(&mut store, Record::Figure(Figure { year: 2023, key, value, unit, ..Figure::default() }));
    assert_eq!(store.find("12925宗", 9).unwrap()[0].field, "value");
}

#[test]
fn the_newest_year_comes_first_and_the_limit_cuts_the_oldest() {
    let (_folder, mut store) = library();
    put(&mut store, year(2021));
    put(&mut store, year(2022));
    for (number, title) in [(2022, "甲水"), (2021, "乙水"), (2023, "丙水"), (2022, "丁水")]
    {
        let problem = Problem { year: number, title: title.into(), ..Problem::default() };
        put(&mut store, Record::Problem(problem));
    }
    let order = ["某区水务局", "丙水", "甲水", "丁水", "乙水"];
    assert_eq!(excerpts(&store.find("水", 9).unwrap()), order);
    // In the index as beside it.
    for _ in 0..2 {
        for limit in 0..order.len() {
            assert_eq!(excerpts(&store.find("水", limit).unwrap()), order[..limit]);
        }
        many(&mut store);
    }
}

#[test]
fn a_long_text_is_told_from_a_little_before_the_word() {
    let (_folder, mut store) = library();
    put(&mut store, titled(&format!("{}执法{}执法", "一".repeat(500), "二".repeat(500))));
    let hit = &store.find("执法", 1).unwrap()[0];
    let expected = format!("…{}执法{}…", "一".repeat(20), "二".repeat(58));
    assert_eq!((&hit.excerpt, &hit.marks), (&expected, &vec![(21, 23)]));
    put(&mut store, titled(&"长".repeat(20_000)));
    assert_eq!(store.find(&"长".repeat(19_000), 9).unwrap().len(), 1);
    assert_eq!(store.find(&"长".repeat(20_001), 9).unwrap().len(), 0);
    let many: Vec<String> = (0..300).map(|n| format!("词{n}")).collect();
    put(&mut store, titled(&many.join("、")));
    assert_eq!(found(&store, &many.join(" ")).len(), 1);
    assert_eq!(found(&store, &format!("{} 缺", many.join(" "))).len(), 0);
}

/// Records that the index does not have as they are.
fn noted(store: &Store) -> usize {
    super::rows(store, &["search_stale"]).lines().count()
}

#[test]
fn an_edit_notes_what_reads_differently_once_and_a_move_notes_nothing() {
    let (_folder, mut store) = library();
    let mut record = put(&mut store, titled("行政执法"));
    many(&mut store);
    assert_eq!(found(&store, "执法").len(), 1);
    assert_eq!(noted(&store), 0);
    record.set_order(77);
    store.edit(edit(vec![Change::Put(record.clone())])).unwrap();
    assert_eq!(noted(&store), 0);
    for _ in 0..5 {
        if let Record::Problem(r) = &mut record {
            r.body.push('新');
        }
        store.edit(edit(vec![Change::Put(record.clone())])).unwrap();
        assert_eq!(noted(&store), 1);
    }
    assert_eq!(found(&store, "执法 新新新新新").len(), 1);
    assert_eq!(noted(&store), 1, "so few are read where they are");
}

#[test]
fn many_edits_one_after_the_other_are_taken_in_and_found() {
    let (_folder, mut store) = library();
    let mut ids = BTreeSet::new();
    for n in 0..150 {
        let record = put(&mut store, titled(&format!("第{n}项督察反馈")));
        ids.insert(record.id().0);
        if n % 10 == 3 {
            store.edit(edit(vec![Change::Remove(here(&record))])).unwrap();
            ids.remove(&record.id().0);
        }
        if n % 40 == 0 {
            assert_eq!(found(&store, "督察反馈").len(), ids.len());
        }
    }
    let hits: BTreeSet<i64> = found(&store, "督察反馈").into_iter().map(|(_, id)| id).collect();
    assert_eq!(hits, ids);
    assert!(noted(&store) < 40);
}

#[test]
fn where_nothing_can_be_written_all_is_found_the_same() {
    let (_folder, mut store) = library();
    many(&mut store);
    store.conn.execute_batch("PRAGMA query_only = ON").unwrap();
    for typed in ["问题", "第7个问题", "水务"] {
        assert_eq!(found(&store, typed), scan(&store, typed), "{typed}");
    }
    assert!(noted(&store) > 100);
    store.conn.execute_batch("PRAGMA query_only = OFF").unwrap();
    std::fs::remove_file(store.path()).unwrap();
    assert_eq!(found(&store, "问题"), scan(&store, "问题"));
    assert!(noted(&store) > 100, "nothing is written into a file that is gone");
}

#[test]
fn an_index_that_is_missing_in_part_or_of_another_making_is_made_anew() {
    let harm = [
        "DROP TABLE search_index",
        "DROP TABLE search_stale",
        "DROP TABLE search_version",
        "UPDATE search_version SET version = 0",
        "DELETE FROM search_version",
    ];
    for harm in harm {
        let (_folder, mut store) = library();
        start(&mut store);
        many(&mut store);
        put(&mut store, titled("最后一项"));
        store.conn.execute_batch(harm).unwrap();
        let path = store.path().to_owned();
        drop(store);
        let store = Store::open(&path).unwrap();
        for typed in ["执法", "问题", "最后一项", "水"] {
            assert_eq!(found(&store, typed), scan(&store, typed), "{harm} {typed}");
        }
    }
}

#[test]
fn an_index_that_breaks_is_made_anew_by_the_search_that_finds_it_broken() {
    let harm = [
        "UPDATE search_index_data SET block = x'0102030405' WHERE id > 10",
        "DELETE FROM search_index_data",
    ];
    for harm in harm {
        let (_folder, mut store) = library();
        start(&mut store);
        many(&mut store);
        assert!(!found(&store, "问题").is_empty());
        store.conn.execute_batch(harm).unwrap();
        // What the connection remembers of it goes with the connection.
        let path = store.path().to_owned();
        drop(store);
        let mut store = Store::open(&path).unwrap();
        many(&mut store);
        for typed in ["执法", "问题", "水"] {
            assert_eq!(found(&store, typed), scan(&store, typed), "{harm} {typed}");
        }
    }
}

#[test]
fn a_year_that_cannot_be_read_keeps_nobody_from_opening_and_finding_the_rest() {
    let (_folder, mut store) = library();
    put(&mut store, titled("还在"));
    let lost = put(&mut store, year(2022));
    let sql = format!("UPDATE year SET cutoff = '去年' WHERE id = {}", lost.id().0);
    store.conn.execute_batch(&sql).unwrap();
    store.conn.execute_batch("DROP TABLE search_index").unwrap();
    let path = store.path().to_owned();
    drop(store);
    let store = Store::open(&path).unwrap();
    assert_eq!(found(&store, "还在").len(), 1);
}
