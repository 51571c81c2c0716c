//! Whatever calls come, in whatever order: undo brings back what was, redo what came of it, and every
//! state composes.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::desk::{Place, place};
use crate::undo::{whole, writing};

/// What a call is made of: numbers choose among what is there.
#[derive(Debug, Clone)]
struct Wish {
    call: usize,
    a: usize,
    b: usize,
    c: usize,
    yes: [bool; 4],
    text: String,
}

fn wish() -> impl Strategy<Value = Wish> {
    let text = "([甲乙丙。；\\n 12]|\\{\\{办结案件\\}\\}|\u{20BB7}){0,12}";
    let numbers = (0..CALLS.len(), 0..1000_usize, 0..1000_usize, 0..1000_usize);
    (numbers, any::<[bool; 4]>(), text).prop_map(|((call, a, b, c), yes, text)| Wish {
        call,
        a,
        b,
        c,
        yes,
        text,
    })
}

const CALLS: [&str; 26] = [
    "unit.set",
    "year.create",
    "year.set",
    "year.carry",
    "year.review",
    "loop.set",
    "record.add",
    "record.set",
    "record.remove",
    "record.move",
    "record.split",
    "record.join",
    "record.turn",
    "quick.add",
    "figure.set",
    "figure.relate",
    "figure.clear",
    "figure.paste",
    "template.save",
    "template.remove",
    "template.import",
    "indicator.accept",
    "evidence.attach",
    "snapshot.restore",
    "import.accept",
    "check.fix",
];

const LISTS: [(&str, &str); 10] = [
    ("achievement", "achievements"),
    ("problem", "problems"),
    ("plan", "plans"),
    ("duty", "duties"),
    ("passage", "passages"),
    ("figure", "figures"),
    ("indicator", "indicators"),
    ("evidence", "evidence"),
    ("opinion", "opinions"),
    ("area", "areas"),
];

const TEMPLATES: [&str; 6] =
    ["statutory", "flat", "three_part", "leader_first", "county", "township"];

/// The sample, with a file, a table and a report at hand, and a snapshot of each year.
struct Work {
    place: Place,
    proposal: Value,
    report: Value,
    snapshots: Vec<Value>,
}

impl Work {
    fn new() -> Self {
        let place = place();
        place.sample();
        let table = place.path("指标.csv");
        std::fs::write(&table, "编号,指标,评分标准\n1,组织领导,5分\n1.1,学法,2分\n").unwrap();
        let proposal = place.call("indicator.read", json!({ "path": table }));
        for n in 0..3 {
            std::fs::write(place.path(&format!("佐证{n}.txt")), "同一内容".repeat(n)).unwrap();
        }
        place.call("indicator.accept", json!({"year": 2023, "proposal": proposal}));
        let paths = [place.path("佐证0.txt"), place.path("佐证1.txt")];
        place.call("evidence.attach", json!({"year": 2023, "paths": paths, "copy": false}));
        place.add(json!({"kind": "opinion", "year": 2023, "body": "补充数据"}));
        place.call("template.save", json!({"from": "flat", "name": "本局"}));
        let file = place.path("模板.json");
        place.call("template.export", json!({"key": "county", "path": file}));
        let text =
            "云溪市水利局2021年法治政府建设年度报告\n一、依法治水\n严格执法，办结案件12宗。\n";
        let report = place.call("import.read", json!({ "text": text }));
        let mut work = Self { place, proposal, report, snapshots: Vec::new() };
        for year in work.years() {
            let args = json!({"year": year, "name": "底稿"});
            work.snapshots.push(work.place.call("snapshot.make", args)["id"].clone());
        }
        work
    }

    fn years(&self) -> Vec<i64> {
        let status = self.place.call("app.status", json!({}));
        let years = status["library"]["years"].as_array().unwrap();
        years.iter().map(|year| year.as_i64().unwrap()).collect()
    }

    /// Names of the steps that stand, as many as there are.
    fn steps(&self) -> usize {
        let steps = self.place.call("history.list", json!({}));
        steps.as_array().unwrap().iter().filter(|step| step["undone"] == false).count()
    }

    fn args(&self, wish: &Wish) -> Value {
        let Wish { a, b, c, yes, text, .. } = wish;
        let years = self.years();
        let year_number = years[a % years.len()];
        let year = self.place.year_of(i32::try_from(year_number).unwrap());
        let (kind, list) = LISTS[b % LISTS.len()];
        let nth = |list: &str, n: usize| {
            let all = year[list].as_array().unwrap();
            if all.is_empty() { json!(999_999) } else { all[n % all.len()]["id"].clone() }
        };
        let id = nth(list, *c);
        let target = |n: usize| match n % 3 {
            0 => ("answers", [nth("plans", *c), nth("problems", *a)]),
            1 => ("indicators", [nth("indicators", *c), nth("indicators", *a)]),
            _ => ("evidence", [nth("evidence", *c), nth("evidence", *a)]),
        };
        let template = self.templates()[c % self.templates().len()].clone();
        match CALLS[wish.call] {
            "unit.set" => json!({"fields": {"short": text, "region": text}}),
            "year.create" => json!({"year": 2020 + a % 8, "template": template}),
            "year.set" => json!({"year": year_number, "fields": match b % 3 {
                0 => json!({"template": template, "dialect": dialect(*c)}),
                1 => json!({"title": text, "addressee": text, "opening": text}),
                _ => json!({"sections": [{"of": "plans", "title": text, "items": "headed"}]}),
            }}),
            "year.carry" => json!({
                "from": year_number, "to": year_number + 1 + i64::from(yes[0]),
                "structure": yes[0], "plans": yes[1], "problems": yes[2], "figures": yes[3],
            }),
            "year.review" => {
                let state = ["drafting", "reviewed", "final"][b % 3];
                json!({"year": year_number, "state": state})
            }
            "loop.set" => {
                let (kind, list) = LISTS[1 + b % 2];
                let state = ["done", "underway", "not_done"][a % 3];
                json!({"kind": kind, "id": nth(list, *c), "state": state, "note": text, "typing": yes[0]})
            }
            "record.add" => {
                let mut record =
                    json!({"kind": kind, "year": year_number, "title": text, "body": text});
                if matches!(kind, "achievement" | "passage") {
                    record["area"] = nth("areas", *a);
                }
                if kind == "passage" {
                    record["slot"] = json!("area_lead");
                }
                if kind == "figure" {
                    record = json!({
                        "kind": kind, "year": year_number, "key": format!("键{c}"), "label": text,
                    });
                }
                if matches!(kind, "achievement" | "plan") {
                    let (list, ids) = target(if kind == "plan" { 0 } else { *a });
                    record[list] = json!(ids[usize::from(kind == "plan")..]);
                }
                json!({"record": record, "after": if yes[0] { nth(list, *b) } else { Value::Null }})
            }
            "record.set" => {
                let field = match kind {
                    "figure" => "label",
                    "area" | "indicator" | "evidence" => "title",
                    _ if yes[0] && kind != "passage" && kind != "opinion" => "title",
                    _ => "body",
                };
                let mut fields = json!({ field: text });
                if yes[1] && kind == "achievement" {
                    let (list, ids) = target(*b);
                    fields[list] = json!(ids);
                    fields["area"] = nth("areas", *a);
                }
                if yes[1] && kind == "indicator" {
                    fields = json!({"parent": nth("indicators", *a)});
                }
                if yes[1] && kind == "figure" {
                    fields = json!({"key": text});
                }
                json!({"kind": kind, "id": id, "fields": fields, "typing": yes[2]})
            }
            "record.remove" => json!({"kind": kind, "id": id}),
            "record.move" => {
                let after = if yes[0] { nth(list, a + 1) } else { Value::Null };
                json!({"kind": kind, "id": id, "after": after})
            }
            "record.split" => {
                let (kind, list) = LISTS[b % 5];
                let field = ["body", "title", "cause"][a % 3];
                json!({"kind": kind, "id": nth(list, *c), "field": field, "at": a % 40})
            }
            "record.join" => {
                let (kind, list) = LISTS[b % 5];
                json!({"kind": kind, "id": nth(list, *c)})
            }
            "record.turn" => {
                let (kind, list) = LISTS[b % 5];
                let to = match a % 5 {
                    0 => json!({"as": "achievement", "area": nth("areas", *c)}),
                    1 => json!({"as": "problem"}),
                    2 => json!({"as": "plan"}),
                    3 => json!({"as": "duty"}),
                    _ => json!({"as": "passage", "slot": "other"}),
                };
                json!({"kind": kind, "id": nth(list, *c), "to": to})
            }
            "quick.add" => {
                json!({"year": year_number, "line": format!("3月{}日 · 培训 · {text}。甲", a % 32)})
            }
            "figure.set" => {
                let column = if yes[0] { "value" } else { "previous" };
                json!({"id": nth("figures", *c), "text": a.to_string(), "column": column})
            }
            "figure.relate" => {
                let keys = year["figures"].as_array().unwrap();
                let key = |n: usize| keys.get(n % keys.len().max(1)).map(|f| f["key"].clone());
                let relation = json!({"relation": "sum", "parts": [key(*a), key(*b)]});
                let relation = if yes[0] { relation } else { Value::Null };
                json!({"id": nth("figures", *c), "relation": relation})
            }
            "figure.clear" => json!({"cells": [
                {"id": nth("figures", *a), "column": "value"},
                {"id": nth("figures", *b), "column": "unit"},
            ]}),
            "figure.paste" => {
                json!({"year": year_number, "text": format!("指标\t本年\n新数{a}\t{b}\n接收投诉\t{c}\n坏\t字\n")})
            }
            "template.save" => json!({"from": template, "name": format!("自用{text}")}),
            "template.remove" => {
                let own = self.own_templates();
                json!({"id": own.get(a % own.len().max(1)).cloned().unwrap_or(json!(999_999))})
            }
            "template.import" => json!({"path": self.place.path("模板.json")}),
            "indicator.accept" => {
                json!({"year": year_number, "proposal": self.proposal, "replace": yes[0]})
            }
            "evidence.attach" => {
                let paths: Vec<_> =
                    (0..=a % 3).map(|n| self.place.path(&format!("佐证{n}.txt"))).collect();
                let (kind, list) = [LISTS[0], LISTS[6]][b % 2];
                let to = json!({"kind": kind, "id": nth(list, *c)});
                let to = if yes[1] { to } else { Value::Null };
                json!({"year": year_number, "paths": paths, "copy": yes[0], "to": to})
            }
            "snapshot.restore" => json!({"id": self.snapshots[a % self.snapshots.len()]}),
            "import.accept" => json!({
                "source": self.report["source"], "proposal": self.report["proposal"],
                "year": 2020 + a % 8, "full_width": yes[0],
            }),
            "check.fix" => json!({"year": year_number, "identities": self.fixable(year_number)}),
            other => panic!("no arguments for {other}"),
        }
    }

    /// What 体检 could mend by itself; nothing where the year is not there.
    fn fixable(&self, year: i64) -> Vec<Value> {
        let Ok(report) = self.place.desk.call("check.run", json!({"year": year})) else {
            return Vec::new();
        };
        let findings = report["findings"].as_array().unwrap();
        let fixable = findings.iter().filter(|finding| finding["fixable"] == true);
        fixable.map(|finding| finding["identity"].clone()).collect()
    }

    fn templates(&self) -> Vec<Value> {
        let list = self.place.call("template.list", json!({}));
        list.as_array().unwrap().iter().map(|entry| entry["key"].clone()).collect()
    }

    fn own_templates(&self) -> Vec<Value> {
        let list = self.place.call("template.list", json!({}));
        let ids = list.as_array().unwrap().iter().map(|entry| entry["id"].clone());
        ids.filter(|id| !id.is_null()).collect()
    }
}

fn dialect(n: usize) -> Value {
    ["d1", "d2", "d3", "d4", "d5"].get(n % 6).map_or(Value::Null, |dialect| json!(dialect))
}

#[test]
fn every_call_that_edits_is_among_those_that_are_tried() {
    let known: BTreeSet<String> = CALLS.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(known, writing(&place()));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 12,
        max_shrink_iters: 400,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn undo_of_whatever_was_done_is_as_if_it_had_not_been(
        wishes in proptest::collection::vec(wish(), 1..14),
    ) {
        let work = Work::new();
        let place = &work.place;
        // What stood before each step that can be undone.
        let mut before = Vec::new();
        let mut now = whole(place);
        for wish in &wishes {
            let (name, args) = (CALLS[wish.call], work.args(wish));
            let steps = work.steps();
            let done = place.desk.call(name, args.clone());
            let after = whole(place);
            if let Err(fault) = done {
                prop_assert!(!fault.message.is_empty() && !fault.hint.is_empty());
                prop_assert!(fault.code != nianbao_app::FaultCode::Panic, "{} {}", name, args);
                prop_assert_eq!(&after, &now, "{} {} was refused and changed something", name, args);
                continue;
            }
            let known = before.len();
            match work.steps() {
                more if more == steps + 1 => before.push(now),
                same if same == steps => {}
                less if less + 1 == steps => {
                    // Typing that took itself back: the step is gone.
                    let was = before.pop();
                    prop_assert_eq!(was.as_ref(), Some(&after), "{} {}", name, args);
                }
                other => panic!("{name}: {steps} steps became {other}"),
            }
            now = after;
            if before.is_empty() || before.len() < known {
                continue;
            }
            place.call("history.undo", json!({}));
            prop_assert_eq!(Some(&whole(place)), before.last(), "undo of {} {}", name, args);
            place.call("history.redo", json!({}));
            prop_assert_eq!(&whole(place), &now, "redo of {} {}", name, args);
        }
        for state in before.iter().rev() {
            place.call("history.undo", json!({}));
            prop_assert_eq!(&whole(place), state);
        }
        for _ in &before {
            place.call("history.redo", json!({}));
        }
        prop_assert_eq!(&whole(place), &now);
        // As it came out, each year composes under every template and in every dialect.
        for year in work.years() {
            for (n, template) in TEMPLATES.iter().enumerate() {
                let fields = json!({"template": template, "dialect": dialect(n)});
                place.call("year.set", json!({"year": year, "fields": fields}));
                place.call("draft.compose", json!({ "year": year }));
                place.call("overview.get", json!({ "year": year }));
                place.call("missing.get", json!({ "year": year }));
            }
        }
    }
}
