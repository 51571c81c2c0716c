use std::collections::BTreeSet;

use super::*;
use crate::compose::style_of;

#[test]
fn every_template_names_known_areas_and_has_the_parts_that_are_asked_for() {
    let catalog = Catalog::built_in();
    for template in &catalog.templates {
        for key in &template.start {
            assert!(catalog.area(key).is_some(), "{}: {key}", template.key);
        }
        assert_eq!(faults(&template.sections), [""; 0], "{}", template.key);
        assert!(!template.name.is_empty() && !template.about.is_empty(), "{}", template.key);
    }
}

#[test]
fn the_six_usual_templates_are_there_in_order() {
    let names: Vec<_> = Catalog::built_in().templates.iter().map(|t| t.name.as_str()).collect();
    assert_eq!(names, ["法定五项", "平铺", "三段", "第一责任人前置", "县区综合", "乡镇街道简版"]);
    let county = Catalog::built_in().template("county").unwrap();
    assert_eq!(county.start.len(), 8);
}

#[test]
fn the_item_styles_of_a_template_are_those_of_its_dialect() {
    for template in &Catalog::built_in().templates {
        let Some(dialect) = template.dialect else { continue };
        let titled = |s: &Section| s.of == SectionOf::Areas && !s.title.is_empty();
        let titled = template.sections.iter().any(titled);
        for section in &template.sections {
            let style = style_of(dialect, section, titled).unwrap_or(section.items);
            assert_eq!(section.items, style, "{}: {:?}", template.key, section.of);
        }
    }
}

#[test]
fn keys_stand_once_and_no_phrase_is_empty() {
    let catalog = Catalog::built_in();
    let once = |keys: Vec<&str>| {
        let set: BTreeSet<_> = keys.iter().collect();
        assert_eq!(set.len(), keys.len(), "{keys:?}");
        assert!(keys.iter().all(|key| !key.trim().is_empty()), "{keys:?}");
    };
    once(catalog.areas.iter().map(|a| a.key.as_str()).collect());
    once(catalog.areas.iter().map(|a| a.title.as_str()).collect());
    once(catalog.templates.iter().map(|t| t.key.as_str()).collect());
    once(catalog.prompts.iter().map(|p| p.key.as_str()).collect());
    once(catalog.prompts.iter().map(|p| p.title.as_str()).collect());
    once(catalog.openings.iter().map(String::as_str).collect());
    once(catalog.closings.iter().map(String::as_str).collect());
    once(catalog.tails.iter().map(String::as_str).collect());
    assert_eq!(catalog.prompts.len(), 7);
    // Every opening is known as one when it stands at the end of a lead.
    assert!(catalog.openings.iter().all(|o| o.ends_with("如下：")), "{:?}", catalog.openings);
    assert!(catalog.templates.iter().all(|t| !t.key.starts_with("own-")));
}

#[test]
fn every_kind_of_unit_has_its_deadlines_in_the_year_after() {
    let catalog = Catalog::built_in();
    for kind in [UnitKind::Department, UnitKind::Government, UnitKind::Township] {
        let deadlines = catalog.deadlines_of(kind, 2023);
        let due = |what| deadlines.iter().find(|d| d.what == what).map(|d| d.due.to_string());
        assert_eq!(due(DeadlineOf::Sending).unwrap(), "2024-03-01");
        assert_eq!(due(DeadlineOf::Publishing).unwrap(), "2024-04-01");
    }
    assert_eq!(catalog.deadlines_of(UnitKind::Township, i32::MAX), []);
}

#[test]
fn a_template_without_a_required_part_is_told_so() {
    let section = |of, title: &str, inside| Section {
        of,
        title: title.to_owned(),
        items: ItemStyle::Listed,
        inside,
    };
    let sections = [
        section(SectionOf::Areas, "", false),
        section(SectionOf::Plans, " ", true),
        section(SectionOf::Duties, "履职", true),
        section(SectionOf::Duties, "履职", false),
    ];
    assert_eq!(
        faults(&sections),
        [
            "模板里没有“不足和原因”部分，《督察工作规定》要求写，请加上",
            "模板里“第一责任人履职”部分出现了2次，请只留一个",
            "模板里“下一年度安排”部分没有标题，请填写",
            "“下一年度安排”部分不能放在举措和成效里面，请移出来",
        ]
    );
}
