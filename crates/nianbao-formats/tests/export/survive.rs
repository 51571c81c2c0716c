//! What every format keeps, drops, and says of itself.

use nianbao_core::doc::{Doc, Imprint, Letterhead, Role};
use nianbao_core::looks::Looks;
use nianbao_formats::export::{Format, docx, html, markdown, txt};
use nianbao_formats::import;
use proptest::prelude::*;

use crate::build::*;

const FORMATS: [Format; 5] =
    [docx::FORMAT, html::FORMAT, html::PAGE, txt::FORMAT, markdown::FORMAT];

fn written(format: &Format, doc: &Doc) -> Vec<u8> {
    let output = (format.write)(doc, &Looks::default()).unwrap();
    (format.verify)(doc, &output.bytes)
        .unwrap_or_else(|error| panic!("{}: {error} {doc:?}", format.key));
    output.bytes
}

#[test]
fn rare_characters_and_long_paragraphs_are_whole_in_every_format() {
    let long = items(6000);
    assert!(long.chars().count() > 30_000);
    let doc = doc(vec![title("䶮局𠀀报告"), body("张䶮、𠀀、👨‍👩‍👧、é"), body(&long)]);
    for format in FORMATS {
        let bytes = written(&format, &doc);
        if format.key != "docx" {
            let text = String::from_utf8(bytes).unwrap();
            assert!(text.contains("张䶮、𠀀、👨‍👩‍👧、é") && text.contains(&long), "{}", format.key);
        }
    }
}

#[test]
fn what_stands_around_the_text_is_in_every_format() {
    let mut doc = doc(vec![
        title("报告"),
        body("正文。"),
        paragraph(Role::AttachmentNote, vec![text("附件：台账")]),
        paragraph(Role::AttachmentLabel, vec![text("附件")]),
        paragraph(Role::AttachmentTitle, vec![text("台账")]),
        paragraph(Role::Caption, vec![text("表1")]),
        table(&[1000], 1, vec![vec![cell("项目")], vec![cell("1")]]),
    ]);
    doc.letterhead = Some(Letterhead {
        mark: "清河市司法局文件".to_owned(),
        number: "清司〔2024〕1号".to_owned(),
        signers: vec!["张䶮".to_owned()],
        ..Letterhead::default()
    });
    doc.imprint = Some(Imprint {
        copies: "市人大".to_owned(),
        office: "清河市司法局办公室".to_owned(),
        printed: "2024年1月30日印发".to_owned(),
    });
    for format in FORMATS {
        let bytes = written(&format, &doc);
        if format.key != "docx" {
            let text = String::from_utf8(bytes).unwrap();
            for part in [
                "清司〔2024〕1号",
                "签发人：张䶮",
                "抄送：市人大。",
                "2024年1月30日印发",
                "附件：台账",
            ] {
                assert!(text.contains(part), "{}: {part}", format.key);
            }
        }
    }
}

#[test]
fn characters_no_file_holds_are_dropped_and_told() {
    let doc = doc(vec![
        body("甲\u{2}乙\u{B}丙\u{FFFE}丁\u{2}"),
        table(&[1000], 0, vec![vec![cell("格\u{1}")]]),
    ]);
    for format in FORMATS {
        let output = (format.write)(&doc, &Looks::default()).unwrap();
        assert_eq!(output.dropped, ['\u{2}', '\u{B}', '\u{FFFE}', '\u{1}'], "{}", format.key);
        (format.verify)(&doc, &output.bytes).unwrap();
    }
}

#[test]
fn a_file_that_says_something_else_is_refused() {
    let (one, other) = (doc(vec![body("甲甲")]), doc(vec![body("甲乙")]));
    let longer = doc(vec![body("甲甲"), body("又一段")]);
    let tabled = doc(vec![body("甲甲"), table(&[1000], 1, vec![vec![cell("格")]])]);
    for format in FORMATS {
        let bytes = written(&format, &one);
        for wrong in [&other, &longer, &tabled] {
            assert!((format.verify)(wrong, &bytes).is_err(), "{}", format.key);
        }
        let longer = written(&format, &longer);
        assert!((format.verify)(&one, &longer).is_err(), "{}", format.key);
        assert!((format.verify)(&one, &bytes[..bytes.len() / 3]).is_err(), "{}", format.key);
    }
}

#[test]
fn every_file_names_its_title_and_unit_and_says_it_is_chinese() {
    let doc = doc(vec![body("正文。")]);
    for format in [html::FORMAT, html::PAGE, markdown::FORMAT] {
        let text = String::from_utf8(written(&format, &doc)).unwrap();
        for said in [&*doc.meta.title, &*doc.meta.unit, "zh-CN"] {
            assert!(text.contains(said), "{}: {said}", format.key);
        }
    }
}

#[test]
fn clean_html_has_no_style_no_class_and_no_script() {
    let doc = doc(vec![
        title("标题"),
        run_in(2, "（一）健全机制。", "正文。"),
        table(&[500, 500], 1, vec![vec![cell("甲"), cell("乙")]]),
        signature("清河市司法局"),
        date("2024年1月30日"),
    ]);
    let text = String::from_utf8(written(&html::FORMAT, &doc)).unwrap();
    for mark in ["style", "class=", "<script", "<font", "<span", "<div", "id="] {
        assert!(!text.contains(mark), "{mark}");
    }
    let page = String::from_utf8(written(&html::PAGE, &doc)).unwrap();
    // One file that needs no other.
    for mark in ["<link", "src=", "url(", "@import", "http"] {
        assert!(!page.contains(mark), "{mark}");
    }
}

#[test]
fn plain_text_is_utf_8_with_its_mark_and_windows_line_ends() {
    let bytes = written(&txt::FORMAT, &doc(vec![title("标题"), body("一"), body("二")]));
    assert!(bytes.starts_with(b"\xEF\xBB\xBF"));
    let text = String::from_utf8(bytes).unwrap();
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
}

#[test]
fn plain_text_that_is_read_in_again_has_the_same_parts() {
    let doc = doc(vec![
        title("清河市司法局2023年法治政府建设年度报告"),
        body("2023年，我局依法行政。"),
        heading(1, "一、主要举措和成效"),
        run_in(2, "（一）健全机制。", "完善制度三项。"),
        run_in(2, "（二）加强学法。", "组织培训四期。"),
        signature("清河市司法局"),
        date("2024年1月30日"),
    ]);
    let (_, read) = import::read(&written(&txt::FORMAT, &doc)).unwrap();
    assert_eq!(read.title, "清河市司法局2023年法治政府建设年度报告");
    assert_eq!(read.unit, "清河市司法局");
    assert_eq!(read.dropped, []);
}

/// As a program that is not ours reads it.
fn as_html(markdown: &[u8]) -> String {
    use pulldown_cmark::{Options, Parser, html};
    let text = std::str::from_utf8(markdown).unwrap();
    let options = Options::ENABLE_TABLES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut out = String::new();
    html::push_html(&mut out, Parser::new_ext(text, options));
    out
}

#[test]
fn another_reader_of_markdown_sees_bold_headings_and_merged_cells() {
    let doc = doc(vec![
        heading(1, "一、标题#"),
        run_in(2, "（一）健全机制。", "正文。"),
        run_in(3, "1.抓“三项制度”。", "正文。"),
        body("65.1%的案件"),
        body("1. 甲*乙*_丙_<b>&amp;[丁](戊)`己`"),
        table(&[500, 500], 1, vec![vec![cell("甲|乙"), span("丙", 1, 2)], vec![cell("1.")]]),
    ]);
    let html = as_html(&written(&markdown::FORMAT, &doc));
    for part in [
        "<h2>一、标题#</h2>",
        "<p><strong>（一）健全机制</strong>。正文。</p>",
        "<p><strong>1.抓“三项制度</strong>”。正文。</p>",
        "<p>1. 甲*乙*_丙_&lt;b&gt;&amp;amp;[丁](戊)`己`</p>",
        "<p>65.1%的案件</p>",
        "<th>甲|乙</th><th>丙</th>",
        "<td>1.</td><td></td>",
    ] {
        assert!(html.contains(part), "{part} is not in\n{html}");
    }
}

fn words() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "甲",
        "一、",
        "（一）",
        "。",
        "#",
        " ",
        "  ",
        "*",
        "_",
        "-",
        "+",
        "1.",
        ")",
        "|",
        "<br>",
        "&lt;",
        "\\",
        "`",
        "\n",
        "\t",
        "\r",
        "\u{2}",
        "\u{3000}",
        "~",
        "[",
        "](",
        "!",
        "---",
        "=",
        ">",
        "𠀀",
        "{{",
        "$",
        "\"",
        "'",
        "abc",
    ]);
    prop::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_survives_every_format(texts in prop::collection::vec((words(), 0..6usize), 0..6)) {
        let roles = [Role::Title, Role::Addressee, Role::Heading(1), Role::Body, Role::Signature];
        let blocks = texts.iter().map(|(words, role)| match roles.get(*role) {
            Some(role) => paragraph(*role, vec![text(words)]),
            None => table(&[500, 500], 1, vec![vec![cell(words), cell("乙")], vec![span(words, 2, 1)]]),
        });
        let doc = doc(blocks.collect());
        for format in FORMATS {
            written(&format, &doc);
        }
    }
}
