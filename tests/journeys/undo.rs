//! Undo after any edit brings back what was, whatever the call: all that lies in the 库 is compared.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::desk::{Place, place};

/// Every year, the unit and the templates.
pub fn whole(place: &Place) -> Value {
    let status = place.call("app.status", json!({}));
    let years = status["library"]["years"].as_array().unwrap();
    let years: Vec<Value> =
        years.iter().map(|year| place.call("year.get", json!({ "year": year }))).collect();
    json!({"unit": status["library"]["unit"], "years": years})
}

/// One call of each kind that edits, on the sample.
fn edits(place: &Place) -> Vec<(&'static str, Value)> {
    let (achievement, plan) =
        (place.id("achievements", "执法质量稳步提升"), place.id("plans", "加快执法数据互联互通"));
    let figure = place.id("figures", "办结行政处罚案件");
    let file = place.path("会议纪要.txt");
    std::fs::write(&file, "纪要").unwrap();
    let table = place.path("指标.csv");
    std::fs::write(&table, "编号,指标,评分标准\n1,组织领导,5分\n1.1,学法,2分\n").unwrap();
    let template = place.path("模板.json");
    place.call("template.export", json!({"key": "flat", "path": template}));
    let kept = place.call("snapshot.make", json!({"year": 2022, "name": "底稿"}));
    let changed = place.year_of(2022)["problems"][0]["id"].clone();
    place.call("record.remove", json!({"kind": "problem", "id": changed}));
    let own = place.call("template.save", json!({"from": "flat", "name": "自用"}));
    let own = own["changed"]["records"][0]["id"].clone();
    place.add(
        json!({"kind": "plan", "year": 2023, "title": "普法", "body": "2024年3月05日前完成。"}),
    );
    let checked = place.call("check.run", json!({"year": 2023}));
    let fixable = checked["findings"].as_array().unwrap().iter().filter(|f| f["fixable"] == true);
    let fixable: Vec<Value> = fixable.map(|f| f["identity"].clone()).collect();
    assert!(!fixable.is_empty());
    let report = place.call("import.read", json!({"text": "云溪市水利局2021年法治政府建设年度报告\n一、依法治水\n严格执法，办结案件12宗。\n"}));
    vec![
        ("unit.set", json!({"fields": {"short": "本局"}})),
        ("year.create", json!({"year": 2025, "template": "flat"})),
        ("year.set", json!({"year": 2023, "fields": {"template": "flat", "dialect": "d2"}})),
        (
            "year.carry",
            json!({"from": 2023, "to": 2024, "structure": true, "plans": true, "problems": true, "figures": true}),
        ),
        ("year.review", json!({"year": 2023, "state": "reviewed"})),
        ("loop.set", json!({"kind": "plan", "id": plan, "state": "done", "note": "已完成"})),
        ("record.add", json!({"record": {"kind": "duty", "year": 2023, "title": "督办"}})),
        (
            "record.set",
            json!({"kind": "achievement", "id": achievement, "fields": {"title": "改"}}),
        ),
        ("record.remove", json!({"kind": "plan", "id": plan})),
        ("record.move", json!({"kind": "plan", "id": plan, "after": null})),
        (
            "record.split",
            json!({"kind": "achievement", "id": achievement, "field": "body", "at": 20}),
        ),
        ("record.join", json!({"kind": "achievement", "id": achievement})),
        ("record.turn", json!({"kind": "achievement", "id": achievement, "to": {"as": "problem"}})),
        ("quick.add", json!({"year": 2023, "line": "3月5日 开展检查"})),
        ("figure.set", json!({"id": figure, "text": "373"})),
        ("figure.relate", json!({"id": figure, "relation": null})),
        (
            "figure.clear",
            json!({"cells": [{"id": figure, "column": "value"}, {"id": figure, "column": "unit"}]}),
        ),
        ("figure.paste", json!({"year": 2023, "text": "指标\t本年\n新数\t3\n接收投诉\t4\n"})),
        ("template.save", json!({"from": "county", "name": "县区自用"})),
        ("template.remove", json!({"id": own})),
        ("template.import", json!({"path": template})),
        (
            "indicator.accept",
            json!({"year": 2023, "proposal": place.call("indicator.read", json!({"path": table}))}),
        ),
        (
            "evidence.attach",
            json!({"year": 2023, "paths": [file], "copy": true, "to": {"kind": "achievement", "id": achievement}}),
        ),
        ("snapshot.restore", json!({"id": kept["id"]})),
        ("check.fix", json!({"year": 2023, "identities": fixable})),
        (
            "import.accept",
            json!({"source": report["source"], "proposal": report["proposal"], "year": 2021, "full_width": true}),
        ),
    ]
}

#[test]
fn undo_of_any_edit_is_as_if_it_had_not_been_and_redo_does_it_again() {
    let place = place();
    place.sample();
    let edits = edits(&place);
    for (name, args) in &edits {
        let before = whole(&place);
        place.call(name, args.clone());
        let after = whole(&place);
        assert_ne!(before, after, "{name} changed nothing");
        place.call("history.undo", json!({}));
        assert_eq!(whole(&place), before, "undo of {name}");
        place.call("history.redo", json!({}));
        assert_eq!(whole(&place), after, "redo of {name}");
        place.call("history.undo", json!({}));
    }
    assert_eq!(
        edits.iter().map(|(name, _)| (*name).to_owned()).collect::<BTreeSet<_>>(),
        writing(&place)
    );
}

/// The calls that edit: their replies say what changed.
pub fn writing(place: &Place) -> BTreeSet<String> {
    let help = place.call("help", json!({}));
    let mut names: BTreeSet<String> = help["calls"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|call| {
            let reply = call["reply"].as_str().unwrap();
            let with_changed =
                ["Changed", "TurnReply", "QuickAdded", "Pasted", "TemplateSaved", "Attached"];
            with_changed.contains(&reply)
        })
        .map(|call| call["name"].as_str().unwrap().to_owned())
        .collect();
    names.remove("history.undo");
    names.remove("history.redo");
    names
}

#[test]
fn all_edits_one_after_another_are_undone_to_the_beginning() {
    let place = place();
    place.sample();
    let edits = edits(&place);
    let before = whole(&place);
    // Some of them work on what others take away: those are refused, and change nothing.
    let done =
        edits.iter().filter(|(name, args)| place.desk.call(name, args.clone()).is_ok()).count();
    assert!(done > edits.len() / 2, "{done}");
    let after = whole(&place);
    for _ in 0..done {
        place.call("history.undo", json!({}));
    }
    assert_eq!(whole(&place), before);
    for _ in 0..done {
        place.call("history.redo", json!({}));
    }
    assert_eq!(whole(&place), after);
}
