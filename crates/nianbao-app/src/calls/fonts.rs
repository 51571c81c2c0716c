use nianbao_core::looks::{Looks, Profile};
use nianbao_typeset::{Borrowed, Chosen, Part, Refusal, Refused};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::desk::Desk;
use crate::fault::Fault;
use crate::typesetting::own_fonts;

/// A face of the profile, and what its text is set in on this machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FaceInUse {
    /// What of a report is set in it: 标题、正文……
    pub part: String,
    /// As the Word file names it.
    pub wanted: String,
    /// Null: there is no face at all.
    pub used: Option<String>,
    /// Whether another face stands in.
    pub substitute: bool,
    /// Where it lies.
    pub files: Vec<String>,
}

/// Characters that their text's face lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BorrowedFace {
    /// The face of the text, as the Word file names it.
    pub wanted: String,
    /// The face that has them.
    pub used: String,
    /// Each once.
    pub characters: String,
}

impl From<Borrowed> for BorrowedFace {
    fn from(Borrowed { wanted, used, characters }: Borrowed) -> Self {
        Self { wanted, used, characters }
    }
}

/// A font file that is passed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RefusedFont {
    pub file: String,
    pub why: String,
}

/// The faces of this machine, as far as a report needs them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FontList {
    pub faces: Vec<FaceInUse>,
    pub refused: Vec<RefusedFont>,
    /// Where a person's own font files may be put.
    pub folder: String,
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct FontArgs {
    /// Left out: the one most offices ask for.
    #[serde(default)]
    #[ts(optional, as = "Option<Profile>")]
    pub profile: Profile,
}

pub fn list(desk: &Desk, args: FontArgs) -> Result<FontList, Fault> {
    let faces = nianbao_core::looks::Faces::of(args.profile);
    let found = desk.typesetting.faces(&desk.env.data, &Looks { faces, ..Looks::default() });
    Ok(FontList {
        faces: found.faces.into_iter().map(in_use).collect(),
        refused: found.refused.into_iter().map(refused).collect(),
        folder: own_fonts(&desk.env.data).to_string_lossy().into_owned(),
    })
}

pub(super) fn faces(desk: &Desk, looks: &Looks) -> Vec<FaceInUse> {
    let found = desk.typesetting.faces(&desk.env.data, looks);
    found.faces.into_iter().map(in_use).collect()
}

fn in_use((files, chosen): (Vec<std::path::PathBuf>, Chosen)) -> FaceInUse {
    FaceInUse {
        part: word(chosen.part).to_owned(),
        substitute: chosen.is_substitute(),
        wanted: chosen.wanted,
        used: chosen.used,
        files: files.into_iter().map(|file| file.to_string_lossy().into_owned()).collect(),
    }
}

fn refused(Refused { file, why }: Refused) -> RefusedFont {
    let why = match why {
        Refusal::Unreadable => "文件损坏或不是字体",
        Refusal::NotToBeEmbedded => "字体的许可不允许放进文件里",
    };
    RefusedFont { file: file.to_string_lossy().into_owned(), why: why.to_owned() }
}

fn word(part: Part) -> &'static str {
    match part {
        Part::Title => "标题",
        Part::Body => "正文",
        Part::Heading1 => "一级标题",
        Part::Heading2 => "二级标题",
        Part::PageNumber => "页码",
    }
}
