//! 2022 is entered, carried over, and 2023 answers it.

use serde_json::{Value, json};

use crate::desk::{Place, named, place, texts};

/// A year with a plan for each of its two problems, and two figures.
fn entered() -> Place {
    let place = place();
    place.new_library_of(2022, "flat");
    let area = place.year_of(2022)["areas"][0]["id"].as_i64().unwrap();
    place.add(json!({
        "kind": "achievement", "year": 2022, "area": area,
        "title": "强化林区巡护", "body": "全年巡护{{巡护}}，处置{{处置}}。", "office": "防火办",
    }));
    for (key, value, order) in [("巡护", "1000", 1024), ("处置", "12", 2048)] {
        let id = place.add(json!({
            "kind": "figure", "year": 2022, "key": key, "label": key, "unit": "次", "order": order,
            "scope": "全市国有林场", "source": "防火办",
        }));
        place.call("figure.set", json!({"id": id, "text": value}));
    }
    for (problem, plan) in [("队伍力量不足", "充实巡护力量"), ("设备老旧", "更新巡护设备")]
    {
        let problem = place.add(json!({
            "kind": "problem", "year": 2022, "title": problem, "cause": "投入不够",
            "body": format!("今年只有{{{{巡护}}}}，{problem}。"),
        }));
        place.add(json!({
            "kind": "plan", "year": 2022, "title": plan, "body": "明年上半年完成。",
            "office": "防火办", "due": "2023-06-30", "answers": [problem],
        }));
    }
    place.call(
        "year.set",
        json!({"year": 2022, "fields": {"deadlines": [
            {"what": "sending", "to": "市委、市政府", "due": "2023-01-31", "done": "2023-01-20"},
        ], "sections": [{"of": "plans", "title": "明年打算", "items": null}]}}),
    );
    place
}

fn carry(place: &Place, what: Value) -> Value {
    let mut args = json!({
        "from": 2022, "to": 2023,
        "structure": false, "plans": false, "problems": false, "figures": false,
    });
    for (key, value) in what.as_object().unwrap() {
        args[key] = value.clone();
    }
    place.call("year.carry", args)
}

#[test]
fn a_year_is_carried_over_written_and_every_plan_accounted_for() {
    let place = entered();
    carry(&place, json!({"structure": true, "plans": true, "problems": true, "figures": true}));
    let year = place.year();
    assert_eq!(
        texts(&year["achievements"], "title"),
        ["充实巡护力量", "更新巡护设备", "队伍力量不足", "设备老旧"]
    );
    assert!(year["achievements"].as_array().unwrap().iter().all(|a| a["state"] == "collected"));
    assert_eq!(year["figures"][0]["previous"], "1000");
    assert_eq!(year["figures"][0]["value"], Value::Null);
    assert_eq!(year["plans"].as_array().unwrap().len(), 0);
    assert_eq!(year["year"]["deadlines"][0]["due"], "2024-01-31");
    assert_eq!(year["year"]["deadlines"][0]["done"], Value::Null);
    assert_eq!(year["year"]["sections"][0]["title"], "明年打算");

    // 2023 is written: two plans became one achievement's work, the problems were dealt with.
    for (n, achievement) in year["achievements"].as_array().unwrap().iter().enumerate() {
        let body = format!("已落实第{}项，巡护{{{{巡护}}}}。", "一二三四".chars().nth(n).unwrap());
        place.call(
            "record.set",
            json!({"kind": "achievement", "id": achievement["id"],
                   "fields": {"body": body, "state": "adopted"}}),
        );
    }
    place.call("figure.set", json!({"id": year["figures"][0]["id"], "text": "1250"}));
    let closed = place.call("loop.get", json!({"year": 2023}));
    assert_eq!((&closed["last_year"], &closed["plans"]["all"]), (&json!(2022), &json!(2)));
    for line in closed["lines"].as_array().unwrap() {
        assert_eq!(line["unanswered"], false, "{line}");
        assert_eq!(line["answers"].as_array().unwrap().len(), 1);
        place.call(
            "loop.set",
            json!({"kind": line["kind"], "id": line["id"], "state": "done", "note": "见2023年报告"}),
        );
    }
    let closed = place.call("loop.get", json!({"year": 2023}));
    for part in ["plans", "problems"] {
        assert_eq!(closed[part]["done"], 2, "{closed}");
        assert_eq!(closed[part]["unanswered"], 0);
    }
    let draft = place.draft();
    for word in ["一", "二", "三", "四"] {
        assert!(draft.contains(&format!("已落实第{word}项，巡护1250次。")), "{draft}");
    }
    // Last year's report reads as it did.
    assert!(place.draft_of(2022).contains("全年巡护1000次，处置12次。"));
    let grid = place.call("figure.grid", json!({"year": 2023}));
    assert_eq!(grid["rows"][0]["last_year"], "1000");
    assert_eq!(grid["rows"][0]["change"], "25.00");
}

/// Code and message of what is found, hints apart.
fn told(place: &Place) -> Vec<String> {
    let checked = place.call("check.run", json!({"year": 2023, "pages": true}));
    let findings = checked["findings"].as_array().unwrap().iter();
    let loud = findings.filter(|found| found["severity"] != "hint");
    loud.map(|found| format!("{} {}", found["code"], found["message"]).replace('"', "")).collect()
}

#[test]
fn the_report_of_the_second_year_is_told_of_what_it_lacks_and_of_nothing_once_it_is_whole() {
    let place = entered();
    carry(&place, json!({"structure": true, "plans": true, "problems": true, "figures": true}));
    let year = place.year();
    let bodies = [
        "新录用护林员12名，全年巡护{{巡护}}，比去年增加250次。",
        "更新巡护车辆3台，开展联合巡查4次。",
        "增加编制5名，组建应急分队。",
        "无人机、对讲机全部换新。",
    ];
    assert_eq!(told(&place).iter().filter(|found| found.starts_with("S013")).count(), 4);
    for (achievement, body) in year["achievements"].as_array().unwrap().iter().zip(bodies) {
        let fields = json!({"body": body, "state": "adopted"});
        place.call(
            "record.set",
            json!({"kind": "achievement", "id": achievement["id"], "fields": fields}),
        );
    }
    for (key, value) in [("巡护", "1250"), ("处置", "9")] {
        let figures = year["figures"].as_array().unwrap();
        let id = &figures.iter().find(|figure| figure["key"] == key).unwrap()["id"];
        place.call("figure.set", json!({"id": id, "text": value}));
    }
    let lacks: Vec<String> = told(&place).iter().map(|found| found[..4].to_owned()).collect();
    assert_eq!(lacks, ["S001", "S001", "S002"], "the parts nobody has written");
    place.add(json!({
        "kind": "duty", "year": 2023, "post": "局长", "title": "带头履行第一责任人职责",
        "body": "主持召开专题会议，研究法治建设工作4次。",
    }));
    let problem = place.add(json!({
        "kind": "problem", "year": 2023, "title": "执法信息化水平不高",
        "body": "部分执法环节仍靠纸质记录。", "cause": "信息系统建设起步较晚。",
    }));
    place.add(json!({
        "kind": "plan", "year": 2023, "title": "推进执法信息化", "body": "年内建成执法信息系统。",
        "answers": [problem],
    }));
    assert_eq!(told(&place), Vec::<String>::new());
    // A number changed by hand is told, with the relation it breaks.
    let id = place.id("achievements", "充实巡护力量");
    let fields = json!({"body": "全年巡护{{巡护}}，比去年的1000次增加520次。"});
    place.call("record.set", json!({"kind": "achievement", "id": id, "fields": fields}));
    let off = told(&place);
    assert!(off.len() == 1 && off[0].starts_with("F007"), "{off:?}");
    let fields = json!({"body": "全年巡护{{巡护}}，比去年的1100次增加150次。"});
    place.call("record.set", json!({"kind": "achievement", "id": id, "fields": fields}));
    let off = told(&place);
    assert!(off.len() == 1 && off[0].starts_with("F017"), "last year's report says 1000: {off:?}");
}

#[test]
fn what_is_neither_said_nor_answered_is_counted_and_stands_on_top() {
    let place = entered();
    carry(&place, json!({"plans": true}));
    let closed = place.call("loop.get", json!({"year": 2023}));
    assert_eq!(
        (&closed["plans"]["unanswered"], &closed["problems"]["unanswered"]),
        (&json!(2), &json!(2)),
        "what is carried over and not written answers nothing"
    );
    // Nor is it printed.
    assert!(!place.draft().contains("充实巡护力量"));
    let (first, second) =
        (place.id("achievements", "充实巡护力量"), place.id("achievements", "更新巡护设备"));
    for id in [first, second] {
        let fields = json!({"body": "已落实。"});
        place.call("record.set", json!({"kind": "achievement", "id": id, "fields": fields}));
    }
    let closed = place.call("loop.get", json!({"year": 2023}));
    assert_eq!(closed["plans"]["unanswered"], 0);
    assert_eq!(closed["lines"][0]["kind"], "problem");
    assert!(place.draft().contains("充实巡护力量"));
    // An achievement that is not taken answers nothing; one that goes takes its answer along.
    place.call(
        "record.set",
        json!({"kind": "achievement", "id": first, "fields": {"state": "rejected"}}),
    );
    place.call("record.remove", json!({"kind": "achievement", "id": second}));
    let overview = place.call("overview.get", json!({"year": 2023}));
    assert_eq!(overview["closed_loop"]["plans"]["unanswered"], 2);
    // The plan itself goes: nothing points at it any more.
    let plan = named(&place.year_of(2022), "plans", "充实巡护力量")["id"].clone();
    place.call("record.remove", json!({"kind": "plan", "id": plan}));
    let answers = named(&place.year(), "achievements", "充实巡护力量")["answers"].clone();
    assert_eq!(answers, json!([]));
    place.call("history.undo", json!({}));
    let answers = named(&place.year(), "achievements", "充实巡护力量")["answers"].clone();
    assert_eq!(answers, json!([plan]));
}

#[test]
fn nothing_comes_along_unasked_and_nothing_points_back_by_accident() {
    let place = entered();
    let before = place.year_of(2022);
    carry(&place, json!({}));
    let year = place.year();
    for list in ["achievements", "problems", "plans", "duties", "figures", "passages"] {
        assert_eq!(year[list], json!([]), "{list}");
    }
    assert_eq!(year["year"]["sections"], json!([]));
    place.call("history.undo", json!({}));
    carry(&place, json!({"structure": true, "plans": true, "problems": true, "figures": true}));
    let year = place.year();
    let mut old = Vec::new();
    ids(&before, &mut old);
    let mut new = Vec::new();
    ids(&year, &mut new);
    let unit = before["unit"]["id"].as_i64().unwrap();
    new.retain(|id| old.contains(id) && *id != unit);
    let answers = year["achievements"].as_array().unwrap().iter();
    let mut answers: Vec<i64> = answers.map(|a| a["answers"][0].as_i64().unwrap()).collect();
    answers.sort_unstable();
    new.sort_unstable();
    assert_eq!(new, answers, "only answers point back");
    assert_eq!(place.year_of(2022), before);
    // A text that came along prints last year's numbers, for this year's are not known yet.
    assert!(!year.to_string().contains("{{"));
}

/// Every number that is an id, wherever it stands.
fn ids(value: &Value, into: &mut Vec<i64>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let is_id = ["id", "area", "parent"].contains(&key.as_str());
                if let Some(id) = value.as_i64().filter(|_| is_id) {
                    into.push(id);
                } else if ["answers", "indicators", "evidence"].contains(&key.as_str()) {
                    let listed = value.as_array().into_iter().flatten();
                    into.extend(listed.filter_map(Value::as_i64));
                }
                ids(value, into);
            }
        }
        Value::Array(all) => all.iter().for_each(|value| ids(value, into)),
        _ => {}
    }
}

#[test]
fn a_year_that_is_there_or_none_is_refused() {
    let place = entered();
    let args = |from: i32, to: i32| {
        json!({"from": from, "to": to,
               "structure": true, "plans": true, "problems": true, "figures": true})
    };
    assert_eq!(place.fault("year.carry", args(2022, 2022)).message, "库里已经有2022年");
    assert_eq!(place.fault("year.carry", args(2021, 2023)).message, "还没有2021年的年度");
    assert!(place.fault("year.carry", args(2022, 20_230)).message.contains("不对"));
    assert_eq!(place.call("app.status", json!({}))["library"]["years"], json!([2022]));
}

#[test]
fn the_days_left_are_counted_from_today() {
    let place = entered();
    let status = place.call("app.status", json!({}));
    let today: jiff::civil::Date = status["today"].as_str().unwrap().parse().unwrap();
    let due = |days: i64| (today + jiff::Span::new().days(days)).to_string();
    place.call(
        "year.set",
        json!({"year": 2022, "fields": {"deadlines": [
            {"what": "publishing", "to": "政府网站", "due": due(40), "done": null},
            {"what": "sending", "to": "市委、市政府", "due": due(-3), "done": due(-4)},
            {"what": "sending", "to": "市司法局", "due": due(10), "done": null},
            {"what": "sending", "to": "市政府办", "due": due(-1), "done": null},
        ]}}),
    );
    let overview = place.call("overview.get", json!({"year": 2022}));
    let told: Vec<_> = overview["deadlines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| (d["to"].as_str().unwrap().to_owned(), d["days_left"].as_i64()))
        .collect();
    let meant = [
        ("市政府办", Some(-1)),
        ("市司法局", Some(10)),
        ("政府网站", Some(40)),
        ("市委、市政府", None),
    ];
    assert_eq!(told, meant.map(|(to, days)| (to.to_owned(), days)));
}
