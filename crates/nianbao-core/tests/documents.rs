//! What else is made of a year's records: 文字解读 and 述法报告.

use nianbao_core::catalog::Catalog;
use nianbao_core::compose::{Document, Wanted, document};
use nianbao_core::doc::Doc;
use nianbao_core::record::*;

fn text(value: &str) -> String {
    value.to_owned()
}

fn records() -> YearRecords {
    let heads = vec![
        Head { post: text("局党组书记、局长"), name: text("李某") },
        Head { post: text("局长"), name: String::new() },
    ];
    let unit = Unit { id: Id(1), name: text("甲区司法局"), heads, ..Unit::default() };
    let year = Year { id: Id(2), year: 2023, ..Year::default() };
    let mut records = YearRecords::new(unit, year);
    records.areas = vec![
        Area { id: Id(10), year: 2023, title: text("依法行政"), ..Area::default() },
        Area { id: Id(11), year: 2023, title: text("内部管理"), ..Area::default() },
    ];
    records.figures.push(Figure {
        id: Id(15),
        year: 2023,
        key: text("案件"),
        value: "372".parse().ok(),
        unit: text("件"),
        ..Figure::default()
    });
    let achievement = |id, area, title: &str, body: &str, sensitivity| Achievement {
        id: Id(id),
        year: 2023,
        area: Id(area),
        title: text(title),
        body: text(body),
        sensitivity,
        ..Achievement::default()
    };
    let body = "坚持定期研究。全年审查{{案件}}。另有安排。";
    records.achievements = vec![
        achievement(20, 10, "强化审查", body, Sensitivity::Open),
        achievement(21, 11, "核查线索", "只报送。", Sensitivity::SentOnly),
    ];
    records
        .plans
        .push(Plan { id: Id(30), year: 2023, title: text("深化审查"), ..Plan::default() });
    records
}

fn made(records: &YearRecords, of: Document, post: &str) -> Doc {
    let wanted = Wanted { document: of, post: post.to_owned(), ..Wanted::default() };
    document(records, &wanted, Catalog::built_in())
}

#[test]
fn a_notice_tells_background_results_with_their_figures_and_what_comes_next() {
    let lines = made(&records(), Document::Notice, "").plain();
    assert_eq!(
        lines.lines().collect::<Vec<_>>(),
        [
            "《甲区司法局2023年法治政府建设年度报告》",
            "文字解读",
            "一、背景",
            "甲区司法局编制了《甲区司法局2023年法治政府建设年度报告》，向社会公开2023年推进法治政府建设的情况，接受社会监督。",
            "〔待填：公布的日期和网址，编制这份报告的依据和经过〕",
            "二、主要成效",
            "（一）依法行政",
            "强化审查。全年审查372件。",
            "〔待填：用群众听得懂的话，说一说这项工作给群众和企业带来了什么〕",
            "三、下一步",
            "1.深化审查。",
            "〔待填：这些安排和群众、企业有什么关系，有意见建议向哪里提〕",
        ]
    );
}

#[test]
fn a_notice_of_an_empty_year_is_a_skeleton_and_nothing_invented() {
    let year = Year { year: 2023, ..Year::default() };
    let doc = made(&YearRecords::new(Unit::default(), year), Document::Notice, "");
    assert!(doc.plain().contains("二、主要成效\n〔待填：主要成效〕"), "{}", doc.plain());
}

#[test]
fn a_head_accounts_for_his_own_duties_by_the_prompts_in_the_first_person() {
    let mut records = records();
    let duty = |id, post: &str, prompt: &str, title: &str, body: &str| Duty {
        id: Id(id),
        year: 2023,
        post: text(post),
        prompt: text(prompt),
        title: text(title),
        body: text(body),
        ..Duty::default()
    };
    records.duties = vec![
        Duty {
            court: text("2"),
            meetings: text("3月1日　研究要点\n6月2日　听取汇报"),
            instructions: text("１５"),
            ..duty(40, "局党组书记、局长", "judiciary", "带头出庭", "局长出庭应诉。")
        },
        Duty {
            court: text("1"), ..duty(41, "局党组书记、局长", "", "其他工作", "支持改革。")
        },
        duty(42, "局长", "study", "讲课", "另一位。"),
    ];
    let plain = made(&records, Document::Duty, "局党组书记、局长").plain();
    for part in [
        "2023年度履行推进法治建设\n第一责任人职责情况述法报告\n",
        "本人任甲区司法局党组书记、局长。",
        "一年来，本人主持召开有关会议2次，作出批示15件次，出庭应诉3次。",
        "一、组织领导与规划\n〔待填：主持或研究了",
        "五、支持司法与出庭应诉\n带头出庭。本人出庭应诉。\n3月1日　研究要点\n6月2日　听取汇报\n",
        "七、其他\n其他工作。支持改革。\n",
        "九、下一步打算\n〔待填",
        "述法人：李某",
    ] {
        assert!(plain.contains(part), "{part}: {plain}");
    }
    assert!(!plain.contains("另一位"), "{plain}");
    let other = made(&records, Document::Duty, "局长").plain();
    assert!(other.contains("另一位") && other.contains("述法人：〔待填：姓名〕"), "{other}");
}

#[test]
fn a_unit_without_heads_gets_an_account_with_its_places_open() {
    let mut records = records();
    records.unit.heads.clear();
    let plain = made(&records, Document::Duty, "").plain();
    assert!(plain.contains("本人任〔待填：职务〕。"), "{plain}");
    assert!(!plain.contains("七、其他"), "{plain}");
}
