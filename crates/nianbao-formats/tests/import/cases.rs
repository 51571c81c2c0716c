//! `tests/cases/import/<name>.txt` is read and taken; `<name>.json` says what must come of it.
//! `BLESS=1 cargo test -p nianbao-formats --test import` rewrites them; read the difference.

use std::fs;
use std::path::PathBuf;

use nianbao_formats::import::{BlockProposal, Proposal};
use serde_json::{Value, json};

use crate::common::{Journey, journey};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/import")
}

fn names() -> Vec<String> {
    let files = fs::read_dir(folder()).unwrap();
    let mut names: Vec<String> = files
        .filter_map(|file| {
            Some(file.unwrap().file_name().to_str()?.strip_suffix(".txt")?.to_owned())
        })
        .collect();
    names.sort();
    names
}

fn block(block: &BlockProposal) -> String {
    let role = serde_json::to_value(block.role).unwrap();
    let level = if block.level > 0 { format!(" {}", block.level) } else { String::new() };
    let runs_on = if block.runs_on { " +" } else { "" };
    let role = role.as_str().unwrap();
    format!("{role}{level}{runs_on} | {} | {} | {}", block.number, block.title, block.body)
}

fn figure(proposal: &Proposal, source: &[char], n: usize) -> String {
    let f = &proposal.figures[n];
    let precision = serde_json::to_value(f.precision).unwrap();
    let span: String = source[f.start..f.end].iter().collect();
    format!("{} = {} {} {} @ {span}", f.label, f.value, f.unit, precision.as_str().unwrap())
}

fn shown(journey: &Journey) -> Value {
    let source: Vec<char> = journey.source.chars().collect();
    let p = &journey.proposal;
    json!({
        "title": p.title,
        "unit": p.unit,
        "year": p.year,
        "issued": p.issued,
        "encoding": p.encoding,
        "blocks": p.blocks.iter().map(block).collect::<Vec<_>>(),
        "dropped": p.dropped.iter().map(|d| format!("{} | {}", d.why, d.text)).collect::<Vec<_>>(),
        "figures": (0..p.figures.len()).map(|n| figure(p, &source, n)).collect::<Vec<_>>(),
        "marks": p.punctuation.iter().map(|m| m.from).collect::<String>(),
        "template": journey.accepted.year.template,
        "notes": journey.accepted.notes,
        "composed": journey.paragraphs,
    })
}

#[test]
fn every_case_is_read_and_taken_as_its_answer_says() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    for name in names() {
        let journey = journey(&fs::read(folder().join(format!("{name}.txt"))).unwrap(), true);
        let seen = serde_json::to_string_pretty(&shown(&journey)).unwrap() + "\n";
        let answer = folder().join(format!("{name}.json"));
        if bless {
            // A test's own answers need no atomic write.
            #[allow(clippy::disallowed_methods)]
            fs::write(&answer, &seen).unwrap();
        } else if fs::read_to_string(&answer).unwrap_or_default() != seen {
            wrong.push(format!("{name}: seen\n{seen}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
