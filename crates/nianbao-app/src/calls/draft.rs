use nianbao_core::catalog::Catalog;
use nianbao_core::compose::compose;
use nianbao_core::doc::Doc;

use super::year::{YearArgs, records};
use crate::desk::Desk;
use crate::fault::Fault;
use crate::overview::{self, Overview};

pub fn draft(desk: &Desk, year: i32) -> Result<Doc, Fault> {
    // A snapshot is taken and the 库 let go: composing holds nobody up.
    let records = desk.with(|open| records(open, year))?;
    Ok(compose(&records, Catalog::built_in()))
}

pub fn compose_call(desk: &Desk, args: YearArgs) -> Result<Doc, Fault> {
    draft(desk, args.year)
}

pub fn overview(desk: &Desk, args: YearArgs) -> Result<Overview, Fault> {
    let (records, recent) = desk.with(|open| {
        Ok((records(open, args.year)?, open.store.history(overview::RECENT_STEPS)?))
    })?;
    Ok(overview::of(&records, Catalog::built_in(), &recent))
}
