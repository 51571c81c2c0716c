//! The faces a machine has, and which of them stands in for an official one that it lacks.

use std::path::Path;

use nianbao_core::looks::{Faces, Latin, Looks};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst_kit::fonts::FontStore;

/// Faces found on this machine and in the folders given; read when first used.
pub struct Fonts {
    store: FontStore,
}

/// An official face that is not here, and what its text is set in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Substitute {
    /// As the Word file names it.
    pub wanted: String,
    pub used: String,
}

/// Names under which one face is known, the official first, then those nearest to it.
const FANGSONG: &[&str] = &[
    "仿宋_GB2312",
    "FangSong_GB2312",
    "方正仿宋_GBK",
    "FZFangSong-Z02",
    "仿宋",
    "FangSong",
    "华文仿宋",
    "STFangsong",
    "FandolFang",
];
const KAITI: &[&str] = &[
    "楷体_GB2312",
    "KaiTi_GB2312",
    "方正楷体_GBK",
    "楷体",
    "KaiTi",
    "华文楷体",
    "STKaiti",
    "FandolKai",
];
const HEITI: &[&str] = &[
    "黑体",
    "SimHei",
    "方正黑体_GBK",
    "华文黑体",
    "STHeiti",
    "Noto Sans SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
];
const BIAOSONG: &[&str] = &[
    "方正小标宋简体",
    "FZXiaoBiaoSong-B05S",
    "方正小标宋_GBK",
    "FZXiaoBiaoSong-B05",
    "华文中宋",
    "STZhongsong",
];
const SONG: &[&str] = &[
    "宋体",
    "SimSun",
    "华文宋体",
    "STSong",
    "Noto Serif SC",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "FandolSong",
];
/// Where every chain ends, glyph by glyph.
const RARE: &[&str] = &[
    "SimSun-ExtB",
    "HanaMinA",
    "HanaMinB",
    "Noto Serif CJK SC",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "WenQuanYi Micro Hei",
    "Plangothic P1",
];
const TIMES: &[&str] = &["Times New Roman", "Liberation Serif", "Tinos"];

const FAMILIES: [&[&str]; 5] = [FANGSONG, KAITI, HEITI, BIAOSONG, SONG];

impl Fonts {
    /// The system's faces, and those in `folders`, which come first.
    pub fn of_this_machine(folders: &[&Path]) -> Self {
        let mut fonts = Self::in_folders(folders);
        fonts.store.extend(typst_kit::fonts::system());
        fonts
    }

    /// Only what lies in `folders`, with all below them. A folder that is not there holds nothing.
    pub fn in_folders(folders: &[&Path]) -> Self {
        let mut store = FontStore::new();
        for folder in folders {
            store.extend(typst_kit::fonts::scan(folder));
        }
        Self { store }
    }

    /// Whether there is any face at all; without one no page can be set.
    pub fn is_empty(&self) -> bool {
        self.book().families().next().is_none()
    }

    pub(crate) fn book(&self) -> &LazyHash<FontBook> {
        self.store.book()
    }

    pub(crate) fn font(&self, index: usize) -> Option<Font> {
        self.store.font(index)
    }

    fn has(&self, family: &str) -> bool {
        self.book().contains_family(&family.to_lowercase())
    }

    /// The families text in `wanted` is looked for in, in order; only such as are here.
    fn chain(&self, wanted: &str) -> Vec<String> {
        let kin = FAMILIES.into_iter().find(|family| family.contains(&wanted)).unwrap_or(SONG);
        let mut chain: Vec<String> = Vec::new();
        for name in std::iter::once(&wanted).chain(kin).chain(SONG).chain(RARE) {
            if self.has(name) && chain.iter().all(|known| known != name) {
                chain.push((*name).to_owned());
            }
        }
        chain
    }

    /// The chain of each role.
    pub(crate) fn chains(&self, looks: &Looks) -> Chains {
        let Faces { title, body, heading1, heading2, page_number } = &looks.faces;
        let mut substitutes = Vec::new();
        let mut chain = |wanted: &String| {
            let chain = self.chain(wanted);
            if let Some(used) = chain.first().filter(|used| *used != wanted) {
                substitutes.push(Substitute { wanted: wanted.clone(), used: used.clone() });
            }
            chain
        };
        let mut chains = Chains {
            title: chain(title),
            body: chain(body),
            heading1: chain(heading1),
            heading2: chain(heading2),
            song: chain(page_number),
            latin: match looks.latin {
                Latin::Chinese => None,
                Latin::TimesNewRoman => {
                    TIMES.iter().find(|name| self.has(name)).map(|n| (*n).to_owned())
                }
            },
            substitutes: Vec::new(),
        };
        substitutes.sort();
        substitutes.dedup();
        chains.substitutes = substitutes;
        chains
    }
}

/// Families by role, best first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Chains {
    pub title: Vec<String>,
    pub body: Vec<String>,
    pub heading1: Vec<String>,
    pub heading2: Vec<String>,
    pub song: Vec<String>,
    /// None: digits and letters in the face of the Chinese text around them.
    pub latin: Option<String>,
    pub substitutes: Vec<Substitute>,
}

impl Chains {
    /// 小标宋 is a heavier 宋: a 宋 that stands in for it is set bold.
    pub fn title_weight(&self) -> u16 {
        let light = self.title.first().is_some_and(|used| SONG.contains(&used.as_str()));
        if light { 700 } else { 400 }
    }
}
