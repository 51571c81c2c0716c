//! A proposal that a person changed before taking it, and what the records hold.

use nianbao_core::record::{Record, Slot};
use nianbao_core::text::reference::{Piece, pieces};
use nianbao_formats::import::{Accepted, BlockRole, Proposal, text};

use crate::common::{journey, kept, take, words};

const REPORT: &str = "某区司法局2023年法治政府建设年度报告\n\
一、规范执法\n\
一是严格检查。检查单位12家,发现问题约20个。二是强化培训。培训人员30余名,检查单位12家。\n\
二、存在问题\n\
（一）力量不足。平均每所2人。\n\
（二）经费不足。\n\
三、下一步计划\n\
一是充实力量。二是落实经费。\n";

fn read() -> Proposal {
    text::read(REPORT).unwrap()
}

fn texts(accepted: &Accepted) -> Vec<String> {
    let texts = accepted.records.iter().flat_map(|record| match record {
        Record::Achievement(r) => vec![r.title.clone(), r.body.clone()],
        Record::Problem(r) => vec![r.title.clone(), r.body.clone(), r.cause.clone()],
        Record::Plan(r) => vec![r.title.clone(), r.body.clone()],
        Record::Duty(r) => vec![r.title.clone(), r.body.clone()],
        Record::Passage(r) => vec![r.body.clone()],
        _ => Vec::new(),
    });
    texts.filter(|text| !text.is_empty()).collect()
}

fn keys(accepted: &Accepted) -> Vec<String> {
    let figures = accepted.records.iter().filter_map(|record| match record {
        Record::Figure(figure) => Some(figure.key.clone()),
        _ => None,
    });
    figures.collect()
}

fn named(accepted: &Accepted) -> Vec<String> {
    let texts = texts(accepted);
    let keys = texts.iter().flat_map(|text| {
        pieces(text).into_iter().filter_map(|piece| match piece {
            Piece::Figure { key, .. } => Some(key.to_owned()),
            Piece::Text(_) => None,
        })
    });
    keys.collect()
}

#[test]
fn numbers_stand_in_the_ledger_and_texts_name_them() {
    let (accepted, paragraphs) = take(&read(), REPORT, true);
    assert_eq!(keys(&accepted), ["检查单位", "发现问题", "培训人员", "平均每所"]);
    assert_eq!(named(&accepted), ["检查单位", "发现问题", "培训人员", "检查单位", "平均每所"]);
    assert!(texts(&accepted).contains(&"检查单位{{检查单位}}，发现问题{{发现问题}}。".to_owned()));
    assert_eq!(
        paragraphs[2],
        "一是严格检查。检查单位12家，发现问题约20个。二是强化培训。培训人员30余名，检查单位12家。"
    );
}

#[test]
fn half_width_marks_stay_where_they_are_not_wanted() {
    let (_, paragraphs) = take(&read(), REPORT, false);
    assert!(paragraphs[2].contains("12家,发现问题"), "{}", paragraphs[2]);
}

#[test]
fn a_mark_that_a_person_crossed_out_stays() {
    let mut proposal = read();
    assert_eq!(proposal.punctuation.len(), 2);
    proposal.punctuation.remove(0);
    let (_, paragraphs) = take(&proposal, REPORT, true);
    assert!(paragraphs[2].contains("12家,发现问题"), "{}", paragraphs[2]);
    assert!(paragraphs[2].contains("30余名，检查单位"), "{}", paragraphs[2]);
}

#[test]
fn a_figure_that_a_person_crossed_out_stays_as_text() {
    let mut proposal = read();
    proposal.figures.retain(|figure| figure.label != "发现问题");
    let (accepted, paragraphs) = take(&proposal, REPORT, true);
    assert!(!keys(&accepted).contains(&"发现问题".to_owned()));
    assert!(paragraphs[2].contains("发现问题约20个"));
}

#[test]
fn a_changed_text_is_taken_as_changed_and_still_names_its_figures() {
    let mut proposal = read();
    let block = proposal.blocks.iter_mut().find(|b| b.title == "严格检查").unwrap();
    block.body = "今年检查了单位12家,问题约20个.".to_owned();
    let (accepted, paragraphs) = take(&proposal, REPORT, true);
    assert!(
        paragraphs[2].starts_with("一是严格检查。今年检查了单位12家，问题约20个。二是"),
        "{}",
        paragraphs[2]
    );
    assert!(named(&accepted).contains(&"发现问题".to_owned()), "{:?}", texts(&accepted));
}

#[test]
fn an_item_given_another_role_stands_with_its_kind() {
    let mut proposal = read();
    let block = proposal.blocks.iter_mut().find(|b| b.title == "强化培训").unwrap();
    block.role = BlockRole::Plan;
    let (accepted, _) = take(&proposal, REPORT, true);
    let plans = accepted.records.iter().filter(|r| matches!(r, Record::Plan(_))).count();
    let achievements =
        accepted.records.iter().filter(|r| matches!(r, Record::Achievement(_))).count();
    assert!(achievements == 1 && plans >= 1, "{achievements} {plans}");
    assert!(texts(&accepted).iter().any(|t| t.contains("强化培训")));
}

#[test]
fn a_heading_made_of_a_paragraph_keeps_its_text() {
    let mut proposal = read();
    for block in &mut proposal.blocks {
        if block.title == "力量不足" {
            block.role = BlockRole::Heading;
            block.level = 1;
        }
    }
    let (_, paragraphs) = take(&proposal, REPORT, true);
    let all = paragraphs.join("\n");
    for part in ["力量不足", "平均每所2人", "经费不足"] {
        assert!(all.contains(part), "{part}: {all}");
    }
}

#[test]
fn nothing_taken_is_an_empty_year() {
    let mut proposal = read();
    proposal.blocks.clear();
    proposal.figures.clear();
    let (accepted, _) = take(&proposal, REPORT, true);
    assert_eq!(accepted.records, []);
    assert_eq!(accepted.year.year, 2023);
}

#[test]
fn offsets_that_a_script_made_up_do_no_harm() {
    let mut proposal = read();
    for block in &mut proposal.blocks {
        block.start += 100_000;
        block.end = 3;
    }
    for figure in &mut proposal.figures {
        figure.start = usize::MAX;
        figure.end = 0;
    }
    let (_, paragraphs) = take(&proposal, "别的文字", true);
    assert!(paragraphs.join("").contains("检查单位12家"));
}

#[test]
fn a_lead_in_the_paragraph_of_its_items_runs_on() {
    let report = "某局2023年法治政府建设年度报告\n一、执法\n今年：一是甲。二是乙。\n";
    let read = journey(report.as_bytes(), true);
    let lead = read.accepted.records.iter().find_map(|record| match record {
        Record::Passage(p) if p.slot == Slot::AreaLead => Some(p.clone()),
        _ => None,
    });
    assert!(lead.is_some_and(|p| p.run_on && p.body == "今年："));
    let source: Vec<String> = kept(&read.proposal).iter().map(|p| words(p)).collect();
    let composed: Vec<String> = read.paragraphs.iter().map(|p| words(p)).collect();
    assert_eq!(composed, source);
}
