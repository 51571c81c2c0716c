use nianbao_core::record::Opinion;

use super::{Cell, Cells, Table, word};

impl Table for Opinion {
    const NAME: &'static str = "opinion";
    const COLUMNS: &'static [&'static str] =
        &["id", "year", "giver", "about", "body", "verdict", "reason", "order"];

    fn read(c: &mut Cells<'_, '_>) -> rusqlite::Result<Self> {
        Ok(Opinion {
            id: c.id()?,
            year: c.get()?,
            giver: c.text()?,
            about: c.text()?,
            body: c.text()?,
            verdict: c.word()?,
            reason: c.text()?,
            order: c.get()?,
        })
    }

    fn write(&self) -> Vec<Cell<'_>> {
        vec![
            self.id.0.into(),
            self.year.into(),
            self.giver.as_str().into(),
            self.about.as_str().into(),
            self.body.as_str().into(),
            word(&self.verdict),
            self.reason.as_str().into(),
            self.order.into(),
        ]
    }
}
