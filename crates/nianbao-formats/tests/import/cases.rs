//! `tests/cases/import/<name>.txt` is read and taken; `<name>.json` says what must come of it.
//! `BLESS=1 cargo test -p nianbao-formats --test import` rewrites them; read the difference.

use std::fs;
use std::path::PathBuf;

use nianbao_formats::import::{BlockProposal, BlockRole, Proposal};
use serde_json::{Value, json};

use crate::common::{Journey, journey, letters};

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

/// The lines of the input that blocks took in, letters alone.
fn lines(journey: &Journey, wrapped: bool) -> Vec<String> {
    let source: Vec<char> = journey.source.chars().collect();
    let mut out: Vec<String> = Vec::new();
    for block in journey.proposal.blocks.iter().filter(|b| b.role != BlockRole::Title) {
        let text: String = source[block.start..block.end].iter().collect();
        let breaks = if wrapped { [].as_slice() } else { ['\n', '\r', '\u{B}'].as_slice() };
        for (n, line) in text.split(breaks).map(letters).enumerate() {
            match out.last_mut().filter(|_| n == 0 && block.runs_on) {
                Some(last) => last.push_str(&line),
                None if line.is_empty() => {}
                None => out.push(line),
            }
        }
    }
    out
}

/// What the records print in another form than the report is said in a note; without one, the composed
/// report is the report, paragraph by paragraph. A date is printed in figures.
#[test]
fn without_a_note_the_composed_report_is_the_report() {
    let mut compared = 0;
    for name in names() {
        let journey = journey(&fs::read(folder().join(format!("{name}.txt"))).unwrap(), true);
        if !journey.accepted.notes.is_empty() {
            continue;
        }
        // The title breaks where it fits; that it is the same, the answers show.
        let composed: Vec<String> = journey.paragraphs.iter().skip(1).map(|p| letters(p)).collect();
        let mut source = lines(&journey, name == "wrapped-lines").join("\n");
        if let Some(day) = journey.proposal.issued {
            let written = nianbao_core::text::date::written(day);
            source = source.replace("二〇二四年一月三十日", &written);
        }
        assert_eq!(composed.join("\n"), source, "{name}");
        compared += 1;
    }
    assert!(compared >= 25, "{compared}");
}
