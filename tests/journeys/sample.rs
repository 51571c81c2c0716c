//! The published report beside the checkout, from text to Word file.

use std::io::Read;
use std::path::Path;

use nianbao_tests::{run, seed, text};
use serde_json::Value;

fn expected() -> Option<Value> {
    let path = seed("expected.json")?;
    serde_json::from_slice(&std::fs::read(path).unwrap()).ok()
}

fn dry_run(report: &Path) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let lib = folder.path().join("不存在.nianbao");
    let arguments = ["import", lib.to_str().unwrap(), report.to_str().unwrap(), "--year", "2023"];
    let output = run(folder.path(), &[&arguments[..], &["--dry-run", "--json"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_sample_is_understood_as_its_key_says() {
    let (Some(report), Some(expected)) = (seed("report-2023.txt"), expected()) else { return };
    let got = dry_run(&report);
    assert_eq!(got["title"], expected["title"]);
    assert_eq!(got["unit"], expected["unit"]);
    assert_eq!(got["year"], expected["year"]);
    assert_eq!(got["issued"], expected["published"]);
    let blocks = got["blocks"].as_array().unwrap();
    let of = |role: &str| -> Vec<&Value> { blocks.iter().filter(|b| b["role"] == role).collect() };
    let whole =
        |b: &Value| format!("{}{}", b["title"].as_str().unwrap(), b["body"].as_str().unwrap());

    let headings = of("heading");
    let wanted = expected["headings"].as_array().unwrap();
    assert_eq!(headings.len(), wanted.len());
    for (got, wanted) in headings.iter().zip(wanted) {
        assert_eq!((&got["number"], &got["title"]), (&wanted["number"], &wanted["title"]));
        assert_eq!(got["level"], 1);
    }
    let mut per_heading = vec![0; 8];
    let mut heading = 0;
    for block in blocks {
        match block["role"].as_str().unwrap() {
            "heading" => heading += 1,
            "achievement" => per_heading[heading] += 1,
            _ => {}
        }
    }
    assert_eq!(per_heading, [0, 3, 3, 5, 3, 4, 0, 0]);
    for (role, key) in [("achievement", "achievements"), ("plan", "plans")] {
        let wanted = expected[key].as_array().unwrap();
        let got = of(role);
        assert_eq!(got.len(), wanted.len(), "{role}");
        for (got, wanted) in got.iter().zip(wanted) {
            assert_eq!(got["number"], wanted["number"]);
            assert!(whole(got).starts_with(wanted["opens"].as_str().unwrap()), "{got:#}");
        }
    }
    let problems = of("problem");
    assert_eq!(problems.len(), 6);
    for (got, wanted) in problems.iter().zip(expected["problems"].as_array().unwrap()) {
        assert_eq!(got["title"], wanted["title"]);
    }
    assert_eq!(of("cause").len(), 1);
    assert!(whole(of("cause")[0]).starts_with(expected["cause_opens"].as_str().unwrap()));

    let figures = got["figures"].as_array().unwrap();
    let essence = |f: &Value| {
        let part = |key: &str| f[key].as_str().unwrap().to_owned();
        (part("value"), part("unit"), part("precision"))
    };
    let got_figures: Vec<_> = figures.iter().map(essence).collect();
    let wanted: Vec<_> = expected["figures"].as_array().unwrap().iter().map(essence).collect();
    assert_eq!(got_figures, wanted);
}

#[test]
fn every_paragraph_of_the_sample_is_in_the_word_file() {
    let Some(report) = seed("report-2023.txt") else { return };
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("年报.docx");
    let done = run(
        folder.path(),
        &["convert", report.to_str().unwrap(), out.to_str().unwrap(), "--keep-marks"],
    );
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    let source = std::fs::read_to_string(&report).unwrap();
    let dropped: Vec<String> = dry_run(&report)["dropped"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| squeeze(d["text"].as_str().unwrap()))
        .collect();
    let word = squeeze(&document_text(&out));
    for line in source.lines().map(squeeze).filter(|line| !line.is_empty()) {
        let left_out = dropped.iter().any(|d| d.contains(&line));
        assert!(word.contains(&line) || left_out, "not in the file: {line}");
    }
}

/// Without white space; brackets as one width, since numbers are made from order: (一) becomes （一）.
fn squeeze(text: &str) -> String {
    let wide = |c| match c {
        '(' => '（',
        ')' => '）',
        c => c,
    };
    text.chars().filter(|c| !c.is_whitespace()).map(wide).collect()
}

fn document_text(path: &Path) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut xml = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let mut out = String::new();
    for piece in xml.split("<w:t").skip(1) {
        let Some((_, rest)) = piece.split_once('>') else { continue };
        let Some((text, _)) = rest.split_once("</w:t>") else { continue };
        out.push_str(&text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
    }
    out
}
