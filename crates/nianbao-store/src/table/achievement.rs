use nianbao_core::record::Achievement;
use rusqlite::types::Value;

use super::{Cells, Table, date};

impl Table for Achievement {
    const NAME: &'static str = "achievement";
    const COLUMNS: &'static [&'static str] =
        &["id", "year", "area", "title", "body", "date", "office", "order"];

    fn read(c: &mut Cells<'_, '_>) -> rusqlite::Result<Self> {
        Ok(Achievement {
            id: c.id()?,
            year: c.get()?,
            area: c.id()?,
            title: c.text()?,
            body: c.text()?,
            date: c.date()?,
            office: c.text()?,
            order: c.get()?,
        })
    }

    fn write(&self) -> Vec<Value> {
        vec![
            self.id.0.into(),
            self.year.into(),
            self.area.0.into(),
            self.title.clone().into(),
            self.body.clone().into(),
            date(self.date),
            self.office.clone().into(),
            self.order.into(),
        ]
    }
}
