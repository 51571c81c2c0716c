use std::collections::BTreeMap;

use nianbao_core::record::{Kind, Record, RecordRef};
use proptest::prelude::*;

use super::any::{all, edit_of, start, wishes};
use super::links::assert_sound;
use super::{at, dump, edit, figure, here, library, problem, put, whole, year};
use crate::{Change, Changed, StepState, Store};

/// What a screen holds that only listens to `Changed`.
#[derive(Debug, PartialEq)]
struct Screen(BTreeMap<RecordRef, String>);

impl Screen {
    fn of(store: &Store) -> Self {
        let records = all(store);
        Self(records.iter().map(|r| (here(r), format!("{r:?}"))).collect())
    }

    fn patch(&mut self, changed: &Changed) {
        for record in &changed.records {
            self.0.insert(here(record), format!("{record:?}"));
        }
        for gone in &changed.removed {
            assert!(self.0.remove(gone).is_some(), "{gone:?} was not there");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    #[test]
    fn undo_takes_back_any_edit_and_redo_brings_it_back(edits in wishes()) {
        let (_folder, mut store) = library();
        start(&mut store);
        let mut states = vec![dump(&store)];
        let mut screen = Screen::of(&store);
        for (seconds, wishes) in (1..).zip(&edits) {
            let edit = edit_of(&store, wishes, seconds * 100);
            let before = whole(&store);
            let Ok(changed) = store.edit(edit) else {
                prop_assert_eq!(whole(&store), before);
                continue;
            };
            let after = dump(&store);
            screen.patch(&changed);
            prop_assert_eq!(&screen, &Screen::of(&store));
            assert_sound(&store);
            if changed.records.is_empty() && changed.removed.is_empty() {
                prop_assert_eq!(whole(&store), before);
                continue;
            }
            screen.patch(&store.undo(at(seconds * 100 + 1)).unwrap());
            prop_assert_eq!(&dump(&store), states.last().unwrap());
            prop_assert_eq!(&screen, &Screen::of(&store));
            screen.patch(&store.redo(at(seconds * 100 + 2)).unwrap());
            prop_assert_eq!(&dump(&store), &after);
            prop_assert_eq!(&screen, &Screen::of(&store));
            states.push(after);
        }
        for state in states.iter().rev() {
            prop_assert_eq!(&dump(&store), state);
            store.undo(at(10_000)).unwrap();
        }
        prop_assert_eq!(store.undo_name().unwrap(), None);
        store.redo(at(15_000)).unwrap();
        for state in &states {
            prop_assert_eq!(&dump(&store), state);
            store.redo(at(20_000)).unwrap();
        }
        prop_assert_eq!(store.redo_name().unwrap(), None);
    }
}

#[test]
fn with_nothing_to_undo_or_redo_nothing_happens() {
    let (_folder, mut store) = library();
    let before = whole(&store);
    assert_eq!(store.undo(at(1)).unwrap(), Changed::default());
    assert_eq!(store.redo(at(2)).unwrap(), Changed::default());
    assert_eq!(whole(&store), before);
}

#[test]
fn undo_and_redo_name_the_next_step_and_live_on_in_the_next_session() {
    let (_folder, mut store) = library();
    for name in ["甲", "乙", "丙"] {
        let mut edit = edit(vec![Change::Put(problem(name))]);
        edit.name = format!("新增{name}");
        store.edit(edit).unwrap();
    }
    store.undo(at(2)).unwrap();
    let path = store.path().to_owned();
    store.close().unwrap();

    let mut store = Store::open(&path).unwrap();
    let name = |name: &str| Some(name.to_owned());
    assert_eq!(store.undo_name().unwrap(), name("新增乙"));
    assert_eq!(store.redo_name().unwrap(), name("新增丙"));
    let changed = store.undo(at(3)).unwrap();
    assert_eq!(changed.removed.len(), 1);
    assert_eq!((changed.undo, changed.redo), (name("新增甲"), name("新增乙")));
    store.redo(at(4)).unwrap();
    let changed = store.redo(at(5)).unwrap();
    assert_eq!(changed.records[0].name(), "问题“丙”");
    assert_eq!((changed.undo, changed.redo), (name("新增丙"), None));
}

#[test]
fn an_edit_after_undo_ends_redo_and_the_history_still_shows_what_was_undone() {
    let (_folder, mut store) = library();
    for (n, name) in [(1, "甲"), (2, "乙"), (3, "丙")] {
        let mut edit = edit(vec![Change::Put(problem(name))]);
        (edit.name, edit.at) = (name.into(), at(n));
        store.edit(edit).unwrap();
    }
    store.undo(at(4)).unwrap();
    store.undo(at(5)).unwrap();
    let mut last = edit(vec![Change::Put(problem("丁"))]);
    (last.name, last.at) = ("丁".into(), at(6));
    let changed = store.edit(last).unwrap();
    assert_eq!((changed.undo.as_deref(), changed.redo), (Some("丁"), None));

    let history = store.history(99).unwrap();
    let shown: Vec<_> = history.iter().map(|s| (s.name.as_str(), s.at, s.state)).collect();
    let (done, dropped) = (StepState::Done, StepState::Dropped);
    assert_eq!(
        shown,
        [
            ("丁", at(6), done),
            ("丙", at(3), dropped),
            ("乙", at(2), dropped),
            ("甲", at(1), done),
            ("新建库", at(0), StepState::Origin),
        ]
    );
    assert_eq!(history[1].turned, Some(at(4)));
    assert_eq!(store.history(2).unwrap().len(), 2);
    // Back past the dropped branch.
    assert_eq!(store.undo(at(7)).unwrap().undo.as_deref(), Some("甲"));
}

#[test]
fn an_edit_that_changes_nothing_is_no_step_and_leaves_redo_alone() {
    let (_folder, mut store) = library();
    let kept = put(&mut store, problem("甲"));
    put(&mut store, problem("乙"));
    store.undo(at(2)).unwrap();
    let before = whole(&store);
    let changed = store.edit(edit(vec![Change::Put(kept)])).unwrap();
    assert_eq!((changed.records, changed.redo.as_deref()), (vec![], Some("改一改")));
    assert_eq!(whole(&store), before);
}

#[test]
fn a_zero_more_behind_the_point_is_a_change() {
    let (_folder, mut store) = library();
    let Record::Figure(mut rate) = put(&mut store, figure("比率", 2023)) else { unreachable!() };
    for typed in ["0.3", "0.30"] {
        rate.value = Some(typed.parse().unwrap());
        let changed = store.edit(edit(vec![Change::Put(Record::Figure(rate.clone()))])).unwrap();
        assert_eq!(changed.records.len(), 1, "{typed}");
    }
    store.undo(at(2)).unwrap();
    let kept = &store.year(2023).unwrap().figures[0];
    assert_eq!(kept.value.unwrap().to_string(), "0.3");
}

#[test]
fn names_that_must_be_unique_change_places_in_one_edit_and_back() {
    let (_folder, mut store) = library();
    let old = [put(&mut store, figure("甲", 2023)), put(&mut store, figure("乙", 2023))];
    let years = [put(&mut store, year(2021)), put(&mut store, year(2022))];
    let before = dump(&store);
    let changes =
        [(&old[0], &old[1]), (&old[1], &old[0]), (&years[0], &years[1]), (&years[1], &years[0])]
            .map(|(to, from)| {
                let mut record = from.clone();
                record.set_id(to.id());
                Change::Put(record)
            });
    let changed = store.edit(edit(changes.to_vec())).unwrap();
    assert_eq!(changed.records.len(), 4);
    let keys: Vec<_> = store.year(2023).unwrap().figures.into_iter().map(|f| f.key).collect();
    assert_eq!(keys, ["乙", "甲"]);
    store.undo(at(2)).unwrap();
    assert_eq!(dump(&store), before);
}

#[test]
fn a_record_brought_back_has_its_old_id_and_no_new_one_ever_gets_it() {
    let (_folder, mut store) = library();
    let first = put(&mut store, problem("甲"));
    store.undo(at(2)).unwrap();
    let second = put(&mut store, problem("乙"));
    assert!(second.id() > first.id());
    store.edit(edit(vec![Change::Remove(here(&second))])).unwrap();
    let path = store.path().to_owned();
    store.close().unwrap();
    let mut store = Store::open(&path).unwrap();
    assert!(put(&mut store, problem("丙")).id() > second.id());
    store.undo(at(3)).unwrap();
    let back = store.undo(at(4)).unwrap();
    assert_eq!(back.records, [second]);
    assert_eq!(all(&store).iter().filter(|r| r.kind() == Kind::Problem).count(), 1);
}
