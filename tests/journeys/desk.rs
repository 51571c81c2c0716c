//! A small report by hand, through the door.

use nianbao_app::{Desk, Env, Fault, FaultCode};
use serde_json::{Value, json};
use tempfile::TempDir;

pub struct Place {
    // Let go before its folder: a deleted file's number is given to another at once, and a file is
    // known by its number as long as it is held.
    pub desk: Desk,
    pub folder: TempDir,
}

pub fn place() -> Place {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::new(Env { data: folder.path().join("data") });
    Place { desk, folder }
}

impl Place {
    pub fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    pub fn call(&self, name: &str, args: Value) -> Value {
        self.desk.call(name, args).unwrap_or_else(|fault| panic!("{name}: {fault}"))
    }

    pub fn new_library(&self, template: &str) {
        self.new_library_of(2023, template);
    }

    pub fn new_library_of(&self, year: i32, template: &str) {
        self.call(
            "library.create",
            json!({
                "path": self.path("云溪市林业局 年报.nianbao"),
                "unit": {"name": "云溪市林业局", "short": "我局", "unit_kind": "department"},
                "year": year,
                "template": template,
            }),
        );
    }

    pub fn fault(&self, name: &str, args: Value) -> Fault {
        let done = self.desk.call(name, args);
        done.err().unwrap_or_else(|| panic!("{name} was done"))
    }

    pub fn sample(&self) {
        self.call("library.sample", json!({}));
    }

    pub fn add(&self, record: Value) -> i64 {
        let changed = self.call("record.add", json!({ "record": record }));
        changed["records"][0]["id"].as_i64().unwrap()
    }

    pub fn year(&self) -> Value {
        self.year_of(2023)
    }

    pub fn year_of(&self, year: i32) -> Value {
        self.call("year.get", json!({ "year": year }))
    }

    /// The id of a record of 2023, by its title.
    pub fn id(&self, list: &str, title: &str) -> i64 {
        named(&self.year(), list, title)["id"].as_i64().unwrap()
    }

    pub fn area(&self, n: usize) -> i64 {
        self.year()["areas"][n]["id"].as_i64().unwrap()
    }

    pub fn draft(&self) -> String {
        self.draft_of(2023)
    }

    pub fn draft_of(&self, year: i32) -> String {
        let doc = self.call("draft.compose", json!({ "year": year }));
        let mut out = String::new();
        for block in doc["blocks"].as_array().unwrap() {
            for inline in block["inlines"].as_array().unwrap() {
                out.push_str(inline["text"].as_str().unwrap_or("\n"));
            }
            out.push('\n');
        }
        out
    }
}

/// A record of a year, by its title (a figure by its label).
pub fn named(year: &Value, list: &str, title: &str) -> Value {
    let all = year[list].as_array().unwrap();
    let found = all.iter().find(|r| r["title"] == title || r["label"] == title);
    found.unwrap_or_else(|| panic!("no {title} among {list}")).clone()
}

/// The texts of a list, sorted as they stand.
pub fn texts(list: &Value, field: &str) -> Vec<String> {
    let all = list.as_array().unwrap().iter();
    all.map(|value| value[field].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn a_small_report_by_hand_is_composed_exported_and_there_again_after_reopening() {
    let place = place();
    place.new_library("flat");
    let area = place.area(0);
    let achievement = place.add(json!({
        "kind": "achievement", "year": 2023, "area": area,
        "title": "强化林区巡护", "body": "全年巡护{{巡护}}。",
    }));
    place.add(json!({
        "kind": "figure", "year": 2023, "key": "巡护", "label": "巡护", "unit": "次",
    }));
    let figure = place.year()["figures"][0]["id"].as_i64().unwrap();
    place.call("figure.set", json!({"id": figure, "text": "１，２３４"}));
    place.add(json!({
        "kind": "problem", "year": 2023, "title": "队伍力量不足", "cause": "编制多年没有增加",
    }));
    place.add(json!({"kind": "plan", "year": 2023, "title": "充实巡护力量"}));
    let draft = place.draft();
    assert!(draft.contains("强化林区巡护。全年巡护1234次。"), "{draft}");
    assert!(draft.contains("（一）队伍力量不足。主要原因是：编制多年没有增加。"), "{draft}");

    // Editing the draft edits the record; a burst of keystrokes is one step.
    for body in ["全年巡护{{巡护}}，", "全年巡护{{巡护}}，无火情。"] {
        place.call(
            "record.set",
            json!({"kind": "achievement", "id": achievement, "fields": {"body": body}, "typing": true}),
        );
    }
    assert!(place.draft().contains("全年巡护1234次，无火情。"));
    let changed = place.call("history.undo", json!({}));
    assert_eq!(changed["redo"], "修改成效“强化林区巡护”");
    assert!(place.draft().contains("全年巡护1234次。"));
    place.call("history.redo", json!({}));

    let file = place.path("年报.docx");
    let exported = place.call("export.write", json!({"year": 2023, "path": file}));
    assert!(exported["paragraphs"].as_u64().unwrap() >= 6);
    assert!(std::fs::metadata(&file).unwrap().len() > 4000);

    let before = place.year();
    place.call("library.close", json!({}));
    place.call("library.open", json!({"path": place.path("云溪市林业局 年报.nianbao")}));
    assert_eq!(place.year(), before);
    let status = place.call("app.status", json!({}));
    assert_eq!(status["recent"][0]["name"], "云溪市林业局");
}

#[test]
fn a_paste_is_a_step_of_its_own_among_keystrokes() {
    let place = place();
    place.new_library("flat");
    let plan = place.add(json!({"kind": "plan", "year": 2023, "title": "甲"}));
    let pasted = format!("打的字{}", "贴".repeat(100));
    let then = format!("{pasted}又打");
    for body in ["打", "打的字", &pasted, &then] {
        let fields = json!({"body": body});
        place.call(
            "record.set",
            json!({"kind": "plan", "id": plan, "fields": fields, "typing": true}),
        );
    }
    let mut seen = Vec::new();
    for _ in 0..3 {
        place.call("history.undo", json!({}));
        seen.push(place.year()["plans"][0]["body"].as_str().unwrap().to_owned());
    }
    assert_eq!(seen, [pasted.as_str(), "打的字", ""]);
}

#[test]
fn records_are_placed_and_moved_where_the_person_says() {
    let place = place();
    place.new_library("flat");
    let area = place.area(0);
    let other = place.area(1);
    let add = |title: &str| {
        place.add(json!({"kind": "achievement", "year": 2023, "area": area, "title": title}))
    };
    let (a, b, c) = (add("甲"), add("乙"), add("丙"));
    let titles = |area: i64| -> Vec<String> {
        let year = place.year();
        let all = year["achievements"].as_array().unwrap().clone();
        let here = all.into_iter().filter(|r| r["area"] == area);
        here.map(|r| r["title"].as_str().unwrap().to_owned()).collect()
    };
    place.call("record.move", json!({"kind": "achievement", "id": c, "after": null}));
    assert_eq!(titles(area), ["丙", "甲", "乙"]);
    place.call("record.move", json!({"kind": "achievement", "id": c, "after": a}));
    assert_eq!(titles(area), ["甲", "丙", "乙"]);
    place
        .call("record.move", json!({"kind": "achievement", "id": b, "after": null, "area": other}));
    assert_eq!((titles(area), titles(other)), (vec!["甲".into(), "丙".into()], vec!["乙".into()]));
    place.call("history.undo", json!({}));
    assert_eq!(titles(area), ["甲", "丙", "乙"]);
}

#[test]
fn faults_have_a_sentence_and_change_nothing() {
    let place = place();
    let fault = |name: &str, args: Value| place.desk.call(name, args).unwrap_err();
    assert_eq!(fault("year.get", json!({"year": 2023})).code, FaultCode::NothingOpen);
    assert_eq!(fault("no.such", json!({})).code, FaultCode::UnknownCall);
    place.new_library("statutory");
    let before = place.year();
    let area = place.area(0);
    assert_eq!(fault("year.get", json!({"year": 1999})).code, FaultCode::NoSuchYear);
    assert_eq!(
        fault("record.set", json!({"kind": "area", "id": area, "fields": {"id": 5}})).code,
        FaultCode::BadArguments
    );
    assert_eq!(
        fault("record.set", json!({"kind": "area", "id": area, "fields": {"colour": 5}})).code,
        FaultCode::BadArguments
    );
    assert_eq!(
        fault("record.remove", json!({"kind": "plan", "id": 9999})).code,
        FaultCode::NoSuchRecord
    );
    assert_eq!(
        fault("year.create", json!({"year": 2023, "template": "flat"})).code,
        FaultCode::Exists
    );
    assert_eq!(
        fault("year.create", json!({"year": 23, "template": "flat"})).code,
        FaultCode::Refused
    );
    assert_eq!(fault("history.redo", json!({})).code, FaultCode::NothingToUndo);
    let path = place.path("年报.rtf");
    assert_eq!(
        fault("export.write", json!({"year": 2023, "path": path})).code,
        FaultCode::Unsupported
    );
    place.add(json!({"kind": "figure", "year": 2023, "key": "甲", "label": "甲"}));
    let id = place.year()["figures"][0]["id"].as_i64().unwrap();
    let bad = fault("figure.set", json!({"id": id, "text": "约二十"}));
    assert_eq!((bad.code, bad.message.as_str()), (FaultCode::BadNumber, "“约二十”不是一个数"));
    place.call("history.undo", json!({}));
    assert_eq!(place.year(), before);
}

#[test]
fn help_lists_every_call_with_its_types() {
    let help = place().call("help", json!({}));
    let calls = help["calls"].as_array().unwrap();
    assert_eq!(calls.len(), nianbao_app::CALLS.len());
    for call in calls {
        for types in [&call["args"], &call["reply"]] {
            let name = types.as_str().unwrap().trim_start_matches("Array<").trim_end_matches('>');
            assert!(help["declarations"][name].is_string(), "{call}");
        }
    }
}

#[test]
fn switching_the_template_loses_no_record() {
    let place = place();
    place.call("library.sample", json!({}));
    let before = place.year();
    let flat = place.call("year.set", json!({"year": 2023, "fields": {"template": "flat"}}));
    assert_eq!(flat["records"][0]["template"], "flat");
    assert!(!place.draft().contains("主要举措和成效\n"));
    place.call("year.set", json!({"year": 2023, "fields": {"template": "statutory"}}));
    assert_eq!(place.year(), before);
}

#[test]
fn the_open_library_is_neither_read_as_a_report_nor_written_over() {
    let place = place();
    place.new_library("flat");
    let lib = place.path("云溪市林业局 年报.nianbao");
    let read = place.desk.call("import.read", json!({"path": lib})).unwrap_err();
    assert_eq!(read.code, FaultCode::FileBusy);
    // A second desk is another program to the file: it is still held.
    let other = Desk::new(Env { data: place.folder.path().join("other") });
    let busy = other.call("library.open", json!({"path": lib})).unwrap_err();
    assert_eq!(busy.code, FaultCode::FileBusy, "{busy}");
    place.add(json!({"kind": "plan", "year": 2023, "title": "仍可保存"}));
}

#[test]
fn a_report_taken_in_says_where_it_reads_otherwise_than_its_source() {
    let place = place();
    place.new_library("flat");
    let text = "云溪市林业局2022年法治政府建设年度报告\n一、主要做法\n（一）严格执法。全年巡护。\n（二）加强普法。宣传入村。\n\
                二、存在问题及下一步打算\n（一）力量不足。人手偏少。\n下一步，充实队伍。\n云溪市林业局\n2023年1月5日\n附件：1.统计表\n";
    let reading = place.call("import.read", json!({"text": text}));
    let mut args = reading.clone();
    args["year"] = json!(2022);
    args["full_width"] = json!(true);
    let changed = place.call("import.accept", args);
    let notes = changed["notes"].as_array().unwrap();
    assert!(!notes.is_empty(), "{changed:#}");
    assert!(notes.iter().all(|note| note.as_str().is_some_and(|n| !n.is_empty())));
}
