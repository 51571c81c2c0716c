//! Every way out: the list of formats, what is in the files, the journal, stopping.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::sync::atomic::{AtomicBool, Ordering};

use nianbao_app::{Fault, FaultCode};
use nianbao_tests::{run, text};
use serde_json::{Value, json};

use crate::desk::{Place, place};

/// The sample, with a file attached that lies in somebody's own folder.
fn sample() -> Place {
    let place = place();
    place.sample();
    let folder = place.folder.path().join("张三的电脑");
    std::fs::create_dir_all(&folder).unwrap();
    let proof = folder.join("会议纪要.txt");
    std::fs::write(&proof, "内容：纪要").unwrap();
    place.call("evidence.attach", json!({"year": 2023, "paths": [proof], "copy": false}));
    place
}

fn formats(place: &Place) -> Vec<(String, String)> {
    let all = place.call("export.formats", json!({}));
    let of = |format: &Value, field: &str| format[field].as_str().unwrap().to_owned();
    all.as_array().unwrap().iter().map(|f| (of(f, "key"), of(f, "ending"))).collect()
}

/// Whether it is made of laid-out pages, where what cannot be set was dropped before.
fn of_pages(key: &str) -> bool {
    ["pdf", "ofd"].contains(&key)
}

fn export(place: &Place, key: &str, ending: &str, edition: &str) -> Vec<u8> {
    let path = place.path(&format!("{edition} {key}.{ending}"));
    let args = json!({"year": 2023, "format": key, "edition": edition, "path": path});
    let done = place.call("export.write", args);
    assert_eq!(done["faults"], json!([]), "{key}");
    assert_eq!(done["format"], key);
    let bytes = std::fs::read(&path).unwrap();
    assert_eq!(done["bytes"].as_u64().unwrap(), bytes.len() as u64);
    bytes
}

/// The files of a ZIP by name, those inside Office files too.
pub fn unpacked(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut out = BTreeMap::new();
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    for n in 0..zip.len() {
        let mut file = zip.by_index(n).unwrap();
        let name = String::from_utf8(file.name_raw().to_vec()).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        if bytes.starts_with(b"PK") {
            let inner = unpacked(&bytes).into_iter();
            out.extend(inner.map(|(part, bytes)| (format!("{name}!{part}"), bytes)));
        }
        out.insert(name, bytes);
    }
    out
}

#[test]
fn no_format_tells_a_folder_of_this_machine() {
    let place = sample();
    let secret = [place.folder.path().file_name().unwrap().to_str().unwrap(), "张三的电脑"];
    for (key, ending) in formats(&place) {
        let bytes = export(&place, &key, &ending, "submission");
        let mut parts = BTreeMap::from([("".to_owned(), bytes.clone())]);
        if bytes.starts_with(b"PK") {
            parts.extend(unpacked(&bytes));
        }
        for (part, bytes) in parts {
            let told = text(&bytes);
            for secret in secret {
                assert!(!told.contains(secret), "{key} {part} tells {secret}");
            }
        }
    }
}

#[test]
fn the_public_edition_of_every_format_leaves_out_what_is_only_sent() {
    let place = sample();
    let area = place.year()["areas"][0]["id"].clone();
    let record = json!({
        "kind": "achievement", "year": 2023, "area": area, "title": "只报送的一件事",
        "body": "仅供上级掌握。", "sensitivity": "sent_only",
    });
    place.call("record.add", json!({ "record": record }));
    let all = place.call("export.formats", json!({}));
    for format in all.as_array().unwrap() {
        let (key, ending) = (format["key"].as_str().unwrap(), format["ending"].as_str().unwrap());
        let told = |edition: &str| {
            let bytes = export(&place, key, ending, edition);
            let parts = if bytes.starts_with(b"PK") { unpacked(&bytes) } else { BTreeMap::new() };
            let all = parts.values().chain([&bytes]).map(|bytes| text(bytes));
            all.collect::<String>().contains("只报送的一件事")
        };
        // Text in a PDF is not to be found by looking.
        if format["editions"] == true && key != "pdf" {
            assert!(told("submission"), "{key}");
            assert!(!told("public"), "{key}");
        }
    }
}

#[test]
fn the_zip_of_all_lists_every_file_with_its_size_and_what_it_is() {
    let place = sample();
    let held = {
        let mut all = unpacked(&export(&place, "zip", "zip", "submission"));
        all.retain(|name, _| !name.contains('!'));
        all
    };
    let folder = held.keys().next().unwrap().split('/').next().unwrap().to_owned();
    assert!(folder.ends_with("2023年法治政府建设年度报告"), "{folder}");
    assert_eq!(held[&format!("{folder}/佐证材料/01 会议纪要.txt")], "内容：纪要".as_bytes());
    let list = text(&held[&format!("{folder}/清单.txt")]);
    assert!(list.starts_with('\u{FEFF}') && list.contains("报送版\r\n"), "{list}");
    let mut listed = 0;
    for line in list.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [name, size, hash, what] = cells[..] else { continue };
        if name == "文件" {
            continue;
        }
        let bytes = &held[&format!("{folder}/{name}")];
        assert_eq!(size, bytes.len().to_string(), "{name}");
        assert_eq!(hash.len(), 64, "{name}");
        assert!(!what.is_empty());
        listed += 1;
    }
    assert_eq!(listed, held.len() - 1, "all but the list itself");
    let endings: Vec<String> = formats(&place).into_iter().map(|(_, ending)| ending).collect();
    for ending in endings.iter().filter(|ending| *ending != "zip") {
        assert!(held.keys().any(|name| name.ends_with(&format!(".{ending}"))), "{ending}");
    }
    // Nothing that only the unit may see lies beside what is published.
    let public = unpacked(&export(&place, "zip", "zip", "public"));
    assert!(!public.keys().any(|name| name.contains("佐证") || name.contains(".xlsx")));
}

#[test]
fn an_export_stands_in_the_history_in_words_and_takes_no_part_in_undo() {
    let place = sample();
    let before = place.call("app.status", json!({}));
    let path = place.path("公开的.html");
    let args = json!({"year": 2023, "edition": "public", "path": path});
    place.call("export.write", args);
    let after = place.call("app.status", json!({}));
    assert_eq!((&after["undo"], &after["redo"]), (&before["undo"], &before["redo"]));
    let steps = place.call("history.list", json!({}));
    assert_eq!(steps[0]["exports"][0]["words"], "导出公开版网页内容“公开的.html”");
    assert_eq!(steps[1]["exports"], json!([]));
    place.call("history.undo", json!({}));
    place.call("history.redo", json!({}));
    let noted = place.call("export.list", json!({"year": 2023}));
    assert_eq!(noted.as_array().unwrap().len(), 1);
    assert_eq!(noted[0]["file"], "公开的.html");
    // What was not written is not noted.
    place.fault("export.write", json!({"year": 2023, "path": path}));
    assert_eq!(place.call("export.list", json!({"year": 2023})), noted);
    let duty = json!({"year": 2023, "document": "duty", "path": place.path("述法.txt")});
    place.call("export.write", duty);
    let noted = place.call("export.list", json!({"year": 2023}));
    assert_eq!(noted[0]["words"], "导出述法报告纯文本“述法.txt”");
}

/// Begins a long call with the task 导出甲 and stops it as soon as it is there to be stopped.
fn stopped(place: &Place, name: &str, args: Value) -> Fault {
    let ended = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let stopping = scope.spawn(|| {
            while !ended.load(Ordering::Relaxed) {
                let asked = place.desk.call("task.cancel", json!({"task": "导出甲"})).unwrap();
                if asked["running"] == true {
                    return true;
                }
                std::thread::yield_now();
            }
            false
        });
        let done = place.desk.call(name, args);
        ended.store(true, Ordering::Relaxed);
        assert!(stopping.join().unwrap());
        done.err().unwrap()
    })
}

#[test]
fn evidence_that_is_stopped_leaves_no_folder_and_nothing_new_in_an_old_one() {
    let place = place();
    place.sample();
    let proof = place.path("录像.bin");
    // So large that it is not through before it is stopped.
    std::fs::File::create(&proof).unwrap().set_len(400 << 20).unwrap();
    place.call("evidence.attach", json!({"year": 2023, "paths": [proof], "copy": false}));
    let old = place.folder.path().join("原有");
    std::fs::create_dir_all(&old).unwrap();
    std::fs::write(old.join("别的.txt"), "别的").unwrap();
    for (form, name) in [("folder", "新的"), ("folder", "原有"), ("zip", "新的.zip")] {
        let path = place.path(name);
        let args = json!({
            "year": 2023, "form": form, "path": path, "overwrite": true, "task": "导出甲",
        });
        let fault = stopped(&place, "evidence.export", args);
        assert_eq!(fault.code, FaultCode::Cancelled, "{name}");
        assert!(name == "原有" || !std::path::Path::new(&path).exists(), "{name}");
    }
    let left: Vec<_> = std::fs::read_dir(&old).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(left, ["别的.txt"]);
}

#[test]
fn an_export_that_is_stopped_leaves_no_file_and_the_old_one_whole() {
    let place = sample();
    let folder = place.folder.path().join("导出");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("全部.zip");
    std::fs::write(&path, "原来的").unwrap();
    let args = json!({"year": 2023, "path": path, "overwrite": true, "task": "导出甲"});
    let fault = stopped(&place, "export.write", args);
    assert_eq!(fault.code, FaultCode::Cancelled);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "原来的");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
    assert_eq!(place.call("task.progress", json!({"task": "导出甲"}))["running"], false);
    assert_eq!(place.call("export.list", json!({"year": 2023})), json!([]));
}

#[test]
fn the_clipboard_gets_clean_html_and_the_same_words_as_text() {
    let place = sample();
    let clip = place.call("export.clip", json!({"year": 2023, "edition": "public"}));
    let (html, plain) = (clip["html"].as_str().unwrap(), clip["plain"].as_str().unwrap());
    assert!(html.starts_with("<h1>") && !html.contains("class=") && !html.contains("<html"));
    assert!(plain.contains("2023年法治政府建设年度报告"), "{plain}");
    assert!(!plain.contains('<'));
}

#[test]
fn every_format_is_written_and_told_of_on_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let data = folder.path().join("data");
    let lib = at("示例.nianbao");
    run(&data, &["sample", &lib]);
    let help = text(&run(&data, &["export", "--help"]).stdout);
    for format in nianbao_app::format_names() {
        assert!(help.contains(&format.name) && help.contains(&format.purpose), "{}", format.key);
        let out = at(&format!("{}.{}", format.key, format.ending));
        let year = ["export", &lib, "--year", "2023", "--format", &format.key, "--to", &out];
        let done = run(&data, &year);
        assert_eq!(done.status.code(), Some(0), "{}: {}", format.key, text(&done.stderr));
    }
    let report = at("txt.txt");
    for ending in ["docx", "pdf", "ofd", "html", "txt", "md"] {
        let done = run(&data, &["convert", &report, &at(&format!("转.{ending}"))]);
        assert_eq!(done.status.code(), Some(0), "{ending}: {}", text(&done.stderr));
    }
    let done = run(&data, &["convert", &report, &at("转.xlsx")]);
    assert!(
        text(&done.stderr).contains(".docx、.pdf、.ofd、.html、.txt 或 .md"),
        "{}",
        text(&done.stderr)
    );
    let public = ["export", &lib, "--year", "2023", "--edition", "public", "--to", &at("公开.txt")];
    assert_eq!(run(&data, &public).status.code(), Some(0));
    let (sent, public) =
        (std::fs::read_to_string(at("txt.txt")), std::fs::read_to_string(at("公开.txt")));
    assert!(sent.unwrap().contains("中共清禾县委") && !public.unwrap().contains("中共清禾县委"));
    let wrong = run(&data, &["export", &lib, "--year", "2023", "--to", &at("年报.doc")]);
    assert!(
        text(&wrong.stderr).contains(".docx、.pdf、.ofd、.html、.txt、.md、.xlsx 或 .zip"),
        "{}",
        text(&wrong.stderr)
    );
}

#[test]
fn what_changed_since_a_kept_version_goes_out_as_tracked_changes() {
    let place = sample();
    let kept = place.call("snapshot.make", json!({"year": 2023, "name": "送审稿"}));
    let id = place.year()["problems"][0]["id"].clone();
    let fields = json!({"title": "执法力量还跟不上"});
    place.call("record.set", json!({"kind": "problem", "id": id, "fields": fields}));
    let path = place.path("花脸稿.docx");
    let args = json!({"a": {"snapshot": kept["id"]}, "b": {"now": 2023}, "path": path});
    place.call("export.redline", args.clone());
    let parts = unpacked(&std::fs::read(&path).unwrap());
    let xml = text(&parts["word/document.xml"]);
    assert!(xml.contains("<w:del ") && xml.contains("<w:ins ") && xml.contains("执法力量还跟不上"));
    // Who: the program. When: the version was kept.
    let at = &kept["at"].as_str().unwrap()[..19];
    assert!(xml.contains(&format!("w:author=\"法治年报\" w:date=\"{at}Z\"")), "{at}");
    let noted = place.call("export.list", json!({"year": 2023}));
    assert_eq!(noted[0]["words"], "导出报送版花脸稿“花脸稿.docx”");
    assert_eq!(place.fault("export.redline", args).code, FaultCode::Exists);
    let odd = json!({"a": {"now": 2022}, "b": {"now": 2023}, "path": place.path("花脸稿.pdf")});
    assert_eq!(place.fault("export.redline", odd).hint, "请把文件名的结尾改成 .docx");
}

#[test]
fn a_word_file_has_the_character_grid_only_where_it_was_asked_for() {
    let place = sample();
    for (args, meant) in [(json!({}), false), (json!({"grid": "characters"}), true)] {
        let path = place.path(&format!("{meant}.docx"));
        let mut args = args;
        args["year"] = json!(2023);
        args["path"] = json!(path);
        place.call("export.write", args);
        let parts = unpacked(&std::fs::read(&path).unwrap());
        let grid = text(&parts["word/document.xml"]).contains("w:charSpace=\"-849\"");
        let tight = text(&parts["word/styles.xml"]).contains("<w:spacing w:val=\"-5\"/>");
        assert_eq!((grid, tight), (meant, !meant));
    }
}

#[test]
fn what_no_file_can_hold_is_told_and_no_export_is_lost_over_it() {
    let place = place();
    place.new_library("flat");
    place.call("unit.set", json!({"fields": {"name": "云溪市䶮𠀀街道".repeat(6)}}));
    let body = format!("\u{2}张䶮、𠀀\u{B}。{}", "长段落没有尽头，".repeat(4000));
    place.add(json!({"kind": "plan", "year": 2023, "title": "一\u{FFFE}件事", "body": body}));
    for (key, ending) in formats(&place) {
        let path = place.path(&format!("{key}.{ending}"));
        let args = json!({"year": 2023, "format": key, "path": path});
        let done = place.call("export.write", args);
        let told = done["left_out"].to_string();
        if key != "xlsx" {
            assert!(told.contains("U+0002") || of_pages(&key), "{key}: {told}");
        }
        let bytes = std::fs::read(&path).unwrap();
        let parts = if bytes.starts_with(b"PK") { unpacked(&bytes) } else { BTreeMap::new() };
        let all: String = parts.values().chain([&bytes]).map(|bytes| text(bytes)).collect();
        // In a PDF text is not to be found by looking; in an OFD it stands line by line.
        let whole = ["䶮", "𠀀"].iter().all(|rare| all.contains(rare))
            && all.matches("长段落没有尽头，").count() >= 4000;
        assert!(of_pages(&key) || whole, "{key}");
    }
}

#[test]
fn every_file_that_has_properties_names_the_title_and_the_unit() {
    let place = sample();
    let unit = "清禾县市场监督管理局";
    for (key, ending) in formats(&place) {
        if ["txt", "zip"].contains(&key.as_str()) {
            continue;
        }
        let bytes = export(&place, &key, &ending, "public");
        let told = match key.as_str() {
            "docx" | "xlsx" => text(&unpacked(&bytes)["docProps/core.xml"]),
            "ofd" => text(&unpacked(&bytes)["OFD.xml"]),
            // XMP stands in a PDF/A as it is.
            "pdf" => text(&bytes),
            _ => text(&bytes).split("</head>").next().unwrap().to_owned(),
        };
        assert!(told.contains(unit) && told.contains("2023年法治政府建设"), "{key}: {told}");
    }
}
