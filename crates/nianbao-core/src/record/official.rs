//! What a year's report has around its text (GB/T 9704—2012, 7.2 to 7.4), as the person set it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::looks::{Latin, Margins, PageNumbers, Profile, Seal};

/// 版头; what is not filled in is not printed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct LetterheadChoice {
    pub on: bool,
    /// 份号
    pub copy: String,
    pub urgency: Urgency,
    /// 发文机关标志 without 文件; empty: the unit's name. A line for each of several.
    pub issuer: String,
    /// Whether 文件 follows it.
    pub document: bool,
    /// 发文字号
    pub number: String,
    /// 签发人 of an upward report, parted by 、 or blanks.
    pub signers: String,
}

/// 紧急程度
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    #[default]
    None,
    /// 加急
    Urgent,
    /// 特急
    MostUrgent,
}

impl Urgency {
    /// As printed.
    pub fn word(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Urgent => "加急",
            Self::MostUrgent => "特急",
        }
    }
}

/// One of the 附件.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AttachmentChoice {
    pub title: String,
    pub of: AttachmentOf,
    /// Of a text; a paragraph a line.
    pub body: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AttachmentOf {
    #[default]
    Text,
    /// The year's ledger as a table.
    Ledger,
}

/// 版记
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ImprintChoice {
    pub on: bool,
    /// 抄送机关
    pub copies: String,
    /// 印发机关; empty: the unit's name.
    pub office: String,
    /// 印发日期; None: 成文日期.
    #[ts(type = "string | null")]
    pub printed: Option<Date>,
}

/// Page, faces, numbers, seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct LooksChoice {
    pub margins: Margins,
    pub faces: Profile,
    pub latin: Latin,
    pub page_numbers: PageNumbers,
    pub seal: Seal,
}
