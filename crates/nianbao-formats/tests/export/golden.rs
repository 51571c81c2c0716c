//! One small document for each thing. `BLESS=1` writes what is found as what is wanted; read the diff.
// The wanted files are the repository's own.
#![allow(clippy::disallowed_methods)]

use std::path::{Path, PathBuf};

use nianbao_core::doc::{Block, Doc, Inline, Role};
use nianbao_core::looks::Looks;
use nianbao_formats::export::{Format, html, markdown, txt};

use crate::approved;
use crate::build::*;

const HTML: &[Format] = &[html::FORMAT];
const ALL: &[Format] = &[html::FORMAT, txt::FORMAT, markdown::FORMAT];

fn cases() -> Vec<(&'static str, Vec<Block>, &'static [Format])> {
    vec![
        (
            "title",
            vec![title("清河市司法局工作报告")],
            &[html::FORMAT, html::PAGE, txt::FORMAT, markdown::FORMAT],
        ),
        (
            "title_in_two_lines",
            vec![paragraph(
                Role::Title,
                vec![text("清河市司法局"), Inline::Break, text("工作报告")],
            )],
            ALL,
        ),
        ("headings", (1..=4).map(|n| heading(n, "标题")).collect(), ALL),
        ("run_in", vec![run_in(2, "（一）健全机制。", "正文。")], ALL),
        (
            "ends",
            vec![
                addressee("市委："),
                body("正文。"),
                signature("清河市司法局"),
                date("2024年1月30日"),
            ],
            ALL,
        ),
        (
            "marks",
            vec![
                body("甲<乙>&“丙”\"丁\"*戊*_己_[庚](辛)`壬`"),
                body("1. 不是列表"),
                body("# 不是标题"),
                body("- 不是列表"),
            ],
            ALL,
        ),
        (
            "line_break",
            vec![paragraph(Role::Body, vec![text("上"), Inline::Break, text("下")])],
            ALL,
        ),
        (
            "table",
            vec![
                table(
                    &[200, 300, 500],
                    1,
                    vec![
                        vec![cell("类别"), span("件数（合并两列）", 2, 1)],
                        vec![span("许可", 1, 2), cell("1|2"), cell("甲\n乙")],
                        vec![cell("3"), cell("")],
                    ],
                ),
                body("后"),
            ],
            ALL,
        ),
        ("table_without_head", vec![table(&[500, 500], 0, vec![vec![cell("甲"), cell("1")]])], ALL),
        (
            "table_span_too_far",
            vec![table(
                &[500, 500],
                1,
                vec![vec![span("头", 1, 9), cell("乙")], vec![span("体", 1, 9), cell("1")]],
            )],
            HTML,
        ),
        ("forbidden_characters", vec![body("甲\u{2}乙\u{B}丙\u{FFFE}丁\r戊")], ALL),
        ("empty", vec![], ALL),
    ]
}

fn file(case: &str, format: &Format) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/export");
    let ending = if format.key == "page" { "page.html" } else { format.ending };
    folder.join(format!("{case}.{ending}"))
}

fn written(doc: &Doc, format: &Format) -> String {
    let output = (format.write)(doc, &Looks::default()).unwrap();
    assert_eq!(
        Ok(doc.paragraphs().count()),
        (format.verify)(doc, &output.bytes).map_err(|e| e.to_string())
    );
    // Git may change line ends on the way.
    String::from_utf8(output.bytes).unwrap().replace("\r\n", "\n")
}

#[test]
fn each_file_is_as_it_was_approved() {
    let mut files = Vec::new();
    for (name, blocks, formats) in cases() {
        let doc = doc(blocks);
        files.extend(formats.iter().map(|format| (file(name, format), written(&doc, format))));
    }
    approved::are(files);
}

#[test]
fn no_approved_file_is_left_over() {
    let known: Vec<PathBuf> = cases()
        .iter()
        .flat_map(|(name, _, formats)| formats.iter().map(|format| file(name, format)))
        .collect();
    for entry in std::fs::read_dir(known[0].parent().unwrap()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap();
        assert!(
            known.iter().any(|file| file.file_name() == Some(name)),
            "{name:?} belongs to no case"
        );
    }
}
