use nianbao_core::record::OwnTemplate;
use rusqlite::types::Value;

use super::{Cells, Table, json};

impl Table for OwnTemplate {
    const NAME: &'static str = "template";
    const COLUMNS: &'static [&'static str] = &["id", "key", "name", "sections"];

    fn read(c: &mut Cells<'_, '_>) -> rusqlite::Result<Self> {
        Ok(OwnTemplate { id: c.id()?, key: c.text()?, name: c.text()?, sections: c.json()? })
    }

    fn write(&self) -> Vec<Value> {
        vec![
            self.id.0.into(),
            self.key.clone().into(),
            self.name.clone().into(),
            json(&self.sections),
        ]
    }
}
