//! One small document for each thing. `BLESS=1` writes what is found as what is wanted; read the diff.
// The wanted files are the repository's own.
#![allow(clippy::disallowed_methods)]

use std::path::Path;

use nianbao_core::doc::{Doc, Face, Imprint, Inline, Letterhead, Role};
use nianbao_formats::export::docx::{Faces, Latin, Looks, Margins, PageNumbers, Seal, WordGrid};

use crate::approved;
use crate::build::*;
use crate::parts::{part, pretty};

const DOCUMENT: &[&str] = &["word/document.xml"];

struct Case {
    name: &'static str,
    doc: Doc,
    style: Looks,
    parts: &'static [&'static str],
}

fn said(name: &'static str, blocks: Vec<nianbao_core::doc::Block>) -> Case {
    Case { name, doc: doc(blocks), style: Looks::default(), parts: DOCUMENT }
}

fn headed(name: &'static str, letterhead: Letterhead) -> Case {
    let doc = Doc { letterhead: Some(letterhead), ..doc(vec![title("工作报告")]) };
    Case { doc, ..said(name, vec![]) }
}

fn styled(name: &'static str, style: Looks, parts: &'static [&'static str]) -> Case {
    Case { name, doc: doc(vec![]), style, parts }
}

fn cases() -> Vec<Case> {
    let numbers = |page_numbers| Looks { page_numbers, ..Looks::default() };
    vec![
        said("empty", vec![]),
        said("title", vec![title("清河市司法局2023年工作报告")]),
        said(
            "title_too_long",
            vec![title("清河市司法局2023年法治政府建设年度报告及下一年工作安排")],
        ),
        said(
            "title_broken_by_hand",
            vec![paragraph(
                Role::Title,
                vec![text("清河市司法局"), Inline::Break, text("2023年法治政府建设年度报告")],
            )],
        ),
        said("addressee", vec![addressee("市委全面依法治市委员会办公室：")]),
        said("headings", (1..=4).map(|n| heading(n, "标题")).collect()),
        said("body", vec![body("正文。")]),
        said("body_empty", vec![paragraph(Role::Body, vec![])]),
        said("run_in_second_level", vec![run_in(2, "（一）健全机制。", "正文。")]),
        said("run_in_first_level", vec![run_in(1, "一、健全机制。", "正文。")]),
        said(
            "run_in_face_of_its_own_heading",
            vec![paragraph(Role::Heading(2), vec![faced(Face::Heading(2), "（一）健全机制")])],
        ),
        said(
            "lead_is_plain",
            vec![paragraph(Role::Body, vec![faced(Face::Lead, "一是抓好学习。"), text("正文。")])],
        ),
        said(
            "runs_that_look_alike_are_one",
            vec![paragraph(Role::Body, vec![text("办件"), text("622"), text("件。")])],
        ),
        said(
            "line_break",
            vec![paragraph(Role::Body, vec![text("上"), Inline::Break, text("下")])],
        ),
        said("blanks_and_tabs", vec![body(" 前 中 后 \t尾")]),
        said("marks_of_xml", vec![body("甲<乙>&“丙”")]),
        said("forbidden_characters", vec![body("甲\u{2}乙\u{B}丙\u{FFFE}丁\r戊")]),
        said("rare_characters", vec![run_in(2, "王珺。", "张䶮、李𬭎")]),
        said("signature", vec![body("完。"), signature("清河市司法局"), date("2024年1月30日")]),
        said(
            "signature_long",
            vec![
                signature("清河市青山区人民政府城市更新和历史文化街区保护利用工作领导小组办公室"),
                date("2024年1月30日"),
            ],
        ),
        said("signature_short", vec![signature("某局"), date("2024年12月31日")]),
        said("signature_without_date", vec![body("完。"), signature("清河市司法局")]),
        said("date_without_signature", vec![body("完。"), date("2024年1月30日")]),
        said(
            "table",
            vec![
                table(
                    &[400, 600],
                    1,
                    vec![vec![cell("甲"), cell("乙")], vec![cell("1"), cell("2")]],
                ),
                body("后"),
            ],
        ),
        said(
            "table_merged",
            vec![
                table(
                    &[200, 300, 500],
                    0,
                    vec![vec![span("一二", 2, 1), span("三", 1, 2)], vec![cell("四"), cell("五")]],
                ),
                body("后"),
            ],
        ),
        said(
            "table_with_missing_cells",
            vec![
                table(&[500, 500], 0, vec![vec![cell("一")], vec![span("太宽", 3, 9)]]),
                body("后"),
            ],
        ),
        said("table_last", vec![table(&[1000], 0, vec![vec![cell("一")]])]),
        said(
            "table_before_signature",
            vec![
                table(&[1000], 0, vec![vec![cell("一")], vec![cell("末行")]]),
                signature("清河市司法局"),
            ],
        ),
        headed("letterhead_downward", Letterhead { signers: vec![], ..letterhead() }),
        headed("letterhead_upward", letterhead()),
        headed(
            "letterhead_without_number",
            Letterhead { number: String::new(), signers: vec![], ..letterhead() },
        ),
        Case {
            doc: Doc { imprint: Some(imprint()), ..doc(vec![body("正文。")]) },
            ..said("imprint", vec![])
        },
        Case {
            doc: Doc { imprint: Some(imprint()), ..doc(vec![body("正文。")]) },
            style: Looks { margins: Margins::Compensated, ..Looks::default() },
            ..said("imprint_compensated", vec![])
        },
        Case {
            doc: Doc {
                imprint: Some(Imprint { copies: repeat("某单位，", 500), ..imprint() }),
                ..doc(vec![])
            },
            ..said("imprint_taller_than_the_page", vec![])
        },
        said(
            "attachment_notes",
            vec![
                paragraph(Role::AttachmentNote, vec![text("附件：1.主要数据")]),
                paragraph(Role::AttachmentNote, vec![text("2.人员名单")]),
            ],
        ),
        said(
            "attachment",
            vec![
                paragraph(Role::AttachmentLabel, vec![text("附件")]),
                paragraph(Role::AttachmentTitle, vec![text("主要数据")]),
                paragraph(Role::Caption, vec![text("表1　办案情况")]),
                table(&[1000], 0, vec![vec![cell("一")]]),
            ],
        ),
        Case {
            style: Looks { seal: Seal::Room, ..Looks::default() },
            ..said("signature_sealed", vec![signature("清河市司法局"), date("2024年1月30日")])
        },
        said(
            "note",
            vec![date("2024年1月30日"), paragraph(Role::Note, vec![text("（此件公开发布）")])],
        ),
        styled("standard_styles", Looks::default(), &["word/styles.xml", "word/fontTable.xml"]),
        styled(
            "faces_of_windows_and_times",
            Looks { faces: Faces::windows(), latin: Latin::TimesNewRoman, ..Looks::default() },
            &["word/styles.xml", "word/fontTable.xml"],
        ),
        styled(
            "compensated_margins",
            Looks { margins: Margins::Compensated, ..Looks::default() },
            DOCUMENT,
        ),
        styled(
            "character_grid",
            Looks { grid: WordGrid::Characters, ..Looks::default() },
            &["word/document.xml", "word/styles.xml"],
        ),
        styled(
            "page_numbers_outer",
            Looks::default(),
            &["word/settings.xml", "word/footer1.xml", "word/footer2.xml"],
        ),
        styled(
            "page_numbers_centred",
            numbers(PageNumbers::Centred),
            &["word/document.xml", "word/settings.xml", "word/footer1.xml"],
        ),
        styled(
            "page_numbers_none",
            numbers(PageNumbers::None),
            &["word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"],
        ),
        styled(
            "package",
            Looks::default(),
            &[
                "[Content_Types].xml",
                "_rels/.rels",
                "docProps/app.xml",
                "docProps/core.xml",
                "word/_rels/document.xml.rels",
                "word/theme/theme1.xml",
            ],
        ),
    ]
}

#[test]
fn each_part_is_as_it_was_approved() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/docx");
    let mut files = Vec::new();
    for case in cases() {
        for name in case.parts {
            let file = name.rsplit('/').next().unwrap().replace(['[', ']'], "");
            let file = folder.join(case.name).join(file.trim_start_matches('.'));
            files.push((file, pretty(&part(&case.doc, &case.style, name))));
        }
    }
    approved::are(files);
}

#[test]
fn no_approved_part_is_left_over() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/docx");
    let names: Vec<_> = cases().iter().map(|c| c.name).collect();
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(names.contains(&&*name), "tests/cases/docx/{name} belongs to no case");
    }
}
