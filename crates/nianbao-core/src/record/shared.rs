//! Choices that more than one kind of record makes.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Id;

/// Which editions a record may stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Sensitivity {
    /// 公开
    #[default]
    Open,
    /// 仅报送: not in the published edition.
    SentOnly,
    /// 内部: kept for the unit, in no edition.
    Internal,
}

impl Sensitivity {
    pub fn word(self) -> &'static str {
        match self {
            Sensitivity::Open => "公开",
            Sensitivity::SentOnly => "仅报送",
            Sensitivity::Internal => "内部",
        }
    }
}

/// How far the material has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WorkState {
    /// 收集
    Collected,
    /// 核实
    Verified,
    /// 采用
    #[default]
    Adopted,
    /// 不采用: kept, not composed.
    Rejected,
}

impl WorkState {
    pub fn word(self) -> &'static str {
        match self {
            WorkState::Collected => "收集",
            WorkState::Verified => "核实",
            WorkState::Adopted => "采用",
            WorkState::Rejected => "不采用",
        }
    }
}

/// What became of a plan or a problem in the year after its own.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Outcome {
    pub state: OutcomeState,
    pub note: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeState {
    /// 未说明
    #[default]
    Unsaid,
    /// 完成
    Done,
    /// 推进中
    Underway,
    /// 未完成
    NotDone,
}

impl OutcomeState {
    pub fn word(self) -> &'static str {
        match self {
            OutcomeState::Unsaid => "未说明",
            OutcomeState::Done => "完成",
            OutcomeState::Underway => "推进中",
            OutcomeState::NotDone => "未完成",
        }
    }
}

/// Rewrites the references of a list.
pub(super) fn map_all(ids: &mut [Id], map: &impl Fn(Id) -> Id) {
    for id in ids {
        *id = map(*id);
    }
}
