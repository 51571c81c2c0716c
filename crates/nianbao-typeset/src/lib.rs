//! The compositor: a document value into pages. The only crate that knows Typst, so that the rest is
//! built and tested without it.

mod around;
mod bare;
mod borrowed;
mod files;
mod fonts;
mod measure;
mod names;
mod ofd;
mod pages;
mod sound;
mod source;
mod world;

use std::collections::BTreeSet;
use std::sync::Arc;

use nianbao_core::doc::Doc;
use nianbao_core::looks::Looks;
use typst::diag::SourceDiagnostic;

pub use bare::Bare;
pub use borrowed::{Borrowed, borrowed};
pub use fonts::{Chosen, Fonts, Part, Refusal, Refused, Substitute};
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

/// How many layouts back something is still remembered. What did not change is used by each of them;
/// eight of a hundred pages held as much again as the report.
const REMEMBERED: usize = 2;

/// Sets reports, one after the other; what has not changed since the last is not set again.
pub struct Compositor {
    sheet: world::Sheet,
    /// Characters met so far that no face has.
    lacking: BTreeSet<char>,
}

impl Compositor {
    pub fn new(fonts: Arc<Fonts>) -> Self {
        Self { sheet: world::Sheet::new(fonts), lacking: BTreeSet::new() }
    }

    pub fn fonts(&self) -> &Fonts {
        &self.sheet.fonts
    }

    /// Lays a report out. The same document, looks and faces give the same pages.
    ///
    /// # Errors
    /// [`TypesetError::NoFonts`] on a machine without any face.
    pub fn lay(&mut self, doc: &Doc, looks: &Looks) -> Result<Pages, TypesetError> {
        if self.sheet.fonts.is_empty() {
            return Err(TypesetError::NoFonts);
        }
        let mut pages = self.once(doc, looks)?;
        // What stands for a character may itself have no shape.
        while pages.missing().iter().any(|c| !self.lacking.contains(c)) {
            self.lacking.extend(pages.missing());
            pages = self.once(doc, looks)?;
        }
        Ok(pages)
    }

    fn once(&mut self, doc: &Doc, looks: &Looks) -> Result<Pages, TypesetError> {
        let chains = self.sheet.fonts.chains(looks);
        let written = source::write(doc, looks, &chains, &self.lacking);
        self.sheet.replace(&written.text);
        let document = typst::compile(&self.sheet).output;
        comemo::evict(REMEMBERED);
        let document =
            document.map_err(|errors| TypesetError::of(&errors, TypesetError::Layout))?;
        let source::Written { pieces, replaced, .. } = written;
        Ok(Pages::new(document, self.sheet.source(), &pieces, chains, replaced))
    }
}
