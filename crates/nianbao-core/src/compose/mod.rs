//! Records and a template become the document value. A bad report composes too; what is missing is
//! left out here and named elsewhere, never invented.

mod account;
mod annex;
mod document;
mod edition;
mod items;
mod left_out;
mod look_over;
mod mask;
mod notice;
mod official;
mod page;
mod parts;
mod sections;
mod skeleton;
mod title;

pub use document::{Document, Wanted, document};
pub use edition::Edition;
pub use left_out::{LeftOut, WhyLeftOut, left_out};
pub use look_over::{Look, masked_places, named_places};
pub use sections::{sections, style_of};
pub use title::title;

pub(crate) use items::cause_lead;
pub(crate) use mask::masks_of;
pub(crate) use page::ends_a_sentence;
pub(crate) use parts::is_printed;

use std::collections::BTreeSet;

use crate::catalog::Catalog;
use crate::doc::{Block, Doc, Inline, Meta};
use crate::record::{AttachmentChoice, AttachmentOf, YearRecords};

/// The whole report of a year, in one of its editions; the published one without what names a person.
pub fn compose(records: &YearRecords, edition: Edition, catalog: &Catalog) -> Doc {
    let mut doc = unmasked(records, edition, catalog);
    if edition == Edition::Public {
        mask::mask(&mut doc, &records.unmasked);
    }
    doc
}

/// Keys that the text of the submission edition tells and this one does not.
fn untold(records: &YearRecords, blocks: &[Block], catalog: &Catalog) -> BTreeSet<String> {
    let sent = unmasked(records, Edition::Submission, catalog);
    let told = keys(blocks);
    keys(&sent.blocks).difference(&told).cloned().collect()
}

/// Of the figures that paragraphs print.
fn keys(blocks: &[Block]) -> BTreeSet<String> {
    let paragraphs = blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph),
        Block::Table(_) => None,
    });
    let inlines = paragraphs.flat_map(|p| &p.inlines);
    inlines
        .filter_map(|inline| match inline {
            Inline::Text(run) => run.figure.clone(),
            Inline::Break => None,
        })
        .collect()
}

fn is_ledger(attachment: &AttachmentChoice) -> bool {
    attachment.of == AttachmentOf::Ledger
}

/// As composed; what names a person is still there.
pub(crate) fn unmasked(records: &YearRecords, edition: Edition, catalog: &Catalog) -> Doc {
    let sections = sections(records, catalog);
    let mut page = page::Page::new(records, edition, sections::dialect(records, catalog));
    page.head();
    page.body(&sections);
    if edition == Edition::Public && records.year.attachments.iter().any(is_ledger) {
        page.untold = untold(records, &page.blocks, catalog);
    }
    page.tail();
    // 版头 and 版记 are of the report that is sent.
    let sent = edition == Edition::Submission;
    Doc {
        meta: Meta {
            title: title(records),
            unit: records.unit.name.clone(),
            year: records.year.year,
        },
        letterhead: sent.then(|| official::letterhead(records)).flatten(),
        blocks: page.blocks,
        imprint: sent.then(|| official::imprint(records)).flatten(),
    }
}
