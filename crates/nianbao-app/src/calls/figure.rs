use nianbao_core::ledger::Decimal;
use nianbao_core::record::{Kind, Record};
use nianbao_store::Change;
use serde::Deserialize;
use ts_rs::TS;

use super::record::{Changed, edit, record};
use crate::desk::Desk;
use crate::fault::{Fault, FaultCode};
use nianbao_core::record::Id;

#[derive(Debug, Clone, Deserialize, TS)]
pub struct FigureSet {
    pub id: Id,
    /// As typed: full-width digits and thousands separators are understood. Empty: not known yet.
    pub text: String,
}

pub fn set(desk: &Desk, args: FigureSet) -> Result<Changed, Fault> {
    let value = if args.text.trim().is_empty() {
        None
    } else {
        Some(args.text.parse::<Decimal>().map_err(|error| {
            Fault::new(
                FaultCode::BadNumber,
                error.to_string(),
                "请只填数字，例如 1234 或 99.5；单位填在“单位”一栏",
            )
        })?)
    };
    desk.with(|open| {
        let Record::Figure(mut figure) = record(open, Kind::Figure, args.id)? else {
            return Err(Fault::no_such_record());
        };
        figure.value = value;
        let figure = Record::Figure(figure);
        let name = format!("修改{}", figure.name());
        edit(open, name, vec![Change::Put(figure)], None)
    })
}
