use nianbao_core::order::GAP;
use nianbao_core::record::{Achievement, Id, Kind, Passage, Record, RecordRef, Slot};
use proptest::prelude::*;

use super::{achievement, area, at, dump, edit, library, problem, put};
use crate::order;
use crate::{Change, Place, Store};

#[derive(Debug, Clone)]
struct Move {
    record: usize,
    to: usize,
    new: bool,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = (0..40_usize, 0..40_usize, prop::bool::weighted(0.3));
    prop::collection::vec(one.prop_map(|(record, to, new)| Move { record, to, new }), 1..60)
}

/// Where the wish means, in a list without the record that moves.
fn place_of(others: &[Id], to: usize) -> (Place, usize) {
    match to % (others.len() + 2) {
        0 => (Place::First, 0),
        1 => (Place::Last, others.len()),
        n => (Place::After(others[n - 2]), n - 1),
    }
}

proptest! {
    #[test]
    fn any_moves_give_the_list_that_a_plain_list_gives(
        start in prop::collection::vec(prop_oneof![-3..3_i64, Just(i64::MAX), Just(i64::MIN)], 0..6),
        moves in moves(),
    ) {
        let mut rows: Vec<(Id, i64)> = (1..).map(Id).zip(start).collect();
        rows.sort_by_key(|(id, order)| (*order, *id));
        let mut plain: Vec<Id> = rows.iter().map(|(id, _)| *id).collect();
        let mut next = 100;
        for wish in moves {
            let record = if wish.new || plain.is_empty() {
                next += 1;
                Id(next)
            } else {
                plain[wish.record % plain.len()]
            };
            plain.retain(|id| *id != record);
            let (place, n) = place_of(&plain, wish.to);
            plain.insert(n, record);

            let placed = order::place(&rows, record, place).unwrap();
            rows.retain(|(id, _)| *id != record);
            for (id, order) in placed.moved {
                let row = rows.iter_mut().find(|(other, _)| *other == id).unwrap();
                prop_assert_ne!(row.1, order, "a row is rewritten only when it changes");
                row.1 = order;
            }
            rows.push((record, placed.order));
            rows.sort_by_key(|(id, order)| (*order, *id));
            prop_assert_eq!(rows.iter().map(|(id, _)| *id).collect::<Vec<_>>(), plain.clone());
        }
    }
}

#[test]
fn a_fresh_list_takes_ten_records_at_one_spot_before_neighbours_are_rewritten() {
    let mut rows = vec![(Id(1), GAP), (Id(2), 2 * GAP)];
    for id in 3..13 {
        let placed = order::place(&rows, Id(id), Place::After(Id(1))).unwrap();
        assert!(placed.moved.is_empty(), "record {id}");
        rows.insert(1, (Id(id), placed.order));
    }
    let placed = order::place(&rows, Id(99), Place::After(Id(1))).unwrap();
    assert_eq!(placed.order, 2 * GAP);
    assert_eq!(placed.moved.len(), 11, "all but the first");
}

#[test]
fn there_is_no_place_after_what_is_not_in_the_list() {
    let rows = [(Id(1), 1), (Id(2), 2)];
    assert_eq!(order::place(&rows, Id(1), Place::After(Id(9))), None);
    assert_eq!(order::place(&rows, Id(1), Place::After(Id(1))), None);
}

fn place(store: &mut Store, record: Record, place: Place) -> Record {
    let records = store.place(record, place).unwrap();
    let changes = records.into_iter().map(Change::Put).collect();
    store.edit(edit(changes)).unwrap().records.remove(0)
}

#[test]
fn records_are_placed_and_moved_in_one_edit_that_undo_takes_back() {
    let (_folder, mut store) = library();
    let first = place(&mut store, problem("甲"), Place::Last);
    for name in ["乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸", "子", "丑", "寅"]
    {
        place(&mut store, problem(name), Place::After(first.id()));
    }
    let names = |store: &Store| -> String {
        store.year(2023).unwrap().problems.into_iter().map(|p| p.title).collect()
    };
    assert_eq!(names(&store), "甲寅丑子癸壬辛庚己戊丁丙乙");
    let before = dump(&store);
    let last = Record::Problem(store.year(2023).unwrap().problems.remove(12));
    place(&mut store, last, Place::First);
    assert_eq!(names(&store), "乙甲寅丑子癸壬辛庚己戊丁丙");
    store.undo(at(9)).unwrap();
    assert_eq!(dump(&store), before);
}

#[test]
fn an_achievement_is_placed_in_its_area_and_a_passage_in_its_slot() {
    let (_folder, mut store) = library();
    let (a, b) = (put(&mut store, area(0, 2023)).id(), put(&mut store, area(0, 2023)).id());
    let in_a = place(&mut store, achievement(a.0, 2023), Place::Last);
    let in_b = place(&mut store, achievement(b.0, 2023), Place::Last);
    assert_eq!(in_a.order(), in_b.order(), "each is the first of its list");

    let Record::Achievement(moved) = in_a.clone() else { unreachable!() };
    let moved = Record::Achievement(Achievement { area: b, ..moved });
    assert!(store.place(in_a, Place::After(in_b.id())).is_err(), "it stands in another area");
    let moved = place(&mut store, moved, Place::After(in_b.id()));
    let list = store.year(2023).unwrap().achievements;
    assert_eq!(list.iter().map(|a| a.id).collect::<Vec<_>>(), [in_b.id(), moved.id()]);

    let passage =
        |slot, area| Record::Passage(Passage { year: 2023, slot, area, ..Passage::default() });
    for (slot, area) in [(Slot::Lead, None), (Slot::Ending, None), (Slot::AreaLead, Some(a))] {
        assert_eq!(place(&mut store, passage(slot, area), Place::Last).order(), GAP);
        assert_eq!(place(&mut store, passage(slot, area), Place::Last).order(), 2 * GAP);
    }
    let unit = RecordRef { kind: Kind::Unit, id: Id(1) };
    let unit = store.record(unit).unwrap();
    assert_eq!(store.place(unit.clone(), Place::Last).unwrap(), [unit], "it stands in no list");
}
