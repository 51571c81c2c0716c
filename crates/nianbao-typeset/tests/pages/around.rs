//! What stands around the text, and what must not break the pages.

use nianbao_core::doc::{Block, Doc, Imprint, Letterhead, Role};
use nianbao_core::looks::{Looks, Margins, Seal};
use nianbao_typeset::{Measure, Pages, PdfKind, Run, lines, measure};

use crate::{MADE, MM, build, compositor, doc, lay, paragraph, said};

fn run<'a>(pages: &'a Pages, words: &str) -> &'a Run {
    pages.runs().iter().find(|run| run.text.contains(words)).unwrap()
}

fn near(is: f64, should: f64) {
    assert!((is - should).abs() < 1.0 * MM, "{:.2} mm, not {:.2}", is / MM, should / MM);
}

#[test]
fn the_mark_stands_35_millimetres_under_the_texts_edge_in_both_presets() {
    for margins in [Margins::Nominal, Margins::Compensated] {
        let looks = Looks { margins, ..Looks::default() };
        let pages = compositor().lay(&build::official(), &looks).unwrap();
        let mark = run(&pages, "清河市司法局文件");
        assert!((mark.size - 36.0).abs() < 0.01);
        near(mark.baseline - 0.83 * mark.size, 72.0 * MM);
    }
}

#[test]
fn number_and_last_signer_share_a_line() {
    let pages = lay(&build::official());
    let number = run(&pages, "清司〔");
    let signer = run(&pages, "赵某某");
    assert!((number.baseline - signer.baseline).abs() < 0.01);
    near(number.x, 28.0 * MM + 15.75);
    let last = run(&pages, "王某某");
    near(last.x + last.width, 184.0 * MM - 15.75);
}

#[test]
fn the_imprint_stands_at_the_foot_of_the_last_page() {
    for margins in [Margins::Nominal, Margins::Compensated] {
        let looks = Looks { margins, ..Looks::default() };
        let pages = compositor().lay(&build::official(), &looks).unwrap();
        let printed = run(&pages, "日印发");
        assert_eq!(printed.page + 1, pages.count());
        // Its line is 22 pt high, the last rule 1 pt.
        near(printed.baseline, 262.0 * MM - 1.0 - 4.0 - 0.12 * 14.0);
    }
}

#[test]
fn an_imprint_without_room_goes_to_the_next_page() {
    let mut long = doc(vec![paragraph(Role::Addressee, &"国".repeat(28 * 21))]);
    long.imprint = Some(build::imprint());
    let pages = lay(&long);
    assert_eq!(pages.count(), 2);
    assert_eq!(run(&pages, "抄送").page, 1);
}

#[test]
fn an_imprint_taller_than_the_page_goes_on_over_pages() {
    let mut long = doc(vec![paragraph(Role::Body, "正文。")]);
    long.imprint = Some(Imprint { copies: "某单位，".repeat(600), ..build::imprint() });
    let pages = lay(&long);
    assert!(pages.count() > 2);
    let copies: String = pages.runs().iter().map(|run| run.text.as_str()).collect();
    assert_eq!(copies.matches('单').count(), 600);
}

#[test]
fn each_attachment_begins_a_page() {
    let pages = lay(&build::official());
    let labels: Vec<_> = pages.runs().iter().filter(|r| r.text.starts_with("附件1")).collect();
    assert_eq!(labels.len(), 1);
    near(labels[0].baseline, 37.0 * MM + 0.88 * 16.0);
    let title = pages.runs().iter().rfind(|r| r.text.contains("法治政府建设主要数据")).unwrap();
    assert_eq!(title.page, labels[0].page);
    // The third line.
    near(title.baseline - labels[0].baseline, 2.0 * 28.95 + 6.0);
}

#[test]
fn a_seal_has_room_above_the_date() {
    let signed = doc(vec![
        paragraph(Role::Body, "正文。"),
        paragraph(Role::Signature, "清河市司法局"),
        paragraph(Role::Date, "二〇二四年一月三十日"),
    ]);
    let looks = Looks { seal: Seal::Room, ..Looks::default() };
    let pages = compositor().lay(&signed, &looks).unwrap();
    near(run(&pages, "清河市").baseline - run(&pages, "正文").baseline, 3.0 * 28.95);
    let date = run(&pages, "二〇");
    near(date.x + date.width, 184.0 * MM - 4.0 * 15.75);
}

#[test]
fn what_is_typed_around_the_text_is_never_a_command() {
    let hostile = "#panic(\"甲\") $x$ *强* \\ ] [ \u{2}\u{FFFE}";
    let mut plain = doc(vec![paragraph(Role::Body, "正文。")]);
    plain.letterhead = Some(Letterhead {
        copy: hostile.to_owned(),
        urgency: hostile.to_owned(),
        mark: hostile.to_owned(),
        number: hostile.to_owned(),
        signers: vec![hostile.to_owned(); 3],
    });
    plain.imprint = Some(Imprint {
        copies: hostile.to_owned(),
        office: hostile.to_owned(),
        printed: hostile.to_owned(),
    });
    let pages = lay(&plain);
    let all: String = pages.runs().iter().map(|run| run.text.as_str()).collect();
    assert!(all.matches("#panic").count() >= 8, "{all}");
    assert!(pages.pdf(PdfKind::Archive, MADE).is_ok());
}

#[test]
fn a_full_report_is_a_sound_archive_file_with_pictures_of_its_pages() {
    let pages = lay(&build::official());
    let pdf = pages.pdf(PdfKind::Archive, MADE).unwrap();
    assert!(pdf.windows(20).any(|w| w.starts_with(b"<pdfaid:part>2")));
    assert!(pages.svg(0).unwrap().to_lowercase().contains("#ff0000"));
}

#[test]
fn tables_that_do_not_fit_their_grid_are_laid_out() {
    let (cell, span) = (build::cell, build::span);
    for (columns, header, rows) in [
        (&[500, 500][..], 0, vec![vec![span("宽", 9, 9)], vec![cell("甲")]]),
        (&[], 5, vec![vec![span("高", 1, 7), cell("乙")], vec![], vec![cell("丙")]]),
        (&[0, 0], 1, vec![vec![span("头", 1, 3)], vec![cell("丁"), cell("戊"), cell("己")]]),
        (&[1000, 1000, 1000], 0, vec![]),
    ] {
        let pages = lay(&doc(vec![build::table(columns, header, rows.clone())]));
        let words: usize = rows.iter().flatten().count();
        assert_eq!(said(&pages).chars().count(), words);
    }
}

#[test]
fn a_table_wider_than_the_page_is_scaled_to_it() {
    let wide: Vec<u16> = vec![1000; 20];
    let row = (0..20).map(|_| build::cell("格")).collect();
    let pages = lay(&doc(vec![build::table(&wide, 0, vec![row])]));
    assert!(pages.runs().iter().all(|run| run.x + run.width < 184.5 * MM));
    assert_eq!(said(&pages).chars().filter(|c| *c == '格').count(), 20);
}

#[test]
fn a_paragraph_of_thirty_thousand_characters_is_set_whole() {
    let long = build::items(6000);
    let pages = lay(&doc(vec![paragraph(Role::Body, &long)]));
    assert_eq!(said(&pages), long);
}

#[test]
fn any_role_may_come_first_or_alone() {
    for role in [
        Role::AttachmentNote,
        Role::Note,
        Role::AttachmentLabel,
        Role::AttachmentTitle,
        Role::Caption,
    ] {
        let blocks: Vec<Block> = vec![paragraph(role, "只此一段")];
        let pages = lay(&Doc { imprint: Some(build::imprint()), ..doc(blocks) });
        assert_eq!((pages.count(), said(&pages).as_str()), (1, "只此一段"), "{role:?}");
    }
}

#[test]
fn a_first_page_without_text_is_found() {
    let mut report = doc(vec![
        paragraph(Role::Title, &"清河市".repeat(40)),
        paragraph(Role::Addressee, &"某单位，".repeat(80)),
        paragraph(Role::Body, "正文。"),
    ]);
    report.letterhead = Some(build::letterhead());
    let found = measure(&report, &lines(&lay(&report)));
    assert_eq!(found, [Measure::FirstPageWithoutText]);
    let usual = build::official();
    let found = measure(&usual, &lines(&lay(&usual)));
    assert!(!found.contains(&Measure::FirstPageWithoutText), "{found:?}");
}

#[test]
fn a_full_report_can_be_read_aloud() {
    let pages = lay(&build::official());
    assert!(pages.pdf(PdfKind::Accessible, MADE).is_ok());
}
