use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Id;

/// 第一责任人履职: one thing the head did to further law-based government.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Duty {
    pub id: Id,
    pub year: i32,
    /// 职务: 局长, 党组书记.
    pub post: String,
    /// Key of the catalogue's prompt it answers; empty: none.
    pub prompt: String,
    pub title: String,
    pub body: String,
    /// Meetings: date and topic, a line each.
    pub meetings: String,
    /// 督办事项: matters pressed to a result, a line each.
    pub supervised: String,
    /// Counts as typed decimals; empty: not said. 批示, 学法, 述法, 出庭应诉.
    pub instructions: String,
    pub study: String,
    pub accounts: String,
    pub court: String,
    pub order: i64,
}
