//! 花脸稿: what is accepted is the new report, what is rejected the old one.

use nianbao_core::diff::redline;
use nianbao_core::doc::{Block, Doc, Imprint, Role};
use nianbao_core::looks::Looks;
use nianbao_formats::export::docx::{Author, verify_redline, write_redline};
use proptest::prelude::*;

use crate::build::*;
use crate::parts::parts;

const AUTHOR: Author<'_> = Author { name: "法治年报", at: "2024-01-12T01:30:00Z" };

fn written(old: &Doc, new: &Doc) -> Vec<u8> {
    let written = write_redline(&redline(old, new), &Looks::default(), AUTHOR).unwrap();
    verify_redline(old, new, &written.bytes).unwrap();
    written.bytes
}

fn document(bytes: &[u8]) -> String {
    parts(bytes).remove("word/document.xml").unwrap()
}

#[test]
fn words_paragraphs_and_cells_are_marked_with_who_and_when() {
    let figures = |count: &str| {
        let head = vec![cell("项目"), cell("件数")];
        table(&[500, 500], 1, vec![head, vec![cell("处罚"), cell(count)]])
    };
    let old = doc(vec![
        title("报告"),
        run_in(2, "（一）抓学习。", "办班三期。"),
        body("删去的一段话，以后不要了。"),
        figures("12"),
        signature("清河市司法局"),
        date("2024年1月30日"),
    ]);
    let new = doc(vec![
        title("报告"),
        run_in(2, "（一）抓学习。", "办班四期。"),
        figures("15"),
        body("新写的一段，原来没有。"),
        signature("清河市司法局"),
        date("2024年2月1日"),
    ]);
    let xml = document(&written(&old, &new));
    for part in [
        r#"w:author="法治年报" w:date="2024-01-12T01:30:00Z""#,
        "<w:delText>三</w:delText>",
        "<w:delText>12</w:delText>",
        "<w:delText>删去的一段话，以后不要了。</w:delText>",
        "<w:t>新写的一段，原来没有。</w:t>",
    ] {
        assert!(xml.contains(part), "{part}");
    }
    let ids: Vec<&str> =
        xml.split("w:id=\"").skip(1).map(|s| s.split('"').next().unwrap()).collect();
    let meant: Vec<String> = (1..=ids.len()).map(|n| n.to_string()).collect();
    assert_eq!(ids, meant);
}

#[test]
fn equal_reports_have_no_mark() {
    let one = doc(vec![title("报告"), body("正文。"), table(&[1000], 1, vec![vec![cell("格")]])]);
    let xml = document(&written(&one, &one));
    assert!(!xml.contains("<w:ins ") && !xml.contains("<w:del "));
}

#[test]
fn what_is_put_in_or_taken_out_at_the_very_end_leaves_no_empty_paragraph() {
    let (short, long) = (doc(vec![body("甲")]), doc(vec![body("甲"), body("乙"), body("丙")]));
    written(&short, &long);
    written(&long, &short);
    let mut printed = long.clone();
    printed.imprint = Some(Imprint { office: "办公室".to_owned(), ..Imprint::default() });
    written(&short, &printed);
}

fn blocks() -> impl Strategy<Value = Vec<Block>> {
    let words = prop::sample::select(vec![
        "办理案件12宗。",
        "办理案件15宗。",
        "抓学习。",
        "",
        "甲\n乙",
        " 前后 ",
        "𠀀䶮",
        "\u{2}",
        "a<b>&",
    ]);
    let block = (prop::collection::vec(words, 1..4), 0..5usize).prop_map(|(words, role)| {
        let words = words.concat();
        match role {
            0 => heading(2, &words),
            1 => run_in(2, "（一）抓学习。", &words),
            2 => paragraph(Role::Signature, vec![text(&words)]),
            _ => body(&words),
        }
    });
    let table = prop::sample::select(vec!["1", "2", ""]).prop_map(|words| {
        table(&[500, 500], 1, vec![vec![cell("头"), cell("数")], vec![cell("体"), cell(words)]])
    });
    // A file ends with a paragraph: 成文日期, or the text itself.
    let all = prop::collection::vec(prop_oneof![4 => block, 1 => table], 0..7);
    all.prop_map(|mut blocks| {
        blocks.insert(0, title("报告"));
        blocks.push(body("完。"));
        blocks
    })
}

proptest! {
    #[test]
    fn any_two_reports_come_apart_again(old in blocks(), new in blocks()) {
        written(&doc(old), &doc(new));
    }
}
