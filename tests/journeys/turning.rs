//! Paragraphs of the draft change in place, lines are noted quickly, and nothing is lost.

use serde_json::{Value, json};

use crate::desk::{Place, place, texts};

fn sample() -> Place {
    let place = place();
    place.sample();
    place
}

fn squeeze(text: &str) -> String {
    text.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).collect()
}

fn prose(place: &Place, id: i64) -> (String, String) {
    let year = place.year();
    let all = year["achievements"].as_array().unwrap();
    let found = all.iter().find(|a| a["id"] == id).unwrap();
    (found["title"].as_str().unwrap().to_owned(), found["body"].as_str().unwrap().to_owned())
}

#[test]
fn a_paragraph_is_split_and_joined_again_with_one_step_each() {
    let place = sample();
    let before = place.year();
    let id = place.id("achievements", "加大重点领域执法力度");
    let (_, body) = prose(&place, id);
    let at = body.chars().position(|c| c == '。').unwrap() + 1;
    let args = json!({"kind": "achievement", "id": id, "field": "body", "at": at});
    let split = place.call("record.split", args);
    let name = split["undo"].as_str().unwrap();
    assert!(name.starts_with("拆分成效“加大重点领域执法力度”"), "{name}");
    let year = place.year();
    let list = texts(&year["achievements"], "title");
    let n = list.iter().position(|title| title == "加大重点领域执法力度").unwrap();
    let second = &year["achievements"][n + 1];
    assert_eq!(prose(&place, id).1 + second["body"].as_str().unwrap(), body);
    assert!(second["body"].as_str().unwrap().starts_with("其中，食品类{{食品案件}}"));
    let joined = place.call("record.join", json!({"kind": "achievement", "id": id}));
    assert_eq!(joined["removed"][0]["id"], second["id"]);
    assert_eq!(prose(&place, id).1, body);
    place.call("history.undo", json!({}));
    place.call("history.undo", json!({}));
    assert_eq!(place.year(), before);
    place.call("history.redo", json!({}));
    assert_eq!(place.year(), year);
}

#[test]
fn a_paragraph_becomes_another_kind_of_record_and_comes_back_with_undo() {
    let place = sample();
    let before = place.year();
    let id = place.id("achievements", "主动接受外部监督");
    let (title, body) = prose(&place, id);
    let words = squeeze(&place.draft());
    for (to, list) in [
        (json!({"as": "problem"}), "problems"),
        (json!({"as": "plan"}), "plans"),
        (json!({"as": "duty"}), "duties"),
        (json!({"as": "passage", "slot": "other"}), "passages"),
    ] {
        let turned = place.call("record.turn", json!({"kind": "achievement", "id": id, "to": to}));
        let year = place.year();
        let whole = year[list].to_string();
        assert!(whole.contains(&title) && whole.contains(&body[..30]), "{list}: {whole}");
        assert!(!texts(&year["achievements"], "title").contains(&title), "{list}");
        let now = squeeze(&place.draft());
        assert!(now.contains(&squeeze(&body)) && now.len() >= words.len(), "{list}");
        assert_eq!(turned["changed"]["removed"][0]["id"], id);
        place.call("history.undo", json!({}));
        assert_eq!(place.year(), before, "{list}");
    }
    let area = place.area(0);
    let to = json!({"as": "achievement", "area": area});
    place.call("record.turn", json!({"kind": "achievement", "id": id, "to": to, "after": null}));
    assert_eq!(prose(&place, id), (title, body));
}

#[test]
fn what_cannot_be_split_joined_or_turned_has_its_sentence() {
    let place = sample();
    let before = place.year();
    let id = place.id("achievements", "主动接受外部监督");
    let last = place.id("plans", "做好新法施行衔接工作");
    for (name, args, meant) in [
        (
            "record.split",
            json!({"kind": "achievement", "id": id, "field": "title", "at": 0}),
            "光标前后都要有文字",
        ),
        ("record.split", json!({"kind": "figure", "id": 2, "field": "body", "at": 1}), ""),
        ("record.join", json!({"kind": "plan", "id": last}), "后面没有可以合并的计划"),
        (
            "record.turn",
            json!({"kind": "achievement", "id": id, "to": {"as": "achievement", "area": 99_999}}),
            "领域已经不在了",
        ),
        (
            "record.turn",
            json!({"kind": "plan", "id": 99_999, "to": {"as": "problem"}}),
            "已经不在了",
        ),
    ] {
        let fault = place.fault(name, args);
        assert!(fault.message.contains(meant), "{name}: {fault}");
        assert!(fault.message.chars().all(|c| !c.is_ascii_alphabetic()), "{fault}");
    }
    assert_eq!(place.year(), before);
}

#[test]
fn what_another_year_says_of_a_plan_goes_on_being_said_when_it_becomes_a_problem() {
    let place = sample();
    let last = place.year_of(2022);
    let plan = &last["plans"][0];
    let achievement = place.id("achievements", "执法质量稳步提升");
    place.call(
        "record.set",
        json!({"kind": "achievement", "id": achievement, "fields": {"answers": [plan["id"]]}}),
    );
    let before = (place.year_of(2022), place.year());
    let answers = || {
        let year = place.year();
        crate::desk::named(&year, "achievements", "执法质量稳步提升")["answers"].clone()
    };
    let turn =
        |to: Value| place.call("record.turn", json!({"kind": "plan", "id": plan["id"], "to": to}));
    let turned = turn(json!({"as": "problem"}));
    let new = turned["changed"]["records"][0]["id"].clone();
    assert_eq!(answers(), json!([new]));
    let closed = place.call("loop.get", json!({"year": 2023}));
    let line = closed["lines"].as_array().unwrap().iter().find(|line| line["id"] == new).unwrap();
    assert_eq!(line["answers"][0]["id"], achievement);
    place.call("history.undo", json!({}));
    assert_eq!((place.year_of(2022), place.year()), before);
    place.call("history.redo", json!({}));
    assert_eq!(answers(), json!([new]));
    place.call("history.undo", json!({}));

    // What cannot go on is told, and one step brings all of it back.
    let turned = turn(json!({"as": "duty"}));
    let lost = turned["lost"].as_array().unwrap();
    assert!(lost.contains(&json!("2023年的成效“执法质量稳步提升”不再对应它")), "{lost:?}");
    assert_eq!(answers(), json!([]));
    place.call("history.undo", json!({}));
    assert_eq!((place.year_of(2022), place.year()), before);

    // Joined with the next, the one that takes it up is answered.
    let second = last["plans"][1]["id"].clone();
    let fields = json!({"answers": [second]});
    place.call("record.set", json!({"kind": "achievement", "id": achievement, "fields": fields}));
    let joined = place.call("record.join", json!({"kind": "plan", "id": plan["id"]}));
    assert_eq!(joined["removed"][0]["id"], second);
    assert_eq!(answers(), json!([plan["id"]]));
    place.call("history.undo", json!({}));
    assert_eq!(answers(), json!([second]));
}

#[test]
fn a_paragraph_of_twenty_thousand_characters_is_kept_split_and_found() {
    let place = sample();
    let area = place.area(0);
    let long = format!("{}末尾之处藏着暗号。", "长".repeat(20_000));
    let id = place.add(json!({
        "kind": "achievement", "year": 2023, "area": area, "title": "长段", "body": long,
    }));
    assert_eq!(prose(&place, id).1, long);
    assert!(place.draft().contains(&long));
    let found = place.call("search.find", json!({"words": "暗号"}));
    assert_eq!(found["hits"][0]["id"], id);
    assert!(found["hits"][0]["excerpt"].as_str().unwrap().chars().count() < 200);
    let args = json!({"kind": "achievement", "id": id, "field": "body", "at": 10_000});
    place.call("record.split", args);
    assert_eq!(prose(&place, id).1.chars().count(), 10_000);
    place.call("record.join", json!({"kind": "achievement", "id": id}));
    assert_eq!(prose(&place, id).1, long);
    let draft = place.path("长.docx");
    place.call("export.write", json!({"year": 2023, "path": draft}));
}

#[test]
fn one_line_is_noted_as_it_happens() {
    let place = sample();
    let args =
        json!({"year": 2023, "line": "3月5日 · 畅通诉求渠道 · 开展消费维权宣传。现场解答咨询。"});
    let understood = place.call("quick.read", args.clone());
    assert_eq!(place.call("app.status", json!({}))["undo"], Value::Null, "reading writes nothing");
    let added = place.call("quick.add", args);
    for (name, told) in understood.as_object().unwrap() {
        assert_eq!(&added[name], told, "{name}");
    }
    assert_eq!(added["date"], "2023-03-05");
    assert_eq!(added["area_title"], "畅通诉求渠道，依法化解消费纠纷");
    assert_eq!(
        (&added["title"], &added["body"]),
        (&json!("开展消费维权宣传"), &json!("现场解答咨询。"))
    );
    assert_eq!(added["changed"]["records"][0]["state"], "collected");
    assert_eq!(added["changed"]["undo"], "速记成效“开展消费维权宣传”");
    let plain = place.call("quick.add", json!({"year": 2023, "line": "2月30日 召开例会"}));
    assert_eq!((&plain["date"], &plain["title"]), (&Value::Null, &json!("2月30日 召开例会")));
    assert_eq!(plain["remarks"].as_array().unwrap().len(), 1);
    assert!(place.fault("quick.add", json!({"year": 2023, "line": " "})).hint.contains("例如"));
}

#[test]
fn a_plan_due_before_its_year_is_kept_and_told() {
    let place = sample();
    let id = place.id("plans", "加快执法数据互联互通");
    place.call("record.set", json!({"kind": "plan", "id": id, "fields": {"due": "2023-06-30"}}));
    let missing = place.call("missing.get", json!({"year": 2023}));
    assert_eq!(
        missing["remarks"],
        json!([{
            "kind": "plan", "id": id, "field": "due",
            "message": "完成时限2023年6月30日早于计划所在的2024年，请核对",
        }])
    );
    assert_eq!(place.year()["plans"][1]["due"], "2023-06-30");
}

#[test]
fn what_a_record_lacks_is_named_by_its_fields() {
    let place = sample();
    let id = place.add(json!({"kind": "plan", "year": 2023, "title": "新计划"}));
    let missing = place.call("missing.get", json!({"year": 2023}));
    let records = missing["records"].as_array().unwrap();
    let own = records.iter().find(|record| record["id"] == id).unwrap();
    assert_eq!(texts(&own["missing"], "word"), ["具体措施", "目标", "牵头科室", "完成时限"]);
}
