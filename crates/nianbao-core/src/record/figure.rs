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
    /// How it follows from other figures; the value is checked against it, never overwritten.
    pub relation: Option<Relation>,
    /// Last year's value as last year's report had it, where this 库 does not hold that year.
    pub previous: Option<Decimal>,
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

/// A figure from figures. Keys name figures of the same year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "relation", rename_all = "snake_case")]
pub enum Relation {
    /// 合计: the parts add up to it.
    Sum { parts: Vec<String> },
    /// 差: from less less.
    Difference { from: String, less: Vec<String> },
    /// 占比: part of whole, in percent.
    Share { part: String, whole: String },
    /// 同比: change of this key against last year, in percent.
    YearOnYear { of: String },
    /// 倍数: of divided by base, or by last year's value of base.
    Times {
        of: String,
        base: String,
        #[serde(default)]
        #[ts(optional, as = "Option<bool>")]
        last_year: bool,
    },
    /// 百分点: this key, itself in percent, less last year's.
    Points { of: String },
}

impl Precision {
    pub fn word(self) -> &'static str {
        match self {
            Precision::Exact => "确数",
            Precision::About => "约数",
            Precision::Over => "余数",
        }
    }
}

impl Figure {
    /// What a person knows it by.
    pub fn label_or_key(&self) -> &str {
        if self.label.trim().is_empty() { &self.key } else { self.label.trim() }
    }

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
