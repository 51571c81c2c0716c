//! `tests/cases/import/<name>.txt`, `.html`, `.md` or `.word` (see `word.rs`) is read and taken;
//! `<name>.json` says what must come of it, `roles.txt` what a person says each block is.
//! `BLESS=1 cargo test -p nianbao-formats --test import` rewrites them; read the difference.

use std::fs;
use std::path::PathBuf;

use nianbao_formats::import::{BlockProposal, BlockRole, Comment, Proposal, TrackedChange};
use serde_json::{Value, json};

use crate::common::{Journey, journey_of, letters};
use crate::word::word;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/import")
}

/// Names and endings.
fn names() -> Vec<(String, String)> {
    let files = fs::read_dir(folder()).unwrap();
    let mut names: Vec<(String, String)> = files
        .filter_map(|file| {
            let name = file.unwrap().file_name();
            let (name, ending) = name.to_str()?.rsplit_once('.')?;
            let case = matches!(ending, "txt" | "html" | "md" | "word") && name != "roles";
            case.then(|| (name.to_owned(), ending.to_owned()))
        })
        .collect();
    names.sort();
    names
}

fn read(name: &str, ending: &str) -> Journey {
    let bytes = fs::read(folder().join(format!("{name}.{ending}"))).unwrap();
    match ending {
        "word" => journey_of(&word(std::str::from_utf8(&bytes).unwrap()), "docx", true),
        ending => journey_of(&bytes, ending, true),
    }
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
    let mut shown = json!({
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
    });
    let change = |c: &TrackedChange| format!("{:?} {} | {}", c.kind, c.who, c.text);
    let comment = |c: &Comment| format!("{} @ {} | {}", c.who, c.about, c.text);
    if !p.changes.is_empty() {
        shown["changes"] = p.changes.iter().map(change).collect();
    }
    if !p.comments.is_empty() {
        shown["comments"] = p.comments.iter().map(comment).collect();
    }
    shown
}

#[test]
fn every_case_is_read_and_taken_as_its_answer_says() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    for (name, ending) in names() {
        let journey = read(&name, &ending);
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
    for (name, ending) in names() {
        let journey = read(&name, &ending);
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

/// `roles.txt` was written by a person from the sources: a line a case, a letter a block. What the reader
/// says otherwise is printed; nine in ten and more of its blocks must be right.
#[test]
fn nearly_every_block_has_the_role_a_person_gives_it() {
    let key = fs::read_to_string(folder().join("roles.txt")).unwrap();
    let (mut right, mut all, mut cases) = (0, 0, 0);
    for (name, ending) in names() {
        let wanted = key.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")));
        let Some(wanted) = wanted else { panic!("no roles for {name}") };
        let journey = read(&name, &ending);
        let seen: Vec<String> = journey.proposal.blocks.iter().map(letter).collect();
        let wanted: Vec<&str> = wanted.split(' ').collect();
        let same = common(&wanted, &seen);
        let most = wanted.len().max(seen.len());
        if same < most {
            println!(
                "{name}: {same} of {most}\n  meant {}\n  read  {}",
                wanted.join(" "),
                seen.join(" ")
            );
        }
        right += same;
        all += most;
        cases += 1;
    }
    println!(
        "{cases} files, {all} blocks, right roles {right}: {}.{} %",
        right * 100 / all,
        right * 1000 / all % 10
    );
    assert!(cases >= 40 && right * 100 >= all * 98, "{right} of {all} in {cases} files");
}

/// T title, M addressee, L lead, H1… heading, A achievement, P problem, C cause, N plan, D duty,
/// E ending, S signature, Y date, X attachment.
fn letter(block: &BlockProposal) -> String {
    match block.role {
        BlockRole::Title => "T".to_owned(),
        BlockRole::Addressee => "M".to_owned(),
        BlockRole::Lead => "L".to_owned(),
        BlockRole::Heading => format!("H{}", block.level),
        BlockRole::Achievement => "A".to_owned(),
        BlockRole::Problem => "P".to_owned(),
        BlockRole::Cause => "C".to_owned(),
        BlockRole::Plan => "N".to_owned(),
        BlockRole::LeaderDuty => "D".to_owned(),
        BlockRole::Ending => "E".to_owned(),
        BlockRole::Signature => "S".to_owned(),
        BlockRole::Date => "Y".to_owned(),
        BlockRole::Attachment => "X".to_owned(),
    }
}

/// The length of the longest run of roles both have in order.
fn common(one: &[&str], other: &[String]) -> usize {
    let mut row = vec![0; other.len() + 1];
    for a in one {
        let mut corner = 0;
        for (n, b) in other.iter().enumerate() {
            let above = row[n + 1];
            row[n + 1] = if a == b { corner + 1 } else { above.max(row[n]) };
            corner = above;
        }
    }
    row[other.len()]
}
