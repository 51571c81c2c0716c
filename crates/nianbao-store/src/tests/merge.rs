use nianbao_core::record::{Problem, Record};

use super::{at, dump, edit, here, library, problem, put};
use crate::{Change, Store};

/// Types into the title of the problem, as a form does at every pause.
fn types(store: &mut Store, record: &Record, title: &str, seconds: i64) {
    types_with(store, record, title, seconds, "标题");
}

fn types_with(store: &mut Store, record: &Record, title: &str, seconds: i64, key: &str) {
    let Record::Problem(old) = record else { unreachable!() };
    let new = Problem { title: title.into(), ..old.clone() };
    let mut edit = edit(vec![Change::Put(Record::Problem(new))]);
    (edit.name, edit.merge, edit.at) = (format!("改为{title}"), Some(key.into()), at(seconds));
    store.edit(edit).unwrap();
}

/// At which second, in which field.
type Typed = &'static [(i64, &'static str)];

fn steps(store: &Store) -> Vec<String> {
    let steps = store.history(99).unwrap().into_iter();
    let mut names: Vec<String> = steps.filter(|s| !s.undone()).map(|s| s.name).collect();
    names.reverse();
    names.split_off(2)
}

#[test]
fn typing_is_one_step_with_the_last_name_and_undo_takes_all_of_it_back() {
    let (_folder, mut store) = library();
    let record = put(&mut store, problem("甲"));
    let before = dump(&store);
    types(&mut store, &record, "甲乙", 10);
    types(&mut store, &record, "甲乙丙", 15);
    types(&mut store, &record, "甲乙丙丁", 25);
    let after = dump(&store);
    assert_eq!(steps(&store), ["改为甲乙丙丁"]);
    store.undo(at(26)).unwrap();
    assert_eq!(dump(&store), before);
    store.redo(at(27)).unwrap();
    assert_eq!(dump(&store), after);
}

#[test]
fn when_typing_begins_a_new_step() {
    let cases: [(&str, Typed, usize); 8] = [
        ("within ten seconds it joins", &[(0, "标题"), (10, "标题")], 1),
        ("after a longer pause it does not", &[(0, "标题"), (11, "标题")], 2),
        ("another field does not", &[(0, "标题"), (1, "正文")], 2),
        ("nor the first field again after another", &[(0, "标题"), (1, "正文"), (2, "标题")], 3),
        ("a clock set back joins nothing", &[(5, "标题"), (4, "标题")], 2),
        ("a minute is one step", &[(0, "k"), (10, "k"), (20, "k"), (30, "k"), (60, "k")], 2),
        ("to its sixtieth second", &[(0, "k"), (9, "k"), (18, "k"), (27, "k"), (36, "k")], 1),
        (
            "and not longer, however steady the typing",
            &[
                (0, "k"),
                (9, "k"),
                (18, "k"),
                (27, "k"),
                (36, "k"),
                (45, "k"),
                (54, "k"),
                (60, "k"),
                (61, "k"),
                (62, "k"),
            ],
            2,
        ),
    ];
    for (why, typed, expected) in cases {
        let (_folder, mut store) = library();
        let record = put(&mut store, problem("甲"));
        for (n, (seconds, key)) in typed.iter().enumerate() {
            types_with(&mut store, &record, &format!("第{n}次"), *seconds, key);
        }
        assert_eq!(steps(&store).len(), expected, "{why}");
    }
}

#[test]
fn an_edit_without_a_key_joins_nothing() {
    let (_folder, mut store) = library();
    put(&mut store, problem("甲"));
    put(&mut store, problem("乙"));
    assert_eq!(store.history(99).unwrap().len(), 3);
}

#[test]
fn nothing_joins_a_step_while_another_stands_undone_nor_one_that_was_undone_and_redone() {
    let (_folder, mut store) = library();
    let record = put(&mut store, problem("甲"));
    types(&mut store, &record, "一", 0);
    types_with(&mut store, &record, "二", 1, "正文");
    store.undo(at(2)).unwrap();
    types(&mut store, &record, "三", 3);
    assert_eq!(steps(&store), ["改为一", "改为三"]);
    store.undo(at(4)).unwrap();
    store.redo(at(5)).unwrap();
    types(&mut store, &record, "四", 6);
    assert_eq!(steps(&store), ["改为一", "改为三", "改为四"]);
}

#[test]
fn what_is_typed_and_taken_back_by_hand_leaves_no_step() {
    let (_folder, mut store) = library();
    let record = put(&mut store, problem("甲"));
    types(&mut store, &record, "甲乙", 10);
    types(&mut store, &record, "甲", 12);
    assert!(steps(&store).is_empty());
    let changed = store.undo(at(13)).unwrap();
    assert_eq!(changed.removed, [here(&record)]);
}

#[test]
fn a_record_made_and_removed_in_one_step_leaves_it_and_others_stay() {
    let (_folder, mut store) = library();
    let old = put(&mut store, problem("甲"));
    let before = dump(&store);
    let key = Some("一起".to_owned());
    let mut first = edit(vec![Change::Put(problem("乙")), Change::Remove(here(&old))]);
    (first.merge, first.at) = (key.clone(), at(10));
    let made = store.edit(first).unwrap().records.remove(0);
    let mut second = edit(vec![Change::Remove(here(&made))]);
    (second.merge, second.at) = (key, at(11));
    store.edit(second).unwrap();
    assert_eq!(steps(&store).len(), 1);
    let back = store.undo(at(12)).unwrap();
    assert_eq!((back.records, back.removed), (vec![old], vec![]));
    assert_eq!(dump(&store), before);
}
