//! The five ways of numbering, the templates that ship, and the phrases around the text.

use nianbao_core::catalog::{Catalog, Section};
use nianbao_core::compose::{Edition, WhyLeftOut, compose, left_out, sections, title};
use nianbao_core::doc::{Field, Inline, Role};
use nianbao_core::record::*;
use proptest::prelude::*;

fn text(value: &str) -> String {
    value.to_owned()
}

/// Two areas with two achievements and one, two problems, two plans, one duty.
fn full(template: &str) -> YearRecords {
    let unit = Unit { id: Id(1), name: text("清禾县市场监管局"), ..Unit::default() };
    let year =
        Year { id: Id(2), year: 2023, template: text(template), signed: false, ..Year::default() };
    let mut records = YearRecords::new(unit, year);
    for (id, title) in [(3, "规范执法"), (4, "普法宣传")] {
        records.areas.push(Area { id: Id(id), year: 2023, title: text(title), ..Area::default() });
    }
    for (id, area, title, body) in
        [(10, 3, "甲", "甲文。"), (11, 3, "乙", ""), (12, 4, "丙", "丙文")]
    {
        records.achievements.push(Achievement {
            id: Id(id),
            area: Id(area),
            title: text(title),
            body: text(body),
            ..Achievement::default()
        });
    }
    records.problems.push(Problem { id: Id(20), title: text("丁"), ..Problem::default() });
    records.problems.push(Problem { id: Id(21), title: text("戊"), ..Problem::default() });
    records.plans.push(Plan { id: Id(30), title: text("己"), ..Plan::default() });
    records.plans.push(Plan { id: Id(31), title: text("庚"), ..Plan::default() });
    records.duties.push(Duty { id: Id(40), title: text("辛"), ..Duty::default() });
    records
}

fn lines(records: &YearRecords) -> Vec<String> {
    compose(records, Edition::Submission, Catalog::built_in())
        .paragraphs()
        .skip(1)
        .map(|p| p.plain())
        .collect()
}

fn in_dialect(template: &str, dialect: Dialect) -> Vec<String> {
    let mut records = full(template);
    records.duties.clear();
    records.plans.clear();
    records.year.dialect = Some(dialect);
    lines(&records)
}

#[test]
fn under_one_heading_each_dialect_numbers_in_its_own_way() {
    const AREAS: &str = "一、推进法治政府建设的主要举措和成效";
    const PROBLEMS: &str = "二、推进法治政府建设存在的不足和原因";
    for (dialect, meant) in [
        (
            Dialect::D1,
            vec!["（一）规范执法", "1.甲。甲文。", "2.乙。", "（二）普法宣传", "1.丙。丙文"],
        ),
        (Dialect::D2, vec!["（一）规范执法。一是甲。甲文。二是乙。", "（二）普法宣传。丙。丙文"]),
        (Dialect::D3, vec!["一是规范执法。甲。甲文。乙。", "二是普法宣传。丙。丙文"]),
        (
            Dialect::D4,
            vec!["（一）规范执法", "1.甲。甲文。", "2.乙。", "（二）普法宣传", "3.丙。丙文"],
        ),
        (
            Dialect::D5,
            vec!["1.规范执法", "（1）甲。甲文。", "（2）乙。", "2.普法宣传", "（1）丙。丙文"],
        ),
    ] {
        let problems = match dialect {
            Dialect::D3 => vec!["一是丁。二是戊。"],
            Dialect::D5 => vec!["1.丁。", "2.戊。"],
            _ => vec!["（一）丁。", "（二）戊。"],
        };
        let all: Vec<_> = [vec![AREAS], meant, vec![PROBLEMS], problems].concat();
        assert_eq!(in_dialect("statutory", dialect), all, "{dialect:?}");
    }
}

#[test]
fn where_areas_are_first_level_their_items_are_one_level_up() {
    for (dialect, meant) in [
        (Dialect::D1, ["（一）甲。甲文。", "（二）乙。", "（一）丙。丙文"]),
        (Dialect::D2, ["（一）甲。甲文。", "（二）乙。", "（一）丙。丙文"]),
        (Dialect::D4, ["1.甲。甲文。", "2.乙。", "3.丙。丙文"]),
        (Dialect::D5, ["1.甲。甲文。", "2.乙。", "1.丙。丙文"]),
    ] {
        let lines = in_dialect("flat", dialect);
        let [first, second, third] = meant;
        let all = ["一、规范执法", first, second, "二、普法宣传", third, "三、存在问题"];
        assert_eq!(lines[..6], all, "{dialect:?}");
    }
    assert_eq!(
        in_dialect("flat", Dialect::D3),
        [
            "一、规范执法",
            "一是甲。甲文。二是乙。",
            "二、普法宣传",
            "丙。丙文",
            "三、存在问题",
            "一是丁。二是戊。"
        ]
    );
}

#[test]
fn what_was_chosen_for_a_section_wins_over_the_dialect_and_that_over_the_template() {
    let mut records = full("statutory");
    let style = |records: &YearRecords, of| {
        let sections = sections(records, Catalog::built_in());
        sections.iter().find(|s| s.of == of).map(|s| s.items)
    };
    assert_eq!(style(&records, SectionOf::Plans), Some(ItemStyle::Listed));
    records.year.dialect = Some(Dialect::D3);
    assert_eq!(style(&records, SectionOf::Plans), Some(ItemStyle::RunIn));
    assert_eq!(style(&records, SectionOf::Other), Some(ItemStyle::Plain));
    records.year.sections.push(SectionChoice {
        of: SectionOf::Plans,
        title: String::new(),
        items: Some(ItemStyle::Headed),
    });
    assert_eq!(style(&records, SectionOf::Plans), Some(ItemStyle::Headed));
    assert_eq!(style(&records, SectionOf::Problems), Some(ItemStyle::RunIn));
}

#[test]
fn the_five_dialects_give_headings_the_level_of_their_number() {
    let mut records = full("statutory");
    records.year.dialect = Some(Dialect::D5);
    let doc = compose(&records, Edition::Submission, Catalog::built_in());
    let area = doc.paragraphs().find(|p| p.plain() == "1.规范执法").unwrap();
    assert_eq!(area.role, Role::Heading(3));
}

#[test]
fn a_part_may_stand_among_the_areas() {
    let records = full("three_part");
    assert_eq!(
        lines(&records),
        [
            "一、法治政府建设工作及成效",
            "（一）压实第一责任人职责。辛。",
            "（二）规范执法。一是甲。甲文。二是乙。",
            "（三）普法宣传。丙。丙文",
            "二、存在的问题和原因",
            "（一）丁。",
            "（二）戊。",
            "三、下一步工作安排",
            "（一）己。",
            "（二）庚。",
        ]
    );
    let mut own = full("own-1");
    own.templates.push(OwnTemplate {
        id: Id(90),
        key: text("own-1"),
        name: text("本局常用"),
        sections: vec![
            Section {
                of: SectionOf::Areas,
                title: String::new(),
                items: ItemStyle::RunIn,
                inside: false,
            },
            Section {
                of: SectionOf::Duties,
                title: text("履职"),
                items: ItemStyle::RunIn,
                inside: true,
            },
        ],
        dialect: None,
    });
    assert_eq!(
        lines(&own),
        ["一、规范执法", "一是甲。甲文。二是乙。", "二、普法宣传", "丙。丙文", "三、履职", "辛。"]
    );
    let left: Vec<_> = left_out(&own, Edition::Submission, Catalog::built_in())
        .into_iter()
        .map(|l| l.id.0)
        .collect();
    assert_eq!(left, [20, 21, 30, 31]);
}

#[test]
fn every_template_prints_every_record_of_a_full_year() {
    for template in &Catalog::built_in().templates {
        for dialect in [None].into_iter().chain(Dialect::ALL.map(Some)) {
            let mut records = full(&template.key);
            records.year.dialect = dialect;
            let all = compose(&records, Edition::Submission, Catalog::built_in()).plain();
            for word in ["规范执法", "普法宣传", "甲文", "乙", "丙文", "丁", "戊", "己", "庚", "辛"]
            {
                assert!(all.contains(word), "{} {dialect:?}: {word}\n{all}", template.key);
            }
            assert_eq!(left_out(&records, Edition::Submission, Catalog::built_in()), []);
        }
    }
}

#[test]
fn the_title_takes_the_form_that_was_chosen() {
    let mut records = full("flat");
    for (about, tail, meant) in [
        (false, "", "清禾县市场监管局2023年法治政府建设年度报告"),
        (false, "情况报告", "清禾县市场监管局2023年法治政府建设情况报告"),
        (true, "", "清禾县市场监管局关于2023年法治政府建设情况的报告"),
        (true, "年度报告", "清禾县市场监管局关于2023年法治政府建设情况的报告"),
        (true, "情况报告", "清禾县市场监管局关于2023年法治政府建设情况的报告"),
        (true, "工作情况报告", "清禾县市场监管局关于2023年法治政府建设工作情况的报告"),
        (true, "情况的报告", "清禾县市场监管局关于2023年法治政府建设情况的报告"),
        (true, "情况", "清禾县市场监管局关于2023年法治政府建设情况的报告"),
    ] {
        records.year.form = TitleForm { about, tail: text(tail) };
        assert_eq!(title(&records), meant);
    }
    records.year.title = text("自己的标题");
    assert_eq!(title(&records), "自己的标题");
}

fn lead(body: &str) -> Passage {
    Passage { id: Id(50), slot: Slot::Lead, body: text(body), ..Passage::default() }
}

#[test]
fn an_opening_closes_the_lead_or_stands_alone_and_is_not_said_twice() {
    let mut records = full("flat");
    records.year.opening = text("现将有关情况报告如下：");
    assert_eq!(lines(&records)[0], "现将有关情况报告如下：");
    for (body, meant) in [
        ("全年平稳。", "全年平稳。现将有关情况报告如下："),
        ("全年平稳", "全年平稳。现将有关情况报告如下："),
        ("全年平稳。现就情况汇报如下。", "全年平稳。现就情况汇报如下。"),
        ("全年平稳，现报告如下：\n", "全年平稳，现报告如下："),
    ] {
        records.passages = vec![lead(body)];
        assert_eq!(lines(&records)[0], meant);
    }
    records.passages = vec![lead("全年平稳。")];
    let doc = compose(&records, Edition::Submission, Catalog::built_in());
    let Inline::Text(last) = doc.paragraphs().nth(1).unwrap().inlines.last().unwrap() else {
        panic!("a break");
    };
    let origin = last.origin.unwrap();
    assert_eq!((origin.kind, origin.field), (Kind::Year, Field::Opening));
}

#[test]
fn a_closing_stands_only_where_no_ending_was_written() {
    let mut records = full("flat");
    records.year.closing = text("特此报告。");
    assert_eq!(lines(&records).last().unwrap(), "特此报告。");
    records.passages.push(Passage {
        id: Id(51),
        slot: Slot::Ending,
        body: text("专此报告。"),
        ..Passage::default()
    });
    assert_eq!(lines(&records).last().unwrap(), "专此报告。");
    assert!(!lines(&records).contains(&text("特此报告。")));
}

#[test]
fn what_is_not_printed_is_told_with_its_reason() {
    let mut records = full("flat");
    records.achievements[0].state = WorkState::Rejected;
    records.achievements[1].sensitivity = Sensitivity::Internal;
    records.achievements[2].area = Id(99);
    records.achievements.push(Achievement {
        id: Id(13),
        area: Id(3),
        title: text("壬"),
        sensitivity: Sensitivity::SentOnly,
        state: WorkState::Collected,
        ..Achievement::default()
    });
    records.achievements.push(Achievement { id: Id(14), area: Id(99), ..Achievement::default() });
    let all = lines(&records);
    assert_eq!(all[..2], ["一、规范执法", "壬。"]);
    assert_eq!(all[2], "二、履行推进法治建设第一责任人职责情况");
    let left: Vec<_> = left_out(&records, Edition::Submission, Catalog::built_in())
        .into_iter()
        .map(|left| (left.id.0, left.why, left.message))
        .collect();
    assert_eq!(
        left,
        [
            (10, WhyLeftOut::Rejected, text("已标为不采用，不写进报告")),
            (11, WhyLeftOut::Internal, text("内部材料，不写进报告")),
            (12, WhyLeftOut::NoArea, text("还没有归入领域，请选一个领域")),
        ]
    );
}

#[test]
fn a_heading_prints_the_figures_it_names_on_one_line() {
    let mut records = full("flat");
    records.areas[0].title = text("办案{{案件}}\n规范执法");
    records.figures.push(Figure {
        key: text("案件"),
        value: "9".parse().ok(),
        unit: text("宗"),
        ..Figure::default()
    });
    assert_eq!(lines(&records)[0], "一、办案9宗规范执法");
}

#[test]
fn a_paragraph_of_twenty_thousand_characters_is_printed_whole() {
    let mut records = full("statutory");
    records.plans[0].body = "句。".repeat(10_000);
    let all = lines(&records);
    assert!(all.iter().any(|line| line.chars().count() > 20_000));
}

proptest! {
    #[test]
    fn any_words_are_printed_in_every_template_and_dialect(
        words in proptest::collection::vec("[^{}]{0,30}", 8),
        template in 0..6_usize,
        dialect in 0..6_usize,
        slot in 0..Slot::ALL.len(),
    ) {
        let mut records = full(&Catalog::built_in().templates[template].key);
        records.year.dialect = Dialect::ALL.get(dialect).copied();
        records.areas[0].title = words[0].replace('\n', "");
        records.achievements[0].title = words[1].clone();
        records.achievements[0].body = words[2].clone();
        records.problems[0].body = words[3].clone();
        records.problems[0].cause = words[4].clone();
        records.duties[0].title = words[5].clone();
        records.plans[0].body = words[6].clone();
        let slot = Slot::ALL[slot];
        let area = matches!(slot, Slot::AreaLead | Slot::AreaClose).then_some(Id(3));
        let body = words[7].clone();
        records.passages.push(Passage { id: Id(60), slot, area, body, ..Passage::default() });
        let squeeze = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let all = squeeze(&compose(&records, Edition::Submission, Catalog::built_in()).plain());
        for word in &words {
            prop_assert!(all.contains(&squeeze(word)), "{word}: {all}");
        }
        prop_assert_eq!(left_out(&records, Edition::Submission, Catalog::built_in()), []);
    }
}
