//! The pages as they are set on this machine, with whatever faces it has.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]
#![allow(clippy::disallowed_methods, reason = "a file made for the test")]

mod around;
#[path = "../../../nianbao-formats/tests/docx/build.rs"]
mod build;
mod fonts;
mod ofd;

use std::sync::{Arc, LazyLock};

use nianbao_core::doc::{Block, Cell, Doc, Face, Inline, Meta, Paragraph, Role, Table, Text};
use nianbao_core::looks::{Looks, Margins, PageNumbers};
use nianbao_typeset::{
    Compositor, Fonts, Made, Measure, Pages, PdfKind, TypesetError, lines, measure,
};

const MM: f64 = 72.0 / 25.4;
const MADE: Made =
    Made { year: 2024, month: 1, day: 26, hour: 9, minute: 30, second: 0, offset: 480 };

fn text(text: &str) -> Inline {
    Inline::Text(Text { text: text.to_owned(), ..Text::default() })
}

fn paragraph(role: Role, words: &str) -> Block {
    Block::Paragraph(Paragraph { role, inlines: vec![text(words)] })
}

fn doc(blocks: Vec<Block>) -> Doc {
    let meta =
        Meta { title: "报告".to_owned(), unit: "清河市司法局".to_owned(), year: 2023 };
    Doc { meta, blocks, ..Doc::default() }
}

static FONTS: LazyLock<Arc<Fonts>> = LazyLock::new(|| Arc::new(Fonts::of_this_machine(&[])));

fn compositor() -> Compositor {
    Compositor::new(Arc::clone(&FONTS))
}

fn lay(doc: &Doc) -> Pages {
    compositor().lay(doc, &Looks::default()).unwrap()
}

fn said(pages: &Pages) -> String {
    lines(pages).into_iter().map(|line| line.text).collect()
}

#[test]
fn a_full_page_holds_22_lines_of_28_characters() {
    let full = doc(vec![paragraph(Role::Addressee, &"国".repeat(28 * 22 * 2))]);
    for margins in [Margins::Nominal, Margins::Compensated] {
        let pages = compositor().lay(&full, &Looks { margins, ..Looks::default() }).unwrap();
        assert_eq!(pages.count(), 2, "{margins:?}");
        let all = lines(&pages);
        assert_eq!(all.len(), 44, "{margins:?}");
        assert!(all.iter().all(|line| line.text.chars().count() == 28), "{margins:?}");
    }
}

#[test]
fn the_text_block_keeps_its_measures() {
    let pages = lay(&doc(vec![paragraph(Role::Addressee, &"国".repeat(28 * 22))]));
    let all = lines(&pages);
    let first = all.first().unwrap();
    // Ink of a 汉字 begins some 0.85 em above its base line.
    let top = (first.baseline - 0.85 * 16.0) / MM;
    assert!((top - 37.0).abs() < 1.0, "{top}");
    assert!((first.x / MM - 28.0).abs() < 0.5, "{}", first.x);
    let right = pages.runs().iter().map(|run| run.x + run.width).fold(0.0, f64::max) / MM;
    assert!((right - 184.0).abs() < 0.5, "{right}");
    assert!(all.last().unwrap().baseline / MM < 262.0);
}

#[test]
fn page_numbers_stand_7_mm_below_the_text_on_the_outer_side() {
    let long = doc(vec![paragraph(Role::Addressee, &"国".repeat(28 * 22 * 2))]);
    let numbers = |page_numbers| {
        let pages = compositor().lay(&long, &Looks { page_numbers, ..Looks::default() }).unwrap();
        let runs = pages.runs().iter().filter(|run| run.from.is_none() && run.text.contains('—'));
        runs.map(|run| (run.page, run.x / MM, run.baseline, run.size)).collect::<Vec<_>>()
    };
    let outer = numbers(PageNumbers::Outer);
    assert!(!outer.is_empty());
    for (page, x, baseline, size) in outer {
        let dash = (baseline - 0.4 * size) / MM;
        assert!((dash - 269.0).abs() < 1.0, "{dash}");
        assert!(if page == 0 { x > 150.0 } else { x < 50.0 }, "page {page} at {x}");
    }
    assert!(numbers(PageNumbers::Centred).iter().all(|n| (n.1 - 103.0).abs() < 10.0));
    assert!(numbers(PageNumbers::None).is_empty());
}

#[test]
fn what_is_typed_is_never_a_command() {
    let hostile = [
        "#set page(width: 1cm)",
        "*粗* _斜_ `码` $x^2$ @引 <标> // 注释",
        "\"引号\\\" \\u{41} \\n",
        "#{while true {}}",
        "]#panic()[",
        "= 标题",
        "- 项",
        "/ 词: 释",
        "http://a.b/c?d=e&f",
        "~ -- --- ... '撇'",
    ];
    for words in hostile {
        let pages = lay(&doc(vec![paragraph(Role::Addressee, words)]));
        let squeezed = |s: &str| s.replace(' ', "");
        assert_eq!(squeezed(&said(&pages)), squeezed(words));
    }
}

#[test]
fn signs_for_machines_are_left_out_and_rare_characters_are_set() {
    let pages =
        lay(&doc(vec![paragraph(Role::Body, "张\u{1}珺\u{7}堃，王䶮，李𠀀，镕\u{feff}祎")]));
    assert_eq!(said(&pages), "张珺堃，王䶮，李𠀀，镕祎");
    assert!(pages.missing().is_empty(), "{:?}", pages.missing());
}

#[test]
fn an_edited_report_is_laid_out_as_a_new_one() {
    let words = "推进依法行政，规范执法程序。".repeat(20);
    let mut blocks: Vec<Block> = (0..30).map(|_| paragraph(Role::Body, &words)).collect();
    let mut kept = compositor();
    kept.lay(&doc(blocks.clone()), &Looks::default()).unwrap();
    blocks[12] = paragraph(Role::Body, "改短了。");
    blocks.insert(3, paragraph(Role::Heading(1), "一、新的标题"));
    let again = kept.lay(&doc(blocks.clone()), &Looks::default()).unwrap();
    let fresh = lay(&doc(blocks));
    assert_eq!(again.runs(), fresh.runs());
    let pdf = |pages: &Pages| pages.pdf(PdfKind::Archive, MADE).unwrap();
    assert_eq!(pdf(&again), pdf(&fresh));
}

#[test]
fn a_place_on_the_page_is_a_character_of_the_document() {
    let inlines = vec![text("（一）规范执法。"), text("全年办理案件40件，同比下降5%。")];
    let body = Block::Paragraph(Paragraph { role: Role::Body, inlines });
    let pages = lay(&doc(vec![paragraph(Role::Title, "报告"), body]));
    let run = pages.runs().iter().find(|run| run.text.starts_with("全年")).unwrap();
    let from = pages.at(0, run.x + 1.0, run.baseline - 4.0).unwrap().from.unwrap();
    assert_eq!((from.block, from.inline, from.offset), (1, 1, 0));
    assert!(pages.at(0, 100.0, 700.0).is_none());
    assert!(pages.at(7, 100.0, 100.0).is_none());
}

#[test]
fn the_second_line_of_a_run_knows_how_far_in_it_begins() {
    let words = format!("“{}\\\"{}", "甲".repeat(30), "乙".repeat(30));
    let pages = lay(&doc(vec![paragraph(Role::Addressee, &words)]));
    for run in pages.runs().iter().filter(|run| run.from.is_some()) {
        let from = run.from.unwrap();
        let there: String =
            words.chars().skip(from.offset).take(run.text.chars().count()).collect();
        assert_eq!(there, run.text);
    }
}

/// Characters of all text, breaks apart.
fn length(doc: &Doc) -> usize {
    let of = |inlines: &[Inline]| -> usize {
        let chars = inlines
            .iter()
            .map(|i| if let Inline::Text(t) = i { t.text.chars().count() } else { 0 });
        chars.sum()
    };
    let block = |block: &Block| match block {
        Block::Paragraph(p) => of(&p.inlines),
        Block::Table(t) => t.rows.iter().flatten().map(|c| of(&c.inlines)).sum(),
    };
    doc.blocks.iter().map(block).sum()
}

#[test]
fn any_length_of_anything_is_set() {
    let unit = "清河市青山区人民政府城市更新和历史文化街区保护利用工作领导小组办公室青山分室";
    let cell = |words: &str, columns| Cell {
        inlines: vec![text(words)],
        columns,
        rows: 1,
        ..Cell::default()
    };
    let row = |n| vec![cell(&format!("事项{n}"), 1), cell(&"长".repeat(40), 1), cell("5%", 1)];
    let head = vec![cell("指标", 1), cell("数据", 2)];
    let rows = std::iter::once(head).chain((0..120).map(row)).collect();
    for blocks in [
        vec![],
        vec![paragraph(Role::Body, "")],
        vec![paragraph(Role::Body, &"长".repeat(30_000))],
        vec![paragraph(Role::Body, &"a".repeat(3_000))],
        vec![paragraph(Role::Title, &format!("{unit}2023年法治政府建设年度报告"))],
        vec![paragraph(Role::Signature, unit), paragraph(Role::Date, "2024年1月26日")],
        vec![Block::Table(Table { columns: vec![400, 300, 300], header_rows: 1, rows })],
        vec![Block::Table(Table { columns: vec![], header_rows: 0, rows: vec![] })],
    ] {
        let doc = doc(blocks);
        let pages = lay(&doc);
        // A repeated table head is said more than once.
        assert!(said(&pages).chars().count() >= length(&doc));
        assert!(pages.pdf(PdfKind::Archive, MADE).unwrap().starts_with(b"%PDF"));
    }
}

#[test]
fn the_signature_goes_with_the_text_before_it() {
    // The lines before fill the page to every height in turn.
    for filled in 18..=24 {
        let mut blocks: Vec<Block> = (0..filled).map(|_| paragraph(Role::Body, "一行。")).collect();
        blocks.push(paragraph(Role::Signature, "清河市司法局"));
        blocks.push(paragraph(Role::Date, "2024年1月26日"));
        let doc = doc(blocks);
        let found = measure(&doc, &lines(&lay(&doc)));
        let alone = found.iter().any(|m| matches!(m, Measure::SignatureAlone { .. }));
        assert!(!alone, "after {filled} lines");
    }
}

#[test]
fn no_heading_is_left_at_the_foot() {
    for filled in 18..=24 {
        let mut blocks: Vec<Block> = (0..filled).map(|_| paragraph(Role::Body, "一行。")).collect();
        blocks.push(paragraph(Role::Heading(1), "一、标题"));
        blocks.push(paragraph(Role::Heading(2), "（一）标题"));
        blocks.push(paragraph(Role::Body, "正文。"));
        let doc = doc(blocks);
        let found = measure(&doc, &lines(&lay(&doc)));
        let left = found.iter().any(|m| matches!(m, Measure::HeadingAtFoot { .. }));
        assert!(!left, "after {filled} lines");
    }
}

#[test]
fn short_last_lines_are_told() {
    let body = |n: usize| paragraph(Role::Body, &format!("{}。", "国".repeat(n)));
    let short = doc(vec![body(26 + 1), body(26 + 8)]);
    let found = measure(&short, &lines(&lay(&short)));
    assert!(matches!(&found[..], [Measure::ShortLastLine { block: 0, page: 0, .. }]), "{found:?}");
}

#[test]
fn a_last_page_of_a_line_or_two_is_told_and_a_fuller_one_is_not() {
    for (lines_of_text, meant) in
        [(22, None), (23, Some(1)), (24, Some(2)), (25, None), (46, Some(2))]
    {
        let body = (0..lines_of_text).map(|_| paragraph(Role::Body, "一行。")).collect();
        let doc = doc(body);
        let found = measure(&doc, &lines(&lay(&doc)));
        let few = found.iter().find_map(|m| match m {
            Measure::PageNearlyEmpty { lines, .. } => Some(*lines),
            _ => None,
        });
        assert_eq!(few, meant, "{lines_of_text}");
    }
}

#[test]
fn a_heading_run_into_its_paragraph_stands_in_the_outline() {
    let words = "（一）规范执法。".to_owned();
    let lead = Inline::Text(Text { text: words, face: Face::Heading(2), ..Text::default() });
    let inlines = vec![lead, text("正文在后。")];
    let body = Block::Paragraph(Paragraph { role: Role::Body, inlines });
    let pages = lay(&doc(vec![body]));
    assert_eq!(lines(&pages).remove(0).text, "（一）规范执法。正文在后。");
    let pdf = pages.pdf(PdfKind::Plain, MADE).unwrap();
    assert!(pdf.windows(9).any(|w| w == b"/Outlines"));
}

#[test]
fn without_any_face_it_says_so() {
    let nowhere = tempfile::tempdir().unwrap();
    let fonts = Fonts::in_folders(&[nowhere.path()]);
    let none = Compositor::new(Arc::new(fonts)).lay(&doc(vec![]), &Looks::default());
    assert_eq!(none.err(), Some(TypesetError::NoFonts));
}

#[test]
fn a_broken_font_file_is_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("坏.ttf"), b"\0\x01\0\0 no font at all").unwrap();
    let mut compositor = Compositor::new(Arc::new(Fonts::of_this_machine(&[folder.path()])));
    assert!(compositor.lay(&doc(vec![paragraph(Role::Body, "正文")]), &Looks::default()).is_ok());
}
