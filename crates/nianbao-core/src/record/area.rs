use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Id;

/// 领域: one group of achievements and the heading it has in this year's report.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Area {
    pub id: Id,
    pub year: i32,
    /// Key of the catalogue's area it was made from; empty for the person's own.
    pub key: String,
    /// The heading, without number and without 。
    pub title: String,
    pub order: i64,
}
