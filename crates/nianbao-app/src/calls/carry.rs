use nianbao_core::carry::{Carry, carry};
use nianbao_core::catalog::Catalog;
use nianbao_core::record::Record;
use nianbao_store::Change;
use serde::Deserialize;
use ts_rs::TS;

use super::record::{Changed, edit};
use super::year::{records, refuse_taken};
use crate::desk::Desk;
use crate::fault::Fault;

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct YearCarry {
    pub from: i32,
    pub to: i32,
    /// What comes along.
    #[serde(flatten)]
    pub choice: Carry,
}

pub fn carry_call(desk: &Desk, args: YearCarry) -> Result<Changed, Fault> {
    desk.with(|open| {
        refuse_taken(open, args.to)?;
        let last = records(open, args.from)?;
        let mut new = carry(&last, &args.choice, args.to);
        for record in &mut new {
            if let Record::Year(year) = record
                && year.deadlines.is_empty()
            {
                year.deadlines = Catalog::built_in().deadlines_of(last.unit.kind, args.to);
            }
        }
        let name = format!("由{}年带到{}年", args.from, args.to);
        edit(open, name, new.into_iter().map(Change::Put).collect(), None)
    })
}
