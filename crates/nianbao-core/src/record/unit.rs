use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Id;

/// The body that reports. One 库 holds one unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Unit {
    pub id: Id,
    /// Full name, as on its seal.
    pub name: String,
    /// What the text calls it: 我局, 我委, 我镇.
    pub short: String,
    #[serde(rename = "unit_kind")]
    pub kind: UnitKind,
    /// Whom the edition sent up is addressed to, without the colon: 区委、区政府.
    pub addressee: String,
    /// Where it is: 云溪市.
    pub region: String,
    pub heads: Vec<Head>,
}

/// 党政主要负责人.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Head {
    pub post: String,
    /// May stay empty: reports name posts.
    pub name: String,
}

/// Decides recipients and length limits (督察工作规定, 厅字〔2019〕28号).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// 县级以上政府部门
    #[default]
    Department,
    /// 县级以上政府
    Government,
    /// 乡镇、街道
    Township,
}

impl UnitKind {
    pub fn word(self) -> &'static str {
        match self {
            UnitKind::Department => "县级以上政府部门",
            UnitKind::Government => "县级以上政府",
            UnitKind::Township => "乡镇、街道",
        }
    }
}

impl Default for Unit {
    fn default() -> Self {
        Self {
            id: Id::NEW,
            name: String::new(),
            short: String::new(),
            kind: UnitKind::default(),
            addressee: String::new(),
            region: String::new(),
            heads: Vec::new(),
        }
    }
}
