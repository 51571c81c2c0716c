use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Id, Outcome};

/// 问题, and why it exists. 督察工作规定 asks for both: 不足和原因.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Problem {
    pub id: Id,
    pub year: i32,
    pub title: String,
    /// How it shows.
    pub body: String,
    pub cause: String,
    /// Responsible office.
    pub office: String,
    pub source: ProblemSource,
    /// Wording for the published edition; empty: the same.
    pub public_body: String,
    /// Of its rectification, said in the year after.
    pub outcome: Outcome,
    pub order: i64,
}

/// Where a problem came to light.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProblemSource {
    #[default]
    Unsaid,
    /// 自查
    SelfCheck,
    /// 督察
    Inspection,
    /// 人大
    Congress,
    /// 复议诉讼
    Litigation,
    /// 考评
    Assessment,
}

impl ProblemSource {
    pub fn word(self) -> &'static str {
        match self {
            ProblemSource::Unsaid => "未说明",
            ProblemSource::SelfCheck => "自查",
            ProblemSource::Inspection => "督察",
            ProblemSource::Congress => "人大",
            ProblemSource::Litigation => "复议诉讼",
            ProblemSource::Assessment => "考评",
        }
    }
}
