//! Whatever the text.

use nianbao_core::doc::Field;
use nianbao_core::record::*;
use nianbao_core::turn::Place;
use proptest::prelude::*;

use crate::year::{achievement, all_text, apply, at, join, split, text, turn, without_order, year};

/// A year with a few records of each kind that hold any text.
fn any_year(texts: &[String]) -> YearRecords {
    let mut records = year();
    let mut texts = texts.iter().cycle().cloned();
    let mut next = || texts.next().unwrap_or_default();
    for n in 0..3 {
        records.achievements.push(Achievement {
            answers: vec![Id(20 + n), Id(30 + n)],
            office: text("科室"),
            ..achievement(10 + n, &next(), &next())
        });
        records.problems.push(Problem {
            id: Id(20 + n),
            title: next(),
            body: next(),
            cause: next(),
            office: text("科室"),
            order: n,
            ..Problem::default()
        });
        let (title, body) = (next(), next());
        records.plans.push(Plan {
            id: Id(30 + n),
            title,
            body,
            target: text("目标"),
            answers: vec![Id(20), Id(22 - n)],
            order: n,
            ..Plan::default()
        });
        let (title, body, meetings) = (next(), next(), text("会议"));
        let id = Id(40 + n);
        records.duties.push(Duty { id, title, body, meetings, order: n, ..Duty::default() });
        let (id, body, run_on) = (Id(50 + n), next(), n == 1);
        records.passages.push(Passage { id, body, run_on, order: n, ..Passage::default() });
    }
    records
}

const KINDS: [(Kind, i64); 5] = [
    (Kind::Achievement, 10),
    (Kind::Problem, 20),
    (Kind::Plan, 30),
    (Kind::Duty, 40),
    (Kind::Passage, 50),
];

proptest! {
    #[test]
    fn splitting_changes_no_character(
        texts in proptest::collection::vec("([甲乙。 \\n]|\\{\\{案件\\}\\}){0,6}", 1..9),
        kind in 0..5_usize,
        which in 0..3_i64,
        field in 0..3_usize,
        offset in 0..30_usize,
    ) {
        let records = any_year(&texts);
        let (kind, first) = KINDS[kind];
        let field = [Field::Title, Field::Body, Field::Cause][field];
        let Ok(changes) = split(&records, at(kind, first + which), field, offset) else {
            return Ok(());
        };
        let mut cut = records.clone();
        apply(&mut cut, &changes);
        prop_assert_eq!(all_text(&cut), all_text(&records));
        prop_assert_eq!(cut.records().len(), records.records().len() + 1);
        if field == Field::Title {
            return Ok(());
        }
        // A cut in the text is mended by joining: every field and link is as it was.
        let changes = join(&cut, at(kind, first + which)).unwrap();
        apply(&mut cut, &changes);
        prop_assert_eq!(without_order(cut), without_order(records));
    }

    #[test]
    fn joining_adds_at_most_the_full_stops_that_were_printed(
        texts in proptest::collection::vec("[甲乙丙丁戊。]{0,6}", 1..9),
        kind in 0..5_usize,
        which in 0..2_i64,
    ) {
        let records = any_year(&texts);
        let (kind, first) = KINDS[kind];
        let mut joined = records.clone();
        apply(&mut joined, &join(&records, at(kind, first + which)).unwrap());
        let words = |records: &YearRecords| {
            let mut words: Vec<_> = all_text(records).chars().filter(|c| *c != '。').collect();
            // The text of a second problem goes before the cause of the first.
            if kind == Kind::Problem {
                words.sort_unstable();
            }
            words
        };
        prop_assert_eq!(words(&joined), words(&records));
        let stops = |records: &YearRecords| all_text(records).matches('。').count();
        let more = stops(&joined) - stops(&records);
        prop_assert!(more <= 3, "{more}");
    }

    #[test]
    fn turning_loses_no_word(
        texts in proptest::collection::vec("[甲乙丙丁]{1,6}", 15..20),
        kind in 0..5_usize,
        to in 0..5_usize,
    ) {
        let records = any_year(&texts);
        let (kind, first) = KINDS[kind];
        let slot = Slot::Other;
        let to = [
            Place::Achievement { area: Id(4) },
            Place::Problem,
            Place::Plan,
            Place::Duty,
            Place::Passage { slot, area: None },
        ][to];
        let mut turned = records.clone();
        apply(&mut turned, &turn(&records, at(kind, first), to, None).unwrap().changes);
        let mut before: Vec<_> = all_text(&records).chars().collect();
        let mut after: Vec<_> = all_text(&turned).chars().collect();
        before.retain(|c| "甲乙丙丁".contains(*c));
        after.retain(|c| "甲乙丙丁".contains(*c));
        before.sort_unstable();
        after.sort_unstable();
        prop_assert_eq!(before, after);
        prop_assert_eq!(turned.records().len(), records.records().len());
    }
}
