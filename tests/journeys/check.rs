//! 体检 through the door and from the command line.

use nianbao_app::FaultCode;
use nianbao_tests::{run, text};
use serde_json::{Value, json};

use crate::desk::{Place, place};

/// A 库 with two dates that no report writes so, and a sum that does not hold.
fn faulty() -> (Place, i64) {
    let place = place();
    place.new_library("flat");
    let area = place.area(0);
    let id = place.add(json!({
        "kind": "achievement", "year": 2023, "area": area, "title": "强化林区巡护",
        "body": "2023年3月05日召开会议。😀2023年12月08日检查。共巡护12次，其中夜间5次、白天6次。2023年2月30日总结。",
    }));
    (place, id)
}

fn check(place: &Place) -> Value {
    place.call("check.run", json!({"year": 2023}))
}

fn of<'a>(checked: &'a Value, code: &str) -> Vec<&'a Value> {
    checked["findings"].as_array().unwrap().iter().filter(|f| f["code"] == code).collect()
}

fn body(place: &Place, id: i64) -> String {
    let year = place.year();
    let all = year["achievements"].as_array().unwrap();
    all.iter().find(|r| r["id"] == id).unwrap()["body"].as_str().unwrap().to_owned()
}

#[test]
fn a_year_is_checked_and_each_finding_leads_to_its_field_by_characters() {
    let (place, id) = faulty();
    let checked = check(&place);
    let zeros = of(&checked, "D004");
    assert_eq!(zeros.len(), 2, "{checked:#}");
    let draft: Vec<char> = place.draft().chars().collect();
    let typed: Vec<char> = body(&place, id).chars().collect();
    for found in checked["findings"].as_array().unwrap() {
        let Some(at) = found["at"].as_object() else { continue };
        let span = |value: &Value| value.as_u64().unwrap() as usize;
        let shown: String = draft[span(&at["start"])..span(&at["end"])].iter().collect();
        assert_eq!(at["text"], shown, "{found:#}");
        if found["fixable"] == true {
            let record = &found["record"];
            assert_eq!((&record["id"], &record["field"]), (&json!(id), &json!("body")));
            let own: String = typed[span(&record["start"])..span(&record["end"])].iter().collect();
            assert_eq!(at["text"], own, "{found:#}");
        }
    }
    assert_eq!(zeros[1]["part"], "results");
    assert_eq!(zeros[1]["place"], "成效“强化林区巡护”");
    let excerpt = &zeros[1]["excerpt"];
    assert_eq!(excerpt["marked"], zeros[1]["at"]["text"]);
    assert!(excerpt["before"].as_str().unwrap().ends_with("召开会议。😀2023年12月"), "{excerpt}");
    assert_eq!(of(&checked, "F001").len(), 1, "{checked:#}");
}

#[test]
fn what_is_mechanical_is_mended_as_one_edit_and_taken_back() {
    let (place, id) = faulty();
    let before = body(&place, id);
    let checked = check(&place);
    let identities: Vec<&Value> = of(&checked, "D004").iter().map(|f| &f["identity"]).collect();
    let changed = place.call("check.fix", json!({"year": 2023, "identities": identities}));
    let name = changed["undo"].as_str().unwrap();
    assert!(name.starts_with("修正 2 处“"), "{name}");
    assert_eq!(body(&place, id), before.replace("05日", "5日").replace("08日", "8日"));
    assert_eq!(of(&check(&place), "D004").len(), 0);
    place.call("history.undo", json!({}));
    assert_eq!(body(&place, id), before);
    // One alone, and never twice.
    let one = json!({"year": 2023, "identities": [identities[1]]});
    let changed = place.call("check.fix", one.clone());
    assert_eq!(changed["undo"], "修正“08日”为“8日”");
    assert_eq!(place.fault("check.fix", one).code, FaultCode::NoSuchRecord);
}

#[test]
fn what_is_accepted_is_not_counted_and_comes_back_when_its_text_changes() {
    let (place, id) = faulty();
    let checked = check(&place);
    let sum = of(&checked, "F001")[0].clone();
    let accept =
        |reason: &str| json!({"year": 2023, "identity": sum["identity"], "reason": reason});
    assert_eq!(place.fault("check.accept", accept(" ")).code, FaultCode::Refused);
    let after = place.call("check.accept", accept("另有1次昼夜不分"));
    assert_eq!(of(&after, "F001").len(), 0);
    assert_eq!(after["accepted"][0]["reason"], "另有1次昼夜不分");
    assert_eq!(after["accepted"][0]["code"], "F001");
    let warnings = |checked: &Value| checked["counts"]["warning"].as_u64().unwrap();
    assert_eq!(warnings(&after) + 1, warnings(&checked));
    // Another record changes: it stays accepted. Its own does: it comes back.
    place.add(json!({"kind": "plan", "year": 2023, "title": "充实巡护力量"}));
    assert_eq!(of(&check(&place), "F001").len(), 0);
    let fields = json!({"body": format!("{}又及。", body(&place, id))});
    place.call("record.set", json!({"kind": "achievement", "id": id, "fields": fields}));
    assert_eq!(of(&check(&place), "F001").len(), 1);
    // As it was before, it is accepted again; till that is taken back.
    place.call("history.undo", json!({}));
    assert_eq!(of(&check(&place), "F001").len(), 0);
    let back = json!({"year": 2023, "identity": sum["identity"]});
    let back = place.call("check.unaccept", back);
    assert_eq!(of(&back, "F001").len(), 1);
    assert_eq!(back["accepted"], json!([]));
}

#[test]
fn a_rule_that_is_off_finds_nothing_until_it_is_on_again() {
    let (place, _) = faulty();
    let rules = place.call("check.set", json!({"off": ["D004"]}));
    let rule = |rules: &Value, code: &str| {
        let all = rules["rules"].as_array().unwrap();
        all.iter().find(|rule| rule["code"] == code).unwrap().clone()
    };
    assert_eq!(rule(&rules, "D004")["on"], false);
    assert_eq!(rule(&rules, "F001")["on"], true);
    let without = check(&place);
    assert_eq!(of(&without, "D004").len(), 0);
    place.call("check.set", json!({"on": ["D004"]}));
    let with = check(&place);
    assert_eq!(of(&with, "D004").len(), 2);
    assert_eq!(with["rules_run"].as_u64(), without["rules_run"].as_u64().map(|n| n + 1));
    let wrong = place.fault("check.set", json!({"off": ["X999"]}));
    assert!(wrong.message.contains("X999"), "{wrong}");
}

#[test]
fn own_words_are_kept_and_go_out_to_a_table_and_in_again() {
    let place = place();
    place.new_library("flat");
    let words = json!([{"wrong": " 布署 ", "right": "部署"}, {"wrong": "我局委", "right": ""}]);
    let kept = place.call("check.set", json!({"words": words}));
    assert_eq!(kept["words"][0], json!({"wrong": "布署", "right": "部署"}));
    for (lines, said) in [
        (json!([{"wrong": "", "right": "甲"}]), "还没有填"),
        (json!([{"wrong": "甲", "right": "甲"}]), "一样"),
        (json!([{"wrong": "甲", "right": "乙"}, {"wrong": "甲", "right": "丙"}]), "两次"),
        (json!([{"wrong": "甲".repeat(101), "right": ""}]), "100"),
    ] {
        let fault = place.fault("check.set", json!({"words": lines}));
        assert!(fault.message.contains(said), "{fault}");
    }
    for name in ["词表.xlsx", "词表.csv"] {
        let path = place.path(name);
        let out = place.call("check.export", json!({"list": "words", "path": path}));
        assert_eq!(out["lines"], 2);
        place.call("check.set", json!({"words": [{"wrong": "布署", "right": "旧"}]}));
        let read = place.call("check.import", json!({"list": "words", "path": path}));
        assert_eq!((&read["added"], &read["changed"]), (&json!(1), &json!(1)), "{name}");
        assert_eq!(read["rules"]["words"], kept["words"]);
        let again = place.call("check.import", json!({"list": "words", "path": path}));
        assert_eq!((&again["added"], &again["changed"]), (&json!(0), &json!(0)));
    }
}

#[test]
fn any_text_is_checked_and_its_places_count_characters() {
    let place = place();
    let source = "😀\r\n2023年02月30日召开会议。\n　共办理12件，其中甲类5件、乙类6件。\r";
    let checked = place.call("check.text", json!({"text": source}));
    let chars: Vec<char> = source.chars().collect();
    let found = checked["findings"].as_array().unwrap();
    assert!(!of(&checked, "D001").is_empty() && !of(&checked, "F001").is_empty(), "{checked:#}");
    for one in found {
        let span = |key: &str| one["at"][key].as_u64().unwrap() as usize;
        let shown: String = chars[span("start")..span("end")].iter().collect();
        assert_eq!(one["at"]["text"], shown);
        assert_eq!(one["fixable"], false);
    }
}

#[test]
fn the_command_line_checks_libraries_and_files_and_says_by_its_code_whether_there_are_errors() {
    let (place, _) = faulty();
    place.call("library.close", json!({}));
    let data = place.folder.path().join("data");
    let lib = place.path("云溪市林业局 年报.nianbao");
    let checked = run(&data, &["check", &lib, "--year", "2023", "--json"]);
    assert_eq!(checked.status.code(), Some(3), "{}", text(&checked.stderr));
    let told: Value = serde_json::from_slice(&checked.stdout).unwrap();
    let first = told["findings"][0].as_object().unwrap();
    let mut keys: Vec<&String> = first.keys().collect();
    keys.sort();
    assert_eq!(keys, ["at", "code", "fix", "hint", "message", "record", "severity"]);
    let fix = told["findings"].as_array().unwrap().iter().find(|f| f["code"] == "D004").unwrap();
    assert!(fix["fix"]["replacement"].is_string(), "{fix}");
    let counted: u64 =
        ["error", "warning", "hint"].iter().map(|k| told["counts"][k].as_u64().unwrap()).sum();
    assert_eq!(counted as usize, told["findings"].as_array().unwrap().len());
    assert!(told["rules_run"].as_u64().unwrap() > 20);

    let words = run(&data, &["check", &lib]);
    assert_eq!(words.status.code(), Some(3));
    assert!(text(&words.stdout).contains("错误 D001"), "{}", text(&words.stdout));

    let at = |name: &str, bytes: &[u8]| {
        let path = place.path(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    for (name, bytes, code) in [
        ("对.txt", "全年共办理12件，其中甲类5件、乙类7件。".as_bytes(), 0),
        ("疑.txt", "全年共办理12件，其中甲类5件、乙类6件。".as_bytes(), 0),
        ("错.txt", "2023年2月30日召开会议。".as_bytes(), 3),
        ("页.html", "<script>2023年2月30日</script><p>全年<b>无事</b>。".as_bytes(), 0),
        ("错.htm", "<p>2023年2月<b>30</b>日召开会议。".as_bytes(), 3),
        ("错.md", "# 要点\n\n2023年2月30日召开会议。".as_bytes(), 3),
        ("包.mht", b"From: saved\r\n\r\n<p>", 1),
        ("无.html", b"<script>1</script>", 1),
        ("空.txt", b" \n", 1),
        ("假.docx", b"PK\x03\x04none", 1),
    ] {
        let done = run(&data, &["check", &at(name, bytes), "--json"]);
        assert_eq!(done.status.code(), Some(code), "{name}: {}", text(&done.stderr));
        match code {
            1 => assert!(text(&done.stderr).contains("提示："), "{name}"),
            _ => drop(serde_json::from_slice::<Value>(&done.stdout).unwrap()),
        }
    }
    // Half a surrogate is no UTF-8: it is read by a guess or refused, and nothing breaks.
    for bytes in [&b"\xED\xA0\x80"[..], "全年共办理\u{1F600}12件。".as_bytes()] {
        let path = at("半个代理.txt", &[bytes, b"\xED\xB0\x80"].concat());
        let done = run(&data, &["check", &path, "--json"]);
        assert!(matches!(done.status.code(), Some(0 | 1)), "{}", text(&done.stderr));
        assert!(!text(&done.stderr).contains("程序出错"));
    }
    assert_eq!(run(&data, &["check", &place.path("没有.txt")]).status.code(), Some(1));

    // The report as a Word file says what the 库 says.
    let docx = place.path("年报.docx");
    run(&data, &["export", &lib, "--year", "2023", "--to", &docx]);
    let checked = run(&data, &["check", &docx, "--json"]);
    assert_eq!(checked.status.code(), Some(3), "{}", text(&checked.stderr));
    let told: Value = serde_json::from_slice(&checked.stdout).unwrap();
    assert_eq!((of(&told, "D004").len(), of(&told, "F001").len()), (2, 1), "{told:#}");
}

#[test]
fn pages_are_laid_out_for_who_asks_and_told_of_until_the_text_changes() {
    let (place, id) = faulty();
    let organs: Vec<String> = (100..250).map(|n| format!("第{n}办事处")).collect();
    place.call("year.set", json!({"year": 2023, "fields": {"addressee": organs.join("、")}}));
    let told = |args: Value| of(&place.call("check.run", args), "W004").len();
    assert_eq!(told(json!({"year": 2023})), 0, "nothing was laid out yet");
    assert_eq!(told(json!({"year": 2023, "pages": true})), 1);
    assert_eq!(told(json!({"year": 2023})), 1, "the pages are those of this text");
    // The other edition has no addressee.
    assert_eq!(told(json!({"year": 2023, "pages": true, "edition": "public"})), 0);
    assert_eq!(told(json!({"year": 2023, "pages": true})), 1);
    let fields = json!({"body": "全年巡护12次。"});
    place.call("record.set", json!({"kind": "achievement", "id": id, "fields": fields}));
    assert_eq!(told(json!({"year": 2023})), 0, "the pages are those of another text");
    place.call("library.close", json!({}));
    let data = place.folder.path().join("data");
    let lib = place.path("云溪市林业局 年报.nianbao");
    let done = run(&data, &["check", &lib, "--year", "2023", "--json"]);
    let report: Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(of(&report, "W004").len(), 1, "{report:#}");
}

#[test]
fn hostile_text_is_checked_or_refused_in_bounded_time() {
    let place = place();
    let at = |name: &str, text: &str| {
        let path = place.path(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let huge = at("大.txt", &"全年共办理案件。\n".repeat(50 * 1024 * 1024 / 25));
    assert_eq!(place.fault("check.file", json!({"path": huge})).code, FaultCode::TooLarge);
    let huge = "共12件，其中".repeat(21 * 1024 * 1024 / 17);
    assert_eq!(place.fault("check.text", json!({"text": huge})).code, FaultCode::TooLarge);

    let sum = format!("全年共办理12件，其中甲类5件、乙类6件，{}", "依法办理各类事项，".repeat(20));
    for (what, text) in [
        ("ten thousand unpaired quotes", "“".repeat(10_000)),
        ("as many of each mark", "（《“‘【".repeat(10_000)),
        ("a paragraph of a million characters", sum.repeat(1_000_000 / sum.chars().count())),
        ("as many lines", "甲\r\n乙\r丙\n\u{2028}".repeat(50_000)),
        ("as many digits", "1".repeat(1_000_000)),
        ("as many headings", "一、甲\n".repeat(20_000)),
    ] {
        let begun = std::time::Instant::now();
        let checked = place.call("check.text", json!({"text": text}));
        assert!(checked["rules_run"].as_u64().unwrap() > 20);
        // An unoptimised build on a busy machine; what grows with the square takes hours.
        assert!(begun.elapsed().as_secs() < 60, "{what}: {:?}", begun.elapsed());
    }
}

#[test]
fn what_was_found_goes_out_as_a_sheet_and_as_comments_with_what_was_let_stand() {
    let (place, _) = faulty();
    let found = of(&check(&place), "F001")[0].clone();
    let args = json!({"year": 2023, "identity": found["identity"], "reason": "另有一次昼夜不分"});
    place.call("check.accept", args);
    let sheet = place.path("意见表.docx");
    let told = place.call("check.review", json!({"year": 2023, "path": sheet}));
    assert_eq!((&told["accepted"], told["counts"]["error"].as_u64() > Some(0)), (&json!(1), true));
    let again = place.fault("check.review", json!({"year": 2023, "path": sheet}));
    assert_eq!(again.code, FaultCode::Exists);
    let part = |path: &str, name: &str| {
        let mut zip = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
        let mut out = String::new();
        std::io::Read::read_to_string(&mut zip.by_name(name).unwrap(), &mut out).unwrap();
        out
    };
    let xml = part(&sheet, "word/document.xml");
    for words in ["体检意见表", "处理情况", "认可：另有一次昼夜不分", "日历上没有2023年2月30日"]
    {
        assert!(xml.contains(words), "{words}");
    }
    place.call("library.close", json!({}));
    let data = place.folder.path().join("data");
    let lib = place.path("云溪市林业局 年报.nianbao");
    let commented = place.path("批注.docx");
    let args = ["check", &lib, "--year", "2023", "--to", &commented, "--comments"];
    assert_eq!(run(&data, &args).status.code(), Some(3));
    let said = part(&commented, "word/comments.xml");
    assert!(said.contains("w:author=\"法治年报\"") && said.contains("已认可：另有一次昼夜不分"));
    let text = part(&commented, "word/document.xml");
    let count = |what: &str| text.matches(what).count();
    let all = said.matches("<w:comment ").count();
    assert!(all > 3, "{all}");
    for mark in ["<w:commentRangeStart", "<w:commentRangeEnd", "<w:commentReference"] {
        assert_eq!(count(mark), all, "{mark}");
    }
    let refused = run(&data, &["check", &commented, "--to", &sheet]);
    assert_eq!(refused.status.code(), Some(1));
}
