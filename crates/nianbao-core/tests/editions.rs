//! The two editions of a report, from the same records.

use jiff::civil::date;
use nianbao_core::catalog::Catalog;
use nianbao_core::compose::{Edition, WhyLeftOut, compose, left_out};
use nianbao_core::doc::{Block, Cell, Field, Inline};
use nianbao_core::record::*;

fn records() -> YearRecords {
    let unit = Unit { id: Id(1), name: "甲区司法局".to_owned(), ..Unit::default() };
    let year = Year {
        id: Id(2),
        year: 2023,
        addressee: "区委、区政府".to_owned(),
        closing: "特此报告。".to_owned(),
        dated: Some(date(2024, 2, 20)),
        ..Year::default()
    };
    let mut records = YearRecords::new(unit, year);
    for (id, title) in [(10, "依法行政"), (11, "内部管理"), (12, "法治宣传")] {
        let title = title.to_owned();
        records.areas.push(Area { id: Id(id), year: 2023, title, order: id, ..Area::default() });
    }
    let achievements = [
        (20, 10, "修订制度", Sensitivity::Open),
        (21, 10, "处理信访积案", Sensitivity::SentOnly),
        (22, 10, "开展评查", Sensitivity::Open),
        (23, 11, "核查线索", Sensitivity::SentOnly),
        (24, 12, "举办讲座", Sensitivity::Open),
        (25, 12, "内部通报", Sensitivity::Internal),
    ];
    for (id, area, title, sensitivity) in achievements {
        records.achievements.push(Achievement {
            id: Id(id),
            year: 2023,
            area: Id(area),
            title: title.to_owned(),
            sensitivity,
            order: id,
            ..Achievement::default()
        });
    }
    records.problems.push(Problem {
        id: Id(30),
        year: 2023,
        title: "案卷不规范".to_owned(),
        body: "乙中队三份案卷缺少送达回证。".to_owned(),
        public_body: "个别案卷制作不够规范。".to_owned(),
        cause: "培训不够。".to_owned(),
        ..Problem::default()
    });
    records
}

fn text(records: &YearRecords, edition: Edition) -> String {
    compose(records, edition, Catalog::built_in()).plain()
}

#[test]
fn the_edition_that_is_sent_has_addressee_ending_and_signature_and_the_published_one_has_not() {
    let (sent, public) = (text(&records(), Edition::Submission), text(&records(), Edition::Public));
    for part in ["区委、区政府：", "特此报告。", "\n甲区司法局\n", "2024年2月20日"]
    {
        assert!(sent.contains(part), "{part}: {sent}");
        assert!(!public.contains(part), "{part}: {public}");
    }
}

#[test]
fn what_is_only_sent_is_not_published_and_what_is_internal_is_in_neither() {
    let (sent, public) = (text(&records(), Edition::Submission), text(&records(), Edition::Public));
    for title in ["处理信访积案", "核查线索"] {
        assert!(sent.contains(title) && !public.contains(title), "{title}");
    }
    assert!(!sent.contains("内部通报") && !public.contains("内部通报"));
}

#[test]
fn numbers_close_up_and_a_heading_with_nothing_under_it_is_not_printed() {
    let public = text(&records(), Edition::Public);
    assert!(!public.contains("内部管理"), "{public}");
    assert!(public.contains("（二）法治宣传"), "{public}");
    assert!(public.contains("1.修订制度。\n2.开展评查。\n"), "{public}");
    let sent = text(&records(), Edition::Submission);
    assert!(sent.contains("（三）法治宣传"), "{sent}");
    assert!(sent.contains("1.修订制度。\n2.处理信访积案。\n3.开展评查。\n"), "{sent}");
}

#[test]
fn a_problem_is_published_in_its_public_wording_and_leads_back_to_it() {
    let doc = compose(&records(), Edition::Public, Catalog::built_in());
    let field = doc.paragraphs().flat_map(|p| &p.inlines).find_map(|inline| match inline {
        Inline::Text(run) if run.text == "个别案卷制作不够规范。" => {
            run.origin.map(|o| o.field)
        }
        _ => None,
    });
    assert_eq!(field, Some(Field::PublicBody));
    assert!(!doc.plain().contains("乙中队"));
    assert!(text(&records(), Edition::Submission).contains("乙中队"));
    let mut same = records();
    same.problems[0].public_body = " \n".to_owned();
    assert!(text(&same, Edition::Public).contains("乙中队"));
}

#[test]
fn an_ending_that_says_more_than_that_it_reports_is_published() {
    let mut records = records();
    let ending = |body: &str| Passage {
        id: Id(40),
        year: 2023,
        slot: Slot::Ending,
        body: body.to_owned(),
        ..Passage::default()
    };
    let long = "下一年，我局将继续深入推进依法行政，并欢迎社会各界监督。";
    records.passages = vec![ending(long)];
    assert!(text(&records, Edition::Public).contains(long));
    records.passages = vec![ending("以上报告，请审阅。")];
    assert!(!text(&records, Edition::Public).contains("请审阅"));
    assert!(text(&records, Edition::Submission).contains("请审阅"));
}

#[test]
fn what_an_edition_leaves_out_is_named_with_its_reason() {
    let mut records = records();
    records.passages.push(Passage {
        id: Id(40),
        year: 2023,
        slot: Slot::Ending,
        body: "特此报告。".to_owned(),
        ..Passage::default()
    });
    let why = |edition| {
        let all = left_out(&records, edition, Catalog::built_in());
        all.into_iter().map(|left| (left.id.0, left.why)).collect::<Vec<_>>()
    };
    assert_eq!(why(Edition::Submission), [(25, WhyLeftOut::Internal)]);
    assert_eq!(
        why(Edition::Public),
        [
            (40, WhyLeftOut::Layout),
            (21, WhyLeftOut::SentOnly),
            (23, WhyLeftOut::SentOnly),
            (25, WhyLeftOut::Internal),
        ]
    );
}

#[test]
fn what_names_a_person_is_masked_where_it_is_published_and_the_place_says_so() {
    let mut records = records();
    records.achievements[0].body =
        "住甲街道文化路12号3栋502房，电话13812341234，共{{件}}。".to_owned();
    records.figures.push(Figure {
        id: Id(50),
        year: 2023,
        key: "件".to_owned(),
        value: "13812341234".parse().ok(),
        ..Figure::default()
    });
    let sent = text(&records, Edition::Submission);
    assert!(sent.contains("12号3栋502房，电话13812341234"), "{sent}");
    let doc = compose(&records, Edition::Public, Catalog::built_in());
    let plain = doc.plain();
    assert!(plain.contains("住甲街道***，电话138****1234，共13812341234。"), "{plain}");
    let marks: Vec<_> = doc
        .paragraphs()
        .flat_map(|p| &p.inlines)
        .filter_map(|inline| match inline {
            Inline::Text(run) => Some((run.masked.as_deref()?, run.text.as_str())),
            Inline::Break => None,
        })
        .collect();
    assert_eq!(marks, [("P005", "住甲街道***"), ("P001", "138****1234")]);
}

#[test]
fn a_figure_that_only_what_is_left_out_tells_is_not_in_the_published_annex() {
    let mut records = records();
    for (id, key) in [(50, "积案"), (51, "制度"), (52, "没有写到的")] {
        let value = "7".parse().ok();
        let key = key.to_owned();
        records.figures.push(Figure { id: Id(id), year: 2023, key, value, ..Figure::default() });
    }
    records.achievements[0].body = "共{{制度}}。".to_owned();
    records.achievements[1].body = "共{{积案}}。".to_owned();
    records.year.attachments =
        vec![AttachmentChoice { of: AttachmentOf::Ledger, ..AttachmentChoice::default() }];
    let labels = |edition| {
        let doc = compose(&records, edition, Catalog::built_in());
        let rows = doc.blocks.into_iter().find_map(|block| match block {
            Block::Table(table) => Some((table.header_rows, table.rows)),
            Block::Paragraph(_) => None,
        });
        let cell = |row: &Vec<Cell>, n: usize| match &row[n].inlines[0] {
            Inline::Text(run) => run.text.clone(),
            Inline::Break => String::new(),
        };
        let (head, rows) = rows.unwrap_or_default();
        let rows = rows.into_iter().skip(head);
        rows.map(|row| cell(&row, 0) + &cell(&row, 1)).collect::<Vec<_>>()
    };
    assert_eq!(labels(Edition::Submission), ["1积案", "2制度", "3没有写到的"]);
    assert_eq!(labels(Edition::Public), ["1制度", "2没有写到的"]);
}
