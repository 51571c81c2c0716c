//! Short texts, right and wrong: what each rule finds and what it leaves alone, counted.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_core::check::{Options, Paper, Severity, check_text, rules};

/// A file a letter: codes or `=`, a space, the text with ⏎ for line feeds.
const FILES: [(&str, &str); 4] = [
    ("f", include_str!("../../../tests/cases/check/f.txt")),
    ("d", include_str!("../../../tests/cases/check/d.txt")),
    ("n", include_str!("../../../tests/cases/check/n.txt")),
    ("s", include_str!("../../../tests/cases/check/s.txt")),
];

#[derive(Default)]
struct Tally {
    right: usize,
    wrong: Vec<String>,
    missed: Vec<String>,
}

fn tallies() -> (BTreeMap<&'static str, Tally>, usize) {
    let mut tallies: BTreeMap<&str, Tally> =
        rules().iter().map(|rule| (rule.code, Tally::default())).collect();
    let mut cases = 0;
    for (file, text) in FILES {
        for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let (codes, text) = line.split_once(' ').unwrap_or_else(|| panic!("{file}: {line}"));
            let meant: BTreeSet<&str> = codes.split(',').filter(|code| *code != "=").collect();
            let text = text.replace('⏎', "\n");
            let report = check_text(&Paper::plain(&text), &Options::default());
            let found: BTreeSet<&str> = report.findings.iter().map(|f| f.code.as_str()).collect();
            cases += 1;
            for (code, tally) in &mut tallies {
                match (meant.contains(code), found.contains(code)) {
                    (true, true) => tally.right += 1,
                    (true, false) => tally.missed.push(text.clone()),
                    (false, true) => tally.wrong.push(text.clone()),
                    (false, false) => {}
                }
            }
        }
    }
    (tallies, cases)
}

/// So many of a hundred findings must be right.
fn bar(severity: Severity) -> usize {
    match severity {
        Severity::Error => 99,
        Severity::Warning => 95,
        Severity::Hint => 80,
    }
}

#[test]
fn rules_find_what_they_should_and_leave_the_rest() {
    let (tallies, cases) = tallies();
    println!("{cases} cases");
    let mut below = Vec::new();
    for rule in rules() {
        let Tally { right, wrong, missed } = &tallies[rule.code];
        let percent = |of: usize| if of == 0 { 100 } else { right * 100 / of };
        let precision = percent(right + wrong.len());
        let recall = percent(right + missed.len());
        println!(
            "{} {}: precision {precision}%, recall {recall}%, {} texts",
            rule.code,
            rule.name,
            right + missed.len()
        );
        for text in missed {
            println!("     missed: {text}");
        }
        if precision < bar(rule.severity) {
            below.push(format!("{} says so of {wrong:#?}", rule.code));
        }
        if recall < 80 {
            below.push(format!("{} misses {missed:#?}", rule.code));
        }
    }
    assert!(below.is_empty(), "{}", below.join("\n"));
}
