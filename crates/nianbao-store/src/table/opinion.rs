use nianbao_core::record::Opinion;
use rusqlite::types::Value;

use super::{Cells, Table, word};

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

    fn write(&self) -> Vec<Value> {
        vec![
            self.id.0.into(),
            self.year.into(),
            self.giver.clone().into(),
            self.about.clone().into(),
            self.body.clone().into(),
            word(&self.verdict),
            self.reason.clone().into(),
            self.order.into(),
        ]
    }
}
