//! Case by case.

use jiff::civil::date;
use nianbao_core::doc::Field;
use nianbao_core::record::*;
use nianbao_core::turn::{Place, TurnError};

use crate::year::{achievement, apply, at, join, split, text, turn, year};

fn pairs(records: &YearRecords) -> Vec<(i64, &str, &str)> {
    records.achievements.iter().map(|r| (r.id.0, r.title.as_str(), r.body.as_str())).collect()
}

#[test]
fn an_achievement_is_split_in_its_text_and_joined_again() {
    let mut records = year();
    records.achievements.push(Achievement {
        office: text("法规股"),
        evidence: vec![Id(7)],
        answers: vec![Id(8)],
        ..achievement(10, "甲", "一句。二句。")
    });
    records.achievements.push(achievement(11, "乙", ""));
    let before = records.clone();
    let changes = split(&records, at(Kind::Achievement, 10), Field::Body, 3).unwrap();
    apply(&mut records, &changes);
    assert_eq!(pairs(&records), [(10, "甲", "一句。"), (900, "", "二句。"), (11, "乙", "")]);
    let new = &records.achievements[1];
    assert_eq!(
        (new.office.as_str(), &new.evidence, &new.answers),
        ("法规股", &vec![Id(7)], &vec![Id(8)])
    );
    let changes = join(&records, at(Kind::Achievement, 10)).unwrap();
    apply(&mut records, &changes);
    let orders = |records: &YearRecords| -> Vec<_> {
        records.achievements.iter().map(|a| Achievement { order: 0, ..a.clone() }).collect()
    };
    assert_eq!(orders(&records), orders(&before));
}

#[test]
fn a_reference_is_never_cut_and_both_halves_have_text() {
    let mut records = year();
    records.achievements.push(achievement(10, "", "办案{{案件}}宗。"));
    for (offset, first, second) in [
        (2, "办案", "{{案件}}宗。"),
        (3, "办案", "{{案件}}宗。"),
        (5, "办案", "{{案件}}宗。"),
        (8, "办案{{案件}}", "宗。"),
        (9, "办案{{案件}}宗", "。"),
    ] {
        let mut records = records.clone();
        let changes = split(&records, at(Kind::Achievement, 10), Field::Body, offset).unwrap();
        apply(&mut records, &changes);
        assert_eq!(pairs(&records), [(10, "", first), (900, "", second)], "{offset}");
    }
    for (field, offset, error) in [
        (Field::Body, 0, TurnError::NothingToSplit),
        (Field::Body, 99, TurnError::NothingToSplit),
        (Field::Title, 0, TurnError::NothingToSplit),
        (Field::Cause, 0, TurnError::NoProse(Kind::Achievement)),
        (Field::Name, 0, TurnError::NoProse(Kind::Achievement)),
    ] {
        assert_eq!(split(&records, at(Kind::Achievement, 10), field, offset), Err(error));
    }
    let none = split(&records, at(Kind::Plan, 10), Field::Body, 1);
    assert_eq!(none, Err(TurnError::NoRecord));
}

#[test]
fn a_title_can_be_split_and_the_rest_goes_with_the_second() {
    let mut records = year();
    records.achievements.push(achievement(10, "甲乙", "文。"));
    let changes = split(&records, at(Kind::Achievement, 10), Field::Title, 1).unwrap();
    apply(&mut records, &changes);
    assert_eq!(pairs(&records), [(10, "甲", ""), (900, "乙", "文。")]);
}

#[test]
fn a_problem_is_split_with_its_cause_and_its_plans() {
    let mut records = year();
    records.problems.push(Problem {
        id: Id(10),
        title: text("甲"),
        body: text("乙丙"),
        cause: text("丁戊"),
        ..Problem::default()
    });
    records.plans.push(Plan { id: Id(20), answers: vec![Id(10)], ..Plan::default() });
    let told = |records: &YearRecords| -> Vec<(String, String, String)> {
        let all = records.problems.iter();
        all.map(|p| (p.title.clone(), p.body.clone(), p.cause.clone())).collect()
    };
    let mut cut = records.clone();
    apply(&mut cut, &split(&records, at(Kind::Problem, 10), Field::Cause, 1).unwrap());
    assert_eq!(
        told(&cut),
        [(text("甲"), text("乙丙"), text("丁")), (text(""), text(""), text("戊"))]
    );
    assert_eq!(cut.plans[0].answers, [Id(10), Id(900)]);
    let changes = join(&cut, at(Kind::Problem, 10)).unwrap();
    apply(&mut cut, &changes);
    assert_eq!(told(&cut), told(&records));
    assert_eq!(cut.plans[0].answers, [Id(10)]);
    records.problems[0].public_body = text("公开写法");
    let refused = split(&records, at(Kind::Problem, 10), Field::Body, 1).unwrap_err();
    assert_eq!(refused.to_string(), "这个问题另有公开版写法，请先清空公开版写法，再分成两段");
}

#[test]
fn a_second_heading_sentence_becomes_a_sentence_of_the_text() {
    for (first, second, meant) in [
        (("甲", "文。"), ("乙", "字。"), ("甲", "文。乙。字。")),
        (("甲", "文"), ("乙", ""), ("甲", "文。乙。")),
        (("甲", ""), ("乙。", "字"), ("甲", "乙。字")),
        (("", ""), ("乙", "字"), ("乙", "字")),
        (("甲", "半"), ("", "句。"), ("甲", "半句。")),
    ] {
        let mut records = year();
        records.achievements.push(achievement(10, first.0, first.1));
        records.achievements.push(achievement(11, second.0, second.1));
        let changes = join(&records, at(Kind::Achievement, 10)).unwrap();
        apply(&mut records, &changes);
        assert_eq!(pairs(&records), [(10, meant.0, meant.1)]);
    }
}

#[test]
fn joining_keeps_what_both_say_and_the_stricter_of_two_choices() {
    let mut records = year();
    let day = |n| Some(date(2023, 5, n));
    records.achievements.push(Achievement {
        date: day(3),
        office: text("法规股"),
        evidence: vec![Id(7)],
        ..achievement(10, "甲", "")
    });
    records
        .achievements
        .push(Achievement { state: WorkState::Rejected, ..achievement(11, "不采用", "") });
    records.achievements.push(Achievement {
        date: day(1),
        until: day(2),
        office: text("办公室"),
        evidence: vec![Id(7), Id(8)],
        state: WorkState::Collected,
        sensitivity: Sensitivity::SentOnly,
        ..achievement(12, "乙", "")
    });
    let changes = join(&records, at(Kind::Achievement, 10)).unwrap();
    apply(&mut records, &changes);
    assert_eq!(pairs(&records), [(10, "甲", "乙。"), (11, "不采用", "")]);
    let joined = &records.achievements[0];
    assert_eq!((joined.date, joined.until), (day(1), day(3)));
    assert_eq!(joined.office, "法规股；办公室");
    assert_eq!(joined.evidence, [Id(7), Id(8)]);
    assert_eq!((joined.state, joined.sensitivity), (WorkState::Collected, Sensitivity::SentOnly));
    let alone = join(&records, at(Kind::Achievement, 10));
    assert_eq!(alone, Err(TurnError::NothingAfter(Kind::Achievement)));
    records.plans = vec![
        Plan { id: Id(20), due: day(1), target: text("建成"), order: 1, ..Plan::default() },
        Plan { id: Id(21), due: day(2), body: text("文"), order: 2, ..Plan::default() },
    ];
    let changes = join(&records, at(Kind::Plan, 20)).unwrap();
    apply(&mut records, &changes);
    assert_eq!(records.plans[0].due, day(2));
    assert_eq!(records.plans[0].target, "建成；其中一项须在2023年5月1日前完成");
    let duty = |id, study: &str, prompt: &str| Duty {
        id: Id(id),
        study: text(study),
        prompt: text(prompt),
        meetings: text("3月2日 学法"),
        order: id,
        ..Duty::default()
    };
    records.duties = vec![duty(30, "2", "study"), duty(31, "3", "other")];
    let changes = join(&records, at(Kind::Duty, 30)).unwrap();
    apply(&mut records, &changes);
    let joined = &records.duties[0];
    assert_eq!((joined.study.as_str(), joined.prompt.as_str()), ("2", "study"));
    assert_eq!(joined.meetings, "3月2日 学法\n3月2日 学法\n履职事项：其他\n学法：3");
}

#[test]
fn joined_problems_publish_nothing_that_was_worded_otherwise() {
    let mut records = year();
    let problem = |id, body: &str, public: &str| Problem {
        id: Id(id),
        title: text("题"),
        body: text(body),
        public_body: text(public),
        cause: text("因"),
        order: id,
        ..Problem::default()
    };
    records.problems = vec![problem(10, "直话。", "婉转。"), problem(11, "次。", "")];
    let changes = join(&records, at(Kind::Problem, 10)).unwrap();
    apply(&mut records, &changes);
    let joined = &records.problems[0];
    assert_eq!(joined.public_body, "婉转。题。次。");
    assert_eq!((joined.body.as_str(), joined.cause.as_str()), ("直话。题。次。", "因。因"));
}

#[test]
fn a_record_moves_to_another_area_with_all_its_fields() {
    let mut records = year();
    records.achievements.push(Achievement { source: text("所"), ..achievement(10, "甲", "文") });
    records.achievements.push(Achievement { area: Id(4), ..achievement(11, "乙", "") });
    let to = Place::Achievement { area: Id(4) };
    let turned = turn(&records, at(Kind::Achievement, 10), to, Some(Id(11))).unwrap();
    assert_eq!(turned.lost, [""; 0]);
    apply(&mut records, &turned.changes);
    let moved = &records.achievements[1];
    assert_eq!((moved.id, moved.area, moved.source.as_str()), (Id(10), Id(4), "所"));
    let nowhere =
        turn(&records, at(Kind::Achievement, 10), Place::Achievement { area: Id(99) }, None);
    assert_eq!(nowhere, Err(TurnError::NoArea));
}

#[test]
fn what_the_new_kind_has_no_field_for_is_kept_in_the_text() {
    let mut records = year();
    records
        .evidence
        .push(Evidence { id: Id(7), title: text("会议纪要"), ..Evidence::default() });
    records.achievements.push(Achievement {
        date: Some(date(2023, 5, 1)),
        office: text("法规股"),
        evidence: vec![Id(7)],
        answers: vec![Id(99)],
        ..achievement(10, "甲", "文。")
    });
    records.problems.push(Problem {
        id: Id(11),
        title: text("力量不足"),
        body: text("人少"),
        cause: text("编制没有增加"),
        office: text("人事股"),
        source: ProblemSource::Inspection,
        ..Problem::default()
    });
    records.plans.push(Plan {
        id: Id(12),
        year: 2023,
        title: text("招录"),
        answers: vec![Id(11)],
        ..Plan::default()
    });
    let told = |from, to| {
        let mut records = records.clone();
        let turned = turn(&records, from, to, None).unwrap();
        apply(&mut records, &turned.changes);
        let new = records.records().into_iter().find(|r| r.id() == Id(900)).unwrap();
        assert!(!records.records().iter().any(|r| r.id() == from.id));
        (new, turned.lost, records)
    };
    let (new, lost, _) = told(at(Kind::Achievement, 10), Place::Plan);
    let Record::Plan(plan) = new else { panic!("{new:?}") };
    assert_eq!(
        (plan.title.as_str(), plan.body.as_str(), plan.office.as_str()),
        ("甲", "文。（日期：2023年5月1日）", "法规股")
    );
    assert_eq!(lost, ["不再对应上年的计划或问题", "不再引用佐证“会议纪要”，佐证本身还在"]);
    let (new, lost, records_after) =
        told(at(Kind::Problem, 11), Place::Passage { slot: Slot::Other, area: Some(Id(3)) });
    let Record::Passage(passage) = new else { panic!("{new:?}") };
    assert_eq!(
        passage.body,
        "力量不足。人少。主要原因是：编制没有增加。（责任科室：人事股；问题来源：督察）"
    );
    assert_eq!((passage.slot, passage.area), (Slot::Other, None));
    assert_eq!(lost, ["计划“招录”不再对应它"]);
    assert_eq!(records_after.plans[0].answers, []);
    let (new, _, _) = told(at(Kind::Plan, 12), Place::Problem);
    let Record::Problem(problem) = new else { panic!("{new:?}") };
    assert_eq!((problem.title.as_str(), problem.body.as_str()), ("招录", ""));
}

#[test]
fn a_problem_that_becomes_a_plan_stands_where_it_was_put() {
    let mut records = year();
    records.problems.push(Problem { id: Id(11), title: text("甲"), ..Problem::default() });
    for id in [20, 21] {
        let answers = vec![Id(11)];
        records.plans.push(Plan { id: Id(id), answers, order: id, ..Plan::default() });
    }
    let turned = turn(&records, at(Kind::Problem, 11), Place::Plan, Some(Id(20))).unwrap();
    apply(&mut records, &turned.changes);
    let ids: Vec<_> = records.plans.iter().map(|p| (p.id.0, p.answers.len())).collect();
    assert_eq!(ids, [(20, 0), (900, 0), (21, 0)]);
}

#[test]
fn what_is_not_open_does_not_become_so_by_another_kind() {
    let mut records = year();
    records
        .achievements
        .push(Achievement { sensitivity: Sensitivity::Internal, ..achievement(10, "甲", "") });
    let refused = turn(&records, at(Kind::Achievement, 10), Place::Problem, None).unwrap_err();
    assert_eq!(refused.to_string(), "这条成效标为“内部”，改成别的记录后会写进报告，请先改为“公开”");
    assert!(
        turn(&records, at(Kind::Achievement, 10), Place::Achievement { area: Id(4) }, None).is_ok()
    );
}
