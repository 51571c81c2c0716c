use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Id;
use crate::ledger::Decimal;

/// 数据: one number of the ledger. It stands here once; text says `{{key}}`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Figure {
    pub id: Id,
    pub year: i32,
    /// Unique in its year, without braces and line feeds. Stays when the label changes.
    pub key: String,
    pub label: String,
    /// None while it is not known.
    pub value: Option<Decimal>,
    /// 宗, 件, 人次, %.
    pub unit: String,
    pub precision: Precision,
    /// 口径: what is counted, and in which period.
    pub scope: String,
    /// Who answers for the number.
    pub source: String,
    /// None: the year's.
    #[ts(type = "string | null")]
    pub cutoff: Option<Date>,
    pub order: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    #[default]
    Exact,
    /// 约20名
    About,
    /// 20余名
    Over,
}

impl Figure {
    /// As the text prints it: `12925宗`, `约20名`, `20余名`, `99.97%`. None while the value is not known.
    pub fn in_text(&self) -> Option<String> {
        let value = self.value.as_ref()?;
        Some(match self.precision {
            Precision::Exact => format!("{value}{}", self.unit),
            Precision::About => format!("约{value}{}", self.unit),
            Precision::Over => format!("{value}余{}", self.unit),
        })
    }
}
