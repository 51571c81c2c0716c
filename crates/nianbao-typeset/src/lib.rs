//! The compositor: a document value into pages. The only crate that knows Typst, so that the rest is
//! built and tested without it.

mod around;
mod fonts;
mod measure;
mod ofd;
mod pages;
mod source;
mod world;

use std::sync::Arc;

use nianbao_core::doc::Doc;
use nianbao_core::looks::Looks;
use typst::diag::SourceDiagnostic;

pub use fonts::{Fonts, Substitute};
pub use measure::{Line, Measure, lines, measure};
pub use ofd::Ofd;
pub use pages::{From, Made, Pages, PdfKind, Run};

/// What cannot be set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TypesetError {
    #[error("no face at hand")]
    NoFonts,
    /// Our text was refused: our fault, never the report's.
    #[error("layout: {0}")]
    Layout(String),
    #[error("PDF: {0}")]
    Pdf(String),
    /// Something on a page that an OFD of ours does not know; never the report's fault.
    #[error("OFD: {0}")]
    Ofd(String),
}

impl TypesetError {
    fn of(errors: &[SourceDiagnostic], kind: fn(String) -> Self) -> Self {
        let said: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
        kind(said.join("; "))
    }
}

/// How many layouts back something is still remembered.
const REMEMBERED: usize = 8;

/// Sets reports, one after the other; what has not changed since the last is not set again.
pub struct Compositor {
    sheet: world::Sheet,
}

impl Compositor {
    pub fn new(fonts: Arc<Fonts>) -> Self {
        Self { sheet: world::Sheet::new(fonts) }
    }

    /// Lays a report out. The same document, looks and faces give the same pages.
    ///
    /// # Errors
    /// [`TypesetError::NoFonts`] on a machine without any face.
    pub fn lay(&mut self, doc: &Doc, looks: &Looks) -> Result<Pages, TypesetError> {
        if self.sheet.fonts.is_empty() {
            return Err(TypesetError::NoFonts);
        }
        let chains = self.sheet.fonts.chains(looks);
        let written = source::write(doc, looks, &chains);
        self.sheet.replace(&written.text);
        let document = typst::compile(&self.sheet).output;
        comemo::evict(REMEMBERED);
        let document =
            document.map_err(|errors| TypesetError::of(&errors, TypesetError::Layout))?;
        Ok(Pages::new(document, self.sheet.source(), &written.pieces, chains.substitutes))
    }
}
