//! Text that nobody writes, and files in every encoding, from the command line: 体检 says what it finds
//! or one sentence, and ends.

use std::fs;

use encoding_rs::{BIG5, GB18030, GBK};
use nianbao_tests::{run, text};
use serde_json::Value;

const REPORT: &str = "云溪市水利局2023年法治政府建设年度报告\n一、主要举措和成效\n\
    （一）规范执法。2023年2月30日召开会议。办理案件12宗。\n二、存在问题\n力量不足。\n三、下一步工作计划\n充实力量。\n";

fn utf16(mark: bool, to: fn(u16) -> [u8; 2]) -> Vec<u8> {
    mark.then_some(0xFEFF).into_iter().chain(REPORT.encode_utf16()).flat_map(to).collect()
}

/// Exit code, and what was found.
fn checked(bytes: &[u8]) -> (Option<i32>, Value) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("报告.txt");
    fs::write(&path, bytes).unwrap();
    let output = run(&folder.path().join("data"), &["check", path.to_str().unwrap(), "--json"]);
    let said = text(&output.stderr);
    assert!(!said.contains("panicked"), "{said}");
    (output.status.code(), serde_json::from_slice(&output.stdout).unwrap_or_default())
}

fn codes(found: &Value) -> Vec<&str> {
    let found = found["findings"].as_array().unwrap();
    found.iter().map(|finding| finding["code"].as_str().unwrap()).collect()
}

#[test]
fn a_report_is_checked_alike_in_every_encoding_and_with_every_end_of_line() {
    let (code, found) = checked(REPORT.as_bytes());
    assert_eq!(code, Some(3));
    assert!(codes(&found).contains(&"D001"), "{found:#}");
    for bytes in [
        [b"\xEF\xBB\xBF", REPORT.as_bytes()].concat(),
        GBK.encode(REPORT).0.into_owned(),
        GB18030.encode(REPORT).0.into_owned(),
        utf16(true, u16::to_le_bytes),
        utf16(true, u16::to_be_bytes),
        utf16(false, u16::to_le_bytes),
        utf16(false, u16::to_be_bytes),
        REPORT.replace('\n', "\r\n").into_bytes(),
        REPORT.replacen('\n', "\r\n", 3).replacen("。\n", "。\r", 2).into_bytes(),
        REPORT.replace("案件", "案\u{1}件\u{1B}").into_bytes(),
    ] {
        let (code, other) = checked(&bytes);
        assert_eq!(code, Some(3), "{bytes:?}");
        assert_eq!(codes(&other), codes(&found), "{bytes:?}");
    }
    // Big5 may be taken for GBK; it is read as something, or refused.
    let big5 = BIG5.encode("雲溪市水利局2023年法治政府建設年度報告\n辦理案件12宗。\n").0;
    assert!(checked(&big5).0.is_some_and(|code| code <= 3));
    assert_eq!(checked(REPORT.replace("案", "案\0").as_bytes()).0, Some(1));
}

#[test]
fn marks_without_end_are_found_and_named_a_few_times_only() {
    for mark in ["“", "”", "《", "（[", "\""] {
        let many = REPORT.replace("力量不足", &format!("力量{mark}不足").repeat(10_000));
        let (code, found) = checked(many.as_bytes());
        assert_eq!(code, Some(3), "{mark}");
        let count = codes(&found).len();
        assert!(count < 40, "{mark}: {count}");
    }
    for (open, close) in [("（", "）"), ("《", "》"), ("“", "”"), ("[", "]")] {
        let nested = format!("力量{}不足{}", open.repeat(5000), close.repeat(5000));
        let (code, _) = checked(REPORT.replace("力量不足", &nested).as_bytes());
        assert_eq!(code, Some(3), "{open}");
    }
}

#[test]
fn a_paragraph_of_a_million_characters_and_a_hundred_thousand_paragraphs_are_checked() {
    let one = REPORT.replace("力量不足", &"依法行政，".repeat(200_000));
    let digits = REPORT.replace("力量不足", &"1".repeat(1_000_000));
    let many: String = (0..100_000).map(|n| format!("第{n}段。\n")).collect();
    for long in [one, digits, REPORT.replace("力量不足。\n", &many)] {
        let (code, found) = checked(long.as_bytes());
        assert_eq!(code, Some(3));
        assert!(codes(&found).contains(&"D001"));
    }
}

#[test]
fn half_a_character_in_the_arguments_of_a_call_is_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let lib = folder.path().join("库.nianbao");
    let lib = lib.to_str().unwrap();
    assert_eq!(run(&data, &["sample", lib]).status.code(), Some(0));
    for args in
        [r#"{"text":"\ud800"}"#, r#"{"text":"\udc00\ud800甲"}"#, r#"{"text":"#, "[]", "1e999"]
    {
        let output = run(&data, &["call", lib, "check.text", args]);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{args}: {said}");
        let lines: Vec<&str> = said.lines().collect();
        assert!(lines.len() == 2 && lines[1].starts_with("提示："), "{args}: {said}");
    }
    let whole = run(&data, &["call", lib, "check.text", r#"{"text":"\ud83d\ude00"}"#]);
    assert_eq!(whole.status.code(), Some(0));
}
