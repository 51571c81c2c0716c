use nianbao_core::record::Id;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::record::Changed;
use crate::desk::Desk;
use crate::fault::{Fault, FaultCode};

#[derive(Debug, Clone, Deserialize, TS)]
pub struct QuickAdd {
    pub year: i32,
    /// `3月5日 行政执法 开展专项检查`: date and area may be left out.
    pub line: String,
    /// Where no area is named; left out: the year's first.
    #[serde(default)]
    #[ts(optional)]
    pub area: Option<Id>,
}

/// What was noted, and how the line was understood.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct QuickAdded {
    pub changed: Changed,
    pub id: Id,
    /// `2023-03-05`; None: the line names none.
    pub date: Option<String>,
    pub area: Id,
    pub area_title: String,
    /// The line names the area.
    pub area_named: bool,
    pub title: String,
    pub body: String,
}

pub fn add(_: &Desk, _: QuickAdd) -> Result<QuickAdded, Fault> {
    Err(Fault::new(FaultCode::Unsupported, "这一步还没有做好", "请稍后再试"))
}
