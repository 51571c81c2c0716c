use nianbao_core::record::Unit;
use rusqlite::types::Value;

use super::{Cells, Table, json, word};

impl Table for Unit {
    const NAME: &'static str = "unit";
    const COLUMNS: &'static [&'static str] =
        &["id", "name", "short", "kind", "addressee", "region", "heads"];

    fn read(c: &mut Cells<'_, '_>) -> rusqlite::Result<Self> {
        Ok(Unit {
            id: c.id()?,
            name: c.text()?,
            short: c.text()?,
            kind: c.word()?,
            addressee: c.text()?,
            region: c.text()?,
            heads: c.json()?,
        })
    }

    fn write(&self) -> Vec<Value> {
        vec![
            self.id.0.into(),
            self.name.clone().into(),
            self.short.clone().into(),
            word(&self.kind),
            self.addressee.clone().into(),
            self.region.clone().into(),
            json(&self.heads),
        ]
    }
}
