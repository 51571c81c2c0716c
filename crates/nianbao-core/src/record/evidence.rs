use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Id;

/// 佐证: a document that proves something, linked where it lies or copied into the 库.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Evidence {
    pub id: Id,
    pub year: i32,
    pub title: String,
    /// 文号
    pub document: String,
    #[ts(type = "string | null")]
    pub date: Option<Date>,
    /// Where in it to look: a page, an article.
    pub page: String,
    /// Where the file lies; empty: none was attached.
    pub path: String,
    /// SHA-256 of its bytes when it was attached, in hexadecimal.
    pub hash: String,
    /// In bytes, then.
    pub size: i64,
    /// A copy is kept inside the 库.
    pub copied: bool,
    pub order: i64,
}
