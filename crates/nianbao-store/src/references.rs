//! References between records: gone with what they lead to, and refused where they lead nowhere,
//! round in a circle, or into another year.

use std::collections::BTreeSet;

use nianbao_core::record::{Id, Kind, Record, RecordRef};
use rusqlite::Connection;

use crate::image::Image;
use crate::table::link::{self, List};
use crate::{Refused, StoreError, table};

/// A list holds a record once; the first place counts.
pub(crate) fn without_repeats(record: &mut Record) {
    for list in link::lists_mut(record) {
        let mut seen = BTreeSet::new();
        list.retain(|id| seen.insert(*id));
    }
}

/// Takes the records that go out of the lists of all others, which so become part of the edit:
/// undo brings the references back with the record.
pub(crate) fn release(conn: &Connection, images: &mut Vec<Image>) -> Result<(), StoreError> {
    let gone: Vec<RecordRef> = images
        .iter()
        .filter(|image| image.after.is_none() && link::may_be_target(image.at.kind))
        .map(|image| image.at)
        .collect();
    if gone.is_empty() {
        return Ok(());
    }
    let mut known: BTreeSet<Id> = images.iter().map(|image| image.at.id).collect();
    for at in &gone {
        for referrer in link::referrers(conn, *at)? {
            if known.insert(referrer.id) {
                let record = table::get(conn, referrer)?;
                images.push(Image { at: referrer, before: record.clone(), after: record });
            }
        }
    }
    let gone: BTreeSet<Id> = gone.into_iter().map(|at| at.id).collect();
    for record in images.iter_mut().filter_map(|image| image.after.as_mut()) {
        for list in link::lists_mut(record) {
            list.retain(|id| !gone.contains(id));
        }
        if let Record::Indicator(r) = record {
            r.parent = r.parent.filter(|id| !gone.contains(id));
        }
    }
    Ok(())
}

/// Refuses references that do not hold among the records as they now stand in the tables.
pub(crate) fn check(conn: &Connection, images: &[Image]) -> Result<(), StoreError> {
    let mut seen = Seen { conn, years: table::Years::new(conn) };
    for image in images {
        let Some(record) = &image.after else { continue };
        let year_before = image.before.as_ref().map(Record::year);
        let moved = year_before.is_some_and(|year| year != record.year());
        let before = image.before.as_ref().filter(|_| !moved);
        seen.check(before, record)?;
        if moved && link::may_be_target(image.at.kind) {
            for referrer in link::referrers(conn, image.at)? {
                if let Some(record) = table::get(conn, referrer)? {
                    seen.check(None, &record)?;
                }
            }
        }
    }
    Ok(())
}

/// What was found out about targets so far.
struct Seen<'a> {
    conn: &'a Connection,
    years: table::Years<'a>,
}

impl Seen<'_> {
    /// Lists that are as they were before need no second look.
    fn check(&mut self, before: Option<&Record>, record: &Record) -> Result<(), StoreError> {
        for list in List::ALL {
            let targets = list.of(record);
            if before.is_some_and(|before| list.of(before) == targets) {
                continue;
            }
            for id in targets {
                self.target(list.targets(), *id, record, list.crosses_years())?;
            }
        }
        match (record, before) {
            (Record::Indicator(new), Some(Record::Indicator(old))) if new.parent == old.parent => {}
            (Record::Indicator(new), _) => {
                if let Some(parent) = new.parent {
                    self.target(&[Kind::Indicator], parent, record, false)?;
                    self.refuse_circle(new.id)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn target(
        &mut self,
        kinds: &[Kind],
        id: Id,
        source: &Record,
        any_year: bool,
    ) -> Result<(), StoreError> {
        for kind in kinds {
            match self.years.of(RecordRef { kind: *kind, id })? {
                None => {}
                Some(year) if any_year || Some(year) == source.year() => return Ok(()),
                Some(_) => {
                    let year = source.year().unwrap_or_default();
                    return Err(Refused::TargetOfOtherYear { kind: *kind, year }.into());
                }
            }
        }
        Err(Refused::NoTarget(kinds.first().copied().unwrap_or(source.kind())).into())
    }

    fn refuse_circle(&self, from: Id) -> Result<(), StoreError> {
        let mut above = BTreeSet::from([from]);
        let mut at = from;
        while let Some(parent) = link::parent(self.conn, at)? {
            if !above.insert(parent) {
                return Err(Refused::IndicatorCircle.into());
            }
            at = parent;
        }
        Ok(())
    }
}
