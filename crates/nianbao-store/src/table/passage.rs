use nianbao_core::record::Passage;

use super::{Cell, Cells, Table, optional_id, word};

impl Table for Passage {
    const NAME: &'static str = "passage";
    const COLUMNS: &'static [&'static str] =
        &["id", "year", "slot", "area", "body", "run_on", "order"];

    fn read(c: &mut Cells<'_, '_>) -> rusqlite::Result<Self> {
        Ok(Passage {
            id: c.id()?,
            year: c.get()?,
            slot: c.word()?,
            area: c.optional_id()?,
            body: c.text()?,
            run_on: c.get()?,
            order: c.get()?,
        })
    }

    fn write(&self) -> Vec<Cell<'_>> {
        vec![
            self.id.0.into(),
            self.year.into(),
            word(&self.slot),
            optional_id(self.area),
            self.body.as_str().into(),
            self.run_on.into(),
            self.order.into(),
        ]
    }
}
