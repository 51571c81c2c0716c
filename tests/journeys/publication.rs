//! The review before publication: what is masked and who is named, place by place.

use nianbao_app::FaultCode;
use nianbao_core::differences::whole_text;
use nianbao_core::doc::Doc;
use nianbao_tests::run;
use serde_json::{Value, json};

use crate::desk::{Place, place};
use crate::exports::unpacked;

const BODY: &str = "值班手机13812341234。局长张建国出庭，当事人证件11010519491231002X。";

/// A unit with a head, and an achievement with an office's mobile number, a name and an ID in it.
fn prepared() -> (Place, i64) {
    let place = place();
    place.new_library("flat");
    let heads = json!([{"post": "局长", "name": "欧阳雪"}]);
    place.call("unit.set", json!({"fields": { "heads": heads }}));
    let area = place.area(0);
    let id = place.add(json!({
        "kind": "achievement", "year": 2023, "area": area, "title": "欧阳雪带队巡护", "body": BODY,
    }));
    (place, id)
}

fn list(place: &Place) -> Value {
    place.call("publication.list", json!({"year": 2023}))
}

fn look<'a>(list: &'a Value, marked: &str) -> &'a Value {
    let mut all = list["places"].as_array().unwrap().iter();
    all.find(|place| place["excerpt"]["marked"] == marked).unwrap_or_else(|| panic!("{list:#}"))
}

/// What a Word file says, run by run.
fn text_of_docx(path: &str) -> String {
    let parts = unpacked(&std::fs::read(path).unwrap());
    let xml = String::from_utf8(parts["word/document.xml"].clone()).unwrap();
    let tags = xml.split('<').filter_map(|tag| tag.split_once('>'));
    tags.map(|(_, words)| words).collect()
}

fn text(place: &Place, edition: &str) -> String {
    let args = json!({"year": 2023, "edition": edition});
    whole_text(&serde_json::from_value::<Doc>(place.call("draft.compose", args)).unwrap())
}

#[test]
fn what_is_masked_and_who_is_named_is_listed_ticked_off_and_comes_back_when_its_paragraph_changes()
{
    let (place, id) = prepared();
    let all = list(&place);
    let marked: Vec<&str> = all["places"]
        .as_array()
        .unwrap()
        .iter()
        .map(|place| place["excerpt"]["marked"].as_str().unwrap())
        .collect();
    assert_eq!(marked, ["13812341234", "11010519491231002X", "欧阳雪", "张建国"]);
    let phone = look(&all, "13812341234");
    assert_eq!((&phone["published"], &phone["field"]), (&json!("138****1234"), &json!("body")));
    assert_eq!(phone["place"], "成效“欧阳雪带队巡护”");
    assert_eq!(all["unseen"], 4);
    let see = |found: &Value, seen: bool| {
        let args = json!({"year": 2023, "identity": found["identity"], "seen": seen});
        place.call("publication.see", args)
    };
    for marked in ["13812341234", "欧阳雪"] {
        see(look(&all, marked), true);
    }
    assert_eq!(list(&place)["unseen"], 2);
    assert_eq!(see(look(&all, "欧阳雪"), false)["unseen"], 3);
    // Another record changes: it was looked at. Its own paragraph does: once more.
    place.add(json!({"kind": "plan", "year": 2023, "title": "充实力量"}));
    assert_eq!(list(&place)["unseen"], 3);
    let fields = json!({"body": format!("{BODY}又及。")});
    place.call("record.set", json!({"kind": "achievement", "id": id, "fields": fields}));
    assert_eq!(look(&list(&place), "13812341234")["seen"], false);
    place.call("history.undo", json!({}));
    assert_eq!(look(&list(&place), "13812341234")["seen"], true);
    let gone = json!({"year": 2023, "identity": "没有", "seen": true});
    assert_eq!(place.fault("publication.see", gone).code, FaultCode::NoSuchRecord);
}

#[test]
fn a_number_is_published_as_typed_once_somebody_says_why_and_only_that_number_in_that_record() {
    let (place, id) = prepared();
    let all = list(&place);
    let phone = look(&all, "13812341234")["prints"].clone();
    let print = |reason: &str| json!({"year": 2023, "identity": phone, "reason": reason});
    assert_eq!(place.fault("publication.print", print(" ")).code, FaultCode::Refused);
    let after = place.call("publication.print", print("值班手机，对外公布"));
    assert_eq!(look(&after, "13812341234")["reason"], "值班手机，对外公布");
    assert_eq!(look(&after, "13812341234")["published"], "13812341234");
    assert!(text(&place, "public").contains("值班手机13812341234。"));
    // What 体检 now finds in it stands by the same word; the list of differences no longer has it.
    let checked = place.call("check.run", json!({"year": 2023, "edition": "public"}));
    let of = |list: &str| {
        let all = checked[list].as_array().unwrap().iter();
        all.filter(|found| found["code"] == "P001").count()
    };
    assert_eq!((of("findings"), of("accepted")), (0, 1));
    let differences = place.call("draft.differences", json!({"year": 2023}));
    let differences = serde_json::from_value::<Vec<Value>>(differences).unwrap();
    assert!(differences.iter().all(|line| line["sent"] != "13812341234"), "{differences:#?}");
    // The text may go on; another number, or another record, is masked.
    let body = |text: String| {
        let args = json!({"kind": "achievement", "id": id, "fields": {"body": text}});
        place.call("record.set", args);
    };
    body(format!("{BODY}又及。"));
    assert!(text(&place, "public").contains("13812341234"));
    body(BODY.replace("13812341234", "13912341234"));
    assert!(text(&place, "public").contains("139****1234"));
    body(BODY.to_owned());
    place.add(json!({"kind": "plan", "year": 2023, "title": "拨打13812341234"}));
    assert!(text(&place, "public").contains("拨打138****1234"));
    let masked = place.call("publication.print", json!({"year": 2023, "identity": phone}));
    assert_eq!(look(&masked, "13812341234")["reason"], Value::Null);
    assert!(!text(&place, "public").contains("13812341234"));
}

#[test]
fn what_was_accepted_for_the_edition_that_is_sent_is_masked_in_the_published_one() {
    let (place, _) = prepared();
    let checked = place.call("check.run", json!({"year": 2023}));
    let all = checked["findings"].as_array().unwrap();
    for found in all.iter().filter(|found| found["code"].as_str().unwrap().starts_with('P')) {
        let args = json!({"year": 2023, "identity": found["identity"], "reason": "只报送"});
        place.call("check.accept", args);
    }
    assert!(text(&place, "public").contains("138****1234"));
}

#[test]
fn an_identity_number_is_never_published_whatever_is_said() {
    let (place, _) = prepared();
    let all = list(&place);
    let card = look(&all, "11010519491231002X");
    assert_eq!(card["prints"], Value::Null);
    for identity in [&card["identity"], &json!("没有")] {
        let args = json!({"year": 2023, "identity": identity, "reason": "可以"});
        assert_eq!(place.fault("publication.print", args).code, FaultCode::NoSuchRecord);
    }
    assert!(!text(&place, "public").contains("11010519491231002X"));
}

#[test]
fn the_list_of_differences_turns_one_edition_into_the_other_with_a_number_let_stand() {
    let (place, _) = prepared();
    let phone = look(&list(&place), "13812341234")["prints"].clone();
    place.call("publication.print", json!({"year": 2023, "identity": phone, "reason": "对外公布"}));
    let lines = place.call("draft.differences", json!({"year": 2023}));
    let sent = text(&place, "submission");
    let lines: Vec<Value> = serde_json::from_value(lines).unwrap();
    let mut out = String::new();
    let chars: Vec<char> = sent.chars().collect();
    let mut from = 0;
    for line in &lines {
        let at = |name: &str| usize::try_from(line[name].as_u64().unwrap()).unwrap();
        out.extend(&chars[from..at("start")]);
        out.push_str(line["public"].as_str().unwrap());
        from = at("end");
    }
    out.extend(&chars[from..]);
    assert_eq!(out, text(&place, "public"));
}

#[test]
fn the_review_sheet_and_the_comments_are_of_the_edition_asked_for_and_stand_in_the_history() {
    let (place, _) = prepared();
    for (form, name) in [("sheet", "意见表.docx"), ("comments", "批注.docx")] {
        let path = place.path(name);
        let args = json!({"year": 2023, "path": path, "form": form, "edition": "public"});
        place.call("check.review", args);
    }
    let sheet = text_of_docx(&place.path("意见表.docx"));
    for words in ["公开前逐处看过", "【13812341234】", "印成138****1234", "【欧阳雪】"]
    {
        assert!(sheet.contains(words), "{words}: {sheet}");
    }
    let notes = place.call("export.list", json!({"year": 2023}));
    let words: Vec<&str> =
        notes.as_array().unwrap().iter().map(|note| note["words"].as_str().unwrap()).collect();
    assert_eq!(words, ["导出公开版带批注的报告“批注.docx”", "导出公开版体检意见表“意见表.docx”"]);
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let status = place.call("app.status", json!({}));
    let lib = status["library"]["path"].as_str().unwrap().to_owned();
    place.call("library.close", json!({}));
    let errors = |edition: &str| {
        let args = ["check", &lib, "--year", "2023", "--edition", edition, "--json"];
        let done = run(&data, &args);
        let checked: Value = serde_json::from_slice(&done.stdout).unwrap();
        let all = checked["findings"].as_array().unwrap();
        all.iter().filter(|found| found["code"] == "P003").count()
    };
    assert_eq!((errors("submission"), errors("public")), (1, 0));
}

#[test]
fn an_account_of_a_head_is_asked_for_by_the_post_and_nobody_else_has_one() {
    let place = place();
    place.new_library("flat");
    let heads = json!([{"post": "局党组书记", "name": "甲某"}, {"post": "局长", "name": "乙某"}]);
    place.call("unit.set", json!({"fields": { "heads": heads }}));
    let of = |post: &str| {
        let args = json!({"year": 2023, "document": "duty", "post": post});
        let doc: Doc = serde_json::from_value(place.call("draft.compose", args)).unwrap();
        doc.plain()
    };
    assert!(of("").contains("述法人：甲某") && of("局长").contains("述法人：乙某"));
    let odd = json!({"year": 2023, "document": "duty", "post": "县长"});
    assert_eq!(place.fault("draft.compose", odd).code, FaultCode::BadArguments);
    let folder = tempfile::tempdir().unwrap();
    let status = place.call("app.status", json!({}));
    let lib = status["library"]["path"].as_str().unwrap().to_owned();
    place.call("library.close", json!({}));
    let to = folder.path().join("述法.txt");
    let written = |post: &str| {
        let args = ["export", &lib, "--year", "2023", "--document", "duty", "--post", post, "--to"];
        run(&folder.path().join("data"), &[&args[..], &[to.to_str().unwrap()]].concat())
    };
    assert_eq!(written("局长").status.code(), Some(0));
    assert!(std::fs::read_to_string(&to).unwrap().contains("述法人：乙某"));
    assert_eq!(written("县长").status.code(), Some(1));
}

#[test]
fn the_terminal_says_what_is_still_to_be_looked_over_before_publication() {
    let folder = tempfile::tempdir().unwrap();
    let (data, lib) = (folder.path().join("data"), folder.path().join("甲局.nianbao"));
    let lib = lib.to_str().unwrap();
    let new = ["new", lib, "--unit", "云溪市水利局", "--short", "我局", "--kind", "department"];
    nianbao_tests::run(&data, &[&new[..], &["--year", "2023"]].concat());
    let plan =
        r#"{"record":{"kind":"plan","year":2023,"title":"局长张建国带队督察，拨打13812341234"}}"#;
    nianbao_tests::run(&data, &["call", lib, "record.add", plan]);
    let said = |edition: &str| {
        let checked = ["check", lib, "--year", "2023", "--edition", edition];
        nianbao_tests::text(&nianbao_tests::run(&data, &checked).stdout)
    };
    let public = said("public");
    for part in ["【张建国】", "【13812341234】", "公开前还有 2 处要看一遍"] {
        assert!(public.contains(part), "{public}");
    }
    assert!(!said("submission").contains("要看一遍"));
}
