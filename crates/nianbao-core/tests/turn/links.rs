//! What leads to a record goes on leading to it, as far as its new kind can be led to.

use nianbao_core::doc::Field;
use nianbao_core::record::*;
use nianbao_core::turn::{self, Change, Place};

use crate::year::{achievement, apply, at, join, split, text, turn, without_order, year};

/// Problem 11 is answered by plan 20, and both by achievement 10.
fn linked() -> YearRecords {
    let mut records = year();
    for (id, title) in [(11, "甲"), (12, "乙")] {
        records.problems.push(Problem {
            id: Id(id),
            year: 2023,
            title: text(title),
            body: text("表现在前。表现在后。"),
            outcome: Outcome { state: OutcomeState::Underway, note: text("在办") },
            order: id,
            ..Problem::default()
        });
    }
    for id in [20, 21] {
        let (title, body) = (text("充实力量"), text("上半年。下半年。"));
        let answers = vec![Id(11)];
        let id = Id(id);
        let plan = Plan { id, year: 2023, title, body, answers, order: id.0, ..Plan::default() };
        records.plans.push(plan);
    }
    let answers = vec![Id(20), Id(11), Id(12)];
    records.achievements.push(Achievement { answers, ..achievement(10, "建成中心", "") });
    records
}

fn ids(ids: &[Id]) -> Vec<i64> {
    ids.iter().map(|id| id.0).collect()
}

#[test]
fn achievements_go_on_answering_a_problem_that_becomes_a_plan_and_plans_cannot() {
    let mut records = linked();
    let turned = turn(&records, at(Kind::Problem, 11), Place::Plan, Some(Id(20))).unwrap();
    apply(&mut records, &turned.changes);
    assert_eq!(ids(&records.achievements[0].answers), [20, 900, 12], "in the old one's place");
    assert_eq!(turned.lost, ["计划“充实力量”不再对应它", "计划“充实力量”不再对应它"]);
    let plans: Vec<_> = records.plans.iter().map(|p| (p.id.0, ids(&p.answers))).collect();
    assert_eq!(plans, [(20, vec![]), (900, vec![]), (21, vec![])]);
    let outcome = &records.plans[1].outcome;
    assert_eq!((outcome.state, outcome.note.as_str()), (OutcomeState::Underway, "在办"));
}

#[test]
fn a_plan_that_becomes_a_problem_keeps_who_answers_it_and_tells_what_it_answered() {
    let mut records = linked();
    let turned = turn(&records, at(Kind::Plan, 20), Place::Problem, None).unwrap();
    apply(&mut records, &turned.changes);
    assert_eq!(ids(&records.achievements[0].answers), [900, 11, 12]);
    assert_eq!(turned.lost, ["不再对应问题“甲”"]);
}

#[test]
fn what_is_no_plan_nor_problem_any_more_is_answered_by_nothing() {
    for (from, place) in [
        (at(Kind::Plan, 20), Place::Duty),
        (at(Kind::Problem, 11), Place::Achievement { area: Id(4) }),
        (at(Kind::Problem, 11), Place::Passage { slot: Slot::Cause, area: None }),
    ] {
        let mut records = linked();
        let turned = turn(&records, from, place, None).unwrap();
        apply(&mut records, &turned.changes);
        let first = &records.achievements[0];
        assert_eq!(first.answers.len(), 2);
        assert!(turned.lost.contains(&text("成效“建成中心”不再对应它")), "{:?}", turned.lost);
        assert!(records.plans.iter().all(|plan| !plan.answers.contains(&from.id)));
    }
}

#[test]
fn links_go_there_and_back_between_plan_and_achievement() {
    let mut records = linked();
    let area = Place::Achievement { area: Id(4) };
    let turned = turn(&records, at(Kind::Plan, 21), area, None).unwrap();
    assert_eq!(turned.lost, [""; 0]);
    apply(&mut records, &turned.changes);
    let made = records.achievements.iter().find(|a| a.id == Id(900)).unwrap();
    assert_eq!(ids(&made.answers), [11]);
    let mut made = made.clone();
    made.id = Id(21);
    made.answers.push(Id(77));
    apply(&mut records, &[Change::Put(Record::Achievement(made))]);
    let turned = turn(&records, at(Kind::Achievement, 21), Place::Plan, None).unwrap();
    assert_eq!(turned.lost, ["不再对应上年的计划或问题"], "77 is not of this year");
    apply(&mut records, &turned.changes);
    assert_eq!(ids(&records.plans.last().unwrap().answers), [11]);
}

#[test]
fn another_years_achievement_is_named_with_its_year() {
    let records = linked();
    let next = Achievement { year: 2024, answers: vec![Id(21)], ..achievement(60, "办成", "") };
    let next = [Record::Achievement(next)];
    let turned = turn::turn(&records, &next, at(Kind::Plan, 21), Place::Duty, None).unwrap();
    assert!(turned.lost.contains(&text("2024年的成效“办成”不再对应它")), "{:?}", turned.lost);
    let put = turned.changes.iter().find_map(|change| match change {
        Change::Put(Record::Achievement(r)) => Some((r.id.0, ids(&r.answers))),
        _ => None,
    });
    assert_eq!(put, Some((60, vec![])));
}

#[test]
fn who_answers_one_answers_both_halves_and_the_whole_again_when_they_are_joined() {
    for from in [at(Kind::Plan, 20), at(Kind::Problem, 11)] {
        let mut records = linked();
        let before = records.clone();
        let changes = split(&records, from, Field::Body, 4).unwrap();
        apply(&mut records, &changes);
        assert!(records.achievements[0].answers.contains(&Id(900)));
        let changes = join(&records, from).unwrap();
        apply(&mut records, &changes);
        assert_eq!(without_order(records), without_order(before));
    }
}

#[test]
fn what_referred_to_the_second_refers_to_the_one_that_took_it_up() {
    let mut records = linked();
    records.plans[1].answers = vec![Id(12)];
    let changes = join(&records, at(Kind::Problem, 11)).unwrap();
    apply(&mut records, &changes);
    assert_eq!(ids(&records.plans[1].answers), [11]);
    assert_eq!(ids(&records.achievements[0].answers), [20, 11], "once");
    let changes = join(&records, at(Kind::Plan, 20)).unwrap();
    apply(&mut records, &changes);
    assert_eq!(ids(&records.achievements[0].answers), [20, 11]);
}
