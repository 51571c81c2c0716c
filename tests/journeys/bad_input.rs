//! What a person may type or hand in by mistake: each has its sentence, and nothing is lost.

use encoding_rs::GB18030;
use nianbao_app::FaultCode;
use serde_json::{Value, json};

use crate::desk::{Place, named, place, texts};

fn sample() -> Place {
    let place = place();
    place.sample();
    place
}

fn has_way_out(fault: &nianbao_app::Fault) -> bool {
    let latin = |c: char| c.is_ascii_alphabetic();
    !fault.hint.is_empty() && !fault.hint.contains(latin)
}

#[test]
fn text_in_a_number_cell_is_named_and_the_old_number_stays() {
    let place = sample();
    let before = place.year();
    let figure = before["figures"][0]["id"].clone();
    for typed in ["待核实", "372件", "约20", "1,23", "１２．３．４", "1e5", "三百", "3 7", "=A1"]
    {
        for column in ["value", "previous"] {
            let args = json!({"id": figure, "text": typed, "column": column});
            let fault = place.fault("figure.set", args);
            assert_eq!(fault.code, FaultCode::BadNumber, "{typed}");
            assert_eq!(fault.message, format!("“{typed}”不是一个数"));
            assert!(has_way_out(&fault), "{fault}");
        }
    }
    let fault = place.fault("figure.set", json!({"id": figure, "text": "9".repeat(40)}));
    assert_eq!(fault.message, "这个数太长，最多 28 位");
    let long = "字".repeat(20_000);
    let fault = place.fault("figure.set", json!({"id": figure, "text": long}));
    assert!(fault.message.chars().count() < 40, "a field has room for a sentence: {fault}");
    // Through the general door no text gets in either.
    let fields = json!({"value": "372件"});
    place.fault("record.set", json!({"kind": "figure", "id": figure, "fields": fields}));
    assert_eq!(place.year(), before);
}

#[test]
fn text_pasted_in_number_cells_leaves_each_of_them_as_it_was_and_takes_the_rest() {
    let place = sample();
    let before = place.year();
    let labels = texts(&before["figures"], "label");
    let cells = ["待核实", "#REF!", "1.2E+05", "5户次又3人", "见附件第3页"];
    let mut text = String::from("指标\t本年\n");
    for (label, cell) in labels.iter().zip(cells) {
        text.push_str(&format!("{label}\t{cell}\n"));
    }
    text.push_str(&format!("{}\t77\n", labels[cells.len()]));
    let pasted = place.call("figure.paste", json!({"year": 2023, "text": text}));
    let faults = pasted["faults"].as_array().unwrap();
    assert_eq!(texts(&pasted["faults"], "typed"), cells);
    let messages = texts(&pasted["faults"], "message");
    assert!(messages[1].contains("出错") && messages[2].contains("科学计数法"), "{messages:?}");
    assert!(messages.iter().all(|message| message.contains('请')), "{messages:?}");
    for (n, fault) in faults.iter().enumerate() {
        assert_eq!(fault["figure"], before["figures"][n]["id"]);
    }
    let year = place.year();
    for n in 0..cells.len() {
        assert_eq!(year["figures"][n], before["figures"][n]);
    }
    assert_eq!(year["figures"][cells.len()]["value"], "77");
    place.call("history.undo", json!({}));
    assert_eq!(place.year(), before);
}

#[test]
fn relations_in_a_circle_and_to_nothing_have_each_their_sentence_and_still_compose() {
    let place = sample();
    let before = place.year();
    let draft = place.draft();
    let keys = texts(&before["figures"], "key");
    let labels = texts(&before["figures"], "label");
    let relate = |n: usize, part: &str| {
        let relation = json!({"relation": "sum", "parts": [part]});
        let id = before["figures"][n]["id"].clone();
        place.call("figure.relate", json!({"id": id, "relation": relation}));
    };
    let said = |n: usize| {
        let grid = place.call("figure.grid", json!({"year": 2023}));
        grid["rows"][n]["agreement"]["message"].as_str().unwrap().to_owned()
    };
    // Itself; a ring of five; one that hangs on the ring; one that leads to nothing.
    relate(0, &keys[0]);
    assert!(said(0).contains(&labels[0]) && said(0).contains("圈"), "{}", said(0));
    for n in 1..6 {
        relate(n, &keys[1 + n % 5]);
    }
    for n in 1..6 {
        assert!(said(n).contains("圈"), "{}", said(n));
    }
    relate(6, &keys[1]);
    relate(7, "没有这个数");
    assert!(said(7).contains("“没有这个数”") && !said(7).contains("圈"), "{}", said(7));
    // What hangs on the ring is reckoned from the number that stands there.
    let grid = place.call("figure.grid", json!({"year": 2023}));
    assert_eq!(grid["rows"][6]["agreement"]["computed"], before["figures"][1]["value"]);
    let year = place.year();
    for (now, then) in
        year["figures"].as_array().unwrap().iter().zip(before["figures"].as_array().unwrap())
    {
        assert_eq!(now["value"], then["value"]);
    }
    assert_eq!(place.draft(), draft);
    place.call("overview.get", json!({"year": 2023}));
    for _ in 0..8 {
        place.call("history.undo", json!({}));
    }
    assert_eq!(place.year(), before);
}

#[test]
fn a_plan_may_be_due_whenever_and_is_told_when_that_is_before_its_year() {
    let place = sample();
    let draft = place.draft();
    let id = place.id("plans", "加快执法数据互联互通");
    for (due, told) in
        [("2024-01-01", false), ("2023-12-31", true), ("2023-01-01", true), ("0001-01-01", true)]
    {
        place.call("record.set", json!({"kind": "plan", "id": id, "fields": {"due": due}}));
        let missing = place.call("missing.get", json!({"year": 2023}));
        let remarks = missing["remarks"].as_array().unwrap();
        assert_eq!(remarks.iter().any(|r| r["id"] == id && r["field"] == "due"), told, "{due}");
        assert_eq!(named(&place.year(), "plans", "加快执法数据互联互通")["due"], due);
        assert_eq!(place.draft(), draft);
    }
    let before = place.year();
    let fields = json!({"due": "2024-02-30"});
    place.fault("record.set", json!({"kind": "plan", "id": id, "fields": fields}));
    assert_eq!(place.year(), before);
}

#[test]
fn a_template_may_lack_any_part_and_says_which() {
    let place = sample();
    let before = place.year();
    let shipped = place.call("template.list", json!({}))[0]["sections"].clone();
    for of in ["areas", "duties", "problems", "plans", "other"] {
        let mut sections = shipped.as_array().unwrap().clone();
        sections.retain(|section| section["of"] != of);
        let args = json!({"from": "statutory", "name": of, "sections": sections});
        let saved = place.call("template.save", args);
        let faults = saved["faults"].as_array().unwrap();
        let missing = |fault: &Value| fault.as_str().unwrap().starts_with("模板里没有“");
        assert!(faults.iter().all(missing), "{faults:?}");
        assert_eq!(faults.len(), usize::from(of != "other"), "{of}: {faults:?}");
        let fields = json!({"template": saved["key"]});
        place.call("year.set", json!({"year": 2023, "fields": fields}));
        assert!(!place.draft().is_empty(), "{of}");
        let year = place.year();
        for list in ["achievements", "duties", "problems", "plans", "passages"] {
            assert_eq!(year[list], before[list], "{of}");
        }
        place
            .call("export.write", json!({"year": 2023, "path": place.path(&format!("{of}.docx"))}));
    }
    let args = json!({"from": "statutory", "name": "空", "sections": []});
    let saved = place.call("template.save", args);
    assert_eq!(saved["faults"].as_array().unwrap().len(), 4);
    let fields = json!({"template": saved["key"]});
    place.call("year.set", json!({"year": 2023, "fields": fields}));
    place.draft();
    let missing = place.call("missing.get", json!({"year": 2023}));
    assert!(!missing["left_out"].as_array().unwrap().is_empty());
    let fault = place.fault("template.save", json!({"from": "没有", "name": "甲"}));
    assert!(fault.message.contains("没有“没有”这个模板"), "{fault}");
    let fault = place.fault("template.save", json!({"from": "flat", "name": " "}));
    assert_eq!(fault.message, "模板还没有名字");
}

#[test]
fn twenty_thousand_characters_go_through_every_door() {
    let place = sample();
    let long: String = (0..2_000).map(|n| format!("第{n:04}件办结𠮷。")).collect();
    assert_eq!(long.chars().count(), 20_000);
    let before = place.year();
    let id = before["problems"][0]["id"].clone();
    let set = |fields: Value| {
        place.call("record.set", json!({"kind": "problem", "id": id, "fields": fields}));
    };
    for field in ["title", "body", "cause"] {
        set(json!({ field: long }));
        let year = place.year();
        let problems = year["problems"].as_array().unwrap();
        assert_eq!(problems.iter().find(|p| p["id"] == id).unwrap()[field], long.as_str());
        assert!(place.draft().contains(&long), "{field}");
        place.call(
            "export.write",
            json!({
                "year": 2023, "path": place.path(&format!("{field}.docx")),
            }),
        );
        place.call("history.undo", json!({}));
        assert_eq!(place.year(), before, "{field}");
    }
    set(json!({"body": long}));
    let found = place.call("search.find", json!({"words": "第1999件办结"}));
    assert_eq!(found["hits"][0]["id"], id);
    let full = place.year();
    // Split where the screen says: characters, of which some are two units there.
    let args = json!({"kind": "problem", "id": id, "field": "body", "at": 19_990});
    let split = place.call("record.split", args);
    let second = split["records"].as_array().unwrap().iter().find(|r| r["id"] != id).unwrap();
    assert_eq!(second["body"], "第1999件办结𠮷。");
    let joined = place.call("record.join", json!({"kind": "problem", "id": id}));
    assert_eq!(joined["records"][0]["body"], long.as_str());
    let turned =
        place.call("record.turn", json!({"kind": "problem", "id": id, "to": {"as": "plan"}}));
    assert!(turned["changed"]["records"][0]["body"].as_str().unwrap().contains(&long));
    assert!(place.draft().contains(&long));
    let kept = place.call("snapshot.make", json!({"year": 2023, "name": "长"}));
    for _ in 0..3 {
        place.call("history.undo", json!({}));
    }
    assert_eq!(place.year(), full);
    let compared = place.call(
        "snapshot.compare",
        json!({
            "a": {"snapshot": kept["id"]}, "b": {"now": 2023},
        }),
    );
    assert!(compared.to_string().contains("第1999件办结"), "the difference shows it");
}

fn read(place: &Place, name: &str, bytes: &[u8]) -> Value {
    let path = place.path(name);
    std::fs::write(&path, bytes).unwrap();
    place.call("indicator.read", json!({ "path": path }))
}

fn accept(place: &Place, proposal: &Value) -> Value {
    place.call("indicator.accept", json!({"year": 2023, "proposal": proposal}));
    place.call("indicator.matrix", json!({"year": 2023}))
}

#[test]
fn two_thousand_indicators_in_four_levels_and_a_csv_of_windows_come_in_as_one_step() {
    let place = sample();
    let before = place.year();
    let mut text = String::from("编号,指标,评分标准\r\n");
    let mut count = 0;
    for a in 1..=4 {
        text.push_str(&format!("{a},一级指标{a},\r\n"));
        for b in 1..=6 {
            text.push_str(&format!("{a}.{b},二级指标{a}.{b},\r\n"));
            for c in 1..=9 {
                text.push_str(&format!("{a}.{b}.{c},三级指标{a}.{b}.{c},\r\n"));
                for d in 1..=8 {
                    text.push_str(&format!(
                        "{a}.{b}.{c}.{d},末级指标{a}.{b}.{c}.{d}，应审尽审,“{d}”分\r\n"
                    ));
                    count += 1;
                }
            }
        }
    }
    assert_eq!(count + 4 + 24 + 216, 1_972);
    let (bytes, _, bad) = GB18030.encode(&text);
    assert!(!bad && std::str::from_utf8(&bytes).is_err());
    let proposal = read(&place, "指标.csv", &bytes);
    assert_eq!(proposal["lines"].as_array().unwrap().len(), 1_972);
    assert_eq!(proposal["remarks"], json!([]));
    let matrix = accept(&place, &proposal);
    assert_eq!((&matrix["levels"], &matrix["all"]), (&json!(4), &json!(1_728)));
    let last = matrix["rows"].as_array().unwrap().last().unwrap();
    assert_eq!(last["title"], "末级指标4.6.9.8，应审尽审");
    assert_eq!(last["above"], json!(["一级指标4", "二级指标4.6", "三级指标4.6.9"]));
    let out = place.path("对照表.xlsx");
    place.call("indicator.export", json!({"year": 2023, "what": "matrix", "path": out}));
    place.call("history.undo", json!({}));
    assert_eq!(place.year(), before);

    text.push_str(&"9,多出来的一条,\r\n".repeat(29));
    let path = place.path("太多.csv");
    std::fs::write(&path, &text).unwrap();
    let fault = place.fault("indicator.read", json!({ "path": path }));
    assert_eq!(fault.message, "表里有2001条指标，最多读入 2000 条");
    assert_eq!(fault.code, FaultCode::TooLarge);
}

#[test]
fn a_table_with_merged_cells_in_four_levels_and_codes_that_are_missing_keeps_every_line() {
    let place = sample();
    let path = place.path("四级.xlsx");
    let rows = [
        ["一级指标", "二级指标", "三级指标", "四级指标"],
        ["组织领导", "学法", "党组学法", "专题学法"],
        ["", "", "", "述法"],
        ["", "", "干部学法", "考试"],
        ["", "会议", "专题会议", "听取汇报"],
        ["严格执法", "案卷", "案卷评查", "优秀率"],
    ];
    let merged = ["A2:A5", "B2:B4", "C2:C3"];
    std::fs::write(&path, crate::indicators::workbook(&rows, &merged)).unwrap();
    let proposal = place.call("indicator.read", json!({ "path": path }));
    let matrix = accept(&place, &proposal);
    assert_eq!((&matrix["levels"], &matrix["all"]), (&json!(4), &json!(5)));
    assert_eq!(
        matrix["rows"].as_array().unwrap().last().unwrap()["above"],
        json!(["严格执法", "案卷", "案卷评查"])
    );
    place.call("history.undo", json!({}));

    let table = "编号,指标\n1,组织领导\n1.1,学法\n,述法\n1.3,会议\n2.1,没有上级的\n1.1,编号重复\n";
    let proposal = read(&place, "缺号.csv", table.as_bytes());
    let remarks: Vec<&str> =
        proposal["remarks"].as_array().unwrap().iter().map(|r| r.as_str().unwrap()).collect();
    assert!(remarks.iter().any(|r| r.contains("“述法”没有编号")), "{remarks:?}");
    assert!(remarks.len() >= 2, "{remarks:?}");
    let matrix = accept(&place, &proposal);
    assert_eq!(
        texts(&matrix["rows"], "title").len(),
        6,
        "no line is dropped for want of a code: {matrix}"
    );
}
