use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Id;

/// One report year and the choices made for its report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Year {
    pub id: Id,
    pub year: i32,
    /// Key of a template in the catalogue.
    pub template: String,
    /// Empty: 单位 + 年份 + 法治政府建设年度报告.
    pub title: String,
    /// 统计截止日; figures without one of their own are as of this day.
    #[ts(type = "string | null")]
    pub cutoff: Option<Date>,
    /// 主送机关 of this report; empty: none is printed.
    pub addressee: String,
    /// Whether 署名 and 成文日期 stand under the text.
    pub signed: bool,
    /// 成文日期. The 署名 stands alone while it is not set.
    #[ts(type = "string | null")]
    pub dated: Option<Date>,
    /// Where this report departs from its template, section by section.
    pub sections: Vec<SectionChoice>,
}

impl Default for Year {
    fn default() -> Self {
        Self {
            id: Id::NEW,
            year: 0,
            template: "statutory".to_owned(),
            title: String::new(),
            cutoff: None,
            addressee: String::new(),
            signed: true,
            dated: None,
            sections: Vec::new(),
        }
    }
}

/// A heading or an item style of the person's own for one section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SectionChoice {
    pub of: SectionOf,
    /// Empty: the template's.
    #[serde(default)]
    pub title: String,
    /// None: the template's.
    #[serde(default)]
    pub items: Option<ItemStyle>,
}

/// What a section of a report is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SectionOf {
    /// 举措和成效: the areas and their achievements.
    Areas,
    /// 第一责任人履职
    Duties,
    /// 存在的不足和原因
    Problems,
    /// 下一年度安排
    Plans,
    /// 其他需要报告的情况
    Other,
}

/// How the records of a section stand in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ItemStyle {
    /// 一是……。二是……。 in one paragraph.
    RunIn,
    /// 一是……。 a paragraph each.
    RunInEach,
    /// （一）标题。正文……: numbered by the level below the heading, the heading sentence run in.
    Listed,
    /// （一）标题 on a line of its own, the text under it.
    Headed,
    /// A paragraph each, no number.
    Plain,
    /// （一）标题。一是……。二是……。: the heading above runs into the paragraph of its items.
    RunInHead,
    /// 1.标题。正文……: Arabic at whatever level.
    Numbered,
    /// The same, counting on through all areas.
    NumberedOn,
}
