//! How a report looks (GB/T 9704—2012): what a person may choose, the default being the standard, and the
//! arithmetic that every format shares, so that Word file and typeset pages are the same pages.

pub mod attachment;
pub mod faults;
pub mod imprint;
pub mod keep;
pub mod letterhead;
pub mod signature;
pub mod table;
pub mod title;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::record::LooksChoice;

/// Twentieths of a point; 1 mm is 56.693 of them.
pub type Twips = i32;

/// Looks of an exported report.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Looks {
    pub margins: Margins,
    pub faces: Faces,
    pub latin: Latin,
    pub page_numbers: PageNumbers,
    pub seal: Seal,
    /// Of Word files alone.
    pub grid: WordGrid,
}

/// How 28 characters come onto a line of a Word file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WordGrid {
    /// Each character is tightened: the same in Word, WPS and LibreOffice.
    #[default]
    Lines,
    /// 页面设置 says 28 characters and 22 lines, for offices that look there. LibreOffice 7.4 sets
    /// 14 characters a line by it.
    Characters,
}

impl WordGrid {
    /// What a character's pitch is more than its size, in 4096ths of a point: 156 mm / 28 less 16 pt.
    pub const CHAR_SPACE: i32 = -849;
}

impl Looks {
    /// As a year's settings have them.
    pub fn of(choice: LooksChoice) -> Self {
        let LooksChoice { margins, faces, latin, page_numbers, seal } = choice;
        Self {
            margins,
            faces: Faces::of(faces),
            latin,
            page_numbers,
            seal,
            grid: WordGrid::default(),
        }
    }
}

/// 天头 and 地脚 with the line that goes with them. Only these two pairs hold 22 lines a page
/// (GB/T 9704—2012, 5.2.1 and 5.2.3), so margin and line cannot be chosen apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Margins {
    /// 37 and 35 mm to the line box, line 28.95 pt.
    #[default]
    Nominal,
    /// 34.58 and 32.58 mm, line 29.45 pt: 37 and 35 mm to the ink, half the leading taken off.
    Compensated,
}

impl Margins {
    pub fn top(self) -> Twips {
        match self {
            Self::Nominal => 2098,
            Self::Compensated => 1960,
        }
    }

    pub fn bottom(self) -> Twips {
        match self {
            Self::Nominal => 1984,
            Self::Compensated => 1847,
        }
    }

    /// One line of body text.
    pub fn line(self) -> Twips {
        match self {
            Self::Nominal => 579,
            Self::Compensated => 589,
        }
    }
}

/// Names of the five faces as Word shows them, whether installed here or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faces {
    /// 标题, 2号小标宋 (7.3.1)
    pub title: String,
    /// 正文, 3号仿宋 (5.2.2)
    pub body: String,
    /// 第一层标题 (7.3.3)
    pub heading1: String,
    /// 第二层标题 (7.3.3)
    pub heading2: String,
    /// 页码, 4号宋体 (7.5)
    pub page_number: String,
}

impl Faces {
    /// The GB2312 faces most offices ask for.
    pub fn standard() -> Self {
        Self::named("方正小标宋简体", "仿宋_GB2312", "楷体_GB2312")
    }

    /// 仿宋 and 楷体 as they come with Windows.
    pub fn windows() -> Self {
        Self::named("方正小标宋简体", "仿宋", "楷体")
    }

    /// Founder's GBK faces, which have the rare characters too.
    pub fn founder() -> Self {
        Self {
            heading1: "方正黑体_GBK".to_owned(),
            ..Self::named("方正小标宋_GBK", "方正仿宋_GBK", "方正楷体_GBK")
        }
    }

    pub fn of(profile: Profile) -> Self {
        match profile {
            Profile::Gb2312 => Self::standard(),
            Profile::Windows => Self::windows(),
            Profile::Founder => Self::founder(),
        }
    }

    fn named(title: &str, body: &str, heading2: &str) -> Self {
        Self {
            title: title.to_owned(),
            body: body.to_owned(),
            heading1: "黑体".to_owned(),
            heading2: heading2.to_owned(),
            page_number: "宋体".to_owned(),
        }
    }

    /// The face of a heading; levels 3 and 4 are the body's.
    pub fn heading(&self, level: u8) -> &str {
        match level {
            1 => &self.heading1,
            2 => &self.heading2,
            _ => &self.body,
        }
    }
}

impl Default for Faces {
    fn default() -> Self {
        Self::standard()
    }
}

/// A set of faces that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// 仿宋_GB2312
    #[default]
    Gb2312,
    /// 仿宋
    Windows,
    /// 方正仿宋_GBK
    Founder,
}

/// Whether the signature leaves room for a seal (7.3.5.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Seal {
    /// Unsealed, 7.3.5.2.
    #[default]
    None,
    Room,
}

/// The face of digits and Latin letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Latin {
    /// That of the Chinese text around them.
    #[default]
    Chinese,
    TimesNewRoman,
}

impl Latin {
    pub fn beside(self, chinese: &str) -> &str {
        match self {
            Self::Chinese => chinese,
            Self::TimesNewRoman => "Times New Roman",
        }
    }
}

/// Where page numbers stand (7.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PageNumbers {
    /// Odd pages right, even pages left, 空一字.
    #[default]
    Outer,
    Centred,
    None,
}

/// A4 (5.1).
pub const PAPER: (Twips, Twips) = (11906, 16838);
/// 订口 28 mm (5.2.1).
pub const LEFT: Twips = 1587;
/// What 210 − 28 − 156 mm leaves.
pub const RIGHT: Twips = 1474;
/// 版心 width, 156 mm.
pub const TEXT_WIDTH: Twips = PAPER.0 - LEFT - RIGHT;

/// 三号, half points.
pub const BODY_SIZE: u32 = 32;
/// 二号, half points.
pub const TITLE_SIZE: u32 = 44;
/// 四号, half points.
pub const SMALL_SIZE: u32 = 28;

/// 28 × 16 pt is 5.8 pt more than 156 mm: each character gives up a quarter point.
pub const TIGHTEN: Twips = -5;
/// One 字 of body text as set.
pub const CHAR: Twips = 320 + TIGHTEN;
