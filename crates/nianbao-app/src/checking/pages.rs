//! What the pages of a report look like, for the rules of layout.

use nianbao_core::check::{Measured, Measures, Paper};
use nianbao_core::doc::{Block, Doc};
use nianbao_typeset::{Measure, Pages, lines, measure};

pub(crate) fn measures(doc: &Doc, pages: &Pages) -> Measures {
    let para = |block: usize| {
        let before = doc.blocks.iter().take(block);
        before.filter(|block| matches!(block, Block::Paragraph(_))).count()
    };
    let of = |found: Measure| match found {
        Measure::ShortLastLine { block, page, text } => {
            Measured::ShortLastLine { para: para(block), page, text }
        }
        Measure::HeadingAtFoot { block, page } => {
            Measured::HeadingAtFoot { para: para(block), page }
        }
        Measure::SignatureAlone { block, page } => {
            Measured::SignatureAlone { para: para(block), page }
        }
        Measure::PageNearlyEmpty { block, page, lines } => {
            Measured::PageNearlyEmpty { para: para(block), page, lines }
        }
        Measure::FirstPageWithoutText => Measured::FirstPageWithoutText,
    };
    let found = measure(doc, &lines(pages)).into_iter().map(of).collect();
    Measures { pages: pages.count(), found }
}

/// Whether the paper reads as the document does: an edit may have come between.
pub(crate) fn is_of(doc: &Doc, paper: &Paper) -> bool {
    let mut paras = paper.paras.iter();
    doc.paragraphs().all(|own| paras.next().is_some_and(|para| para.text == own.plain()))
        && paras.next().is_none()
}
