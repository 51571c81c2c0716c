use nianbao_core::record::Unit;
use rusqlite::types::Value;

use super::{Cells, Table, word};

impl Table for Unit {
    const NAME: &'static str = "unit";
    const COLUMNS: &'static [&'static str] = &["id", "name", "short", "kind", "addressee"];

    fn read(c: &mut Cells<'_, '_>) -> rusqlite::Result<Self> {
        Ok(Unit {
            id: c.id()?,
            name: c.text()?,
            short: c.text()?,
            kind: c.word()?,
            addressee: c.text()?,
        })
    }

    fn write(&self) -> Vec<Value> {
        vec![
            self.id.0.into(),
            self.name.clone().into(),
            self.short.clone().into(),
            word(&self.kind),
            self.addressee.clone().into(),
        ]
    }
}
