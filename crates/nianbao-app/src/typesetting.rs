//! The compositor at this desk: faces are looked for once, and what was laid out last is kept.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use nianbao_core::check::{Measures, Paper};
use nianbao_core::doc::Doc;
use nianbao_core::looks::Looks;
use nianbao_typeset::{Compositor, Fonts, Made, Pages, TypesetError};

use crate::fault::{Fault, FaultCode};
use crate::{checking, clock};

/// Beside the 库, so that laying out holds up nobody who writes.
#[derive(Default)]
pub(crate) struct Typesetting(Mutex<Option<Bench>>);

struct Bench {
    compositor: Compositor,
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
        let bench = bench.get_or_insert_with(|| {
            let folders = font_folders(data);
            let folders: Vec<&Path> = folders.iter().map(PathBuf::as_path).collect();
            let fonts = Arc::new(Fonts::of_this_machine(&folders));
            Bench { compositor: Compositor::new(fonts), last: None }
        });
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

    fn lock(&self) -> MutexGuard<'_, Option<Bench>> {
        let mut bench = self.0.lock();
        if let Err(broken) = &mut bench {
            // A layout that panicked may have left anything: it begins anew.
            **broken.get_mut() = None;
        }
        bench.unwrap_or_else(PoisonError::into_inner)
    }
}

/// Where faces may lie beside those of the system: the person's own, then those that came with the program.
fn font_folders(data: &Path) -> Vec<PathBuf> {
    let beside =
        std::env::current_exe().ok().and_then(|program| Some(program.parent()?.join("fonts")));
    std::iter::once(data.join("fonts")).chain(beside).filter(|folder| folder.is_dir()).collect()
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
