use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Id;

/// 段落: text that is no item of a list. One or more paragraphs, separated by line feeds.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Passage {
    pub id: Id,
    pub year: i32,
    pub slot: Slot,
    /// For [`Slot::AreaLead`] and [`Slot::AreaClose`].
    pub area: Option<Id>,
    pub body: String,
    /// 一是…… follows in its last paragraph instead of beginning one.
    pub run_on: bool,
    pub order: i64,
}

/// Where a passage stands.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Slot {
    /// 引言, under the title.
    #[default]
    Lead,
    /// First in an area, before its achievements.
    AreaLead,
    /// Last in an area, after its achievements.
    AreaClose,
    /// Before the leader duties.
    DutyLead,
    /// Before the problems.
    ProblemLead,
    /// 原因 common to the problems, after them.
    Cause,
    /// Before the plans.
    PlanLead,
    /// After the plans.
    PlanClose,
    /// 其他需要报告的情况
    Other,
    /// 结尾: 特此报告。
    Ending,
}

impl Slot {
    pub const ALL: [Slot; 10] = [
        Slot::Lead,
        Slot::AreaLead,
        Slot::AreaClose,
        Slot::DutyLead,
        Slot::ProblemLead,
        Slot::Cause,
        Slot::PlanLead,
        Slot::PlanClose,
        Slot::Other,
        Slot::Ending,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Slot::Lead => "引言",
            Slot::AreaLead => "领域开头",
            Slot::AreaClose => "领域结尾",
            Slot::DutyLead => "履职情况开头",
            Slot::ProblemLead => "问题部分开头",
            Slot::Cause => "原因分析",
            Slot::PlanLead => "计划部分开头",
            Slot::PlanClose => "计划部分结尾",
            Slot::Other => "其他情况",
            Slot::Ending => "结尾",
        }
    }
}
