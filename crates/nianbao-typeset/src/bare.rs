//! Typst alone, without what we do before and after it: what a measurement is laid beside.

use std::collections::BTreeSet;
use std::sync::Arc;

use nianbao_core::doc::Doc;
use nianbao_core::looks::Looks;
use typst_layout::PagedDocument;
use typst_svg::SvgOptions;

use crate::fonts::Fonts;
use crate::{REMEMBERED, TypesetError, source, world};

pub struct Bare {
    sheet: world::Sheet,
}

impl Bare {
    pub fn new(fonts: Arc<Fonts>) -> Self {
        Self { sheet: world::Sheet::new(fonts) }
    }

    /// The document as Typst is given it.
    pub fn text(&self, doc: &Doc, looks: &Looks) -> String {
        source::write(doc, looks, &self.sheet.fonts.chains(looks), &BTreeSet::new()).text
    }

    /// Lays a text out that differs little from the last, and draws its middle page.
    ///
    /// # Errors
    /// [`TypesetError::Layout`] if it is no Typst text.
    pub fn compile(&mut self, text: &str) -> Result<String, TypesetError> {
        self.sheet.replace(text);
        let document: Result<PagedDocument, _> = typst::compile(&self.sheet).output;
        comemo::evict(REMEMBERED);
        let document =
            document.map_err(|errors| TypesetError::of(&errors, TypesetError::Layout))?;
        let page = document.pages().get(document.pages().len() / 2);
        let options = SvgOptions { render_bleed: false, pretty: false };
        Ok(page.map(|page| typst_svg::svg(page, &options)).unwrap_or_default())
    }
}
