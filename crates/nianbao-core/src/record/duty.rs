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
    pub title: String,
    pub body: String,
    pub order: i64,
}
