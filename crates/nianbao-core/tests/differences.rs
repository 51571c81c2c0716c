//! The difference list is whole: it turns the edition that is sent into the one that is published.

use jiff::civil::date;
use nianbao_core::catalog::Catalog;
use nianbao_core::compose::{Edition, compose};
use nianbao_core::differences::{Difference, Reason, applied, differences, paper, whole_text};
use nianbao_core::doc::{Block, Doc, Inline};
use nianbao_core::record::*;
use proptest::prelude::*;

fn text(value: &str) -> String {
    value.to_owned()
}

fn whole(records: &YearRecords, edition: Edition) -> String {
    whole_text(&compose(records, edition, Catalog::built_in()))
}

fn listed(records: &YearRecords) -> Vec<Difference> {
    differences(records, Catalog::built_in())
}

fn base() -> YearRecords {
    let unit = Unit { id: Id(1), name: text("甲区司法局"), ..Unit::default() };
    let year = Year {
        id: Id(2),
        year: 2023,
        addressee: text("区委、区政府"),
        closing: text("特此报告。"),
        dated: Some(date(2024, 2, 20)),
        ..Year::default()
    };
    let mut records = YearRecords::new(unit, year);
    for (id, title) in [(10, "依法行政"), (11, "内部管理")] {
        let title = text(title);
        records.areas.push(Area { id: Id(id), year: 2023, title, order: id, ..Area::default() });
    }
    records
}

fn achievement(id: i64, area: i64, title: &str, body: &str, of: Sensitivity) -> Achievement {
    Achievement {
        id: Id(id),
        year: 2023,
        area: Id(area),
        title: text(title),
        body: text(body),
        sensitivity: of,
        order: id,
        ..Achievement::default()
    }
}

fn brief(all: &[Difference]) -> Vec<(Reason, &str, &str, &str)> {
    all.iter().map(|d| (d.reason, d.what.as_str(), d.sent.as_str(), d.public.as_str())).collect()
}

#[test]
fn each_line_says_what_where_and_why() {
    let mut records = base();
    records.achievements = vec![
        achievement(20, 10, "修订制度", "电话13812341234。", Sensitivity::Open),
        achievement(21, 10, "处理积案", "共三件。", Sensitivity::SentOnly),
        achievement(22, 10, "开展评查", "", Sensitivity::Open),
        achievement(23, 11, "核查线索", "", Sensitivity::SentOnly),
    ];
    records.problems.push(Problem {
        id: Id(30),
        year: 2023,
        title: text("案卷不规范"),
        body: text("乙中队三份案卷缺少回证。"),
        public_body: text("个别案卷不够规范，电话13912341234。"),
        ..Problem::default()
    });
    let all = listed(&records);
    assert_eq!(
        brief(&all),
        [
            (Reason::Layout, "主送", "区委、区政府：\n", ""),
            (Reason::Masked, "成效“修订制度”", "13812341234", "138****1234"),
            (Reason::SentOnly, "成效“处理积案”", "2.处理积案。共三件。\n", ""),
            (Reason::Renumbered, "成效“开展评查”", "3.", "2."),
            (Reason::Bare, "领域“内部管理”", "（二）内部管理\n", ""),
            (Reason::SentOnly, "成效“核查线索”", "1.核查线索。\n", ""),
            (
                Reason::PublicWording,
                "问题“案卷不规范”",
                "乙中队三份案卷缺少回证。",
                "个别案卷不够规范，电话139****1234。"
            ),
            (Reason::Layout, "结尾", "特此报告。\n", ""),
            (Reason::Layout, "署名", "甲区司法局\n", ""),
            (Reason::Layout, "成文日期", "2024年2月20日\n", ""),
        ]
    );
    assert!(all[6].masked);
    assert_eq!(all[1].place, "依法行政");
    assert_eq!((all[1].before.as_str(), all[1].after.as_str()), ("1.修订制度。电话", "。"));
    assert_eq!(all[2].record, Some(RecordRef { kind: Kind::Achievement, id: Id(21) }));
    assert_eq!(
        applied(&whole(&records, Edition::Submission), &all),
        whole(&records, Edition::Public)
    );
}

#[test]
fn two_editions_that_say_the_same_have_no_differences() {
    let mut records = base();
    records.year = Year { id: Id(2), year: 2023, signed: false, ..Year::default() };
    records.achievements = vec![achievement(20, 10, "修订制度", "", Sensitivity::Open)];
    assert_eq!(listed(&records), []);
}

const WORDS: [&str; 9] = [
    "修订制度",
    "共办理{{件}}，电话13812341234。",
    "第一段。\n第二段，住甲镇文化路12号3栋502房。\n",
    "",
    "共三项工作",
    "一是甲。二是乙。",
    "发至zhangsan@example.com",
    "（一）1.二、",
    "138",
];

fn word() -> impl Strategy<Value = String> {
    prop::sample::select(&WORDS[..]).prop_map(text)
}

fn sensitivity() -> impl Strategy<Value = Sensitivity> {
    prop::sample::select(vec![Sensitivity::Open, Sensitivity::SentOnly, Sensitivity::Internal])
}

prop_compose! {
    fn any_year()(
        template in prop::sample::select(
            Catalog::built_in().templates.iter().map(|t| t.key.clone()).collect::<Vec<_>>()
        ),
        dialect in prop::option::of(prop::sample::select(Dialect::ALL.to_vec())),
        achievements in prop::collection::vec((0..3_i64, word(), word(), sensitivity()), 0..9),
        problems in prop::collection::vec((word(), word(), word(), word()), 0..4),
        passages in prop::collection::vec(
            (prop::sample::select(Slot::ALL.to_vec()), 0..3_i64, word(), any::<bool>()), 0..6
        ),
        plans in prop::collection::vec((word(), word()), 0..3),
        title in word(),
        around in any::<bool>(),
        ledger in any::<bool>(),
    ) -> YearRecords {
        let mut records = base();
        records.areas.push(Area { id: Id(12), year: 2023, title: text("法治宣传"), ..Area::default() });
        records.year.template = template;
        records.year.dialect = dialect;
        records.year.title = title.replace("{{件}}", "");
        records.year.letterhead.on = around;
        records.year.imprint.on = around;
        if ledger {
            let of = AttachmentOf::Ledger;
            let text = AttachmentChoice { body: text("电话13812341234"), ..AttachmentChoice::default() };
            records.year.attachments = vec![AttachmentChoice { of, ..text.clone() }, text];
        }
        for (key, value) in [("件", "13812341234"), ("别", "7")] {
            let (key, value) = (text(key), value.parse().ok());
            records.figures.push(Figure { year: 2023, key, value, ..Figure::default() });
        }
        let ids = 100..;
        for (id, (area, title, body, of)) in ids.zip(achievements) {
            records.achievements.push(achievement(id, 10 + area, &title, &body, of));
        }
        for (id, (title, body, public_body, cause)) in (200..).zip(problems) {
            let id = Id(id);
            records.problems.push(
                Problem { id, year: 2023, title, body, public_body, cause, ..Problem::default() }
            );
        }
        for (id, (slot, area, body, run_on)) in (300..).zip(passages) {
            let area = matches!(slot, Slot::AreaLead | Slot::AreaClose).then_some(Id(10 + area));
            records.passages.push(
                Passage { id: Id(id), year: 2023, slot, area, body, run_on, ..Passage::default() }
            );
        }
        for (id, (title, body)) in (400..).zip(plans) {
            records.plans.push(Plan { id: Id(id), year: 2023, title, body, ..Plan::default() });
        }
        records
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_list_applied_to_the_edition_that_is_sent_gives_the_published_one(records in any_year()) {
        let all = listed(&records);
        let sent = whole(&records, Edition::Submission);
        prop_assert_eq!(applied(&sent, &all), whole(&records, Edition::Public));
        let chars: Vec<char> = sent.chars().collect();
        let mut last = 0;
        for line in &all {
            prop_assert!(line.start >= last && line.end >= line.start, "in order, none over another");
            last = line.end;
            let own: String = chars[line.start..line.end].iter().collect();
            prop_assert_eq!(&own, &line.sent);
            prop_assert_ne!(&line.sent, &line.public);
            prop_assert!(!line.what.is_empty(), "{:?}", line);
        }
    }

    #[test]
    fn what_is_only_sent_is_listed_as_such_and_nothing_else_is(records in any_year()) {
        let all = listed(&records);
        let sent = compose(&records, Edition::Submission, Catalog::built_in());
        for own in &records.achievements {
            let printed = |doc: &Doc| doc.paragraphs().flat_map(|p| &p.inlines).any(|inline| {
                let Inline::Text(run) = inline else { return false };
                run.origin.is_some_and(|origin| origin.id == own.id) && !run.text.is_empty()
            });
            let gone = printed(&sent) && !Edition::Public.admits(own.sensitivity);
            let told = all.iter().any(|line| {
                line.reason == Reason::SentOnly && line.record.is_some_and(|r| r.id == own.id)
            });
            prop_assert_eq!(gone, told, "{:?}", own);
        }
    }
}

#[test]
fn the_list_is_a_document_with_a_row_a_line_and_what_a_person_must_still_look_at() {
    let mut records = base();
    records.achievements = vec![
        achievement(20, 10, "申请人张建国不服", "电话13812341234。", Sensitivity::Open),
        achievement(21, 10, "处理积案", "第一段。\n第二段。", Sensitivity::SentOnly),
        achievement(22, 10, "内部通报", "", Sensitivity::Internal),
    ];
    let doc = paper(&records, Catalog::built_in());
    let plain = doc.plain();
    for part in [
        "《甲区司法局2023年法治政府建设年度报告》公开版差异清单\n",
        "报送版和公开版共有6处差异：仅报送1处，隐私遮盖1处，版式4处",
        "一、公开前还要由人核对的地方\n1.“张建国”像是当事人的姓名，公开前请写成张某某。\n",
        "二、两个版本都没有写的材料\n1.成效“内部通报”：内部材料，不写进报告。\n",
    ] {
        assert!(plain.contains(part), "{part}: {plain}");
    }
    let rows = doc.blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(table.rows.len()),
        Block::Paragraph(_) => None,
    });
    assert_eq!(rows, Some(1 + listed(&records).len()));
}
