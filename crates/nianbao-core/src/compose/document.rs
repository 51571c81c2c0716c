use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Edition, account, compose, notice};
use crate::catalog::Catalog;
use crate::differences;
use crate::doc::Doc;
use crate::record::YearRecords;

/// What can be made of a year's records.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Document {
    /// 年度报告, in either edition.
    #[default]
    Report,
    /// 文字解读: what was reported, in plain words for the public; a skeleton that a person fills.
    Notice,
    /// 述法报告: what one head did as 第一责任人, in the first person.
    Duty,
    /// 差异清单 between the two editions, for whoever reviews before publication.
    Differences,
}

impl Document {
    pub const ALL: [Document; 4] =
        [Document::Report, Document::Notice, Document::Duty, Document::Differences];

    pub fn word(self) -> &'static str {
        match self {
            Document::Report => "年度报告",
            Document::Notice => "文字解读",
            Document::Duty => "述法报告",
            Document::Differences => "差异清单",
        }
    }
}

/// A document and in which form it is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    pub document: Document,
    /// Of the report alone: 文字解读 is always published, 述法报告 always sent.
    pub edition: Edition,
    /// Of 述法报告: the head's post. Empty: the first head's.
    pub post: String,
}

/// Any document of a year.
pub fn document(records: &YearRecords, wanted: &Wanted, catalog: &Catalog) -> Doc {
    match wanted.document {
        Document::Report => compose(records, wanted.edition, catalog),
        Document::Notice => notice::notice(records),
        Document::Differences => differences::paper(records, catalog),
        Document::Duty => account::account(records, &wanted.post, catalog),
    }
}
