use nianbao_core::record::Area;

use super::{Cell, Cells, Table};

impl Table for Area {
    const NAME: &'static str = "area";
    const COLUMNS: &'static [&'static str] = &["id", "year", "key", "title", "order"];

    fn read(c: &mut Cells<'_, '_>) -> rusqlite::Result<Self> {
        Ok(Area { id: c.id()?, year: c.get()?, key: c.text()?, title: c.text()?, order: c.get()? })
    }

    fn write(&self) -> Vec<Cell<'_>> {
        vec![
            self.id.0.into(),
            self.year.into(),
            self.key.as_str().into(),
            self.title.as_str().into(),
            self.order.into(),
        ]
    }
}
