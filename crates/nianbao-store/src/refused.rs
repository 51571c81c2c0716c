//! What the records as they stand do not allow, each with a sentence and what to do about it.

use nianbao_core::record::Kind;

use crate::Code;

/// An edit, or a question, that the records as they stand do not allow.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The record was removed, or never was.
    #[error("这条{}已经不在了", .0.word())]
    NoRecord(Kind),
    #[error("还没有{0}年的年度")]
    NoYear(i32),
    #[error("{0}年已经有了，一个年度只能有一份")]
    YearTwice(i32),
    #[error("{0}年里还有记录，不能删除")]
    YearInUse(i32),
    #[error("一个库只能有一个单位")]
    SecondUnit,
    #[error("单位不能删除")]
    UnitNeeded,
    /// An area that is not in the 库.
    #[error("所选的领域已经不在了")]
    NoArea,
    /// A reference from one year into another.
    #[error("所选的领域不是{0}年的")]
    AreaOfOtherYear(i32),
    #[error("领域“{0}”里还有成效或段落，不能删除")]
    AreaInUse(String),
    #[error("{year}年已经有数据名“{key}”")]
    FigureKeyTwice { year: i32, key: String },
    /// A key that `{{key}}` cannot name.
    #[error("数据名“{0}”不能用：不能为空，不能有花括号、换行或首尾空格")]
    FigureKey(String),
    #[error("模板编号“{0}”已经有了")]
    TemplateKeyTwice(String),
    /// A list, or an indicator's parent, that leads to nothing of that kind.
    #[error("所选的{}已经不在了", .0.word())]
    NoTarget(Kind),
    /// A reference from one year into another.
    #[error("所选的{}不是{year}年的", .kind.word())]
    TargetOfOtherYear { kind: Kind, year: i32 },
    #[error("指标不能放在它自己或它的下级指标下面")]
    IndicatorCircle,
    #[error("这份快照已经不在了")]
    NoSnapshot,
    /// Above [`LARGEST_COPY`](crate::LARGEST_COPY).
    #[error("这个文件超过64MB，不能存进库里")]
    CopyTooLarge,
    #[error("库里没有这份佐证的副本")]
    NoCopy,
    #[error("这份佐证的副本已损坏，和存入时不一致")]
    CopyDamaged,
    /// One placeholder for records of two kinds: a fault of the calling program.
    #[error("同一个临时编号用在了两条记录上")]
    PlaceholderTwice,
    /// A reference to a placeholder that no record of the edit has: a fault of the calling program.
    #[error("引用的记录不在这一步里")]
    NoPlaceholder,
}

impl Refused {
    /// What the clerk can do about it, one Chinese sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            Refused::NoRecord(_) => "可能刚被删除，可以用“撤销”找回",
            Refused::NoYear(_) => "请先新建这个年度",
            Refused::YearTwice(_) => "请换一个年份",
            Refused::YearInUse(_) => "请先删除这个年度里的记录",
            Refused::SecondUnit => "别的单位请另建一个库",
            Refused::UnitNeeded => "名称写错了可以直接修改",
            Refused::NoArea | Refused::AreaOfOtherYear(_) => "请重新选择一个领域",
            Refused::AreaInUse(_) => "请先把它们移到别的领域或删除",
            Refused::FigureKeyTwice { .. } => "请换一个名称，或者直接使用已有的那个数据",
            Refused::FigureKey(_) => "请换一个名称",
            Refused::TemplateKeyTwice(_) => "请再保存一次，会换一个新的编号",
            Refused::NoTarget(_) | Refused::TargetOfOtherYear { .. } => "请重新选择",
            Refused::IndicatorCircle => "请给它另选一个上级指标",
            Refused::NoSnapshot => "请重新打开快照列表再选",
            Refused::CopyTooLarge => "请改为只记下文件的位置，不存副本",
            Refused::NoCopy | Refused::CopyDamaged => "请找到原件，重新附上",
            Refused::PlaceholderTwice | Refused::NoPlaceholder => {
                "这是程序的问题，内容没有改动，请再试一次"
            }
        }
    }

    /// The case, for programs.
    pub fn code(&self) -> Code {
        match self {
            Refused::NoRecord(_) => Code::NoRecord,
            Refused::NoYear(_) => Code::NoYear,
            Refused::YearTwice(_) => Code::YearTwice,
            Refused::YearInUse(_) => Code::YearInUse,
            Refused::SecondUnit => Code::SecondUnit,
            Refused::UnitNeeded => Code::UnitNeeded,
            Refused::NoArea => Code::NoArea,
            Refused::AreaOfOtherYear(_) => Code::AreaOfOtherYear,
            Refused::AreaInUse(_) => Code::AreaInUse,
            Refused::FigureKeyTwice { .. } => Code::FigureKeyTwice,
            Refused::FigureKey(_) => Code::FigureKey,
            Refused::TemplateKeyTwice(_) => Code::TemplateKeyTwice,
            Refused::NoTarget(_) => Code::NoTarget,
            Refused::TargetOfOtherYear { .. } => Code::TargetOfOtherYear,
            Refused::IndicatorCircle => Code::IndicatorCircle,
            Refused::NoSnapshot => Code::NoSnapshot,
            Refused::CopyTooLarge => Code::CopyTooLarge,
            Refused::NoCopy => Code::NoCopy,
            Refused::CopyDamaged => Code::CopyDamaged,
            Refused::PlaceholderTwice => Code::PlaceholderTwice,
            Refused::NoPlaceholder => Code::NoPlaceholder,
        }
    }
}
