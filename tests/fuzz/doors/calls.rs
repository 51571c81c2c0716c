//! Named calls on a desk with the sample, as the window, `serve` and scripts send them.

use std::path::Path;

use nianbao_app::{Desk, Env, Fault, FaultCode};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::words;

/// Not on a machine that is in use: it opens the system's file manager.
const NOT_CALLED: &str = "folder.show";

struct Place {
    desk: Desk,
    folder: TempDir,
}

fn place() -> Place {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::new(Env { data: folder.path().join("data") });
    desk.call("library.sample", json!({})).unwrap();
    for (name, text) in [
        ("报告.txt", "云溪市水利局2021年法治政府建设年度报告\n一、依法治水\n严格执法。\n"),
        ("指标.csv", "编号,指标\n1,组织领导\n1.1,学法\n"),
        ("词表.csv", "帐户,账户\n"),
        ("佐证.txt", "佐证"),
    ] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    Place { desk, folder }
}

impl Place {
    fn call(&self, name: &str, args: Value) -> Result<Value, Fault> {
        let outcome = self.desk.call(name, args);
        if let Err(fault) = &outcome {
            assert!(fault.code != FaultCode::Panic, "{name}: {fault}");
            let chinese = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
            assert!(fault.message.contains(chinese) && !fault.hint.is_empty(), "{name}: {fault:?}");
        }
        outcome
    }

    fn years(&self) -> Vec<i64> {
        let status = self.call("app.status", json!({})).unwrap();
        let years = status["library"]["years"].as_array().cloned().unwrap_or_default();
        years.iter().filter_map(Value::as_i64).collect()
    }

    /// Whatever was put in: it composes, and every step can be undone.
    fn still_works(&self) {
        for year in self.years() {
            for name in ["year.get", "draft.compose", "overview.get", "missing.get", "check.run"] {
                self.call(name, json!({ "year": year })).unwrap();
            }
            for ending in ["docx", "xlsx"] {
                let path = self.folder.path().join(format!("末{year}.{ending}"));
                let args = json!({"year": year, "path": path, "overwrite": true});
                match self.call("export.write", args) {
                    // A 密级 that was typed in is refused, and says so.
                    Err(fault) => assert_eq!(fault.code, FaultCode::Refused, "{fault}"),
                    Ok(_) => assert!(path.is_file()),
                }
            }
        }
    }
}

/// Every path leads into the folder of this run, or nowhere.
fn confined(value: &mut Value, folder: &Path) {
    match value {
        Value::Object(map) => {
            for (key, value) in map.iter_mut() {
                match key.as_str() {
                    "path" | "paths" | "to" => confine(value, folder),
                    _ => confined(value, folder),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|value| confined(value, folder)),
        _ => {}
    }
}

fn confine(value: &mut Value, folder: &Path) {
    match value {
        Value::String(text) => {
            let name = text.replace(['/', '\\'], "_").replace("..", "_");
            *value = json!(folder.join(name).to_str());
        }
        Value::Array(list) => list.iter_mut().for_each(|value| confine(value, folder)),
        Value::Object(_) => confined(value, folder),
        _ => {}
    }
}

pub fn call(input: &[u8]) {
    let place = place();
    for line in words(input).lines().take(12) {
        let Ok(Value::Array(line)) = serde_json::from_str(line) else { continue };
        let (Some(name), Some(args)) = (line.first().and_then(Value::as_str), line.get(1)) else {
            continue;
        };
        if name == NOT_CALLED {
            continue;
        }
        let mut args = args.clone();
        confined(&mut args, place.folder.path());
        let before = place.call("history.list", json!({})).ok();
        if place.call(name, args).is_err() && !name.starts_with("library") {
            assert_eq!(place.call("history.list", json!({})).ok(), before, "{name}");
        }
    }
    place.still_works();
}

pub fn paste(input: &[u8]) {
    let place = place();
    let text = words(input);
    let _ = place.call("figure.paste", json!({"year": 2023, "text": text}));
    let year = place.call("year.get", json!({"year": 2023})).unwrap();
    let at = &year["figures"][0]["id"];
    let _ = place.call("figure.paste", json!({"year": 2023, "text": text, "at": at}));
    for typed in text.split(['\t', '\n']).take(40) {
        let _ = place.call("figure.set", json!({"id": at, "text": typed}));
    }
    place.call("figure.grid", json!({"year": 2023})).unwrap();
    place.still_works();
}

pub fn quick(input: &[u8]) {
    let place = place();
    for line in words(input).lines().take(20) {
        let args = json!({"year": 2023, "line": line});
        let read = place.call("quick.read", args.clone()).is_ok();
        assert_eq!(place.call("quick.add", args).is_ok(), read, "{line}");
    }
    let _ = place.call("search.find", json!({"words": words(input)}));
    place.still_works();
}

pub fn template(input: &[u8]) {
    let place = place();
    let path = place.folder.path().join("来.json");
    std::fs::write(&path, input).unwrap();
    if let Ok(saved) = place.call("template.import", json!({ "path": path })) {
        let fields = json!({"template": saved["key"]});
        place.call("year.set", json!({"year": 2023, "fields": fields})).unwrap();
    }
    place.still_works();
}

/// A damaged 库 opens or is refused; what is read and written of an open one has its sentence.
pub fn library(input: &[u8]) {
    let place = place();
    let path = place.folder.path().join("坏库.nianbao");
    std::fs::write(&path, input).unwrap();
    if place.call("library.open", json!({ "path": path })).is_err() {
        return;
    }
    for name in ["year.get", "draft.compose", "overview.get", "check.run", "export.list"] {
        let _ = place.call(name, json!({"year": 2023}));
    }
    let _ = place.call("unit.set", json!({"fields": {"short": "本局"}}));
    let _ = place.call("search.find", json!({"words": "执法"}));
    let _ = place.call("history.undo", json!({}));
}

/// Lines of the input in the fields that pages are made of.
pub fn pages(input: &[u8]) {
    let place = place();
    let text = words(input);
    let (title, body) = text.split_once('\n').unwrap_or((&text, &text));
    let year = place.call("year.get", json!({"year": 2023})).unwrap();
    let fields = json!({"title": title, "body": body});
    let id = &year["achievements"][0]["id"];
    let _ = place.call("record.set", json!({"kind": "achievement", "id": id, "fields": fields}));
    let fields = json!({
        "title": title, "addressee": body, "note": title, "opening": title,
        "letterhead": {"on": true, "document": true, "issuer": title, "number": title, "signers": title},
        "imprint": {"on": true, "copies": body, "office": title},
        "attachments": [{"title": title, "of": "text", "body": body}, {"title": body, "of": "ledger", "body": ""}],
    });
    let _ = place.call("year.set", json!({"year": 2023, "fields": fields}));
    let laid = place.call("pages.lay", json!({"year": 2023})).unwrap();
    for page in 0..laid["pages"].as_u64().unwrap().min(2) {
        place.call("pages.show", json!({"year": 2023, "page": page})).unwrap();
    }
    place.still_works();
}
