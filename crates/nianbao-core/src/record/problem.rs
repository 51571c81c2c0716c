use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Id;

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
    pub order: i64,
}
