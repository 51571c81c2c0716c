use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AttachmentChoice, Id, ImprintChoice, LetterheadChoice, LooksChoice};
use crate::ledger::Decimal;

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
    /// None: the template's own numbering.
    pub dialect: Option<Dialect>,
    pub form: TitleForm,
    /// A phrase of the catalogue (现将有关情况报告如下。) that closes the lead; empty: none.
    pub opening: String,
    /// A phrase of the catalogue (特此报告。) where no ending was written; empty: none.
    pub closing: String,
    pub deadlines: Vec<Deadline>,
    pub state: YearState,
    /// Values of the figures when the year was marked reviewed: what differs now is looked at again.
    pub reviewed: Vec<ReviewedFigure>,
    pub letterhead: LetterheadChoice,
    pub attachments: Vec<AttachmentChoice>,
    /// 附注, without its brackets.
    pub note: String,
    pub imprint: ImprintChoice,
    pub looks: LooksChoice,
}

/// 报送 or 公开, for one recipient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Deadline {
    pub what: DeadlineOf,
    /// Recipient, or where it is published.
    pub to: String,
    #[ts(type = "string")]
    pub due: Date,
    /// When it was done.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub done: Option<Date>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineOf {
    /// 报送: 3月1日 for most (督察工作规定), earlier by local rule.
    Sending,
    /// 公开: 4月1日.
    Publishing,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum YearState {
    /// 起草
    #[default]
    Drafting,
    /// 已核定
    Reviewed,
    /// 定稿
    Final,
}

impl YearState {
    pub fn word(self) -> &'static str {
        match self {
            YearState::Drafting => "起草",
            YearState::Reviewed => "已核定",
            YearState::Final => "定稿",
        }
    }
}

impl DeadlineOf {
    pub fn word(self) -> &'static str {
        match self {
            DeadlineOf::Sending => "报送",
            DeadlineOf::Publishing => "公开",
        }
    }
}

impl SectionOf {
    pub const ALL: [SectionOf; 5] = [
        SectionOf::Areas,
        SectionOf::Problems,
        SectionOf::Duties,
        SectionOf::Plans,
        SectionOf::Other,
    ];

    /// The short name of the part, in the order of the five contents of 督察工作规定.
    pub fn word(self) -> &'static str {
        match self {
            SectionOf::Areas => "举措和成效",
            SectionOf::Duties => "第一责任人履职",
            SectionOf::Problems => "不足和原因",
            SectionOf::Plans => "下一年度安排",
            SectionOf::Other => "其他情况",
        }
    }
}

impl ItemStyle {
    pub fn word(self) -> &'static str {
        match self {
            ItemStyle::RunIn => "连写",
            ItemStyle::RunInEach => "分段连写",
            ItemStyle::Listed => "列写",
            ItemStyle::Headed => "标题写",
            ItemStyle::Plain => "不编号",
            ItemStyle::RunInHead => "标题连写",
            ItemStyle::Numbered => "数字列写",
            ItemStyle::NumberedOn => "连续编号",
        }
    }
}

impl Dialect {
    pub const ALL: [Dialect; 5] = [Dialect::D1, Dialect::D2, Dialect::D3, Dialect::D4, Dialect::D5];

    /// As it is numbered.
    pub fn word(self) -> &'static str {
        match self {
            Dialect::D1 => "一、（一）1.",
            Dialect::D2 => "一、（一）一是",
            Dialect::D3 => "一、一是",
            Dialect::D4 => "一、（一）1.连续编号",
            Dialect::D5 => "一、1.",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewedFigure {
    pub key: String,
    pub value: Option<Decimal>,
}

/// The shape of a title that is not written by hand.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct TitleForm {
    /// 关于……的
    pub about: bool,
    /// What follows 法治政府建设: 年度报告, 情况报告, 工作报告. Empty: 年度报告.
    pub tail: String,
}

/// How the levels of a report are numbered; all five are in use in published reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Dialect {
    /// 一、→（一）→1.
    D1,
    /// 一、→（一） run in, then 一是…二是… in the same paragraph.
    D2,
    /// 一、→ one paragraph 一是…二是…
    D3,
    /// 一、→（一）→1. to N. running on through the （一）（二）.
    D4,
    /// 一、→1.
    D5,
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
            dialect: None,
            form: TitleForm::default(),
            opening: String::new(),
            closing: String::new(),
            deadlines: Vec::new(),
            state: YearState::default(),
            reviewed: Vec::new(),
            letterhead: LetterheadChoice::default(),
            attachments: Vec::new(),
            note: String::new(),
            imprint: ImprintChoice::default(),
            looks: LooksChoice::default(),
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
