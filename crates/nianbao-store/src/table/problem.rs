use nianbao_core::record::Problem;
use rusqlite::types::Value;

use super::{Cells, Table};

impl Table for Problem {
    const NAME: &'static str = "problem";
    const COLUMNS: &'static [&'static str] = &["id", "year", "title", "body", "cause", "order"];

    fn read(c: &mut Cells<'_, '_>) -> rusqlite::Result<Self> {
        Ok(Problem {
            id: c.id()?,
            year: c.get()?,
            title: c.text()?,
            body: c.text()?,
            cause: c.text()?,
            order: c.get()?,
        })
    }

    fn write(&self) -> Vec<Value> {
        vec![
            self.id.0.into(),
            self.year.into(),
            self.title.clone().into(),
            self.body.clone().into(),
            self.cause.clone().into(),
            self.order.into(),
        ]
    }
}
