//! Any edits at all: most are done, some are refused.

use jiff::civil::date;
use nianbao_core::catalog::Section;
use nianbao_core::record::{
    Achievement, Area, Deadline, DeadlineOf, Dialect, Duty, Evidence, Figure, Head, Id, Indicator,
    ItemStyle, Kind, Opinion, Outcome, OutcomeState, OwnTemplate, Passage, Plan, Precision,
    Problem, ProblemSource, Record, RecordRef, Relation, SectionChoice, SectionOf, Sensitivity,
    Slot, Unit, UnitKind, Verdict, WorkState, Year,
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
    links: Vec<usize>,
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
    let kind = prop_oneof![1 => 0..2_usize, 20 => 2..13_usize];
    let value = prop::option::of("[0-9]{1,9}(\\.[0-9]{1,4})?");
    let links = prop::collection::vec(0..1000_usize, 0..4);
    let who = (any::<u8>(), kind, any::<prop::sample::Index>(), 0..9_usize);
    (who, text, -3..9_i64, value, links).prop_map(
        |((what, kind, pick, other), text, number, value, links)| Wish {
            what,
            kind,
            pick: pick.index(1000),
            other,
            text,
            number,
            value,
            links,
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
    // And all that refers and is referred to, in 2022.
    records.extend(super::full::records().into_iter().skip(1).map(|mut record| {
        record.map_ids(&|id| if id.is_stored() || id == Id::NEW { id } else { Id(id.0 - 100) });
        record
    }));
    let changes = records.into_iter().map(Change::Put).collect();
    store.edit(super::edit(changes)).unwrap();
}

/// Every record of the store, by kind and id.
pub(super) fn all(store: &Store) -> Vec<Record> {
    let mut all = vec![Record::Unit(store.unit().unwrap())];
    for year in store.years().unwrap() {
        all.extend(store.year(year.year).unwrap().records());
    }
    all.extend(store.templates().unwrap().into_iter().map(Record::Template));
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
    let filled = Filled { there, wish, id, year, area };
    match kind {
        Kind::Unit | Kind::Year | Kind::Area | Kind::Passage | Kind::Template => filled.frame(kind),
        Kind::Figure | Kind::Evidence | Kind::Indicator | Kind::Opinion => filled.support(kind),
        _ => filled.item(kind),
    }
}

/// What goes into a record of any kind.
struct Filled<'a> {
    there: &'a [Record],
    wish: &'a Wish,
    id: Id,
    year: i32,
    area: Id,
}

impl Filled<'_> {
    fn text(&self) -> String {
        self.wish.text.clone()
    }

    fn order(&self) -> i64 {
        self.wish.number * 512
    }

    fn day(&self) -> Option<jiff::civil::Date> {
        let month = 1 + i8::try_from(self.wish.other).unwrap();
        (self.wish.number > 3).then(|| date(2023, month, 28))
    }

    /// Records of these kinds, mostly of its own year, now and then of another or none at all.
    fn links(&self, kinds: &[Kind]) -> Vec<Id> {
        let ours = |r: &&Record| {
            kinds.contains(&r.kind())
                && (self.wish.what.is_multiple_of(8) || r.year() == Some(self.year))
        };
        let found: Vec<&Record> = self.there.iter().filter(ours).collect();
        let pick = |n: &usize| match found.get(n % (found.len() + 1)) {
            Some(record) => Some(record.id()),
            None => n.is_multiple_of(50).then_some(Id(-1)),
        };
        self.wish.links.iter().filter_map(pick).collect()
    }

    fn outcome(&self) -> Outcome {
        Outcome { state: OutcomeState::Underway, note: self.text() }
    }

    fn frame(&self, kind: Kind) -> Record {
        let Self { wish, id, year, area, .. } = *self;
        let (text, order) = (|| self.text(), self.order());
        match kind {
            Kind::Unit => Record::Unit(Unit {
                id,
                name: text(),
                short: text(),
                kind: UnitKind::Township,
                addressee: text(),
                region: text(),
                heads: vec![Head { post: text(), name: text() }],
            }),
            Kind::Year => Record::Year(Year {
                id,
                year: 2020 + i32::try_from(wish.other % 5).unwrap(),
                title: text(),
                cutoff: self.day(),
                dated: self.day(),
                signed: wish.number > 0,
                sections: vec![SectionChoice {
                    of: SectionOf::Plans,
                    title: text(),
                    items: Some(ItemStyle::RunInEach),
                }],
                dialect: (wish.number > 4).then_some(Dialect::D2),
                deadlines: vec![Deadline {
                    what: DeadlineOf::Publishing,
                    to: text(),
                    due: date(2024, 4, 1),
                    done: self.day(),
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
            _ => Record::Template(OwnTemplate {
                id,
                // Few keys, so that they clash and change places.
                key: format!("own-{}", wish.other % 3),
                name: text(),
                sections: vec![Section {
                    of: SectionOf::Other,
                    title: text(),
                    items: ItemStyle::Plain,
                    inside: false,
                }],
                dialect: (wish.number > 2).then_some(Dialect::D3),
            }),
        }
    }

    fn item(&self, kind: Kind) -> Record {
        let Self { wish, id, year, area, .. } = *self;
        let (text, order) = (|| self.text(), self.order());
        match kind {
            Kind::Achievement => Record::Achievement(Achievement {
                id,
                year,
                area,
                title: text(),
                body: text(),
                date: self.day(),
                until: self.day(),
                office: text(),
                source: text(),
                answers: self.links(&[Kind::Plan, Kind::Problem]),
                indicators: self.links(&[Kind::Indicator]),
                evidence: self.links(&[Kind::Evidence]),
                sensitivity: Sensitivity::Internal,
                state: WorkState::Collected,
                order,
            }),
            Kind::Problem => Record::Problem(Problem {
                id,
                year,
                title: text(),
                body: text(),
                cause: text(),
                office: text(),
                source: ProblemSource::Litigation,
                public_body: text(),
                outcome: self.outcome(),
                order,
            }),
            Kind::Plan => Record::Plan(Plan {
                id,
                year,
                title: text(),
                body: text(),
                target: text(),
                office: text(),
                helpers: text(),
                due: self.day(),
                answers: self.links(&[Kind::Problem]),
                document: text(),
                outcome: self.outcome(),
                order,
            }),
            _ => Record::Duty(Duty {
                id,
                year,
                post: text(),
                title: text(),
                body: text(),
                meetings: text(),
                supervised: text(),
                study: wish.number.to_string(),
                order,
                ..Duty::default()
            }),
        }
    }

    fn support(&self, kind: Kind) -> Record {
        let Self { wish, id, year, .. } = *self;
        let (text, order) = (|| self.text(), self.order());
        match kind {
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
                relation: (wish.number > 1).then(|| Relation::Sum { parts: vec![text()] }),
                previous: wish.value.as_ref().map(|value| value.parse().unwrap()),
                source: text(),
                cutoff: self.day(),
                order,
            }),
            Kind::Evidence => Record::Evidence(Evidence {
                id,
                year,
                title: text(),
                document: text(),
                date: self.day(),
                page: text(),
                path: text(),
                hash: "0".repeat(64),
                size: wish.number.abs(),
                copied: wish.number > 0,
                order,
            }),
            Kind::Indicator => Record::Indicator(Indicator {
                id,
                year,
                code: text(),
                title: text(),
                parent: self.links(&[Kind::Indicator]).first().copied(),
                standard: text(),
                assessment: text(),
                evidence: self.links(&[Kind::Evidence]),
                order,
            }),
            _ => Record::Opinion(Opinion {
                id,
                year,
                giver: text(),
                about: text(),
                body: text(),
                verdict: Verdict::Taken,
                reason: text(),
                order,
            }),
        }
    }
}
