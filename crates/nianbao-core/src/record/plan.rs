use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Id, Outcome};

/// 计划: what is to be done in the year after the report year.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Plan {
    pub id: Id,
    pub year: i32,
    pub title: String,
    pub body: String,
    /// By what it will be measured.
    pub target: String,
    /// Lead office.
    pub office: String,
    /// Helping offices.
    pub helpers: String,
    #[ts(type = "string | null")]
    pub due: Option<Date>,
    /// Problems of this year that it answers.
    pub answers: Vec<Id>,
    /// 文号 of the superior's document that asks for it.
    pub document: String,
    /// Said in the year after.
    pub outcome: Outcome,
    pub order: i64,
}
