//! What stands around the text: one small case a rule.

use nianbao_core::catalog::Catalog;
use nianbao_core::compose::{Edition, compose};
use nianbao_core::doc::{Align, Block, Doc, Imprint, Inline, Letterhead, Role, Table};
use nianbao_core::looks::Looks;
use nianbao_core::record::*;

fn year() -> YearRecords {
    let unit = Unit { id: Id(1), name: "云溪市林业局".to_owned(), ..Unit::default() };
    let year = Year { id: Id(2), year: 2023, dated: "2024-01-26".parse().ok(), ..Year::default() };
    YearRecords::new(unit, year)
}

fn sent(records: &YearRecords) -> Doc {
    compose(records, Edition::Submission, Catalog::built_in())
}

fn said(doc: &Doc) -> Vec<(Role, String)> {
    doc.paragraphs().map(|p| (p.role, p.plain())).collect()
}

fn attachment(title: &str, body: &str) -> AttachmentChoice {
    AttachmentChoice {
        title: title.to_owned(),
        body: body.to_owned(),
        ..AttachmentChoice::default()
    }
}

#[test]
fn nothing_stands_around_a_report_unless_it_was_asked_for() {
    let doc = sent(&year());
    assert_eq!((doc.letterhead, doc.imprint), (None, None));
    let around = |role| {
        matches!(role, Role::AttachmentNote | Role::Note | Role::AttachmentLabel | Role::Caption)
    };
    assert!(!doc.blocks.iter().any(|block| match block {
        Block::Paragraph(p) => around(p.role),
        Block::Table(_) => true,
    }));
    assert_eq!(Looks::of(LooksChoice::default()), Looks::default());
}

#[test]
fn a_letterhead_names_the_unit_where_no_other_name_was_given() {
    let mut records = year();
    records.year.letterhead = LetterheadChoice {
        on: true,
        document: true,
        urgency: Urgency::MostUrgent,
        number: " 云林〔2024〕3号 ".to_owned(),
        signers: "李某、王某某 赵某".to_owned(),
        ..LetterheadChoice::default()
    };
    let head = sent(&records).letterhead.unwrap();
    assert_eq!(
        head,
        Letterhead {
            copy: String::new(),
            urgency: "特急".to_owned(),
            mark: "云溪市林业局文件".to_owned(),
            number: "云林〔2024〕3号".to_owned(),
            signers: ["李某", "王某某", "赵某"].map(str::to_owned).to_vec(),
        }
    );
    let lines = head.lines();
    assert_eq!(
        lines,
        ["特急", "云溪市林业局文件", "云林〔2024〕3号", "签发人：李某　王某某　赵某"]
    );
}

#[test]
fn what_is_published_has_neither_letterhead_nor_imprint() {
    let mut records = year();
    records.year.letterhead.on = true;
    records.year.imprint.on = true;
    let doc = compose(&records, Edition::Public, Catalog::built_in());
    assert_eq!((doc.letterhead, doc.imprint), (None, None));
}

#[test]
fn an_imprint_says_copied_to_and_its_full_stop_by_itself() {
    for typed in [
        "市委办公室，市政府办公室",
        "抄送：市委办公室，市政府办公室。",
        "市委办公室，\n市政府办公室",
    ] {
        let mut records = year();
        records.year.imprint =
            ImprintChoice { on: true, copies: typed.to_owned(), ..ImprintChoice::default() };
        let foot: Imprint = sent(&records).imprint.unwrap();
        assert_eq!(foot.copies_line(), "抄送：市委办公室，市政府办公室。", "{typed}");
        assert_eq!(
            (foot.office.as_str(), foot.printed.as_str()),
            ("云溪市林业局", "2024年1月26日印发")
        );
    }
}

#[test]
fn one_attachment_has_no_number_and_several_have() {
    let mut records = year();
    records.year.attachments = vec![attachment("名单", "甲\n\n乙")];
    let one = said(&sent(&records));
    assert!(one.contains(&(Role::AttachmentNote, "附件：名单".to_owned())));
    assert!(one.ends_with(&[
        (Role::Date, "2024年1月26日".to_owned()),
        (Role::AttachmentLabel, "附件".to_owned()),
        (Role::AttachmentTitle, "名单".to_owned()),
        (Role::Body, "甲".to_owned()),
        (Role::Body, "乙".to_owned()),
    ]));
    records.year.attachments.push(attachment("目录", "一、总则\n（一）依据\n一、说明。"));
    let two = said(&sent(&records));
    for line in [
        (Role::AttachmentNote, "附件：1.名单"),
        (Role::AttachmentNote, "2.目录"),
        (Role::AttachmentLabel, "附件2"),
        (Role::Heading(1), "一、总则"),
        (Role::Heading(2), "（一）依据"),
        (Role::Body, "一、说明。"),
    ] {
        assert!(two.contains(&(line.0, line.1.to_owned())), "{line:?}");
    }
}

#[test]
fn an_attachment_with_nothing_in_it_is_not_printed() {
    let mut records = year();
    records.year.attachments = vec![attachment(" ", "\n")];
    assert!(said(&sent(&records)).iter().all(|(role, _)| *role != Role::AttachmentLabel));
}

#[test]
fn a_note_has_its_brackets_once() {
    for typed in ["此件公开发布", "（此件公开发布）", "(此件公开发布)"] {
        let mut records = year();
        records.year.note = typed.to_owned();
        let last = said(&sent(&records)).pop().unwrap();
        assert_eq!(last, (Role::Note, "（此件公开发布）".to_owned()));
    }
}

fn table(doc: &Doc) -> Option<&Table> {
    doc.blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(table),
        Block::Paragraph(_) => None,
    })
}

#[test]
fn the_ledger_becomes_a_table_with_last_years_values_beside() {
    let mut last = year();
    last.figures = vec![figure("案件", "12"), figure("巡查", "7")];
    let mut records = year();
    records.figures = vec![figure("案件", "15"), figure("巡查", "")];
    records.year.attachments =
        vec![AttachmentChoice { of: AttachmentOf::Ledger, ..AttachmentChoice::default() }];
    records.with_last_year(Some(&last));
    let doc = sent(&records);
    let title = "云溪市林业局2023年法治政府建设年度报告主要数据";
    assert!(said(&doc).contains(&(Role::AttachmentTitle, title.to_owned())));
    let table = table(&doc).unwrap();
    assert_eq!(table.columns.iter().sum::<u16>(), 1000);
    assert_eq!((table.header_rows, table.rows.len()), (2, 4));
    assert_eq!((table.rows[0][3].columns, table.rows[0][0].rows), (2, 2));
    let row = |n: usize| -> Vec<String> {
        let text = |inline: &Inline| match inline {
            Inline::Text(text) => text.text.clone(),
            Inline::Break => "\n".to_owned(),
        };
        table.rows[n].iter().map(|cell| cell.inlines.iter().map(text).collect()).collect()
    };
    assert_eq!(row(1), ["2023年", "2022年"]);
    assert_eq!(row(2), ["1", "案件", "件", "15", "12", "全年"]);
    assert_eq!(row(3), ["2", "巡查", "件", "", "7", "全年"]);
    assert_eq!(table.rows[2][3].align, Align::Right);
}

#[test]
fn a_ledger_without_last_years_values_or_scopes_has_no_columns_for_them() {
    let mut records = year();
    records.figures = vec![Figure { scope: String::new(), ..figure("案件", "15") }];
    records.year.attachments =
        vec![AttachmentChoice { of: AttachmentOf::Ledger, ..AttachmentChoice::default() }];
    let doc = sent(&records);
    let table = table(&doc).unwrap();
    assert_eq!((table.columns.len(), table.header_rows, table.rows.len()), (4, 1, 2));
    assert_eq!(table.columns.iter().sum::<u16>(), 1000);
}

fn figure(key: &str, value: &str) -> Figure {
    Figure {
        key: key.to_owned(),
        label: key.to_owned(),
        unit: "件".to_owned(),
        scope: "全年".to_owned(),
        value: value.parse().ok(),
        ..Figure::default()
    }
}

#[test]
fn numbers_in_an_attachment_are_no_numbers_of_the_report() {
    use nianbao_core::check::{Paper, YearInput};
    let mut records = year();
    records.year.attachments = vec![attachment("目录", "一、总则\n正文。")];
    let input = YearInput {
        records: &records,
        edition: Edition::Submission,
        last: None,
        catalog: Catalog::built_in(),
    };
    let paper = Paper::of_year(&input);
    let heading = paper.paras.iter().find(|para| para.text == "一、总则").unwrap();
    assert_eq!(heading.role, Role::Note);
}
