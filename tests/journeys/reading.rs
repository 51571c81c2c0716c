//! Other people's files read in: what we wrote comes back as it was, and Word files on every way in.

use nianbao_app::FaultCode;
use nianbao_tests::{run, text};
use serde_json::{Value, json};

use crate::desk::{Place, place, texts};

/// What stands on the page, a paragraph each, with the part it plays.
fn page(place: &Place, year: i32) -> Vec<String> {
    let doc = place.call("draft.compose", json!({ "year": year }));
    let blocks = doc["blocks"].as_array().unwrap().iter();
    blocks
        .map(|block| {
            let inlines = block["inlines"].as_array().map_or(&[][..], Vec::as_slice);
            let words: String =
                inlines.iter().map(|inline| inline["text"].as_str().unwrap_or_default()).collect();
            format!("{} {words}", block["role"])
        })
        .collect()
}

/// The values that a year's ledger holds, sorted.
fn values(year: &Value, draft: &str) -> Vec<String> {
    let figures = year["figures"].as_array().unwrap().iter();
    let mut out: Vec<String> = figures
        .filter_map(|figure| figure["value"].as_str().map(str::to_owned))
        .filter(|value| draft.contains(value.as_str()))
        .collect();
    out.sort();
    out
}

#[test]
fn every_template_comes_back_from_every_format_with_the_same_tree_text_and_figures() {
    let from = place();
    from.sample();
    let unit = from.year()["unit"]["name"].clone();
    let mut compared = 0;
    for template in ["statutory", "flat", "three_part", "leader_first", "county", "township"] {
        from.call("year.set", json!({"year": 2023, "fields": {"template": template}}));
        let wanted = page(&from, 2023);
        for ending in ["docx", "txt", "html", "md"] {
            let path = from.path(&format!("{template}.{ending}"));
            from.call("export.write", json!({"year": 2023, "path": path}));
            let mut read = from.call("import.read", json!({ "path": path }));
            let (blocks, dropped) = (&read["proposal"]["blocks"], &read["proposal"]["dropped"]);
            assert!(!blocks.as_array().unwrap().is_empty());
            let lost: Vec<&str> = dropped
                .as_array()
                .unwrap()
                .iter()
                .filter(|d| d["start"] != d["end"])
                .map(|d| d["text"].as_str().unwrap())
                .collect();
            assert_eq!(lost, [""; 0], "{template}.{ending}");
            let to = place();
            to.call(
                "library.create",
                json!({"path": to.path("甲.nianbao"), "unit": {"name": unit, "short": "我局", "unit_kind": "department"}, "year": 2020, "template": "flat"}),
            );
            read["year"] = json!(2023);
            read["full_width"] = json!(false);
            to.call("import.accept", read);
            assert_eq!(page(&to, 2023), wanted, "{template}.{ending}");
            let draft = wanted.join("\n");
            let (got, had) = (values(&to.year(), &draft), values(&from.year(), &draft));
            assert!(had.iter().all(|value| got.contains(value)), "{had:?}\n{got:?}");
            compared += 1;
        }
    }
    assert_eq!(compared, 24);
}

#[test]
fn a_word_file_is_checked_converted_and_taken_on_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (lib, word, again, pdf) =
        (at("示例.nianbao"), at("年报.docx"), at("又.docx"), at("年报.pdf"));
    let done = |arguments: &[&str], code: i32| {
        let output = run(&data, arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", text(&output.stderr));
        text(&output.stdout)
    };
    done(&["sample", &lib], 0);
    done(&["export", &lib, "--year", "2023", "--to", &word], 0);
    done(&["convert", &word, &again], 0);
    done(&["convert", &word, &pdf], 0);
    let read = |path: &str| -> Value {
        let said = done(&["import", &lib, path, "--year", "2023", "--dry-run", "--json"], 0);
        serde_json::from_str(&said).unwrap()
    };
    let (first, second) = (read(&word), read(&again));
    assert_eq!(first["blocks"], second["blocks"]);
    assert_eq!(first["encoding"], "Word 文档");
    assert!(texts(&first["dropped"], "why").iter().any(|why| why.contains("页脚")));
    let new = at("新.nianbao");
    done(&["new", &new, "--unit", "青溪县水利局", "--year", "2024"], 0);
    done(&["import", &new, &word, "--year", "2023"], 0);
    let said = done(&["import", &new, &word, "--year", "2023", "--dry-run"], 0);
    assert!(said.contains("标题："), "{said}");
}

#[test]
fn files_of_other_kinds_are_refused_with_what_to_do() {
    let place = place();
    place.sample();
    let ole = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    let wide = |name: &str| -> Vec<u8> {
        ole.iter().copied().chain(name.encode_utf16().flat_map(u16::to_le_bytes)).collect()
    };
    for (name, bytes, message, hint) in [
        ("旧.doc", wide("WordDocument"), "旧版 Word", ".docx"),
        ("旧.wps", ole.to_vec(), "旧版 Word", ".docx"),
        ("密.docx", wide("EncryptedPackage"), "密码", "去掉密码"),
        ("甲.rtf", b"{\\rtf1\\ansi}".to_vec(), "RTF", ".docx"),
        ("甲.pdf", b"%PDF-1.4".to_vec(), "PDF", "粘贴"),
        ("甲.mht", b"MIME-Version: 1.0".to_vec(), "打包的网页", "仅 HTML"),
        ("甲.xls", wide("Workbook"), "电子表格", "台账"),
    ] {
        let path = place.path(name);
        std::fs::write(&path, bytes).unwrap();
        for call in ["import.read", "check.file"] {
            let fault = place.fault(call, json!({ "path": path }));
            assert_eq!(fault.code, FaultCode::NotAReport, "{name}");
            assert!(fault.message.contains(message) && fault.hint.contains(hint), "{fault}");
        }
    }
}

#[test]
fn last_years_report_read_in_is_the_year_this_one_accounts_for() {
    let place = place();
    place.new_library("flat");
    let area = place.area(0);
    place.add(json!({
        "kind": "achievement", "year": 2023, "area": area, "title": "强化林区巡护", "body": "",
    }));
    let report = "云溪市林业局2022年法治政府建设年度报告\n一、强化林区执法\n一是查处毁林案件27宗。二是巡护林区1200次。\n\
        二、存在问题\n（一）执法力量不足。\n三、下一步计划\n（一）充实执法队伍。\n（二）开展全员轮训。\n";
    let mut reading = place.call("import.read", json!({ "text": report }));
    reading["year"] = json!(2022);
    reading["full_width"] = json!(true);
    place.call("import.accept", reading);
    let last = place.year_of(2022);
    let figure = &last["figures"][0];
    assert_eq!(figure["value"], "27");
    place.add(json!({
        "kind": "figure", "year": 2023, "key": figure["key"], "label": figure["label"], "unit": "宗",
    }));
    let grid = place.call("figure.grid", json!({"year": 2023}));
    assert_eq!(grid["holds_last_year"], true);
    assert_eq!(grid["rows"][0]["last_year"], "27");
    let closed = place.call("loop.get", json!({"year": 2023}));
    assert_eq!(closed["last_year"], 2022);
    let all = closed.to_string();
    for title in ["执法力量不足", "充实执法队伍", "开展全员轮训"] {
        assert!(all.contains(title), "{all}");
    }
    // The figure, and then the report in one step.
    place.call("history.undo", json!({}));
    place.call("history.undo", json!({}));
    assert_eq!(place.call("loop.get", json!({"year": 2023}))["last_year"], Value::Null);
}
