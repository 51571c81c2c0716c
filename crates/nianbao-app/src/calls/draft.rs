use nianbao_core::catalog::Catalog;
use nianbao_core::compose::{Edition, compose};
use nianbao_core::doc::Doc;
use nianbao_core::looks::Looks;
use nianbao_core::record::AttachmentOf;

use super::closed_loop::answered_year;
use super::figure::calendar_year_before;
use super::year::{EditionArgs, YearArgs, records};
use crate::clock;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::overview::{self, Overview, Seen};

pub fn draft(desk: &Desk, year: i32, edition: Edition) -> Result<Doc, Fault> {
    Ok(draft_and_looks(desk, year, edition)?.0)
}

/// The report and how its pages look, as the year's settings have it.
pub fn draft_and_looks(desk: &Desk, year: i32, edition: Edition) -> Result<(Doc, Looks), Fault> {
    // A snapshot is taken and the 库 let go: composing holds nobody up.
    let records = desk.with(|open| {
        let mut records = records(open, year)?;
        if records.year.attachments.iter().any(|a| a.of == AttachmentOf::Ledger) {
            let before = calendar_year_before(open, year)?;
            records.with_last_year(before.as_ref());
        }
        Ok(records)
    })?;
    Ok((compose(&records, edition, Catalog::built_in()), Looks::of(records.year.looks)))
}

pub fn compose_call(desk: &Desk, args: EditionArgs) -> Result<Doc, Fault> {
    draft(desk, args.year, args.edition)
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
