//! Exports of what nobody expects in a report: the file is there, in every format.

use std::fs;

use nianbao_tests::{run, text};
use serde_json::{Value, json};

use crate::desk::{Place, place};

const ENDINGS: [&str; 8] = ["docx", "pdf", "ofd", "html", "txt", "md", "xlsx", "zip"];

/// A sample whose fields are as `change` makes them.
fn with(change: impl Fn(&str) -> String) -> Place {
    let place = place();
    place.sample();
    let year = place.year();
    let changed = |record: &Value, fields: &[&str]| -> Value {
        let text = |field: &str| json!(change(record[field].as_str().unwrap_or_default()));
        fields.iter().map(|field| ((*field).to_owned(), text(field))).collect()
    };
    let unit = changed(&year["unit"], &["name", "short", "region", "addressee"]);
    place.call("unit.set", json!({ "fields": unit }));
    let mut fields = changed(&json!({}), &["addressee", "opening", "closing", "note"]);
    fields["title"] = json!(change("年度报告"));
    fields["letterhead"] = changed(&json!({}), &["copy", "issuer", "number", "signers"]);
    fields["imprint"] = changed(&json!({}), &["copies", "office"]);
    fields["letterhead"]["on"] = json!(true);
    fields["imprint"]["on"] = json!(true);
    let title = change("附件");
    fields["attachments"] = json!([
        {"title": title, "of": "ledger"}, {"title": title, "of": "text", "body": title},
    ]);
    place.call("year.set", json!({"year": 2023, "fields": fields}));
    for (kind, list, fields) in [
        ("area", "areas", &["title"][..]),
        ("achievement", "achievements", &["title", "body", "office", "source"]),
        ("problem", "problems", &["title", "body", "cause", "office", "public_body"]),
        ("plan", "plans", &["title", "body", "office", "target", "helpers"]),
        ("duty", "duties", &["title", "body", "study", "court"]),
        ("passage", "passages", &["body"]),
        ("figure", "figures", &["label", "unit", "scope", "source"]),
    ] {
        for record in year[list].as_array().unwrap().iter().take(3) {
            let fields = changed(record, fields);
            place.call("record.set", json!({"kind": kind, "id": record["id"], "fields": fields}));
        }
    }
    place
}

/// Every file is written and holds something; what it says of itself.
fn exported(place: &Place) -> Vec<(&'static str, Value)> {
    let write = |edition: &str, ending: &'static str| {
        let path = place.path(&format!("{edition}.{ending}"));
        let args = json!({"year": 2023, "edition": edition, "path": path});
        let done = place.call("export.write", args);
        assert!(fs::metadata(&path).unwrap().len() > 500, "{ending}");
        (ending, done)
    };
    write("public", "docx");
    write("public", "pdf");
    ENDINGS.map(|ending| write("submission", ending)).into()
}

#[test]
fn control_characters_in_every_field_are_left_out_and_told() {
    let controls: String = (0..0x20).chain(0x7F..0xA0).filter_map(char::from_u32).collect();
    let others = "\u{AD}\u{200B}\u{202E}\u{2028}\u{FEFF}\u{FFFE}\u{FFFF}";
    let place = with(|text| format!("{text}甲{controls}{others}乙"));
    for (ending, done) in exported(&place) {
        if ending != "xlsx" {
            assert!(!done["left_out"].as_array().unwrap().is_empty(), "{ending}: {done}");
        }
    }
}

#[test]
fn marks_of_every_language_of_machines_are_only_text() {
    let marks = "<b>&amp;]]>--><!--$#*_`\\\"'{{x}}//@[]\\u{0}~^%&lt;?xml=+1";
    exported(&with(|text| format!("{text}{marks}")));
}

/// A mark stands for a character that no face has, as an archive takes no box.
#[test]
fn a_character_that_no_face_has_costs_no_file() {
    // Of no script at all, and so in no font.
    let place = with(|text| format!("{text}\u{3FFFD}👨‍👩‍👧e\u{301}\u{301}"));
    for (ending, done) in exported(&place) {
        if ending == "pdf" {
            let told = done["left_out"].as_array().unwrap();
            assert!(told.iter().any(|one| one == "U+3FFFD"), "{done}");
        }
    }
}

#[test]
fn an_organ_of_forty_characters_and_a_table_wider_than_the_page_are_on_paper() {
    let name: String =
        "云岚市清禾县市场监督管理与知识产权保护工作领导小组".chars().cycle().take(40).collect();
    exported(&with(|_| name.clone()));
    exported(&with(|text| format!("{text}{}", "W".repeat(300))));
}

#[test]
fn a_paragraph_of_thirty_thousand_characters_is_on_paper() {
    let place = place();
    place.sample();
    let long: String = (0..2_700).map(|n| format!("第{n:04}件办结，群众满意。")).collect();
    assert!(long.chars().count() > 30_000);
    let id = place.year()["achievements"][0]["id"].clone();
    let fields = json!({ "body": long });
    place.call("record.set", json!({"kind": "achievement", "id": id, "fields": fields}));
    exported(&place);
    let txt = fs::read_to_string(place.path("submission.txt")).unwrap();
    assert!(txt.contains(&long));
}

/// Where this may be tried: in a view of the file system of its own, whose font folders are empty.
#[cfg(target_os = "linux")]
#[test]
fn without_any_face_all_but_pages_are_written_and_the_sentence_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let lib = folder.path().join("库.nianbao");
    let lib = lib.to_str().unwrap();
    assert_eq!(run(&data, &["sample", lib]).status.code(), Some(0));
    let bare = |ending: &str| {
        let script = "for d in /usr/share/fonts /usr/local/share/fonts \"$HOME/.fonts\" \"$HOME/.local/share/fonts\" /usr/share/texmf /usr/share/texlive; \
                      do [ ! -d \"$d\" ] || mount -t tmpfs tmpfs \"$d\" || exit 99; done; \
                      exec \"$0\" export \"$1\" --year 2023 --to \"$2\"";
        let to = folder.path().join(format!("年报.{ending}"));
        let mut command = std::process::Command::new("unshare");
        command.args(["-m", "sh", "-c", script]).arg(nianbao_tests::nianbao()).arg(lib).arg(&to);
        (command.env("NIANBAO_DATA", &data).output(), to)
    };
    let (probe, to) = bare("docx");
    if !probe.is_ok_and(|output| output.status.success()) || !to.is_file() {
        nianbao_tests::skipped("no right to hide the fonts of this machine");
        return;
    }
    let (output, to) = bare("pdf");
    let output = output.unwrap();
    let said = text(&output.stderr);
    if output.status.success() {
        nianbao_tests::skipped("this machine has fonts where nobody looks for them");
        return;
    }
    assert!(said.contains("没有可以排版的字体") && said.lines().count() == 2, "{said}");
    assert!(!to.exists());
    let (output, to) = bare("zip");
    let output = output.unwrap();
    assert!(output.status.success() && to.is_file(), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("PDF"), "{}", text(&output.stdout));
}
