use nianbao_core::record::{
    Achievement, Area, Evidence, Id, Indicator, Kind, Plan, Problem, Record, RecordRef,
};

use super::{at, dump, edit, here, library, put, year};
use crate::{Change, Code, Store};

fn at_id(kind: Kind, id: i64) -> RecordRef {
    RecordRef { kind, id: Id(id) }
}

fn remove(kind: Kind, id: i64) -> Change {
    Change::Remove(at_id(kind, id))
}

fn ids(list: &[Id]) -> Vec<i64> {
    list.iter().map(|id| id.0).collect()
}

/// 2022: problem 3, plan 4 that answers it, evidence 5 and 6, indicators 7 and under it 8.
/// 2023: an area 9 and achievement 10 that answers both; 2022: area 11, achievement 12.
fn linked() -> (tempfile::TempDir, Store) {
    let (folder, mut store) = library();
    let evidence =
        |id: i64| Record::Evidence(Evidence { id: Id(id), year: 2022, ..Evidence::default() });
    let indicator = |id: i64, parent: Option<i64>, evidence: Vec<Id>| {
        let parent = parent.map(Id);
        let id = Id(id);
        Record::Indicator(Indicator { id, year: 2022, parent, evidence, ..Indicator::default() })
    };
    let area = |id: i64, year| Record::Area(Area { id: Id(id), year, ..Area::default() });
    let records = vec![
        year(2022),
        Record::Problem(Problem { id: Id(-3), year: 2022, ..Problem::default() }),
        Record::Plan(Plan {
            id: Id(-4),
            year: 2022,
            answers: vec![Id(-3), Id(-3)],
            ..Plan::default()
        }),
        evidence(-5),
        evidence(-6),
        indicator(-7, None, vec![]),
        indicator(-8, Some(-7), vec![Id(-6), Id(-5)]),
        area(-9, 2023),
        Record::Achievement(Achievement {
            id: Id(-10),
            year: 2023,
            area: Id(-9),
            answers: vec![Id(-4), Id(-3)],
            ..Achievement::default()
        }),
        area(-11, 2022),
        Record::Achievement(Achievement {
            id: Id(-12),
            year: 2022,
            area: Id(-11),
            indicators: vec![Id(-7), Id(-8)],
            evidence: vec![Id(-6)],
            ..Achievement::default()
        }),
    ];
    store.edit(edit(records.into_iter().map(Change::Put).collect())).unwrap();
    (folder, store)
}

/// The real id of a placeholder of [`linked`].
fn real(placeholder: i64) -> i64 {
    1 - placeholder
}

fn achievement(store: &Store, placeholder: i64) -> Achievement {
    match store.record(at_id(Kind::Achievement, real(placeholder))).unwrap() {
        Record::Achievement(r) => r,
        _ => unreachable!(),
    }
}

fn indicator(store: &Store, placeholder: i64) -> Indicator {
    match store.record(at_id(Kind::Indicator, real(placeholder))).unwrap() {
        Record::Indicator(r) => r,
        _ => unreachable!(),
    }
}

#[test]
fn lists_keep_their_order_and_hold_a_record_once() {
    let (_folder, store) = linked();
    let year = store.year(2022).unwrap();
    assert_eq!(ids(&year.plans[0].answers), [real(-3)]);
    let of_year: Vec<_> = year.indicators.iter().map(|r| ids(&r.evidence)).collect();
    assert_eq!(of_year, [vec![], vec![real(-6), real(-5)]]);
    assert_eq!(ids(&indicator(&store, -8).evidence), [real(-6), real(-5)]);
    assert_eq!(ids(&year.achievements[0].indicators), [real(-7), real(-8)]);
    assert_eq!(ids(&achievement(&store, -10).answers), [real(-4), real(-3)]);
}

#[test]
fn what_refers_to_a_removed_record_forgets_it_in_the_same_step_and_undo_remembers_it() {
    let cases: [(Kind, i64, Vec<RecordRef>); 5] = [
        (Kind::Problem, -3, vec![at_id(Kind::Achievement, real(-10)), at_id(Kind::Plan, real(-4))]),
        (Kind::Plan, -4, vec![at_id(Kind::Achievement, real(-10))]),
        (Kind::Evidence, -5, vec![at_id(Kind::Indicator, real(-8))]),
        (
            Kind::Evidence,
            -6,
            vec![at_id(Kind::Achievement, real(-12)), at_id(Kind::Indicator, real(-8))],
        ),
        (
            Kind::Indicator,
            -7,
            vec![at_id(Kind::Achievement, real(-12)), at_id(Kind::Indicator, real(-8))],
        ),
    ];
    for (kind, placeholder, mut referrers) in cases {
        let (_folder, mut store) = linked();
        let before = dump(&store);
        let target = at_id(kind, real(placeholder));
        referrers.sort();
        assert_eq!(store.referrers(target).unwrap(), referrers, "{kind:?} {placeholder}");
        let changed = store.edit(edit(vec![Change::Remove(target)])).unwrap();
        let mut told: Vec<RecordRef> = changed.records.iter().map(here).collect();
        told.sort();
        assert_eq!(told, referrers, "{kind:?} {placeholder}");
        assert_eq!(changed.removed, [target]);
        assert!(store.referrers(target).unwrap().is_empty());
        let after = dump(&store);
        store.undo(at(2)).unwrap();
        assert_eq!(dump(&store), before);
        store.redo(at(3)).unwrap();
        assert_eq!(dump(&store), after);
    }
}

#[test]
fn an_indicator_whose_parent_goes_stands_at_the_top() {
    let (_folder, mut store) = linked();
    store.edit(edit(vec![remove(Kind::Indicator, real(-7))])).unwrap();
    assert_eq!(indicator(&store, -8).parent, None);
    assert_eq!(ids(&achievement(&store, -12).indicators), [real(-8)]);
}

#[test]
fn a_record_put_with_a_reference_to_one_removed_in_the_same_edit_loses_it() {
    let (_folder, mut store) = linked();
    let mut both = achievement(&store, -10);
    both.title = "两项都已完成".into();
    let changes = vec![remove(Kind::Plan, real(-4)), Change::Put(Record::Achievement(both))];
    store.edit(edit(changes)).unwrap();
    let kept = achievement(&store, -10);
    assert_eq!((ids(&kept.answers), kept.title.as_str()), (vec![real(-3)], "两项都已完成"));
}

#[test]
fn a_year_goes_with_all_that_refers_within_it_and_into_it() {
    let (_folder, mut store) = linked();
    let before = dump(&store);
    let records = store.year(2022).unwrap().records();
    let removed = records.iter().map(|r| Change::Remove(here(r))).collect();
    let changed = store.edit(edit(removed)).unwrap();
    assert_eq!(changed.records.len(), 1, "2023's achievement forgets what it answered");
    assert!(achievement(&store, -10).answers.is_empty());
    store.undo(at(2)).unwrap();
    assert_eq!(dump(&store), before);
}

#[test]
fn references_that_lead_nowhere_astray_or_in_a_circle_are_refused() {
    type Wrong = (&'static str, Code, fn(&Store) -> Record);
    let cases: [Wrong; 8] = [
        ("answers evidence", Code::NoTarget, |store| {
            let r = achievement(store, -10);
            Record::Achievement(Achievement { answers: vec![Id(real(-5))], ..r })
        }),
        ("answers nothing", Code::NoTarget, |store| {
            Record::Achievement(Achievement { answers: vec![Id(0)], ..achievement(store, -10) })
        }),
        ("last year's evidence", Code::TargetOfOtherYear, |store| {
            let r = achievement(store, -10);
            Record::Achievement(Achievement { evidence: vec![Id(real(-5))], ..r })
        }),
        ("last year's indicator", Code::TargetOfOtherYear, |store| {
            let r = achievement(store, -10);
            Record::Achievement(Achievement { indicators: vec![Id(real(-8))], ..r })
        }),
        ("a plan for last year's problem", Code::TargetOfOtherYear, |_| {
            Record::Plan(Plan { year: 2023, answers: vec![Id(real(-3))], ..Plan::default() })
        }),
        ("its own parent", Code::IndicatorCircle, |store| {
            let r = indicator(store, -7);
            Record::Indicator(Indicator { parent: Some(r.id), ..r })
        }),
        ("under its child", Code::IndicatorCircle, |store| {
            Record::Indicator(Indicator { parent: Some(Id(real(-8))), ..indicator(store, -7) })
        }),
        ("evidence taken to another year", Code::TargetOfOtherYear, |_| {
            Record::Evidence(Evidence { id: Id(real(-6)), year: 2023, ..Evidence::default() })
        }),
    ];
    for (what, code, wrong) in cases {
        let (_folder, mut store) = linked();
        let before = dump(&store);
        let error = store.edit(edit(vec![Change::Put(wrong(&store))])).unwrap_err();
        assert_eq!(error.code(), code, "{what}");
        assert_eq!(dump(&store), before, "{what}");
    }
}

#[test]
fn last_years_plan_may_be_renumbered_with_its_year_and_is_still_answered() {
    let (_folder, mut store) = linked();
    let mut records = store.year(2022).unwrap().records();
    for record in &mut records {
        match record {
            Record::Year(r) => r.year = 2021,
            Record::Area(r) => r.year = 2021,
            Record::Achievement(r) => r.year = 2021,
            Record::Problem(r) => r.year = 2021,
            Record::Plan(r) => r.year = 2021,
            Record::Indicator(r) => r.year = 2021,
            Record::Evidence(r) => r.year = 2021,
            other => unreachable!("{other:?}"),
        }
    }
    let before = dump(&store);
    store.edit(edit(records.into_iter().map(Change::Put).collect())).unwrap();
    assert_eq!(ids(&achievement(&store, -10).answers), [real(-4), real(-3)]);
    assert_eq!(ids(&indicator(&store, -8).evidence), [real(-6), real(-5)]);
    store.undo(at(2)).unwrap();
    assert_eq!(dump(&store), before);
}

#[test]
fn two_templates_have_two_keys() {
    let (_folder, mut store) = library();
    let template = |key: &str| {
        let key = key.to_owned();
        Record::Template(nianbao_core::record::OwnTemplate { key, ..Default::default() })
    };
    put(&mut store, template("own-1"));
    put(&mut store, template("own-2"));
    let error = store.edit(edit(vec![Change::Put(template("own-2"))])).unwrap_err();
    assert_eq!(error.code(), Code::TemplateKeyTwice);
    let keys: Vec<String> = store.templates().unwrap().into_iter().map(|t| t.key).collect();
    assert_eq!(keys, ["own-1", "own-2"]);
    assert_eq!(store.year(2023).unwrap().templates.len(), 2);
}

/// Every reference leads to a record of its kind, and but for one list in its own year.
pub(super) fn assert_sound(store: &Store) {
    use crate::table::link::List;
    let records = super::any::all(store);
    for record in &records {
        for list in List::ALL {
            for id in list.of(record) {
                let target = records.iter().find(|r| r.id() == *id).expect("dangling");
                assert!(list.targets().contains(&target.kind()), "{record:?}");
                assert!(list.crosses_years() || target.year() == record.year(), "{record:?}");
            }
        }
        if let Record::Indicator(Indicator { parent: Some(parent), .. }) = record {
            let target = records.iter().find(|r| r.id() == *parent).expect("dangling parent");
            assert_eq!((target.kind(), target.year()), (Kind::Indicator, record.year()));
        }
    }
}
