//! The faces a machine has, and which of them stands in for an official one that it lacks.

use std::path::{Path, PathBuf};

use nianbao_core::looks::{Faces, Latin, Looks};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst_kit::fonts::FontStore;

use crate::files::{self, Found};
use crate::names::{self, chain, is_song, same};

/// Faces found on this machine and in the folders given; read when first used.
pub struct Fonts {
    store: FontStore,
    refused: Vec<Refused>,
}

/// A font file that is passed over.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Refused {
    pub file: PathBuf,
    pub why: Refusal,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Refusal {
    /// No face can be read from it.
    Unreadable,
    /// Its maker forbids to embed it in a file.
    NotToBeEmbedded,
}

/// A face that the looks ask for, and what its text is set in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    pub part: Part,
    /// As the Word file names it.
    pub wanted: String,
    /// None: there is no face at all.
    pub used: Option<String>,
}

impl Chosen {
    /// Whether another face stands in.
    pub fn is_substitute(&self) -> bool {
        self.used.as_deref().is_none_or(|used| !same(&self.wanted, used))
    }
}

/// What of a report is set in one face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Title,
    Body,
    Heading1,
    Heading2,
    PageNumber,
}

/// An official face that is not here, and what its text is set in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Substitute {
    /// As the Word file names it.
    pub wanted: String,
    pub used: String,
}

impl Fonts {
    /// The system's faces, and those in `folders`, which come first.
    pub fn of_this_machine(folders: &[&Path]) -> Self {
        let mut fonts = Self::in_folders(folders);
        fonts.add(files::system());
        fonts
    }

    /// Only what lies in `folders`, with all below them. A folder that is not there holds nothing.
    pub fn in_folders(folders: &[&Path]) -> Self {
        let mut fonts = Self { store: FontStore::new(), refused: Vec::new() };
        for folder in folders {
            fonts.add(files::scan(folder));
        }
        fonts
    }

    fn add(&mut self, found: Found) {
        self.store.extend(found.faces);
        self.refused.extend(found.refused);
    }

    /// Whether there is any face at all; without one no page can be set.
    pub fn is_empty(&self) -> bool {
        self.book().families().next().is_none()
    }

    /// Font files that are passed over, in the order they were found.
    pub fn refused(&self) -> &[Refused] {
        &self.refused
    }

    /// Where the faces of a family lie.
    pub fn files(&self, family: &str) -> Vec<PathBuf> {
        let faces = self.book().select_family(&family.to_lowercase()).collect::<Vec<_>>();
        let mut files: Vec<PathBuf> =
            faces.into_iter().filter_map(|n| files::path(self.store.source(n)?)).collect();
        files.dedup();
        files
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

    /// The families text in `wanted` is looked for in, in order; only such as are here. Where no face
    /// knows Chinese, any: a list without a family is refused.
    fn chain(&self, wanted: &str) -> Vec<String> {
        let mut here: Vec<String> = Vec::new();
        for name in chain(wanted) {
            if self.has(name) && here.iter().all(|known| known != name) {
                here.push(name.to_owned());
            }
        }
        if here.is_empty() {
            here.extend(self.book().families().next().map(|(name, _)| name.to_owned()));
        }
        here
    }

    /// Each face that the looks ask for, and what its text is set in here.
    pub fn choose(&self, looks: &Looks) -> Vec<Chosen> {
        self.chains(looks).chosen
    }

    /// The chain of each role.
    pub(crate) fn chains(&self, looks: &Looks) -> Chains {
        let Faces { title, body, heading1, heading2, page_number } = &looks.faces;
        let mut chosen = Vec::new();
        let mut chain = |part, wanted: &String| {
            let chain = self.chain(wanted);
            chosen.push(Chosen { part, wanted: wanted.clone(), used: chain.first().cloned() });
            chain
        };
        Chains {
            title: chain(Part::Title, title),
            body: chain(Part::Body, body),
            heading1: chain(Part::Heading1, heading1),
            heading2: chain(Part::Heading2, heading2),
            song: chain(Part::PageNumber, page_number),
            latin: match looks.latin {
                Latin::Chinese => None,
                Latin::TimesNewRoman => {
                    let mut times = names::TIMES.iter().copied().flatten();
                    times.find(|name| self.has(name)).map(|name| (*name).to_owned())
                }
            },
            chosen,
        }
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
    pub chosen: Vec<Chosen>,
}

impl Chains {
    /// 小标宋 is a heavier 宋: a 宋 that stands in for it is set bold.
    pub fn title_weight(&self) -> u16 {
        if self.title.first().is_some_and(|used| is_song(used)) { 700 } else { 400 }
    }
}
