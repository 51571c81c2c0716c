use nianbao_core::record::Duty;
use rusqlite::types::Value;

use super::{Cells, Table};

impl Table for Duty {
    const NAME: &'static str = "duty";
    const COLUMNS: &'static [&'static str] = &["id", "year", "post", "title", "body", "order"];

    fn read(c: &mut Cells<'_, '_>) -> rusqlite::Result<Self> {
        Ok(Duty {
            id: c.id()?,
            year: c.get()?,
            post: c.text()?,
            title: c.text()?,
            body: c.text()?,
            order: c.get()?,
        })
    }

    fn write(&self) -> Vec<Value> {
        vec![
            self.id.0.into(),
            self.year.into(),
            self.post.clone().into(),
            self.title.clone().into(),
            self.body.clone().into(),
            self.order.into(),
        ]
    }
}
