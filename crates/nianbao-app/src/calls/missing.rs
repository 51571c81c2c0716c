use nianbao_core::catalog::Catalog;
use nianbao_core::compose::{LeftOut, left_out};
use nianbao_core::missing::{Incomplete, incomplete};
use nianbao_core::remarks::{Remark, all_remarks};
use serde::Serialize;
use ts_rs::TS;

use super::year::{EditionArgs, records};
use crate::desk::Desk;
use crate::fault::Fault;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MissingReply {
    /// Records that lack something: 缺 N 项.
    pub records: Vec<Incomplete>,
    /// What was entered and can hardly be meant, beside its field.
    pub remarks: Vec<Remark>,
    /// What the report does not print, and why.
    pub left_out: Vec<LeftOut>,
}

pub fn get(desk: &Desk, args: EditionArgs) -> Result<MissingReply, Fault> {
    let records = desk.with(|open| records(open, args.year))?;
    Ok(MissingReply {
        records: incomplete(&records),
        remarks: all_remarks(&records),
        left_out: left_out(&records, args.edition, Catalog::built_in()),
    })
}
