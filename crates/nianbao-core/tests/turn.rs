//! Paragraphs split, joined, moved and turned into other records, with nothing lost.

use jiff::civil::date;
use nianbao_core::doc::Field;
use nianbao_core::record::*;
use nianbao_core::turn::{Change, Place, TurnError, join, split, turn};
use proptest::prelude::*;

fn text(value: &str) -> String {
    value.to_owned()
}

fn year() -> YearRecords {
    let mut records = YearRecords::new(Unit::default(), Year { year: 2023, ..Year::default() });
    for id in [3, 4] {
        records.areas.push(Area { id: Id(id), year: 2023, ..Area::default() });
    }
    records
}

fn achievement(id: i64, title: &str, body: &str) -> Achievement {
    Achievement {
        id: Id(id),
        year: 2023,
        area: Id(3),
        title: text(title),
        body: text(body),
        order: id,
        ..Achievement::default()
    }
}

fn at(kind: Kind, id: i64) -> RecordRef {
    RecordRef { kind, id: Id(id) }
}

/// What the store does with the changes; a new record becomes 900.
fn apply(records: &mut YearRecords, changes: &[Change]) {
    for change in changes {
        match change {
            Change::Remove(gone) => remove(records, gone.id),
            Change::Put(record) => {
                let mut record = record.clone();
                record.map_ids(&|id| if id == Id(-1) { Id(900) } else { id });
                remove(records, record.id());
                records.push(record);
            }
        }
    }
    records.achievements.sort_by_key(|r| (r.area, r.order));
    records.passages.sort_by_key(|r| (r.slot, r.area, r.order));
    records.problems.sort_by_key(|r| r.order);
    records.plans.sort_by_key(|r| r.order);
    records.duties.sort_by_key(|r| r.order);
}

fn remove(records: &mut YearRecords, id: Id) {
    records.achievements.retain(|r| r.id != id);
    records.passages.retain(|r| r.id != id);
    records.problems.retain(|r| r.id != id);
    records.plans.retain(|r| r.id != id);
    records.duties.retain(|r| r.id != id);
}

/// All text of all records, one after the other.
fn all_text(records: &YearRecords) -> String {
    let mut out = String::new();
    for r in &records.passages {
        out.push_str(&r.body);
    }
    for r in &records.achievements {
        out.push_str(&format!("{}{}", r.title, r.body));
    }
    for r in &records.duties {
        out.push_str(&format!("{}{}", r.title, r.body));
    }
    for r in &records.problems {
        out.push_str(&format!("{}{}{}", r.title, r.body, r.cause));
    }
    for r in &records.plans {
        out.push_str(&format!("{}{}", r.title, r.body));
    }
    out
}

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

/// A year with a few records of each kind that hold any text.
fn any_year(texts: &[String]) -> YearRecords {
    let mut records = year();
    let mut texts = texts.iter().cycle().cloned();
    let mut next = || texts.next().unwrap_or_default();
    for n in 0..3 {
        records.achievements.push(achievement(10 + n, &next(), &next()));
        records.problems.push(Problem {
            id: Id(20 + n),
            title: next(),
            body: next(),
            cause: next(),
            order: n,
            ..Problem::default()
        });
        let (title, body) = (next(), next());
        records.plans.push(Plan { id: Id(30 + n), title, body, order: n, ..Plan::default() });
        let (title, body) = (next(), next());
        records.duties.push(Duty { id: Id(40 + n), title, body, order: n, ..Duty::default() });
        let body = next();
        records.passages.push(Passage { id: Id(50 + n), body, order: n, ..Passage::default() });
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
        // A cut in the text is mended by joining.
        let changes = join(&cut, at(kind, first + which)).unwrap();
        apply(&mut cut, &changes);
        prop_assert_eq!(all_text(&cut), all_text(&records));
        prop_assert_eq!(cut.records().len(), records.records().len());
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
