use nianbao_core::record::{Kind, Record};
use nianbao_store::Change;
use serde::Deserialize;
use serde_json::{Map, Value};
use ts_rs::TS;

use super::record::{Changed, edit, with_fields};
use crate::desk::Desk;
use crate::fault::Fault;

#[derive(Debug, Clone, Deserialize, TS)]
pub struct UnitSet {
    #[ts(type = "Partial<Omit<Unit, 'id'>>")]
    pub fields: Map<String, Value>,
    /// One of a burst of keystrokes: joins the step before it.
    #[serde(default)]
    #[ts(optional)]
    pub typing: Option<bool>,
}

pub fn set(desk: &Desk, args: UnitSet) -> Result<Changed, Fault> {
    desk.with(|open| {
        let unit = Record::Unit(open.store.unit()?);
        let unit = with_fields(unit, &args.fields)?;
        let merge = args
            .typing
            .unwrap_or(false)
            .then(|| super::record::merge_key(Kind::Unit, unit.id(), &args.fields));
        edit(open, "修改单位信息".to_owned(), vec![Change::Put(unit)], merge)
    })
}
