//! What holds of every rule, and how a rule's own file tests it.

use super::super::{
    Checker, Measured, Measures, Options, Paper, Report, YearInput, check_text, check_year, rules,
};
use crate::catalog::Catalog;
use crate::compose::Edition;
use crate::record::{Achievement, Area, Figure, Id, Unit, Year, YearRecords};

/// The places a rule finds in a text, as they stand there.
pub(super) fn found(code: &str, text: &str) -> Vec<String> {
    let report = check_text(&Paper::plain(text), &Options::default());
    let own = report.findings.into_iter().filter(|finding| finding.code == code);
    own.map(|finding| finding.at.map_or_else(String::new, |at| at.text.into())).collect()
}

/// Each text with the places the rule finds in it, joined by a bar.
pub(super) fn finds(code: &str, cases: &[(&str, &str)]) {
    for (text, meant) in cases {
        assert_eq!(found(code, text).join("|"), *meant, "{code}: {text}");
    }
}

/// What a rule says of a text laid out so.
pub(super) fn on_pages(code: &str, text: &str, found: Vec<Measured>) -> Report {
    let measures = Some(Measures { pages: 5, found });
    let paper = Paper { measures, ..Paper::plain(text) };
    let mut report = Checker::new(Options::default()).check_text(&paper);
    report.findings.retain(|finding| finding.code == code);
    report
}

/// The one place a rule finds in a text laid out so; empty: none.
pub(super) fn finds_on_pages(code: &str, text: &str, found: Vec<Measured>, meant: &str) {
    let report = on_pages(code, text, found);
    let places = report.findings.into_iter().filter_map(|finding| Some(finding.at?.text));
    assert_eq!(places.collect::<Vec<_>>().join("|"), meant, "{code}: {text}");
}

/// The codes found in the report of a year as it is sent.
pub(super) fn codes_of_year(records: &YearRecords, last: Option<&YearRecords>) -> Vec<String> {
    let (edition, catalog) = (Edition::Submission, Catalog::built_in());
    let report = check_year(&YearInput { records, last, edition, catalog }, &Options::default());
    report.findings.into_iter().map(|finding| finding.code.to_string()).collect()
}

/// A year of 2023 with one achievement and such figures: key, value, unit.
pub(super) fn one_line(body: &str, figures: &[(&str, &str, &str)]) -> YearRecords {
    let mut records = YearRecords::new(Unit::default(), Year { year: 2023, ..Year::default() });
    records.areas.push(Area { id: Id(1), ..Area::default() });
    records.achievements.push(Achievement {
        area: Id(1),
        title: "规范执法".to_owned(),
        body: body.to_owned(),
        ..Achievement::default()
    });
    records.figures = figures
        .iter()
        .map(|(key, value, unit)| Figure {
            key: (*key).to_owned(),
            value: value.parse().ok(),
            unit: (*unit).to_owned(),
            ..Figure::default()
        })
        .collect();
    records
}

#[test]
fn codes_are_a_letter_and_three_digits_in_order_and_each_stands_once() {
    let codes: Vec<_> = rules().iter().map(|rule| rule.code).collect();
    assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "{codes:?}");
    for code in codes {
        let (letter, number) = code.split_at(1);
        assert!("SFTDNLPUW".contains(letter), "{code}");
        assert!(number.len() == 3 && number.bytes().all(|b| b.is_ascii_digit()), "{code}");
    }
}

#[test]
fn every_rule_says_why_with_its_source_and_is_named_in_chinese() {
    for rule in rules() {
        assert!(!rule.name.is_ascii() && !rule.why.is_empty(), "{}", rule.code);
        assert!(!rule.source.is_empty(), "{}", rule.code);
    }
}

#[test]
fn every_rule_of_text_finds_its_wrong_example_and_is_silent_on_the_right_one() {
    use super::super::rule::Looks;
    for rule in rules().iter().filter(|rule| !matches!(rule.looks, Looks::Records(_))) {
        if rule.wrong.starts_with('（') && rule.wrong.ends_with('）') {
            // Described, not shown: it needs the records.
            continue;
        }
        assert!(!found(rule.code, rule.wrong).is_empty(), "{} wrong", rule.code);
        assert!(found(rule.code, rule.right).is_empty(), "{} right", rule.code);
    }
}
