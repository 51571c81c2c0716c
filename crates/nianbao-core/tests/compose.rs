//! Records become text: one small case a rule of composing.

use nianbao_core::catalog::Catalog;
use nianbao_core::compose::{Edition, compose};
use nianbao_core::doc::{Face, Inline, Role};
use nianbao_core::record::*;
use proptest::prelude::*;

fn unit() -> Unit {
    Unit {
        id: Id(1), name: "云溪市林业局".to_owned(), short: "我局".to_owned(), ..Unit::default()
    }
}

fn year(template: &str) -> YearRecords {
    let year = Year {
        id: Id(2),
        year: 2023,
        template: template.to_owned(),
        signed: false,
        ..Year::default()
    };
    YearRecords::new(unit(), year)
}

fn text(value: &str) -> String {
    value.to_owned()
}

fn lines(records: &YearRecords) -> Vec<String> {
    compose(records, Edition::Submission, Catalog::built_in())
        .paragraphs()
        .skip(1)
        .map(|p| p.plain())
        .collect()
}

fn with_area(template: &str, items: &[(&str, &str)]) -> YearRecords {
    let mut records = year(template);
    records
        .areas
        .push(Area { id: Id(3), year: 2023, title: text("规范执法"), ..Area::default() });
    for (n, (title, body)) in (10..).zip(items) {
        records.achievements.push(Achievement {
            id: Id(n),
            year: 2023,
            area: Id(3),
            title: text(title),
            body: text(body),
            ..Achievement::default()
        });
    }
    records
}

#[test]
fn the_title_names_unit_and_year_until_the_person_writes_another() {
    let mut records = year("flat");
    let title = |records: &YearRecords| {
        compose(records, Edition::Submission, Catalog::built_in()).meta.title
    };
    assert_eq!(title(&records), "云溪市林业局2023年法治政府建设年度报告");
    records.year.title = text("关于2023年法治政府建设情况的报告");
    assert_eq!(title(&records), "关于2023年法治政府建设情况的报告");
}

#[test]
fn a_long_title_of_our_making_breaks_after_the_unit_and_a_persons_own_where_they_say() {
    let mut records = year("flat");
    let lines = |records: &YearRecords| {
        let doc = compose(records, Edition::Submission, Catalog::built_in());
        doc.paragraphs().next().unwrap().plain()
    };
    assert_eq!(lines(&records), "云溪市林业局2023年法治政府建设年度报告");
    records.unit.name = text("云溪市城市管理和综合执法局");
    assert_eq!(lines(&records), "云溪市城市管理和综合执法局\n2023年法治政府建设年度报告");
    records.year.title = text("云溪市城市管理和综合执法局2023年法治政府建设情况的报告");
    assert_eq!(lines(&records), records.year.title);
    records.year.title = text("关于法治政府建设\n情况的报告");
    assert_eq!(lines(&records), records.year.title);
}

#[test]
fn flat_areas_are_first_level_and_items_run_in_one_paragraph() {
    let records = with_area("flat", &[("严格持证上岗", "发证二十张。"), ("强化监督", "")]);
    assert_eq!(lines(&records), ["一、规范执法", "一是严格持证上岗。发证二十张。二是强化监督。"]);
}

#[test]
fn statutory_areas_stand_under_one_heading_and_items_are_listed() {
    let records = with_area("statutory", &[("严格持证上岗", "发证。"), ("", "没有标题的一条。")]);
    assert_eq!(
        lines(&records),
        [
            "一、推进法治政府建设的主要举措和成效",
            "（一）规范执法",
            "1.严格持证上岗。发证。",
            "2.没有标题的一条。"
        ]
    );
}

#[test]
fn a_single_item_is_not_counted() {
    assert_eq!(lines(&with_area("flat", &[("只有一条", "")])), ["一、规范执法", "只有一条。"]);
}

#[test]
fn a_lead_that_runs_on_takes_the_items_into_its_paragraph() {
    let mut records = with_area("flat", &[("甲", ""), ("乙", "")]);
    let lead = Passage {
        id: Id(20),
        year: 2023,
        slot: Slot::AreaLead,
        area: Some(Id(3)),
        body: text("今年抓了两件事。"),
        run_on: true,
        order: 0,
    };
    records.passages.push(lead);
    assert_eq!(lines(&records), ["一、规范执法", "今年抓了两件事。一是甲。二是乙。"]);
    records.passages[0].run_on = false;
    assert_eq!(lines(&records), ["一、规范执法", "今年抓了两件事。", "一是甲。二是乙。"]);
}

#[test]
fn a_problem_brings_its_cause() {
    let mut records = year("flat");
    let problem = |id, body: &str, cause: &str| Problem {
        id: Id(id),
        year: 2023,
        title: text("力量不足"),
        body: text(body),
        cause: text(cause),
        order: id,
        ..Problem::default()
    };
    records.problems.push(problem(5, "人少。", "编制没有增加"));
    records.problems.push(problem(6, "人少", "究其原因，在于编制。"));
    assert_eq!(
        lines(&records),
        [
            "一、存在问题",
            "（一）力量不足。人少。主要原因是：编制没有增加。",
            "（二）力量不足。人少。究其原因，在于编制。"
        ]
    );
}

#[test]
fn a_figure_is_printed_where_it_is_named_and_its_lack_shows() {
    let mut records = with_area("flat", &[("", "办案{{办案}}，检查{{检查}}。")]);
    records.figures.push(Figure {
        id: Id(30),
        year: 2023,
        key: text("办案"),
        value: Some("1234".parse().unwrap()),
        unit: text("宗"),
        precision: Precision::About,
        ..Figure::default()
    });
    assert_eq!(lines(&records)[1], "办案约1234宗，检查〔待填：检查〕。");
    let doc = compose(&records, Edition::Submission, Catalog::built_in());
    let keys: Vec<_> = doc
        .paragraphs()
        .flat_map(|p| &p.inlines)
        .filter_map(|i| match i {
            Inline::Text(t) => t.figure.as_deref(),
            Inline::Break => None,
        })
        .collect();
    assert_eq!(keys, ["办案", "检查"]);
}

#[test]
fn parts_without_text_have_no_heading_and_numbers_close_up() {
    let mut records = year("statutory");
    records.plans.push(Plan { id: Id(7), year: 2023, title: text("继续"), ..Plan::default() });
    records.duties.push(Duty { id: Id(8), year: 2023, ..Duty::default() });
    assert_eq!(lines(&records), ["一、下一年度推进法治政府建设的主要安排", "（一）继续。"]);
}

#[test]
fn a_section_takes_the_years_own_heading_and_style() {
    let mut records = year("flat");
    records.plans.push(Plan { id: Id(7), year: 2023, title: text("甲"), ..Plan::default() });
    records.plans.push(Plan {
        id: Id(8),
        year: 2023,
        title: text("乙"),
        body: text("丙。"),
        ..Plan::default()
    });
    records.year.sections.push(SectionChoice {
        of: SectionOf::Plans,
        title: text("明年打算"),
        items: Some(ItemStyle::Headed),
    });
    assert_eq!(lines(&records), ["一、明年打算", "（一）甲", "（二）乙", "丙。"]);
}

fn style(records: &mut YearRecords, title: &str, items: ItemStyle) {
    let choice = SectionChoice { of: SectionOf::Areas, title: text(title), items: Some(items) };
    records.year.sections.push(choice);
}

fn second_area(records: &mut YearRecords, title: &str, item: &str) {
    records.areas.push(Area { id: Id(4), year: 2023, title: text(title), ..Area::default() });
    records.achievements.push(Achievement {
        id: Id(20),
        year: 2023,
        area: Id(4),
        title: text(item),
        ..Achievement::default()
    });
}

#[test]
fn an_areas_heading_may_run_into_the_paragraph_of_its_items() {
    let mut records = with_area("statutory", &[("甲", "乙。"), ("丙", "")]);
    second_area(&mut records, "普法宣传", "丁");
    style(&mut records, "举措和成效", ItemStyle::RunInHead);
    records.passages.push(Passage {
        id: Id(9),
        slot: Slot::AreaLead,
        area: Some(Id(3)),
        body: text("全年抓两件事："),
        run_on: true,
        ..Passage::default()
    });
    assert_eq!(
        lines(&records),
        [
            "一、举措和成效",
            "（一）规范执法。全年抓两件事：一是甲。乙。二是丙。",
            "（二）普法宣传。丁。"
        ]
    );
}

#[test]
fn arabic_numbers_stand_at_any_level_and_may_count_on_through_the_areas() {
    let mut records = with_area("flat", &[("甲", ""), ("乙", "")]);
    second_area(&mut records, "普法宣传", "丁");
    style(&mut records, "", ItemStyle::Numbered);
    assert_eq!(lines(&records), ["一、规范执法", "1.甲。", "2.乙。", "二、普法宣传", "1.丁。"]);
    records.year.sections.clear();
    style(&mut records, "", ItemStyle::NumberedOn);
    assert_eq!(lines(&records), ["一、规范执法", "1.甲。", "2.乙。", "二、普法宣传", "3.丁。"]);
}

#[test]
fn what_leads_to_all_areas_stands_under_their_common_heading() {
    let mut records = with_area("statutory", &[("甲", "")]);
    records.passages.push(Passage {
        id: Id(9),
        slot: Slot::AreaLead,
        body: text("主要做了以下工作："),
        ..Passage::default()
    });
    assert_eq!(
        lines(&records),
        ["一、推进法治政府建设的主要举措和成效", "主要做了以下工作：", "（一）规范执法", "1.甲。"]
    );
}

#[test]
fn a_figure_named_in_a_heading_is_printed_there() {
    let mut records = with_area("flat", &[("新建{{站}}", "乙。")]);
    records.areas[0].title = text("建成{{站}}");
    style(&mut records, "", ItemStyle::Headed);
    records.figures.push(Figure {
        key: text("站"),
        value: Some("3".parse().unwrap()),
        unit: text("个"),
        ..Figure::default()
    });
    assert_eq!(lines(&records), ["一、建成3个", "（一）新建3个", "乙。"]);
}

#[test]
fn the_heading_sentence_run_in_takes_the_face_of_its_level() {
    let records = with_area("statutory", &[("甲", "乙。")]);
    let doc = compose(&records, Edition::Submission, Catalog::built_in());
    let paragraph = doc.paragraphs().last().unwrap();
    assert_eq!(paragraph.role, Role::Body);
    let faces: Vec<_> = paragraph
        .inlines
        .iter()
        .map(|i| match i {
            Inline::Text(t) => (t.text.as_str(), t.face),
            Inline::Break => ("", Face::Plain),
        })
        .collect();
    let third = Face::Heading(3);
    assert_eq!(faces, [("1.", third), ("甲", third), ("。", third), ("乙。", Face::Plain)]);
}

#[test]
fn the_signature_stands_with_or_without_a_date() {
    let mut records = year("flat");
    records.year.signed = true;
    assert_eq!(lines(&records), ["云溪市林业局"]);
    records.year.dated = Some(jiff::civil::date(2024, 2, 1));
    assert_eq!(lines(&records), ["云溪市林业局", "2024年2月1日"]);
}

#[test]
fn an_unknown_template_composes_by_the_first() {
    let mut records = year("made-later");
    records.problems.push(Problem { id: Id(5), title: text("甲"), ..Problem::default() });
    assert_eq!(lines(&records)[0], "一、推进法治政府建设存在的不足和原因");
}

proptest! {
    #[test]
    fn any_records_compose_and_nothing_typed_is_lost(
        titles in proptest::collection::vec("[^{}\\s]{0,12}", 0..5),
        bodies in proptest::collection::vec("[^{}]{0,40}", 0..5),
        template in 0..2usize,
        style in 0..8usize,
    ) {
        let mut records = year(["flat", "statutory"][template]);
        let style = [ItemStyle::RunIn, ItemStyle::RunInEach, ItemStyle::Listed, ItemStyle::Headed, ItemStyle::Plain, ItemStyle::RunInHead, ItemStyle::Numbered, ItemStyle::NumberedOn][style];
        records.year.sections.push(SectionChoice { of: SectionOf::Plans, title: String::new(), items: Some(style) });
        for (n, title) in titles.iter().enumerate() {
            let body = bodies.get(n).cloned().unwrap_or_default();
            records.plans.push(Plan { id: Id(n as i64 + 1), year: 2023, title: title.clone(), body, ..Plan::default() });
        }
        let squeeze = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let composed = squeeze(&compose(&records, Edition::Submission, Catalog::built_in()).plain());
        for plan in &records.plans {
            prop_assert!(composed.contains(&squeeze(&plan.title)));
            prop_assert!(composed.contains(&squeeze(&plan.body)));
        }
    }
}
