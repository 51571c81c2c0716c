//! Short texts, right and wrong: what each rule finds and what it leaves alone, counted.

#![allow(clippy::panic)] // A case that cannot be read is a fault of the test.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_core::check::{Checker, Finding, Options, Paper, Severity, check_text, rules};

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
        let percent = |of: usize| (right * 100).checked_div(of).unwrap_or(100);
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

/// The pieces that reports, good and bad, are made of.
const PIECES: &str = "[一二三四1-9]{0,2}[、.（）()是]{0,2}[办理案件其中占比同去年上增长共计今来截至目前将下步约余万]{0,8}[0-9]{0,5}[宗件%倍个人年月日.，。；\n（）“”《》{}*X]{0,4}";

proptest::proptest! {
    #[test]
    fn any_text_is_checked_with_places_inside_and_the_same_after_an_edit(
        paragraphs in proptest::collection::vec(PIECES, 0..8),
        edited in 0usize..8,
        by in PIECES,
    ) {
        let before = Paper::plain(&paragraphs.join("\n"));
        let mut changed = paragraphs.clone();
        if let Some(paragraph) = changed.get_mut(edited) {
            *paragraph = by;
        }
        let text = changed.join("\n");
        let after = Paper::plain(&text);
        let mut checker = Checker::new(Options::default());
        checker.check_text(&before);
        let report = checker.check_text(&after);
        assert_eq!(report, check_text(&after, &Options::default()));
        let chars: Vec<char> = text.chars().collect();
        for at in report.findings.iter().filter_map(|finding| finding.at.as_ref()) {
            assert_eq!(chars[at.start..at.end].iter().collect::<String>(), at.text);
        }
    }
}

#[test]
fn texts_no_person_writes_are_checked_to_their_end() {
    // Each took minutes where a rule compared all with all.
    for text in [
        "“".repeat(10_000),
        "（".repeat(10_000),
        "其中1件，".repeat(20_000),
        "一是".repeat(100_000),
        "共1件（1件、".repeat(20_000),
        "字".repeat(1_000_000),
        "5月".repeat(100_000),
        "1、\n".repeat(20_000),
        "《".repeat(10_000) + "》",
        "《甲".repeat(20_000) + &"》".repeat(20_000),
        "习近平新时代".repeat(20_000),
        "的".repeat(1_000_000),
        "当事人".repeat(100_000),
        "13812341234 ".repeat(20_000),
        "1".repeat(1_000_000),
        "甲有限公司处罚。".repeat(20_000),
        "文化路12号".repeat(20_000),
        "印发《甲区2023年依法治区工作要点》".repeat(10_000),
        "，。".repeat(200_000),
        "a@".repeat(100_000),
    ] {
        let report = check_text(&Paper::plain(&text), &Options::default());
        let length = text.chars().count();
        let inside = |finding: &Finding| finding.at.as_ref().is_none_or(|at| at.end <= length);
        assert!(report.findings.iter().all(inside));
    }
}
