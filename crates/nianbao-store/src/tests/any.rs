//! Any edits at all: most are done, some are refused.

use jiff::civil::date;
use nianbao_core::record::{
    Achievement, Area, Duty, Figure, Id, ItemStyle, Kind, Passage, Plan, Precision, Problem,
    Record, RecordRef, SectionChoice, SectionOf, Slot, Unit, UnitKind, Year,
};
use proptest::prelude::*;

use super::here;
use crate::{Change, Edit, Store};

/// Raw numbers and words; they mean something only beside what a store holds.
#[derive(Debug, Clone)]
pub(super) struct Wish {
    what: u8,
    kind: usize,
    pick: usize,
    other: usize,
    text: String,
    number: i64,
    value: Option<String>,
}

/// Some edits, each of some changes.
pub(super) fn wishes() -> impl Strategy<Value = Vec<Vec<Wish>>> {
    prop::collection::vec(prop::collection::vec(wish(), 1..6), 1..8)
}

fn wish() -> impl Strategy<Value = Wish> {
    let text = prop_oneof![
        "[一-龥，。“”{} a-c]{0,12}",
        Just("带“引号”、'单引号'与\n换行\u{0}的文字".to_owned()),
        Just("𠮷野家 \u{feff}e\u{301}".to_owned()),
    ];
    // Seldom the unit, of which there is one.
    let kind = prop_oneof![1 => 0..2_usize, 20 => 2..9_usize];
    let value = prop::option::of("[0-9]{1,9}(\\.[0-9]{1,4})?");
    (any::<u8>(), kind, any::<prop::sample::Index>(), 0..9_usize, text, -3..9_i64, value).prop_map(
        |(what, kind, pick, other, text, number, value)| Wish {
            what,
            kind,
            pick: pick.index(1000),
            other,
            text,
            number,
            value,
        },
    )
}

/// The wishes as an edit of what the store holds now.
pub(super) fn edit_of(store: &Store, wishes: &[Wish], seconds: i64) -> Edit {
    let there = all(store);
    let changes = (1..).zip(wishes).map(|(n, wish)| change_of(&there, wish, -n)).collect();
    Edit { name: "随意修改".into(), changes, merge: None, at: super::at(seconds) }
}

/// Three years and something in each, so that most wishes can be granted.
pub(super) fn start(store: &mut Store) {
    let mut records = Vec::new();
    for (n, number) in (1..).zip([2021, 2022, 2023]) {
        if number != 2023 {
            records.push(super::year(number));
        }
        records.push(super::area(-n, number));
        records.push(super::achievement(-n, number));
        records.push(super::figure("旧案", number));
    }
    let changes = records.into_iter().map(Change::Put).collect();
    store.edit(super::edit(changes)).unwrap();
}

/// Every record of the store, by kind and id.
pub(super) fn all(store: &Store) -> Vec<Record> {
    let mut all = vec![Record::Unit(store.unit().unwrap())];
    for year in store.years().unwrap() {
        all.extend(store.year(year.year).unwrap().records());
    }
    all.sort_by_key(here);
    all
}

fn change_of(there: &[Record], wish: &Wish, placeholder: i64) -> Change {
    // The unit comes first; to remove it or the years is refused, so not too often.
    let old = &there[wish.pick % there.len()];
    match wish.what {
        0..=50 if there.len() > 9 || wish.number == 0 => Change::Remove(here(old)),
        51..=52 => Change::Remove(RecordRef { kind: old.kind(), id: Id(987_654) }),
        53..=140 => Change::Put(record_of(there, wish, old.kind(), old.id())),
        // New, and others of the edit may refer to it.
        _ => Change::Put(record_of(there, wish, Kind::ALL[wish.kind], Id(placeholder))),
    }
}

fn record_of(there: &[Record], wish: &Wish, kind: Kind, id: Id) -> Record {
    let areas: Vec<&Record> = there.iter().filter(|r| r.kind() == Kind::Area).collect();
    let home = areas.get(wish.other % areas.len().max(1));
    // An area that is there, with its year, or now and then one that may not be.
    let area = match home {
        Some(home) if wish.number % 8 != 7 => home.id(),
        _ => Id(-1 - i64::try_from(wish.other % 3).unwrap()),
    };
    let year = match home.and_then(|home| home.year()) {
        Some(year) if area.is_stored() && wish.number % 8 != 6 => year,
        _ => 2021 + i32::try_from(wish.other % 3).unwrap(),
    };
    let text = || wish.text.clone();
    let day = (wish.number > 3).then(|| date(2023, 1 + i8::try_from(wish.other).unwrap(), 28));
    let order = wish.number * 512;
    match kind {
        Kind::Unit => Record::Unit(Unit {
            id,
            name: text(),
            short: text(),
            kind: UnitKind::Township,
            addressee: text(),
        }),
        Kind::Year => Record::Year(Year {
            id,
            year: 2020 + i32::try_from(wish.other % 5).unwrap(),
            title: text(),
            cutoff: day,
            dated: day,
            signed: wish.number > 0,
            sections: vec![SectionChoice {
                of: SectionOf::Plans,
                title: text(),
                items: Some(ItemStyle::RunInEach),
            }],
            ..Year::default()
        }),
        Kind::Area => Record::Area(Area { id, year, key: text(), title: text(), order }),
        Kind::Passage => Record::Passage(Passage {
            id,
            year,
            slot: Slot::ALL[wish.other],
            area: (wish.number > 2).then_some(area),
            body: text(),
            run_on: wish.number > 5,
            order,
        }),
        Kind::Achievement => Record::Achievement(Achievement {
            id,
            year,
            area,
            title: text(),
            body: text(),
            date: day,
            office: text(),
            order,
        }),
        Kind::Problem => {
            Record::Problem(Problem { id, year, title: text(), body: text(), cause: text(), order })
        }
        Kind::Plan => Record::Plan(Plan {
            id,
            year,
            title: text(),
            body: text(),
            office: text(),
            due: day,
            order,
        }),
        Kind::Duty => {
            Record::Duty(Duty { id, year, post: text(), title: text(), body: text(), order })
        }
        Kind::Figure => Record::Figure(Figure {
            id,
            year,
            // Few keys, so that they clash and change places.
            key: ["案件数", "行政处罚", "培训人次"][wish.other % 3].into(),
            label: text(),
            value: wish.value.as_ref().map(|value| value.parse().unwrap()),
            unit: "宗".into(),
            precision: Precision::About,
            scope: text(),
            source: text(),
            cutoff: day,
            order,
        }),
    }
}
