use std::collections::BTreeMap;

use nianbao_core::ledger::{Decimal, Use, uses};
use nianbao_core::record::{Record, ReviewedFigure, YearRecords, YearState};
use nianbao_store::Change;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::record::{Changed, edit};
use super::year::{YearArgs, records};
use crate::desk::Desk;
use crate::fault::Fault;

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct YearReview {
    pub year: i32,
    pub state: YearState,
}

/// Marks a year. As reviewed or final, its figures are noted as they are now.
pub fn review(desk: &Desk, args: YearReview) -> Result<Changed, Fault> {
    desk.with(|open| {
        let records = records(open, args.year)?;
        let reviewed = match args.state {
            YearState::Drafting => Vec::new(),
            YearState::Reviewed | YearState::Final => noted(&records),
        };
        let mut year = records.year;
        year.state = args.state;
        year.reviewed = reviewed;
        let name = format!("把{}年标为{}", args.year, args.state.word());
        edit(open, name, vec![Change::Put(Record::Year(year))], None)
    })
}

fn noted(records: &YearRecords) -> Vec<ReviewedFigure> {
    let figures = records.figures.iter();
    figures.map(|f| ReviewedFigure { key: f.key.clone(), value: f.value }).collect()
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewList {
    pub state: YearState,
    pub figures: Vec<ChangedFigure>,
}

/// A figure that is not what it was when the year was marked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChangedFigure {
    pub key: String,
    pub label: String,
    pub unit: String,
    pub then: Option<Decimal>,
    pub now: Option<Decimal>,
    /// It was not there then.
    pub added: bool,
    /// It is not there now.
    pub removed: bool,
    /// The places to look at again.
    pub uses: Vec<Use>,
}

pub fn list(desk: &Desk, args: YearArgs) -> Result<ReviewList, Fault> {
    let records = desk.with(|open| records(open, args.year))?;
    Ok(ReviewList { state: records.year.state, figures: changed(&records) })
}

/// Figures that differ from what was noted at the review. `0.30` and `0.3` are the same number, but
/// read otherwise: they differ.
pub(crate) fn changed(records: &YearRecords) -> Vec<ChangedFigure> {
    if records.year.state == YearState::Drafting {
        return Vec::new();
    }
    let then: BTreeMap<&str, Option<Decimal>> =
        records.year.reviewed.iter().map(|r| (r.key.as_str(), r.value)).collect();
    let mut uses = uses(records);
    let mut out = Vec::new();
    let text = |value: Option<Decimal>| value.map(|value| value.to_string());
    for figure in &records.figures {
        let before = then.get(figure.key.as_str());
        if before.is_some_and(|before| text(*before) == text(figure.value)) {
            continue;
        }
        out.push(ChangedFigure {
            key: figure.key.clone(),
            label: figure.label_or_key().to_owned(),
            unit: figure.unit.clone(),
            then: before.copied().flatten(),
            now: figure.value,
            added: before.is_none(),
            removed: false,
            uses: uses.remove(&figure.key).unwrap_or_default(),
        });
    }
    for gone in records.year.reviewed.iter().filter(|r| records.figure(&r.key).is_none()) {
        out.push(ChangedFigure {
            key: gone.key.clone(),
            label: gone.key.clone(),
            unit: String::new(),
            then: gone.value,
            now: None,
            added: false,
            removed: true,
            uses: uses.remove(&gone.key).unwrap_or_default(),
        });
    }
    out
}
