//! Snapshots, comparison, restoring, the journal in words, and search.

use serde_json::{Value, json};

use crate::desk::{Place, place, texts};

fn sample() -> Place {
    let place = place();
    place.sample();
    place
}

fn without_ids(value: &Value) -> Value {
    match value {
        Value::Object(map) => {
            let listed = ["id", "area", "answers", "order"];
            let kept = map.iter().filter(|(key, _)| !listed.contains(&key.as_str()));
            Value::Object(kept.map(|(key, value)| (key.clone(), without_ids(value))).collect())
        }
        Value::Array(all) => Value::Array(all.iter().map(without_ids).collect()),
        other => other.clone(),
    }
}

#[test]
fn a_year_goes_back_to_a_snapshot_as_an_edit_that_can_be_undone() {
    let place = sample();
    let before = place.year();
    let draft = place.draft();
    let kept = place.call("snapshot.make", json!({"year": 2023, "name": "送审稿"}));
    let id = place.id("achievements", "强化公平竞争审查");
    place.call(
        "record.set",
        json!({"kind": "achievement", "id": id, "fields": {"body": "会同各单位审查{{公平审查}}。"}}),
    );
    let gone = place.id("achievements", "执法质量稳步提升");
    place.call("record.remove", json!({"kind": "achievement", "id": gone}));
    let plan = place.id("plans", "加快执法数据互联互通");
    place.call("record.remove", json!({"kind": "plan", "id": plan}));
    place.add(json!({"kind": "problem", "year": 2023, "title": "后来加的问题"}));
    let figure = place.year()["figures"][0]["id"].clone();
    place.call("figure.set", json!({"id": figure, "text": "29"}));
    let changed = place.year();

    let compare = json!({"a": {"snapshot": kept["id"]}, "b": {"now": 2023}});
    let compared = place.call("snapshot.compare", compare.clone());
    let told: Vec<String> = compared["records"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| format!("{} {}", r["change"].as_str().unwrap(), r["name"].as_str().unwrap()))
        .collect();
    for meant in [
        "changed 成效“强化公平竞争审查”",
        "removed 成效“执法质量稳步提升”",
        "removed 计划“加快执法数据互联互通”",
        "added 问题“后来加的问题”",
        "changed 数据“年度法治建设任务”",
    ] {
        assert!(told.contains(&meant.to_owned()), "{told:?}");
    }
    assert_eq!(told.len(), 5, "{told:?}");
    assert!(compared["a"].as_str().unwrap().starts_with("送审稿（"));
    let text = compared["text"].as_array().unwrap();
    let side = |side: &str| -> String {
        let runs = text.iter().filter(|run| run["side"] == "same" || run["side"] == side);
        runs.map(|run| run["text"].as_str().unwrap()).collect()
    };
    assert_eq!(side("old").trim(), draft.trim());
    assert_eq!(side("new").trim(), place.draft().trim());

    let restored = place.call("snapshot.restore", json!({"id": kept["id"]}));
    let name = restored["undo"].as_str().unwrap();
    assert!(name.starts_with("恢复到“送审稿（"), "{name}");
    assert_eq!(place.draft(), draft);
    assert_eq!(without_ids(&place.year()), without_ids(&before));
    assert_eq!(place.call("snapshot.compare", compare)["records"], json!([]));
    // What was removed came back with its answers to the year before.
    let closed = place.call("loop.get", json!({"year": 2023}));
    assert_eq!(closed["plans"]["unanswered"], 0);
    let taken_up = closed["lines"].as_array().unwrap();
    assert!(taken_up.iter().all(|line| !line["answers"].as_array().unwrap().is_empty()));
    place.call("history.undo", json!({}));
    assert_eq!(place.year(), changed);
    let list = place.call("snapshot.list", json!({"year": 2023}));
    assert_eq!(texts(&list, "name"), ["送审稿"]);
}

#[test]
fn a_snapshot_without_a_name_is_called_by_its_time_and_unknown_ones_are_refused() {
    let place = sample();
    let made = place.call("snapshot.make", json!({"year": 2023, "name": " "}));
    assert!(made["name"].as_str().unwrap().contains('年'), "{made}");
    assert!(place.fault("snapshot.restore", json!({"id": 99})).message.contains("不在了"));
    let none = json!({"a": {"snapshot": 99}, "b": {"now": 2023}});
    assert!(place.fault("snapshot.compare", none).message.contains("不在了"));
    assert!(
        place
            .fault("snapshot.make", json!({"year": 1999, "name": "甲"}))
            .message
            .contains("1999年")
    );
}

#[test]
fn the_journal_names_what_each_step_touched_and_comes_in_pages() {
    let place = sample();
    let id = place.id("plans", "加快执法数据互联互通");
    for title in ["甲", "乙", "丙"] {
        place.call("record.set", json!({"kind": "plan", "id": id, "fields": {"title": title}}));
    }
    let first = place.call("history.list", json!({"limit": 2}));
    assert_eq!(texts(&first, "name"), ["修改计划“丙”", "修改计划“乙”"]);
    assert_eq!(
        first[0]["records"],
        json!([{"kind": "plan", "id": id, "name": "计划“丙”", "year": 2023, "change": "changed"}])
    );
    let next = place.call("history.list", json!({"before": first[1]["step"], "limit": 2}));
    assert_eq!(texts(&next, "name"), ["修改计划“甲”", "新建库"]);
    // The journal outlives the session.
    let path = place.call("app.status", json!({}))["library"]["path"].clone();
    place.call("library.close", json!({}));
    place.call("library.open", json!({ "path": path }));
    assert_eq!(place.call("history.undo", json!({}))["redo"], "修改计划“丙”");
    // What was undone comes back, until another edit is made.
    let top = |list: &Value| (list[0]["undone"].clone(), list[0]["redoable"].clone());
    let list = place.call("history.list", json!({"limit": 1}));
    assert_eq!(top(&list), (json!(true), json!(true)));
    place.call("record.set", json!({"kind": "plan", "id": id, "fields": {"title": "丁"}}));
    let list = place.call("history.list", json!({"limit": 2}));
    assert_eq!(top(&list), (json!(false), json!(false)));
    assert_eq!((&list[1]["undone"], &list[1]["redoable"]), (&json!(true), &json!(false)));
}

#[test]
fn two_characters_in_mid_sentence_are_found_across_the_years() {
    let place = sample();
    let found = place.call("search.find", json!({"words": "兼职"}));
    let hits = found["hits"].as_array().unwrap();
    let years: Vec<_> = hits.iter().map(|hit| hit["year"].as_i64().unwrap()).collect();
    assert!(years.contains(&2022) && years.contains(&2023), "{found}");
    for hit in hits {
        let excerpt: Vec<char> = hit["excerpt"].as_str().unwrap().chars().collect();
        let mark = &hit["marks"][0];
        let at = |n: usize| usize::try_from(mark[n].as_u64().unwrap()).unwrap();
        assert_eq!(excerpt[at(0)..at(1)].iter().collect::<String>(), "兼职");
    }
    let both = place.call("search.find", json!({"words": "法制员 案卷", "limit": 1}));
    assert_eq!((both["hits"].as_array().unwrap().len(), &both["more"]), (1, &json!(true)));
    for nothing in ["", " ", "\"'*()", "没有这样的话"] {
        let none = place.call("search.find", json!({ "words": nothing }));
        assert_eq!(none["hits"], json!([]), "{nothing}");
    }
    // Found as it is typed, and gone with undo.
    place.add(json!({"kind": "plan", "year": 2023, "title": "推行柔性监管"}));
    let hits = |words: &str| place.call("search.find", json!({ "words": words }))["hits"].clone();
    assert_eq!(hits("柔性").as_array().unwrap().len(), 1);
    place.call("history.undo", json!({}));
    assert_eq!(hits("柔性"), json!([]));
}
