use std::collections::{BTreeMap, BTreeSet};

use nianbao_core::coverage::{Coverage, coverage};
use nianbao_core::record::{Id, Indicator, Record, RecordRef, YearRecords};
use nianbao_formats::export::sheet;
use nianbao_formats::import::indicators::{self, IndicatorProposal};
use nianbao_formats::import::table::TableError;
use nianbao_store::Change;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::record::{Changed, edit};
use super::year::{YearArgs, records};
use crate::desk::Desk;
use crate::fault::{Fault, FaultCode};
use crate::{files, sheet_file};

#[derive(Debug, Clone, Deserialize, TS)]
pub struct IndicatorRead {
    /// An XLSX or CSV file.
    pub path: String,
    /// Name of the sheet; left out: the first with a table.
    #[serde(default)]
    #[ts(optional)]
    pub sheet: Option<String>,
}

pub fn read(_: &Desk, args: IndicatorRead) -> Result<IndicatorProposal, Fault> {
    let bytes = files::read(args.path.as_ref())?;
    Ok(indicators::read(&bytes, args.sheet.as_deref())?)
}

impl From<TableError> for Fault {
    fn from(error: TableError) -> Self {
        let code = match error {
            TableError::TooLarge | TableError::TooManyRows(_) => FaultCode::TooLarge,
            _ => FaultCode::NotATable,
        };
        Self::new(code, error.to_string(), error.hint())
    }
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct IndicatorAccept {
    pub year: i32,
    /// As read, with what the person changed.
    pub proposal: IndicatorProposal,
    /// Indicators of the year that the table does not have go; left out: they stay, after the others.
    #[serde(default)]
    #[ts(optional)]
    pub replace: Option<bool>,
}

/// An indicator that the year has already, by code and wording, keeps its links and its assessment.
pub fn accept(desk: &Desk, args: IndicatorAccept) -> Result<Changed, Fault> {
    desk.with(|open| {
        let now = records(open, args.year)?;
        let new = indicators::records(&args.proposal, args.year);
        let changes = beside(&now, new, args.replace.unwrap_or(false));
        edit(open, format!("读入{}年指标", args.year), changes, None)
    })
}

fn beside(now: &YearRecords, mut new: Vec<Record>, replace: bool) -> Vec<Change> {
    let same = same(now, &new);
    for record in &mut new {
        if let Record::Indicator(r) = record
            && let Some(known) = same.get(&r.id)
        {
            r.evidence.clone_from(&known.evidence);
            if r.assessment.trim().is_empty() {
                r.assessment.clone_from(&known.assessment);
            }
        }
        record.map_ids(&|id| same.get(&id).map_or(id, |known| known.id));
    }
    let mut last = new.iter().map(Record::order).max().unwrap_or_default();
    let mut changes: Vec<Change> = new.into_iter().map(Change::Put).collect();
    let kept: BTreeSet<Id> = same.values().map(|known| known.id).collect();
    for left in now.indicators.iter().filter(|indicator| !kept.contains(&indicator.id)) {
        let mut record = Record::Indicator(left.clone());
        if replace {
            let gone = RecordRef { kind: record.kind(), id: record.id() };
            changes.push(Change::Remove(gone));
        } else {
            last += nianbao_core::order::GAP;
            record.set_order(last);
            changes.push(Change::Put(record));
        }
    }
    changes
}

/// What the year has of each new indicator, by its placeholder.
fn same<'a>(now: &'a YearRecords, new: &[Record]) -> BTreeMap<Id, &'a Indicator> {
    let mut there: BTreeMap<(&str, &str), Vec<&Indicator>> = BTreeMap::new();
    for indicator in now.indicators.iter().rev() {
        there.entry((&indicator.code, &indicator.title)).or_default().push(indicator);
    }
    let mut same = BTreeMap::new();
    for record in new {
        let Record::Indicator(r) = record else { continue };
        let known = there.get_mut(&(r.code.as_str(), r.title.as_str())).and_then(Vec::pop);
        same.extend(known.map(|known| (r.id, known)));
    }
    same
}

/// Which indicator is answered by what.
pub fn matrix(desk: &Desk, args: YearArgs) -> Result<Coverage, Fault> {
    let records = desk.with(|open| records(open, args.year))?;
    Ok(coverage(&records))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IndicatorSheet {
    /// 指标对应表
    Matrix,
    /// 自评表
    Assessment,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct IndicatorExport {
    pub year: i32,
    pub what: IndicatorSheet,
    /// A name that ends in .xlsx or .csv.
    pub path: String,
    #[serde(default)]
    #[ts(optional)]
    pub overwrite: Option<bool>,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Written {
    pub path: String,
    pub bytes: usize,
}

pub fn export(desk: &Desk, args: IndicatorExport) -> Result<Written, Fault> {
    let records = desk.with(|open| records(open, args.year))?;
    if records.indicators.is_empty() {
        return Err(Fault::new(
            FaultCode::Refused,
            format!("{}年还没有指标，没有可导出的内容", args.year),
            "请先读入考评指标表",
        ));
    }
    let unit = &records.unit.name;
    let coverage = coverage(&records);
    let sheet = match args.what {
        IndicatorSheet::Matrix => sheet::matrix(&coverage, unit, args.year),
        IndicatorSheet::Assessment => sheet::assessment(&coverage, unit, args.year),
    };
    let overwrite = args.overwrite.unwrap_or(false);
    let bytes = sheet_file::write(sheet, unit, args.path.as_ref(), overwrite)?;
    Ok(Written { path: args.path, bytes })
}
