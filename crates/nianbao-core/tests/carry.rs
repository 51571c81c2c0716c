//! From one year to the next: what comes along, and how last year is answered.

use std::cell::RefCell;

use jiff::civil::date;
use nianbao_core::carry::{Carry, carry};
use nianbao_core::closed_loop::{LoopCount, closed_loop};
use nianbao_core::looks::Seal;
use nianbao_core::record::*;
use proptest::prelude::*;

fn text(value: &str) -> String {
    value.to_owned()
}

fn last() -> YearRecords {
    let year = Year {
        id: Id(2),
        year: 2022,
        template: text("flat"),
        title: text("2022年的自拟标题"),
        cutoff: Some(date(2022, 12, 31)),
        addressee: text("县委、县政府"),
        signed: false,
        dated: Some(date(2023, 1, 20)),
        sections: vec![SectionChoice {
            of: SectionOf::Plans,
            title: text("下一步打算"),
            items: None,
        }],
        dialect: Some(Dialect::D2),
        form: TitleForm { about: true, tail: text("情况报告") },
        opening: text("现将有关情况报告如下："),
        closing: text("特此报告。"),
        deadlines: vec![Deadline {
            what: DeadlineOf::Sending,
            to: text("县委依法治县办"),
            due: date(2024, 2, 29),
            done: Some(date(2024, 2, 20)),
        }],
        state: YearState::Final,
        reviewed: vec![ReviewedFigure { key: text("案件"), value: None }],
        letterhead: LetterheadChoice {
            on: true,
            copy: text("000001"),
            number: text("清水〔2023〕1号"),
            issuer: text("清河市水务局"),
            ..LetterheadChoice::default()
        },
        attachments: vec![AttachmentChoice {
            title: text("名单"), ..AttachmentChoice::default()
        }],
        note: text("此件公开发布"),
        imprint: ImprintChoice {
            on: true,
            printed: Some(date(2023, 2, 1)),
            ..ImprintChoice::default()
        },
        looks: LooksChoice { seal: Seal::Room, ..LooksChoice::default() },
    };
    let mut records = YearRecords::new(Unit::default(), year);
    for (id, title) in [(3, "自己的领域"), (4, "普法宣传")] {
        records.areas.push(Area { id: Id(id), year: 2022, title: text(title), ..Area::default() });
    }
    records.evidence.push(Evidence { id: Id(5), ..Evidence::default() });
    records.achievements.push(Achievement {
        id: Id(6),
        area: Id(3),
        evidence: vec![Id(5)],
        ..Achievement::default()
    });
    records.problems.push(Problem {
        id: Id(7),
        title: text("力量不足"),
        office: text("法规股"),
        ..Problem::default()
    });
    records.plans.push(Plan {
        id: Id(8),
        title: text("推进规范化建设"),
        answers: vec![Id(7)],
        ..Plan::default()
    });
    records.plans.push(Plan {
        id: Id(9),
        body: text("办好{{案件}}{{没有}}培训。再办一次。"),
        ..Plan::default()
    });
    records.figures.push(Figure {
        id: Id(10),
        year: 2022,
        key: text("案件"),
        label: text("办理案件"),
        value: "1970".parse().ok(),
        unit: text("宗"),
        precision: Precision::Over,
        scope: text("镇街案件"),
        relation: Some(Relation::Sum { parts: vec![text("检查")] }),
        previous: "7".parse().ok(),
        source: text("法规股"),
        cutoff: Some(date(2022, 11, 30)),
        order: 7,
    });
    records
}

const ALL: Carry = Carry { structure: true, plans: true, problems: true, figures: true };

fn carried(choice: &Carry) -> YearRecords {
    let last = last();
    let mut records = YearRecords::new(last.unit.clone(), Year::default());
    for record in carry(&last, choice, 2023) {
        records.push(record);
    }
    records
}

#[test]
fn the_new_year_takes_its_form_from_the_last_one_and_nothing_of_its_text() {
    let new = carried(&ALL);
    let year = &new.year;
    assert_eq!((year.year, year.template.as_str(), year.title.as_str()), (2023, "flat", ""));
    assert_eq!((year.dialect, year.signed, year.dated), (Some(Dialect::D2), false, None));
    assert_eq!(year.cutoff, Some(date(2023, 12, 31)));
    assert_eq!(year.addressee, "县委、县政府");
    assert_eq!(
        (year.opening.as_str(), year.closing.as_str()),
        ("现将有关情况报告如下：", "特此报告。")
    );
    assert_eq!(year.sections, last().year.sections);
    assert_eq!(year.form, last().year.form);
    assert_eq!((year.deadlines[0].due, year.deadlines[0].done), (date(2025, 2, 28), None));
    assert_eq!((year.state, year.reviewed.len()), (YearState::Drafting, 0));
    assert_eq!(year.looks, last().year.looks);
    assert_eq!((year.letterhead.on, year.letterhead.issuer.as_str()), (true, "清河市水务局"));
    assert_eq!((year.letterhead.copy.as_str(), year.letterhead.number.as_str()), ("", ""));
    assert_eq!((year.imprint.on, year.imprint.printed), (true, None));
    assert!(year.attachments.is_empty());
    let areas: Vec<_> = new.areas.iter().map(|a| a.title.as_str()).collect();
    assert_eq!(areas, ["自己的领域", "普法宣传"]);
    assert!(new.problems.is_empty() && new.plans.is_empty() && new.evidence.is_empty());
}

#[test]
fn plans_and_problems_become_achievements_to_be_written() {
    let new = carried(&ALL);
    let told: Vec<_> = new
        .achievements
        .iter()
        .map(|a| (a.title.as_str(), a.body.as_str(), a.office.as_str(), a.answers.clone()))
        .collect();
    assert_eq!(
        told,
        [
            ("推进规范化建设", "", "", vec![Id(8)]),
            ("办好1970余宗没有培训", "", "", vec![Id(9)]),
            ("力量不足", "", "法规股", vec![Id(7)]),
        ]
    );
    let first = new.areas[0].id;
    assert!(new.achievements.iter().all(|a| a.area == first && a.state == WorkState::Collected));
    assert!(new.achievements.is_sorted_by_key(|a| a.order));
}

#[test]
fn figures_come_without_their_value_and_last_years_stands_beside() {
    let new = carried(&ALL);
    let old = &last().figures[0];
    let expected = Figure {
        id: new.figures[0].id,
        year: 2023,
        value: None,
        precision: Precision::Exact,
        previous: "1970".parse().ok(),
        cutoff: Some(date(2023, 11, 30)),
        order: 1024,
        ..old.clone()
    };
    assert_eq!(new.figures, [expected]);
}

#[test]
fn what_was_not_chosen_stays_behind() {
    let new = carried(&Carry::default());
    assert_eq!((new.year.dialect, new.year.opening.as_str()), (None, ""));
    assert_eq!(new.year.addressee, "县委、县政府");
    assert!(new.achievements.is_empty() && new.figures.is_empty());
    assert_eq!(new.areas[0].key, "leadership", "the areas the template begins with");
    let plans = carried(&Carry { plans: true, ..Carry::default() });
    assert_eq!(plans.achievements.len(), 2);
    assert_eq!(plans.achievements[0].area, plans.areas[0].id);
}

proptest! {
    #[test]
    fn nothing_points_back_by_accident(bits in 0..16_u8, year in 2020..2030_i32) {
        let on = |bit: u8| bits & (1 << bit) != 0;
        let choice =
            Carry { structure: on(0), plans: on(1), problems: on(2), figures: on(3) };
        let mut records = carry(&last(), &choice, year);
        let own: Vec<Id> = records.iter().map(Record::id).collect();
        prop_assert!(own.iter().all(|id| id.0 < 0));
        let met = RefCell::new(Vec::new());
        for record in &mut records {
            prop_assert_eq!(record.year(), Some(year));
            if let Record::Achievement(a) = record {
                let answered = std::mem::take(&mut a.answers);
                prop_assert!(answered.iter().all(|id| [Id(7), Id(8), Id(9)].contains(id)));
            }
            record.map_ids(&|id| {
                met.borrow_mut().push(id);
                id
            });
        }
        prop_assert!(met.borrow().iter().all(|id| own.contains(id)));
        let mut once = own.clone();
        once.sort_unstable();
        once.dedup();
        prop_assert_eq!(once.len(), own.len());
    }
}

#[test]
fn the_loop_shows_what_is_unanswered_first_and_counts_the_rest() {
    let mut last = last();
    last.plans[0].outcome = Outcome { state: OutcomeState::Done, note: text("已建成") };
    last.problems[0].outcome = Outcome { state: OutcomeState::Underway, note: text("招录中") };
    let mut this = YearRecords::new(Unit::default(), Year::default());
    let answer = |id, to, state| Achievement {
        id: Id(id),
        title: text("建成中心"),
        answers: vec![Id(to)],
        state,
        ..Achievement::default()
    };
    this.achievements.push(answer(20, 8, WorkState::Adopted));
    this.achievements.push(answer(21, 9, WorkState::Rejected));
    let looped = closed_loop(&last, &this);
    let lines: Vec<_> =
        looped.lines.iter().map(|l| (l.id.0, l.unanswered, l.answers.len())).collect();
    assert_eq!(lines, [(9, true, 1), (8, false, 1), (7, false, 0)]);
    assert_eq!(looped.lines[0].body, "办好1970余宗〔待填：没有〕培训。再办一次。");
    assert_eq!(
        looped.plans,
        LoopCount { all: 2, done: 1, unsaid: 1, unanswered: 1, ..LoopCount::default() }
    );
    assert_eq!(looped.problems, LoopCount { all: 1, underway: 1, ..LoopCount::default() });
    this.achievements[1].state = WorkState::Collected;
    assert_eq!(closed_loop(&last, &this).plans.unanswered, 1, "it is still to be written");
    this.achievements[1].body = text("建成了");
    assert_eq!(closed_loop(&last, &this).plans.unanswered, 0);
}
