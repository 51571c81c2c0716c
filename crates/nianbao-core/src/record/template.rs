use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Dialect, Id};
use crate::catalog::Section;

/// 模板 of the person's own, made from one of the catalogue's. A year names it by `key`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct OwnTemplate {
    pub id: Id,
    /// Unique in the 库 and unlike every catalogue key: `own-` and a number.
    pub key: String,
    pub name: String,
    pub sections: Vec<Section>,
    /// As [`Template::dialect`](crate::catalog::Template::dialect).
    pub dialect: Option<Dialect>,
}
