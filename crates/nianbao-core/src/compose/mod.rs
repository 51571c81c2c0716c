//! Records and a template become the document value. A bad report composes too; what is missing is
//! left out here and named elsewhere, never invented.

mod account;
mod annex;
mod document;
mod edition;
mod items;
mod left_out;
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
pub use sections::{sections, style_of};
pub use title::title;

pub(crate) use items::cause_lead;
pub(crate) use page::ends_a_sentence;
pub(crate) use parts::is_printed;

use crate::catalog::Catalog;
use crate::doc::{Doc, Meta};
use crate::record::YearRecords;

/// The whole report of a year, in one of its editions.
pub fn compose(records: &YearRecords, edition: Edition, catalog: &Catalog) -> Doc {
    let sections = sections(records, catalog);
    let mut page = page::Page::new(records, edition, sections::dialect(records, catalog));
    page.head();
    page.body(&sections);
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
