//! The ledger: blocks of cells, relations, circles, and what changed since the review.

use serde_json::{Value, json};

use crate::desk::{Place, named, place, texts};

fn ledger() -> Place {
    let place = place();
    place.new_library("flat");
    let area = place.area(0);
    for (key, value) in [("检查", "120"), ("处罚", "30"), ("合计", "150")] {
        let id = place.add(json!({
            "kind": "figure", "year": 2023, "key": key, "label": key, "unit": "次", "source": "大队",
        }));
        place.call("figure.set", json!({"id": id, "text": value}));
    }
    place.add(json!({
        "kind": "achievement", "year": 2023, "area": area, "title": "严格执法",
        "body": "全年检查{{检查}}。共办理{{合计}}。",
    }));
    place
}

fn figure(place: &Place, label: &str) -> Value {
    named(&place.year(), "figures", label)
}

fn row(place: &Place, key: &str) -> Value {
    let grid = place.call("figure.grid", json!({"year": 2023}));
    let rows = grid["rows"].as_array().unwrap().iter();
    rows.into_iter().find(|row| row["figure"]["key"] == key).unwrap().clone()
}

#[test]
fn a_relation_is_checked_in_words_and_never_overwrites() {
    let place = ledger();
    let total = figure(&place, "合计")["id"].clone();
    place.call(
        "figure.relate",
        json!({"id": total, "relation": {"relation": "sum", "parts": ["检查", "处罚"]}}),
    );
    let holds = row(&place, "合计");
    assert_eq!(holds["formula"], "= 检查 + 处罚");
    assert_eq!(holds["agreement"], json!({"is": "holds", "computed": "150"}));
    place.call("figure.set", json!({"id": figure(&place, "处罚")["id"], "text": "31"}));
    let differs = row(&place, "合计");
    let both = json!({"is": "differs", "value": "150", "computed": "151"});
    assert_eq!(differs["agreement"], both);
    assert_eq!(figure(&place, "合计")["value"], "150");
    let overview = place.call("overview.get", json!({"year": 2023}));
    let unsettled = overview["figures"]["unsettled"].as_array().unwrap();
    assert_eq!(unsettled[0]["message"], "填的是150，按关系算出151，请核对");
    let uses = texts(&row(&place, "检查")["uses"], "sentence");
    assert_eq!(uses, ["全年检查120次。", "合计 = 检查 + 处罚"]);
    place.call("figure.relate", json!({"id": total, "relation": null}));
    assert_eq!(row(&place, "合计")["agreement"], Value::Null);
}

#[test]
fn a_block_is_emptied_and_taken_back_in_one_step() {
    let place = ledger();
    let before = place.year()["figures"].clone();
    let id = |label| figure(&place, label)["id"].clone();
    let cells = json!([
        {"id": id("检查"), "column": "value"},
        {"id": id("检查"), "column": "source"},
        {"id": id("处罚"), "column": "value"},
        {"id": id("处罚"), "column": "source"},
    ]);
    place.call("figure.clear", json!({"cells": cells}));
    for label in ["检查", "处罚"] {
        let now = figure(&place, label);
        assert_eq!((&now["value"], &now["source"]), (&Value::Null, &json!("")), "{label}");
        assert_eq!(now["unit"], "次");
    }
    assert_eq!(figure(&place, "合计")["value"], "150");
    place.call("history.undo", json!({}));
    assert_eq!(place.year()["figures"], before);
}

#[test]
fn a_circle_of_relations_is_kept_and_named() {
    let place = ledger();
    let before = place.year();
    for (key, part) in [("合计", "检查"), ("检查", "合计")] {
        let id = figure(&place, key)["id"].clone();
        let relation = json!({"relation": "sum", "parts": [part]});
        place.call("figure.relate", json!({"id": id, "relation": relation}));
    }
    let message = row(&place, "检查")["agreement"]["message"].as_str().unwrap().to_owned();
    assert!(message.contains("“检查”") && message.contains("“合计”"), "{message}");
    assert!(message.contains("绕成了圈"), "{message}");
    assert_eq!(figure(&place, "检查")["value"], "120");
    assert!(place.draft().contains("全年检查120次。"));
    let overview = place.call("overview.get", json!({"year": 2023}));
    let whys = texts(&overview["figures"]["unsettled"], "why");
    assert_eq!(whys, ["unknown", "unknown"]);
    place.call("history.undo", json!({}));
    place.call("history.undo", json!({}));
    assert_eq!(place.year(), before);
}

#[test]
fn a_block_from_a_spreadsheet_goes_in_as_one_step_and_its_bad_cells_are_named() {
    let place = ledger();
    let before = place.year();
    let text = "2023年执法数据表\t\t\t\t\n\
                指标名称\t单位\t数量\t\t数据来源\n\
                \t\t2022年\t2023年\t\n\
                检查\t次\t100\t１，３００\t大队\n\
                处罚\t次\t待核实\t33\t大队\n\
                复议\t件\t2\t约5\t法规股\n";
    let pasted = place.call("figure.paste", json!({"year": 2023, "text": text}));
    assert_eq!(pasted["header_rows"], 3);
    let faults = pasted["faults"].as_array().unwrap();
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert_eq!(
        (&faults[0]["row"], &faults[0]["column"], &faults[0]["typed"]),
        (&json!(5), &json!(3), &json!("待核实"))
    );
    assert_eq!(faults[0]["figure"], figure(&place, "处罚")["id"]);
    assert_eq!(figure(&place, "检查")["value"], "1300");
    assert_eq!(figure(&place, "检查")["previous"], "100");
    assert_eq!(figure(&place, "处罚")["value"], "33");
    let added = figure(&place, "复议");
    assert_eq!(
        (&added["value"], &added["precision"], &added["unit"]),
        (&json!("5"), &json!("about"), &json!("件"))
    );
    assert_eq!(pasted["added"], json!([added["id"]]));
    assert_eq!(pasted["changed"]["undo"], "粘贴3个数据");
    place.call("history.undo", json!({}));
    assert_eq!(place.year(), before);
}

#[test]
fn figures_that_changed_after_the_review_show_where_to_look_again() {
    let place = ledger();
    place.call("year.review", json!({"year": 2023, "state": "reviewed"}));
    let none = place.call("review.list", json!({"year": 2023}));
    assert_eq!(none, json!({"state": "reviewed", "figures": []}));
    place.call("figure.set", json!({"id": figure(&place, "检查")["id"], "text": "121"}));
    place.call("record.remove", json!({"kind": "figure", "id": figure(&place, "处罚")["id"]}));
    let list = place.call("review.list", json!({"year": 2023}));
    let changed = list["figures"].as_array().unwrap();
    assert_eq!(changed.len(), 2);
    assert_eq!((&changed[0]["then"], &changed[0]["now"]), (&json!("120"), &json!("121")));
    assert_eq!(changed[0]["uses"][0]["sentence"], "全年检查121次。");
    assert_eq!((&changed[1]["key"], &changed[1]["removed"]), (&json!("处罚"), &json!(true)));
    place.call("year.review", json!({"year": 2023, "state": "drafting"}));
    assert_eq!(place.call("review.list", json!({"year": 2023}))["figures"], json!([]));
}

#[test]
fn a_figure_is_followed_across_the_years() {
    let place = place();
    place.sample();
    let history = place.call("figure.history", json!({"key": "办结案件"}));
    let points: Vec<_> = history["points"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| (p["year"].as_i64().unwrap(), p["value"].as_str().unwrap().to_owned()))
        .collect();
    assert_eq!(points, [(2022, "326".to_owned()), (2023, "372".to_owned())]);
    assert_eq!(history["label"], "办结行政处罚案件");
    assert_eq!(place.call("figure.history", json!({"key": "无此数"}))["points"], json!([]));
}
