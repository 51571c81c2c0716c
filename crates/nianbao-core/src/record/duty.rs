use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Id;
use crate::ledger::{Decimal, DecimalError};
use crate::text::numeral;

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

/// A count of a duty as typed: 12, １２次, 十二, 十二次.
///
/// # Errors
/// As for [`Decimal`].
pub fn count(typed: &str) -> Result<Decimal, DecimalError> {
    let typed = typed.trim();
    let bare = typed.strip_suffix('次').unwrap_or(typed).trim();
    match numeral::value(bare) {
        Some(n) => n.to_string().parse(),
        None => bare.parse(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_in_chinese_too() {
        for (typed, meant) in [
            ("12", Some("12")),
            ("１２次", Some("12")),
            ("十二", Some("12")),
            (" 二十次 ", Some("20")),
            ("一百零三", Some("103")),
            ("两三次", None),
            ("若干", None),
            ("", None),
        ] {
            let read = count(typed).ok().map(|n| n.to_string());
            assert_eq!(read.as_deref(), meant, "{typed}");
        }
    }
}
