use nianbao_core::catalog::Catalog;
use nianbao_core::compose::{Document, Edition, Wanted, document};
use nianbao_core::differences::{Difference, differences};
use nianbao_core::doc::Doc;
use nianbao_core::looks::Looks;
use nianbao_core::record::{AttachmentOf, YearRecords};
use serde::Deserialize;
use ts_rs::TS;

use super::closed_loop::answered_year;
use super::figure::calendar_year_before;
use super::year::{YearArgs, records};
use crate::clock;
use crate::desk::{Desk, Open};
use crate::fault::{Fault, FaultCode};
use crate::overview::{self, Overview, Seen};

/// A document of a year, in one of its editions.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DocumentArgs {
    pub year: i32,
    /// Of the report; without it: the one that is sent.
    #[serde(default)]
    #[ts(optional, as = "Option<Edition>")]
    pub edition: Edition,
    /// Without it: the report.
    #[serde(default)]
    #[ts(optional, as = "Option<Document>")]
    pub document: Document,
    /// Of 述法报告: whose, by the post; without it: the first head's.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub post: String,
}

impl DocumentArgs {
    /// The report of a year as it is sent.
    pub fn report(year: i32) -> Self {
        Self {
            year,
            edition: Edition::default(),
            document: Document::default(),
            post: String::new(),
        }
    }
}

pub fn draft(desk: &Desk, args: &DocumentArgs) -> Result<Doc, Fault> {
    Ok(draft_and_looks(desk, args)?.0)
}

/// The document and how its pages look, as the year's settings have it.
pub fn draft_and_looks(desk: &Desk, args: &DocumentArgs) -> Result<(Doc, Looks), Fault> {
    // A snapshot is taken and the 库 let go: composing holds nobody up.
    let (records, before) = desk.with(|open| read(open, args.year))?;
    known_post(&records, args)?;
    Ok(composed(records, before.as_ref(), args))
}

/// A year, and the one before where the document prints its values too.
pub fn read(open: &mut Open, year: i32) -> Result<(YearRecords, Option<YearRecords>), Fault> {
    let records = records(open, year)?;
    let printed = records.year.attachments.iter().any(|a| a.of == AttachmentOf::Ledger);
    let before = if printed { calendar_year_before(open, year)? } else { None };
    Ok((records, before))
}

/// # Errors
/// 述法报告 of somebody who is no head of the unit.
pub(super) fn known_post(records: &YearRecords, args: &DocumentArgs) -> Result<(), Fault> {
    let post = args.post.trim();
    let mut heads = records.unit.heads.iter();
    if args.document != Document::Duty || post.is_empty() || heads.any(|h| h.post.trim() == post) {
        return Ok(());
    }
    Err(Fault::new(
        FaultCode::BadArguments,
        format!("单位信息里没有职务是“{post}”的主要负责人"),
        "请先在单位信息里写上，或换一位",
    ))
}

/// The document of what was [`read`].
pub fn composed(
    mut records: YearRecords,
    before: Option<&YearRecords>,
    args: &DocumentArgs,
) -> (Doc, Looks) {
    if before.is_some() {
        records.with_last_year(before);
    }
    let wanted = Wanted { document: args.document, edition: args.edition, post: args.post.clone() };
    let doc = document(&records, &wanted, Catalog::built_in());
    (doc, Looks::of(records.year.looks))
}

pub fn compose_call(desk: &Desk, args: DocumentArgs) -> Result<Doc, Fault> {
    draft(desk, &args)
}

/// Between the two editions of the year's report, in the order of the text.
pub fn differences_call(desk: &Desk, args: YearArgs) -> Result<Vec<Difference>, Fault> {
    let (mut records, before) = desk.with(|open| read(open, args.year))?;
    if before.is_some() {
        records.with_last_year(before.as_ref());
    }
    Ok(differences(&records, Catalog::built_in()))
}

pub fn overview(desk: &Desk, args: YearArgs) -> Result<Overview, Fault> {
    let year = args.year;
    let (records, before, answered, steps) = desk.with(|open| {
        let steps = open.store.history(overview::RECENT_STEPS)?;
        let before = calendar_year_before(open, year)?;
        Ok((records(open, year)?, before, answered_year(open, year)?, steps))
    })?;
    let seen = Seen {
        records: &records,
        before: before.as_ref(),
        answered: answered.as_ref(),
        steps: &steps,
        today: clock::local().date(),
    };
    Ok(overview::of(&seen, Catalog::built_in()))
}
