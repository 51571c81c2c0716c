//! A record before and after: what an edit writes into the tables, and the journal keeps.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_core::record::{Id, Kind, Record, RecordRef};
use nianbao_core::text::reference::is_key;
use rusqlite::{Connection, ffi};

use crate::search::index;
use crate::table::Row;
use crate::{Changed, Refused, StoreError, references, table};

/// One record, before (None: it is made) and after (None: it is removed).
#[derive(Debug, Clone)]
pub(crate) struct Image {
    pub(crate) at: RecordRef,
    pub(crate) before: Option<Record>,
    pub(crate) after: Option<Record>,
}

impl Image {
    /// The way back.
    pub(crate) fn turned(self) -> Self {
        Self { before: self.after, after: self.before, ..self }
    }

    pub(crate) fn differs(&self) -> Result<bool, StoreError> {
        Ok(match (&self.before, &self.after) {
            (None, None) => false,
            (Some(before), Some(after)) => to_json(Some(before))? != to_json(Some(after))?,
            _ => true,
        })
    }

    /// Whether the row must go before others come: it is removed, or gives up a name that must be
    /// unique and that another row of the same edit may take.
    fn vacates(&self) -> bool {
        match (&self.before, &self.after) {
            (_, None) => true,
            (Some(Record::Figure(a)), Some(Record::Figure(b))) => {
                (a.year, &a.key) != (b.year, &b.key)
            }
            (Some(Record::Year(a)), Some(Record::Year(b))) => a.year != b.year,
            (Some(Record::Template(a)), Some(Record::Template(b))) => a.key != b.key,
            _ => false,
        }
    }
}

/// As the journal keeps it.
///
/// Records are compared in this form too: to `==`, 0.30 and 0.3 are the same number.
pub(crate) fn to_json(record: Option<&Record>) -> Result<Option<String>, StoreError> {
    record
        .map(serde_json::to_string)
        .transpose()
        .map_err(|_| StoreError::Failed("record does not serialise".to_owned()))
}

pub(crate) fn from_json(text: Option<String>) -> Result<Option<Record>, StoreError> {
    text.map(|text| serde_json::from_str(&text))
        .transpose()
        .map_err(|_| StoreError::Damaged("journal image does not parse".to_owned()))
}

pub(crate) fn kind_word(kind: Kind) -> Result<String, StoreError> {
    match serde_json::to_value(kind) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        _ => Err(StoreError::Failed("kind has no word".to_owned())),
    }
}

pub(crate) fn kind(word: &str) -> Result<Kind, StoreError> {
    serde_json::from_value(serde_json::Value::from(word))
        .map_err(|_| StoreError::Damaged("journal image of no kind".to_owned()))
}

/// Writes every `after` into the tables, whatever the order of the images, and notes it for search.
///
/// # Errors
/// [`StoreError::Refused`] where the tables would not hold together; the caller's transaction is
/// then to be rolled back.
pub(crate) fn apply(conn: &Connection, images: &[Image]) -> Result<(), StoreError> {
    for image in images.iter().filter(|image| image.vacates()) {
        match image.after {
            None => table::remove(conn, image.at)?,
            Some(_) => table::remove_row(conn, image.at)?,
        }
    }
    let mut writer = table::Writer::new(conn);
    for (image, record) in images.iter().filter_map(|i| i.after.as_ref().map(|r| (i, r))) {
        if let Record::Figure(figure) = record
            && !is_key(&figure.key)
        {
            return Err(Refused::FigureKey(figure.key.clone()).into());
        }
        let row = if image.before.is_none() || image.vacates() { Row::New } else { Row::There };
        writer.put(row, image.before.as_ref(), record).map_err(|error| match taken(record) {
            Some(refused) if is_unique_violation(&error) => StoreError::Refused(refused),
            _ => StoreError::from(error),
        })?;
    }
    check_places(conn, images)?;
    references::check(conn, images)?;
    index::note(conn, images)
}

fn is_unique_violation(error: &rusqlite::Error) -> bool {
    error
        .sqlite_error()
        .is_some_and(|failure| failure.extended_code == ffi::SQLITE_CONSTRAINT_UNIQUE)
}

/// What a record of this kind says when another has its name.
fn taken(record: &Record) -> Option<Refused> {
    match record {
        Record::Unit(_) => Some(Refused::SecondUnit),
        Record::Year(r) => Some(Refused::YearTwice(r.year)),
        Record::Figure(r) => Some(Refused::FigureKeyTwice { year: r.year, key: r.key.clone() }),
        Record::Template(r) => Some(Refused::TemplateKeyTwice(r.key.clone())),
        _ => None,
    }
}

/// The foreign keys of the tables refuse the same at commit, but without a sentence.
fn check_places(conn: &Connection, images: &[Image]) -> Result<(), StoreError> {
    let mut years = BTreeSet::new();
    let mut areas: BTreeMap<Id, Option<i32>> = BTreeMap::new();
    for record in images.iter().filter_map(|image| image.after.as_ref()) {
        let Some(year) = record.year() else { continue };
        if !years.contains(&year) {
            if !table::has_year(conn, year)? {
                return Err(Refused::NoYear(year).into());
            }
            years.insert(year);
        }
        let Some(area) = record.area() else { continue };
        let its_year = match areas.get(&area) {
            Some(known) => *known,
            None => {
                let found = table::get(conn, RecordRef { kind: Kind::Area, id: area })?;
                *areas.entry(area).or_insert(found.and_then(|area| area.year()))
            }
        };
        match its_year {
            None => return Err(Refused::NoArea.into()),
            Some(its_year) if its_year != year => {
                return Err(Refused::AreaOfOtherYear(year).into());
            }
            Some(_) => {}
        }
    }
    for image in images {
        let year_now = image.after.as_ref().and_then(Record::year);
        match &image.before {
            Some(Record::Unit(_)) if image.after.is_none() => {
                return Err(Refused::UnitNeeded.into());
            }
            Some(Record::Area(r)) if year_now != Some(r.year) && table::area_in_use(conn, r)? => {
                return Err(Refused::AreaInUse(r.title.clone()).into());
            }
            Some(Record::Year(r))
                if year_now != Some(r.year)
                    && !table::has_year(conn, r.year)?
                    && table::year_in_use(conn, r.year)? =>
            {
                return Err(Refused::YearInUse(r.year).into());
            }
            _ => {}
        }
    }
    Ok(())
}

/// What the screens are told.
pub(crate) fn changed(images: Vec<Image>) -> Changed {
    let mut changed = Changed::default();
    for image in images {
        match image.after {
            Some(record) => changed.records.push(record),
            None => changed.removed.push(image.at),
        }
    }
    changed
}
