//! What reads prose.

use nianbao_core::check::{self, Checker, Options, Own, Paper, Report};
use nianbao_core::diff;
use nianbao_core::text::{
    date, numbering, numeral, parts, punctuation, quantity, reference, secrecy,
};
use nianbao_formats::import;

use super::{halves, words};

/// Every place is on what it says.
fn sound(text: &str, report: &Report) {
    let chars: Vec<char> = text.chars().collect();
    for found in &report.findings {
        assert!(!found.message.is_empty() && check::rule(&found.code).is_some(), "{found:?}");
        let Some(at) = &found.at else { continue };
        assert!(at.start <= at.end && at.end <= chars.len(), "{found:?}");
        // White space is settled on reading; all else stands there, in order.
        let mut stands = chars[at.start..at.end].iter();
        let mut said = at.text.chars().filter(|c| !c.is_whitespace());
        assert!(said.all(|c| stands.any(|s| *s == c)), "{found:?}");
    }
    let counts = report.counts;
    assert_eq!(counts.error + counts.warning + counts.hint, report.findings.len());
}

pub fn check(input: &[u8]) {
    let text = words(input);
    for paper in [import::paper(&text), Paper::plain(&text)] {
        let report = check::check_text(&paper, &Options::default());
        sound(&text, &report);
    }
}

/// What is kept from an earlier text does not show in the next.
pub fn check_again(input: &[u8]) {
    let text = words(input);
    let (before, after) = halves(&text);
    let mut checker = Checker::new(Options::default());
    checker.check_text(&import::paper(before));
    let mixed = format!("{after}\n{before}");
    for text in [after, before, &mixed, &text] {
        let paper = import::paper(text);
        let fresh = check::check_text(&paper, &Options::default());
        assert_eq!(checker.check_text(&paper), fresh);
    }
}

/// A person's own lists: a line `wrong⇥right` each; what follows an empty line is checked.
pub fn own_words(input: &[u8]) {
    let text = words(input);
    let (lists, rest) = text.split_once("\n\n").unwrap_or((&text, &text));
    let mut options = Options::default();
    for (n, line) in lists.lines().take(300).enumerate() {
        let (wrong, right) = line.split_once(['\t', '，']).unwrap_or((line, ""));
        let own = Own { wrong: wrong.to_owned(), right: right.to_owned() };
        match n % 3 {
            0 => options.words.push(own),
            1 => options.phrases.push(own),
            _ => options.laws.push(own),
        }
    }
    let report = check::check_text(&import::paper(rest), &options);
    sound(rest, &report);
}

pub fn prose(input: &[u8]) {
    let text = words(input);
    let chars: Vec<char> = text.chars().collect();
    let found = quantity::read(&chars);
    let mut last = 0;
    for one in &found {
        assert!(last <= one.start && one.start < one.end && one.end <= chars.len(), "{one:?}");
        last = one.end;
    }
    for year in [None, Some(2023), Some(i32::MIN), Some(i32::MAX)] {
        let labels = quantity::labels(&chars, &found, year);
        assert_eq!(labels.len(), found.len());
        assert!(labels.iter().all(|label| !label.is_empty()));
    }
    if let Some((_, at)) = date::find(&text) {
        assert!(at.start < at.end && at.end <= chars.len());
    }
    for line in text.lines() {
        date::read(line);
        numeral::value(line);
        secrecy::mark(line);
        parts::part(line, Some(2023));
        parts::opens_plans(line, None);
        parts::only_leads(line);
        let whole: String = reference::pieces(line).iter().map(piece).collect();
        assert_eq!(whole, line);
    }
    parts::causes_from(&chars);
    let mut last = 0;
    for mask in check::masks(&text) {
        assert!(last <= mask.at.start && mask.at.end <= chars.len(), "{mask:?}");
        last = mask.at.end;
    }
}

fn piece(piece: &reference::Piece<'_>) -> String {
    match piece {
        reference::Piece::Text(text) => (*text).to_owned(),
        reference::Piece::Figure { key, .. } => reference::to(key),
    }
}

pub fn numbering(input: &[u8]) {
    let text = words(input);
    for line in text.lines() {
        let chars: Vec<char> = line.chars().collect();
        numbering::read(line);
        for at in 0..=chars.len().min(500) {
            numbering::run_in_at(&chars, at);
        }
    }
}

/// Widened text has no half-width mark left to widen.
pub fn marks(input: &[u8]) {
    let text = words(input);
    let chars: Vec<char> = text.chars().collect();
    for fix in punctuation::fixes(&text) {
        assert_eq!(chars[fix.at], fix.from);
    }
    let wide = punctuation::widen(&text);
    assert_eq!(wide.chars().count(), chars.len());
}

/// The old and the new text are both in what differs, whole and in order.
pub fn difference(input: &[u8]) {
    let text = words(input);
    let (old, new) = halves(&text);
    let runs = diff::runs(old, new);
    let side = |without: diff::Side| -> String {
        runs.iter().filter(|run| run.side != without).map(|run| run.text.as_str()).collect()
    };
    assert_eq!(side(diff::Side::New), old);
    assert_eq!(side(diff::Side::Old), new);
}
