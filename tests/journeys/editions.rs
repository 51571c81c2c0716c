//! Two editions of one report and what else is made of its records, through the door.
//! `BLESS=1` rewrites the texts in `tests/cases/editions/`; read the difference.

use std::path::Path;

use nianbao_app::FaultCode;
use nianbao_core::differences::whole_text;
use nianbao_core::doc::Doc;
use nianbao_tests::{run, text};
use serde_json::{Value, json};

use crate::desk::{Place, named, place};

/// The sample with what the editions differ by: something only sent, something internal, an area of
/// nothing else, a public wording, numbers that name a person.
fn prepared() -> Place {
    let place = place();
    place.sample();
    let year = place.year();
    let set = |list: &str, kind: &str, title: &str, fields: Value| {
        let id = &named(&year, list, title)["id"];
        place.call("record.set", json!({"kind": kind, "id": id, "fields": fields}));
    };
    let sent = json!({"sensitivity": "sent_only"});
    set("achievements", "achievement", "以任务清单压实责任", sent.clone());
    set("achievements", "achievement", "强化公平竞争审查", json!({"sensitivity": "internal"}));
    let area = named(&year, "areas", "规范决策程序，提高依法决策水平")["id"].clone();
    for own in year["achievements"].as_array().unwrap().iter().filter(|a| a["area"] == area) {
        set("achievements", "achievement", own["title"].as_str().unwrap(), sent.clone());
    }
    let open = named(&year, "achievements", "推进权力运行公开透明");
    let body = format!(
        "{}走访甲街道文化路12号3栋502房的当事人，手机13812341234。",
        open["body"].as_str().unwrap()
    );
    set("achievements", "achievement", "推进权力运行公开透明", json!({"body": body}));
    let public = json!({"public_body": "部分案卷制作还不够规范。"});
    set("problems", "problem", "基层执法规范化水平不够均衡", public);
    place
}

fn document(place: &Place, args: Value) -> String {
    let mut args = args;
    args["year"] = json!(2023);
    let doc: Doc = serde_json::from_value(place.call("draft.compose", args)).unwrap();
    whole_text(&doc)
}

#[test]
fn a_full_report_in_both_editions_and_the_documents_beside_it_are_as_approved() {
    let place = prepared();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/editions");
    for (name, args) in [
        ("submission", json!({})),
        ("public", json!({"edition": "public"})),
        ("differences", json!({"document": "differences"})),
        ("notice", json!({"document": "notice"})),
        ("duty", json!({"document": "duty"})),
    ] {
        let found = document(&place, args);
        let file = folder.join(format!("{name}.txt"));
        if std::env::var_os("BLESS").is_some() {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&file, &found).unwrap();
        }
        let approved = std::fs::read_to_string(&file).unwrap().replace("\r\n", "\n");
        assert_eq!(found, approved, "{name}; BLESS=1 rewrites it");
    }
}

#[test]
fn every_call_takes_the_edition_and_what_is_published_holds_nothing_it_must_not() {
    let place = prepared();
    let secret = ["以任务清单压实责任", "13812341234", "3栋502房", "强化公平竞争审查"];
    let path = place.path("公开版.html");
    place.call("export.write", json!({"year": 2023, "edition": "public", "path": path}));
    let file = std::fs::read_to_string(&path).unwrap();
    for word in secret {
        assert!(!file.contains(word), "{word}");
    }
    assert!(file.contains("138****1234") && file.contains("部分案卷制作还不够规范"));
    let lines = |edition: &str| {
        let args = json!({"year": 2023, "edition": edition});
        place.call("pages.lay", args)["lines"].as_array().unwrap().len()
    };
    assert!(lines("public") < lines("submission"));
    let left = place.call("missing.get", json!({"year": 2023, "edition": "public"}));
    let why: Vec<&str> =
        left["left_out"].as_array().unwrap().iter().map(|l| l["why"].as_str().unwrap()).collect();
    assert!(why.contains(&"sent_only") && why.contains(&"internal") && why.contains(&"layout"));
    let phones = |edition: &str| {
        let args = json!({"year": 2023, "edition": edition});
        let checked = place.call("check.run", args);
        let all = checked["findings"].as_array().unwrap();
        all.iter().filter(|found| found["code"] == "P001").count()
    };
    assert_eq!((phones("submission"), phones("public")), (1, 0));
}

#[test]
fn figures_of_what_is_left_out_stay_in_the_ledger_and_editing_goes_on() {
    let place = prepared();
    let figures = place.year()["figures"].as_array().unwrap().len();
    document(&place, json!({"edition": "public"}));
    assert_eq!(place.year()["figures"].as_array().unwrap().len(), figures);
}

#[test]
fn the_command_line_writes_the_list_and_each_edition() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let data = folder.path().join("data");
    let lib = at("示例.nianbao");
    assert_eq!(run(&data, &["sample", &lib]).status.code(), Some(0));
    let list = at("差异清单.docx");
    let done = run(&data, &["differences", &lib, "--year", "2023", "--to", &list]);
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    assert!(text(&done.stdout).contains("4 处"), "{}", text(&done.stdout));
    assert!(std::fs::read(&list).unwrap().starts_with(b"PK"));
    let written = |name: &str, more: &[&str]| {
        let to = at(name);
        let args = [&["export", &lib, "--year", "2023", "--to", &to], more].concat();
        let done = run(&data, &args);
        assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
        std::fs::read_to_string(&to).unwrap()
    };
    assert!(written("报送.txt", &["--edition", "submission"]).contains("特此报告"));
    assert!(!written("公开.txt", &["--edition", "public"]).contains("特此报告"));
    assert!(written("解读.txt", &["--document", "notice"]).contains("文字解读"));
    assert!(written("述法.txt", &["--document", "duty"]).contains("本人任"));
    let none = run(&data, &["differences", &lib, "--year", "1999", "--to", &list]);
    assert_eq!(none.status.code(), Some(1));
}

#[test]
fn a_grade_of_secrecy_is_refused_wherever_one_could_be_marked_and_prose_is_not() {
    let place = place();
    place.sample();
    let before = place.year();
    for (call, fields) in [
        ("year.set", json!({"title": "机密★1年\n某局报告"})),
        ("year.set", json!({"letterhead": {"on": true, "copy": "000001 秘密★"}})),
        ("year.set", json!({"letterhead": {"on": true, "issuer": "绝密"}})),
        ("year.set", json!({"note": "密级：机密"})),
        ("unit.set", json!({"name": "某局（秘密）\n秘密"})),
        ("unit.set", json!({"addressee": "机密"})),
    ] {
        let fault = place.fault(call, json!({"year": 2023, "fields": fields}));
        assert_eq!(fault.code, FaultCode::Refused, "{fields}");
        assert!(fault.message.contains("不是涉密系统"), "{}", fault.message);
    }
    // Evidence too: neither its words nor the name of its file.
    let file = place.path("机密★会议纪要.txt");
    std::fs::write(&file, "纪要").unwrap();
    let attach = json!({"year": 2023, "paths": [file], "copy": false});
    assert_eq!(place.fault("evidence.attach", attach).code, FaultCode::Refused);
    let evidence = json!({"kind": "evidence", "year": 2023, "title": "机密★1年"});
    let fault = place.fault("record.add", json!({ "record": evidence }));
    assert_eq!(fault.code, FaultCode::Refused);
    assert_eq!(place.year(), before);
    let title = "甲局2023年保守国家秘密工作和法治政府建设年度报告";
    place.call("year.set", json!({"year": 2023, "fields": {"title": title}}));
    place.add(json!({"kind": "plan", "year": 2023, "title": "保守国家秘密", "body": "秘密"}));
}

#[test]
fn a_file_with_a_mark_of_secrecy_is_told_before_anything_is_stored() {
    let place = place();
    place.new_library("statutory");
    let before = place.year();
    let report = "机密★1年\n某局2022年法治政府建设年度报告\n一、主要举措和成效\n开展了工作。\n二、存在的不足\n有不足。\n";
    let reading = place.call("import.read", json!({"text": report}));
    assert_eq!(reading["secrecy"], "机密★");
    assert_eq!(place.year(), before);
    let open = place.call("import.read", json!({"text": report.replace("机密★1年\n", "")}));
    assert_eq!(open["secrecy"], Value::Null);
}

#[test]
fn the_notice_is_shown_until_it_was_read_and_is_remembered_for_this_user() {
    let place = place();
    assert_eq!(place.call("app.status", json!({}))["noticed"], false);
    assert_eq!(place.call("app.notice", json!({}))["noticed"], true);
    assert_eq!(place.call("app.status", json!({}))["noticed"], true);
}
