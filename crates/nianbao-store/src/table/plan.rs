use nianbao_core::record::Plan;
use rusqlite::types::Value;

use super::{Cells, Table, date};

impl Table for Plan {
    const NAME: &'static str = "plan";
    const COLUMNS: &'static [&'static str] =
        &["id", "year", "title", "body", "office", "due", "order"];

    fn read(c: &mut Cells<'_, '_>) -> rusqlite::Result<Self> {
        Ok(Plan {
            id: c.id()?,
            year: c.get()?,
            title: c.text()?,
            body: c.text()?,
            office: c.text()?,
            due: c.date()?,
            order: c.get()?,
        })
    }

    fn write(&self) -> Vec<Value> {
        vec![
            self.id.0.into(),
            self.year.into(),
            self.title.clone().into(),
            self.body.clone().into(),
            self.office.clone().into(),
            date(self.due),
            self.order.into(),
        ]
    }
}
