//! What is said of a relation.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Decimal;

/// Whether a figure's value is what its relation gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Agreement {
    Holds {
        computed: Decimal,
    },
    /// Both numbers are shown; scopes may differ, so it is a question, no verdict.
    Differs {
        value: Decimal,
        computed: Decimal,
    },
    /// No value was typed: this may be offered.
    Offered {
        computed: Decimal,
    },
    Unknown {
        trouble: Trouble,
        /// The trouble, as a clerk reads it.
        message: String,
    },
}

/// Why a relation gives nothing. Names are labels, as the clerk knows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(tag = "trouble", rename_all = "snake_case")]
pub enum Trouble {
    #[error("还没有选参与计算的数据，请选好")]
    NoParts,
    #[error("台账里没有“{key}”，请补上这个数据，或改选另一个")]
    NoFigure { key: String },
    #[error("“{label}”还没有填数，填好后自动核算")]
    NoValue { label: String },
    #[error("没有“{label}”的上年数，请在上年一栏补填")]
    NoLastYear { label: String },
    #[error("“{label}”是 0，不能用来除，请核对")]
    ZeroBase { label: String },
    #[error("“{label}”的上年数是 0，不能用来除，请核对")]
    ZeroLastYear { label: String },
    #[error("{}的关系绕成了圈，互相推算，请改掉其中一个", quoted(.labels))]
    Circle { labels: Vec<String> },
    #[error("算出的数超过 28 位，请核对参与计算的数据")]
    TooLong,
}

fn quoted(labels: &[String]) -> String {
    let named: String = labels.iter().take(5).map(|label| format!("“{label}”")).collect();
    if labels.len() > 5 { format!("{named}等{}个数据", labels.len()) } else { named }
}
