use nianbao_core::record::OwnTemplate;

use super::{Cell, Cells, Table, json, optional_word};

impl Table for OwnTemplate {
    const NAME: &'static str = "template";
    const COLUMNS: &'static [&'static str] = &["id", "key", "name", "sections", "dialect"];

    fn read(c: &mut Cells<'_, '_>) -> rusqlite::Result<Self> {
        Ok(OwnTemplate {
            id: c.id()?,
            key: c.text()?,
            name: c.text()?,
            sections: c.json()?,
            dialect: c.optional_word()?,
        })
    }

    fn write(&self) -> Vec<Cell<'_>> {
        vec![
            self.id.0.into(),
            self.key.as_str().into(),
            self.name.as_str().into(),
            json(&self.sections),
            optional_word(self.dialect.as_ref()),
        ]
    }
}
