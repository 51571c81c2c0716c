//! The compositor at this desk: faces are looked for once, and what was laid out last is kept.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use nianbao_core::check::{Measures, Paper};
use nianbao_core::doc::Doc;
use nianbao_core::looks::Looks;
use nianbao_typeset::{Chosen, Compositor, Fonts, Made, Pages, Refused, TypesetError};

use crate::fault::{Fault, FaultCode};
use crate::{checking, clock};

/// Beside the 库, so that laying out holds up nobody who writes.
#[derive(Default)]
pub(crate) struct Typesetting(Mutex<Option<Bench>>);

struct Bench {
    compositor: Compositor,
    /// Whether the person's own faces are among them.
    own: bool,
    last: Option<Last>,
}

struct Last {
    doc: Doc,
    looks: Looks,
    pages: Arc<Pages>,
    /// Reckoned when 体检 first asks.
    measures: Option<Measures>,
}

impl Typesetting {
    /// The pages of a document; those of the last one are not laid out again.
    ///
    /// # Errors
    /// If this machine has no face to set anything in.
    pub fn pages(&self, data: &Path, doc: Doc, looks: &Looks) -> Result<Arc<Pages>, Fault> {
        let mut bench = self.lock();
        let bench = bench.get_or_insert_with(|| Bench::new(data));
        if let Some(last) = &bench.last
            && last.doc == doc
            && last.looks == *looks
        {
            return Ok(Arc::clone(&last.pages));
        }
        let pages = Arc::new(bench.compositor.lay(&doc, looks)?);
        let (looks, laid) = (looks.clone(), Arc::clone(&pages));
        bench.last = Some(Last { doc, looks, pages: laid, measures: None });
        Ok(pages)
    }

    /// What the pages look like, if those laid out last are of this paper. Nobody waits for a layout.
    pub fn measures(&self, paper: &Paper, looks: &Looks) -> Option<Measures> {
        let mut bench = self.0.try_lock().ok()?;
        let last = bench.as_mut()?.last.as_mut()?;
        if last.looks != *looks || !checking::pages::is_of(&last.doc, paper) {
            return None;
        }
        let (doc, pages) = (&last.doc, &last.pages);
        Some(last.measures.get_or_insert_with(|| checking::pages::measures(doc, pages)).clone())
    }

    /// Does without the person's own faces until the program is opened anew. False: it did already.
    pub fn without_own(&self) -> bool {
        let mut bench = self.lock();
        let own = bench.as_ref().is_some_and(|bench| bench.own);
        if own {
            *bench = Some(Bench::with(on_this_machine(&packed_fonts()), false));
        }
        own
    }

    /// What each face of the looks is set in here, with the files it lies in, and the font files
    /// that are passed over.
    pub fn faces(&self, data: &Path, looks: &Looks) -> Faces {
        let mut bench = self.lock();
        let fonts = bench.get_or_insert_with(|| Bench::new(data)).compositor.fonts();
        let files = |chosen: &Chosen| {
            chosen.used.as_deref().map(|used| fonts.files(used)).unwrap_or_default()
        };
        let chosen = fonts.choose(looks);
        let faces = chosen.into_iter().map(|chosen| (files(&chosen), chosen)).collect();
        Faces { faces, refused: fonts.refused().to_vec() }
    }

    fn lock(&self) -> MutexGuard<'_, Option<Bench>> {
        let mut bench = self.0.lock();
        if let Err(broken) = &mut bench {
            // A layout that panicked may have left anything: it begins anew.
            **broken.get_mut() = None;
        }
        bench.unwrap_or_else(PoisonError::into_inner)
    }
}

impl Bench {
    fn new(data: &Path) -> Self {
        if let Some(only) = std::env::var_os(ONLY).filter(|folder| !folder.is_empty()) {
            return Self::with(Fonts::in_folders(&[Path::new(&only)]), false);
        }
        let own = own_fonts(data);
        let there = own.is_dir();
        let folders: Vec<PathBuf> = std::iter::once(own).chain(packed_fonts()).collect();
        Self::with(on_this_machine(&folders), there)
    }

    fn with(fonts: Fonts, own: bool) -> Self {
        Self { compositor: Compositor::new(Arc::new(fonts)), own, last: None }
    }
}

/// What [`Typesetting::faces`] says.
pub(crate) struct Faces {
    pub faces: Vec<(Vec<PathBuf>, Chosen)>,
    pub refused: Vec<Refused>,
}

/// Where set, the faces of that folder and no others: for the same pages on any machine.
const ONLY: &str = "NIANBAO_FONTS";

fn on_this_machine(folders: &[PathBuf]) -> Fonts {
    let folders: Vec<&Path> = folders.iter().map(PathBuf::as_path).collect();
    Fonts::of_this_machine(&folders)
}

/// The person's own faces lie here.
pub(crate) fn own_fonts(data: &Path) -> PathBuf {
    data.join("fonts")
}

/// Where the faces lie that came with the program: beside it, or where a Linux package puts them.
fn packed_fonts() -> Vec<PathBuf> {
    let program = std::env::current_exe().ok();
    let beside = program.as_deref().and_then(Path::parent);
    let places = beside.map(|folder| [folder.join("fonts"), folder.join("../lib/nianbao/fonts")]);
    places.into_iter().flatten().filter(|folder| folder.is_dir()).collect()
}

/// By this machine's clock.
pub(crate) fn now() -> Made {
    let now = clock::local();
    let part = |n: i8| u8::try_from(n).unwrap_or_default();
    Made {
        year: now.year().into(),
        month: part(now.month()),
        day: part(now.day()),
        hour: part(now.hour()),
        minute: part(now.minute()),
        second: part(now.second()),
        offset: now.offset().seconds() / 60,
    }
}

impl From<TypesetError> for Fault {
    fn from(error: TypesetError) -> Self {
        match error {
            TypesetError::NoFonts => Self::new(
                FaultCode::NoFonts,
                "这台电脑上没有可以排版的字体",
                "请安装仿宋、黑体等中文字体后重新打开程序；现在仍可导出 Word 文件",
            ),
            TypesetError::Layout(_) => Self::new(
                FaultCode::Panic,
                "程序出错，没能排出版面",
                "已保存的内容都在；现在仍可导出 Word 文件",
            ),
            TypesetError::Pdf(_) => Self::new(
                FaultCode::Panic,
                "程序出错，没能生成 PDF",
                "已保存的内容都在；现在仍可导出 Word 文件",
            ),
            TypesetError::Ofd(_) => Self::new(
                FaultCode::Panic,
                "程序出错，没能生成 OFD",
                "已保存的内容都在；现在仍可导出 PDF 或 Word 文件",
            ),
        }
    }
}
