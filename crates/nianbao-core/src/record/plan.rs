use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Id;

/// 计划: what is to be done in the year after the report year.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Plan {
    pub id: Id,
    pub year: i32,
    pub title: String,
    pub body: String,
    /// Lead office.
    pub office: String,
    #[ts(type = "string | null")]
    pub due: Option<Date>,
    pub order: i64,
}
