//! 佐证目录: the evidence of a year, numbered, and what each piece proves.

use jiff::civil::Date;
use serde::Serialize;
use ts_rs::TS;

use crate::record::{Evidence, Id, Record, WorkState, YearRecords};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DirectoryLine {
    /// From 1, in the year's order; the same in the directory, the matrix and the package.
    pub number: usize,
    pub id: Id,
    pub title: String,
    /// 文号
    pub document: String,
    #[ts(type = "string | null")]
    pub date: Option<Date>,
    pub page: String,
    /// Where its file lies; empty: none was attached.
    pub path: String,
    pub copied: bool,
    /// Names of the achievements and indicators that it proves.
    pub proves: Vec<String>,
}

/// Every piece of evidence of a year.
pub fn directory(records: &YearRecords) -> Vec<DirectoryLine> {
    (1..).zip(&records.evidence).map(|(number, r)| line(number, r, records)).collect()
}

fn line(number: usize, r: &Evidence, records: &YearRecords) -> DirectoryLine {
    let achievements = records
        .achievements
        .iter()
        .filter(|a| a.state != WorkState::Rejected && a.evidence.contains(&r.id))
        .map(|a| Record::Achievement(a.clone()).name());
    let indicators = records
        .indicators
        .iter()
        .filter(|i| i.evidence.contains(&r.id))
        .map(|i| format!("指标“{}{}”", i.code, i.title));
    DirectoryLine {
        number,
        id: r.id,
        title: r.title.clone(),
        document: r.document.clone(),
        date: r.date,
        page: r.page.clone(),
        path: r.path.clone(),
        copied: r.copied,
        proves: achievements.chain(indicators).collect(),
    }
}
