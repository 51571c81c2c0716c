use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Id;

/// 成效: one thing done. `title` is its heading sentence without 。; text refers to figures by `{{key}}`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Achievement {
    pub id: Id,
    pub year: i32,
    pub area: Id,
    pub title: String,
    pub body: String,
    #[ts(type = "string | null")]
    pub date: Option<Date>,
    /// Responsible office.
    pub office: String,
    pub order: i64,
}
