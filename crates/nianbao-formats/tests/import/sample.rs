//! The published report beside the checkout, against its answer key.

use std::fs;
use std::path::PathBuf;

use nianbao_formats::import::{BlockProposal, BlockRole, Proposal};
use serde_json::Value;

use crate::common::{Journey, journey, kept, words};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/seed")
}

/// The sample and its key; None where they do not lie beside the checkout.
fn sample() -> Option<(Journey, Value)> {
    let report = fs::read(folder().join("report-2023.txt")).ok();
    let key = fs::read_to_string(folder().join("expected.json")).ok();
    let (Some(report), Some(key)) = (report, key) else {
        eprintln!("skipped: no sample in ../shared/seed beside this checkout");
        return None;
    };
    Some((journey(&report, true), serde_json::from_str(&key).unwrap()))
}

fn of(proposal: &Proposal, role: BlockRole) -> Vec<&BlockProposal> {
    proposal.blocks.iter().filter(|b| b.role == role).collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn items(key: &Value) -> &Vec<Value> {
    key.as_array().unwrap()
}

#[test]
fn the_sample_has_its_title_unit_year_and_date() {
    let Some((read, key)) = sample() else { return };
    let p = &read.proposal;
    assert_eq!(p.title, text(&key["title"]));
    assert_eq!(p.unit, text(&key["unit"]));
    assert_eq!(p.year.map(i64::from), key["year"].as_i64());
    assert_eq!(p.issued.map(|day| day.to_string()).as_deref(), key["published"].as_str());
    assert_eq!(p.encoding, "UTF-8");
}

#[test]
fn the_sample_has_its_headings_and_items() {
    let Some((read, key)) = sample() else { return };
    let p = &read.proposal;
    let headings = of(p, BlockRole::Heading);
    assert_eq!(headings.len(), items(&key["headings"]).len());
    for (block, meant) in headings.iter().zip(items(&key["headings"])) {
        assert_eq!((block.number.as_str(), block.level), (text(&meant["number"]), 1));
        assert_eq!(block.title, text(&meant["title"]));
    }
    for (role, list) in [
        (BlockRole::Achievement, "achievements"),
        (BlockRole::Problem, "problems"),
        (BlockRole::Plan, "plans"),
    ] {
        let blocks = of(p, role);
        assert_eq!(blocks.len(), items(&key[list]).len(), "{list}");
        for (block, meant) in blocks.iter().zip(items(&key[list])) {
            assert_eq!(block.number, text(&meant["number"]), "{list}");
            if let Some(title) = meant["title"].as_str() {
                assert_eq!(block.title, title);
            }
            if let Some(opens) = meant["opens"].as_str() {
                let whole = format!("{}{}", block.title, block.body);
                assert!(whole.starts_with(opens), "{whole}");
            }
            if let Some(chars) = meant["chars"].as_u64() {
                assert_eq!((block.end - block.start) as u64, chars, "{}", block.title);
            }
            if let Some(heading) = meant["heading"].as_u64() {
                let above = headings.iter().filter(|h| h.start < block.start).count();
                assert_eq!(above as u64, heading, "{}", block.title);
            }
        }
    }
}

#[test]
fn the_sample_has_one_cause_and_its_leads() {
    let Some((read, key)) = sample() else { return };
    let p = &read.proposal;
    let causes = of(p, BlockRole::Cause);
    assert_eq!(causes.len(), 1);
    assert!(causes[0].body.starts_with(text(&key["cause_opens"])));
    let leads = of(p, BlockRole::Lead);
    for opens in ["problem_lead_opens", "plan_lead_opens"] {
        assert!(leads.iter().any(|b| b.body.starts_with(text(&key[opens]))), "{opens}");
    }
}

#[test]
fn the_sample_has_its_figures_and_no_others() {
    let Some((read, key)) = sample() else { return };
    let figures = &read.proposal.figures;
    let (mut equal, mut near) = (0, 0);
    for (figure, meant) in figures.iter().zip(items(&key["figures"])) {
        let precision = serde_json::to_value(figure.precision).unwrap();
        let seen = (figure.value.as_str(), figure.unit.as_str(), text(&precision));
        let key = (text(&meant["value"]), text(&meant["unit"]), text(&meant["precision"]));
        assert_eq!(seen, key, "{}", figure.label);
        let (a, b) = (figure.label.as_str(), text(&meant["label"]));
        equal += usize::from(a == b);
        near += usize::from(a.contains(b) || b.contains(a));
    }
    assert_eq!(figures.len(), items(&key["figures"]).len());
    eprintln!("labels: {equal} equal, {near} containing or contained, of {}", figures.len());
    assert!(equal >= 32 && near >= 37, "{equal} {near}");
}

#[test]
fn the_sample_accepted_and_composed_is_the_sample() {
    let Some((read, _)) = sample() else { return };
    let source: Vec<String> = kept(&read.proposal).iter().map(|p| words(p)).collect();
    let composed: Vec<String> = read.paragraphs.iter().map(|p| words(p)).collect();
    assert_eq!(composed, source);
    // The blocks are the input's own paragraphs, none lost between them and it.
    let input = words(&read.source);
    for paragraph in &source {
        assert!(input.contains(&paragraph.replace('\n', "")), "{paragraph}");
    }
    assert_eq!(read.accepted.year.template, "flat");
    assert!(!read.accepted.year.signed);
    assert_eq!(read.accepted.notes, Vec::<String>::new());
}
