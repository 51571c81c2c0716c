//! Makes records: placeholder ids, order, and the notes.

use std::collections::BTreeMap;

use nianbao_core::record::{Id, Kind, Passage, Record, Slot};

use super::ink::Entry;
use super::literal;

pub(super) struct Maker {
    pub year: i32,
    pub records: Vec<Record>,
    pub notes: Vec<String>,
    last_id: i64,
    orders: BTreeMap<Kind, i64>,
}

impl Maker {
    pub fn new(year: i32) -> Self {
        Self { year, records: Vec::new(), notes: Vec::new(), last_id: 0, orders: BTreeMap::new() }
    }

    pub fn id(&mut self) -> Id {
        self.last_id -= 1;
        Id(self.last_id)
    }

    /// Puts a record last among its kind.
    pub fn push(&mut self, mut record: Record) {
        let order = self.orders.entry(record.kind()).or_insert(0);
        *order += 1;
        record.set_order(*order);
        self.records.push(record);
    }

    /// Says it once.
    pub fn note(&mut self, note: String) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// Entries as one passage, as they stood.
    pub fn passages(&mut self, slot: Slot, area: Option<Id>, entries: &[&Entry], run_on: bool) {
        let body = literal(entries.iter().copied());
        self.passage(slot, area, body, run_on);
    }

    pub fn passage(&mut self, slot: Slot, area: Option<Id>, body: String, run_on: bool) {
        if body.trim().is_empty() {
            return;
        }
        let passage =
            Passage { id: self.id(), year: self.year, slot, area, body, run_on, order: 0 };
        self.push(Record::Passage(passage));
    }
}
