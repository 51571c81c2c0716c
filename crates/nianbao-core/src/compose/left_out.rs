//! What a report does not print, and why: it is never just gone.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::page::passage_admitted;
use super::{Edition, sections};
use crate::catalog::Catalog;
use crate::fields::prose;
use crate::record::{Id, Kind, Record, SectionOf, Sensitivity, Slot, WorkState, YearRecords};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LeftOut {
    pub kind: Kind,
    pub id: Id,
    pub why: WhyLeftOut,
    /// The reason, as a clerk reads it.
    pub message: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WhyLeftOut {
    Rejected,
    /// It stands for last year's plan or problem and is still to be written.
    Unwritten,
    Internal,
    /// 仅报送: not in the published edition.
    SentOnly,
    /// What the published edition does not say: 特此报告。
    Layout,
    NoArea,
    NoSection,
}

/// Every record with words in it that an edition of the year's report leaves out, in the year's order.
pub fn left_out(records: &YearRecords, edition: Edition, catalog: &Catalog) -> Vec<LeftOut> {
    let parts: Vec<_> = sections(records, catalog).iter().map(|s| s.of).collect();
    let mut out = Vec::new();
    for record in records.records() {
        if prose(&record).iter().all(|(_, text)| text.trim().is_empty()) {
            continue;
        }
        if let Some((why, message)) = reason(&record, records, edition, &parts) {
            out.push(LeftOut { kind: record.kind(), id: record.id(), why, message });
        }
    }
    out
}

fn reason(
    record: &Record,
    records: &YearRecords,
    edition: Edition,
    parts: &[SectionOf],
) -> Option<(WhyLeftOut, String)> {
    if let Record::Achievement(r) = record {
        if r.state == WorkState::Rejected {
            return Some((WhyLeftOut::Rejected, "已标为不采用，不写进报告".to_owned()));
        }
        if r.is_to_be_written() {
            let message = "从上年带来的，今年还没有写正文；这一句就够的，请把状态改为核实";
            return Some((WhyLeftOut::Unwritten, message.to_owned()));
        }
        if r.sensitivity == Sensitivity::Internal {
            return Some((WhyLeftOut::Internal, "内部材料，不写进报告".to_owned()));
        }
        if !edition.admits(r.sensitivity) {
            return Some((WhyLeftOut::SentOnly, "仅报送，不写进公开版".to_owned()));
        }
    }
    if let Record::Passage(r) = record
        && !passage_admitted(r, edition)
    {
        return Some((WhyLeftOut::Layout, "公开版不写报送用的结尾".to_owned()));
    }
    let part = part_of(record)?;
    if !parts.contains(&part) {
        let message = format!("当前模板没有“{}”部分，请换模板或把它移到别处", part.word());
        return Some((WhyLeftOut::NoSection, message));
    }
    let must_have_area = match record {
        Record::Achievement(_) => true,
        Record::Passage(r) => r.slot == Slot::AreaClose || r.area.is_some(),
        _ => false,
    };
    let known = |id: Id| records.areas.iter().any(|area| area.id == id);
    if part == SectionOf::Areas && must_have_area && !record.area().is_some_and(known) {
        return Some((WhyLeftOut::NoArea, "还没有归入领域，请选一个领域".to_owned()));
    }
    None
}

/// The part a record is printed in. None: in no part, or in every report.
pub(crate) fn part_of(record: &Record) -> Option<SectionOf> {
    match record {
        Record::Achievement(_) => Some(SectionOf::Areas),
        Record::Problem(_) => Some(SectionOf::Problems),
        Record::Plan(_) => Some(SectionOf::Plans),
        Record::Duty(_) => Some(SectionOf::Duties),
        Record::Passage(r) => match r.slot {
            Slot::Lead | Slot::Ending => None,
            Slot::AreaLead | Slot::AreaClose => Some(SectionOf::Areas),
            Slot::DutyLead => Some(SectionOf::Duties),
            Slot::ProblemLead | Slot::Cause => Some(SectionOf::Problems),
            Slot::PlanLead | Slot::PlanClose => Some(SectionOf::Plans),
            Slot::Other => Some(SectionOf::Other),
        },
        Record::Unit(_)
        | Record::Year(_)
        | Record::Area(_)
        | Record::Figure(_)
        | Record::Indicator(_)
        | Record::Evidence(_)
        | Record::Opinion(_)
        | Record::Template(_) => None,
    }
}
