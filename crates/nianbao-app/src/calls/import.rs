use std::path::Path;

use nianbao_core::record::{Record, Year, YearRecords};
use nianbao_core::text::secrecy;
use nianbao_formats::import::{self, Manuscript, Proposal};
use nianbao_store::Change;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use nianbao_formats::import::{ChangeKind, Revisions};

use super::library::new_year;
use super::record::{Changed, edit};
use crate::desk::Desk;
use crate::fault::{Fault, FaultCode, ending};
use crate::files;

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ImportRead {
    /// A file; or else `text`.
    #[serde(default)]
    #[ts(optional)]
    pub path: Option<String>,
    /// Pasted text.
    #[serde(default)]
    #[ts(optional)]
    pub text: Option<String>,
    /// Which side of tracked changes; without it, as if all were accepted.
    #[serde(default)]
    #[ts(optional, as = "Option<Revisions>")]
    pub revisions: Revisions,
}

/// A report as it was read.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Reading {
    /// The decoded input; the proposal's offsets count its characters.
    pub source: String,
    pub proposal: Proposal,
    /// The 密级 that the file is marked with, if it is: it must not be taken in.
    pub secrecy: Option<String>,
}

impl Reading {
    fn of(found: Manuscript) -> Result<Self, Fault> {
        let proposal = import::text::read_manuscript(&found)?;
        let secrecy = secrecy::mark(&found.text);
        Ok(Self { source: found.text, proposal, secrecy })
    }
}

pub fn read(_: &Desk, args: ImportRead) -> Result<Reading, Fault> {
    match (args.path, args.text) {
        (Some(path), _) => read_file(Path::new(&path), args.revisions),
        (None, Some(text)) => {
            Reading::of(import::manuscript(text.as_bytes(), "txt", Revisions::default())?)
        }
        (None, None) => Err(Fault::new(
            FaultCode::BadArguments,
            "还没有选择要读入的报告",
            "请选择一个文件，或粘贴报告的文字",
        )),
    }
}

/// Reads a report from a file and proposes; writes nothing.
///
/// # Errors
/// The file cannot be read, or is no report of a kind that is.
pub fn read_file(path: &Path, revisions: Revisions) -> Result<Reading, Fault> {
    Reading::of(open(path, revisions)?)
}

/// What a file says, whatever kind it is.
pub(crate) fn open(path: &Path, revisions: Revisions) -> Result<Manuscript, Fault> {
    Ok(import::manuscript(&files::read(path)?, &ending(path), revisions)?)
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ImportAccept {
    pub source: String,
    /// As read, with the roles the person changed.
    pub proposal: Proposal,
    pub year: i32,
    /// Take the offered full-width marks.
    pub full_width: bool,
}

pub fn accept(desk: &Desk, args: ImportAccept) -> Result<Changed, Fault> {
    desk.with(|open| {
        let unit = open.store.unit()?;
        let accepted =
            import::records(&args.proposal, &args.source, &unit, args.year, args.full_width);
        let notes = accepted.notes;
        let mut changes = Vec::new();
        let there = open.store.year_numbers()?.contains(&args.year);
        match there.then(|| open.store.year(args.year)).transpose()? {
            None => {
                let new = new_year(args.year, &accepted.year.template, &unit, &[])?;
                let year = Year { deadlines: new.deadlines, ..accepted.year };
                changes.push(Change::Put(Record::Year(year)));
                changes.extend(accepted.records.into_iter().map(Change::Put));
            }
            Some(now) if is_empty(&now) => {
                // Nothing was written there yet: the report brings its own areas and settings.
                changes.extend(
                    now.areas.iter().map(|a| Change::Remove(reference(&Record::Area(a.clone())))),
                );
                let mut year = accepted.year;
                year.id = now.year.id;
                year.deadlines = now.year.deadlines;
                changes.push(Change::Put(Record::Year(year)));
                changes.extend(accepted.records.into_iter().map(Change::Put));
            }
            Some(now) => changes.extend(beside(&now, accepted.records)),
        }
        let changed = edit(open, format!("读入{}年报告", args.year), changes, None)?;
        Ok(Changed { notes, ..changed })
    })
}

fn reference(record: &Record) -> nianbao_core::record::RecordRef {
    nianbao_core::record::RecordRef { kind: record.kind(), id: record.id() }
}

fn is_empty(records: &YearRecords) -> bool {
    records.records().iter().all(|r| matches!(r, Record::Year(_) | Record::Area(_)))
}

/// Into a year that has text of its own: what is read stands after it, the year's settings stay,
/// and a figure whose key is taken gets a key of its own with its references.
fn beside(now: &YearRecords, records: Vec<Record>) -> Vec<Change> {
    let last = now.records().iter().map(Record::order).max().unwrap_or(0);
    let taken: Vec<&str> = now.figures.iter().map(|f| f.key.as_str()).collect();
    let mut renamed: Vec<(String, String)> = Vec::new();
    let mut keys: Vec<String> = taken.iter().map(|k| (*k).to_owned()).collect();
    for record in &records {
        if let Record::Figure(figure) = record {
            let free = (1..)
                .map(|n| if n == 1 { figure.key.clone() } else { format!("{}（{n}）", figure.key) })
                .find(|key| !keys.contains(key))
                .unwrap_or_else(|| figure.key.clone());
            if free != figure.key {
                renamed.push((figure.key.clone(), free.clone()));
            }
            keys.push(free);
        }
    }
    let put = |mut record: Record| {
        record.set_order(record.order() + last);
        if !renamed.is_empty() {
            rename_keys(&mut record, &renamed);
        }
        Change::Put(record)
    };
    records.into_iter().map(put).collect()
}

fn rename_keys(record: &mut Record, renamed: &[(String, String)]) {
    use nianbao_core::text::reference;
    let rename = |text: &mut String| {
        let mut out = String::with_capacity(text.len());
        for piece in reference::pieces(text) {
            match piece {
                reference::Piece::Text(text) => out.push_str(text),
                reference::Piece::Figure { key, .. } => {
                    let new =
                        renamed.iter().find(|(old, _)| old == key).map_or(key, |(_, new)| new);
                    out.push_str(&reference::to(new));
                }
            }
        }
        *text = out;
    };
    match record {
        Record::Figure(r) => {
            if let Some((_, new)) = renamed.iter().find(|(old, _)| *old == r.key) {
                r.key.clone_from(new);
            }
        }
        Record::Passage(r) => rename(&mut r.body),
        Record::Achievement(r) => {
            rename(&mut r.title);
            rename(&mut r.body);
        }
        Record::Problem(r) => {
            rename(&mut r.title);
            rename(&mut r.body);
            rename(&mut r.cause);
        }
        Record::Plan(r) => {
            rename(&mut r.title);
            rename(&mut r.body);
        }
        Record::Duty(r) => {
            rename(&mut r.title);
            rename(&mut r.body);
        }
        Record::Unit(_)
        | Record::Year(_)
        | Record::Area(_)
        | Record::Indicator(_)
        | Record::Evidence(_)
        | Record::Opinion(_)
        | Record::Template(_) => {}
    }
}

/// Puts accepted records in a year of their own, without a 库: placeholders stay as they are.
pub(crate) fn in_memory(
    accepted: import::Accepted,
    unit: nianbao_core::record::Unit,
) -> YearRecords {
    let mut records = YearRecords::new(unit, accepted.year);
    for record in accepted.records {
        records.push(record);
    }
    records
}
