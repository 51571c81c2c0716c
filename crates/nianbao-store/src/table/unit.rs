use nianbao_core::record::Unit;

use super::{Cell, Cells, Table, json, word};

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

    fn write(&self) -> Vec<Cell<'_>> {
        vec![
            self.id.0.into(),
            self.name.as_str().into(),
            self.short.as_str().into(),
            word(&self.kind),
            self.addressee.as_str().into(),
            self.region.as_str().into(),
            json(&self.heads),
        ]
    }
}
