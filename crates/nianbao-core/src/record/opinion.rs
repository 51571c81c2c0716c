use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Id;

/// 意见: what somebody said of the draft, and what was done with it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Opinion {
    pub id: Id,
    pub year: i32,
    pub giver: String,
    /// Which place it is about, in words.
    pub about: String,
    pub body: String,
    pub verdict: Verdict,
    /// Why it was taken or not.
    pub reason: String,
    pub order: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    #[default]
    Open,
    /// 采纳
    Taken,
    /// 部分采纳
    TakenInPart,
    /// 不采纳
    NotTaken,
}

impl Verdict {
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Open => "待定",
            Verdict::Taken => "采纳",
            Verdict::TakenInPart => "部分采纳",
            Verdict::NotTaken => "不采纳",
        }
    }
}
