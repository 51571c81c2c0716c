use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Id;

/// 指标: a line of the assessment table in force at the unit's place, imported, never built in.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Indicator {
    pub id: Id,
    pub year: i32,
    /// As printed: 1.2.3; empty where the table has none.
    pub code: String,
    pub title: String,
    /// The indicator above it.
    pub parent: Option<Id>,
    /// Scoring rule or points, as printed.
    pub standard: String,
    /// Self-assessment in words.
    pub assessment: String,
    pub evidence: Vec<Id>,
    pub order: i64,
}
