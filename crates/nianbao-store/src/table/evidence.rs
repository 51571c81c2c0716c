use nianbao_core::record::Evidence;

use super::{Cell, Cells, Table, date};

impl Table for Evidence {
    const NAME: &'static str = "evidence";
    const COLUMNS: &'static [&'static str] = &[
        "id", "year", "title", "document", "date", "page", "path", "hash", "size", "copied",
        "order",
    ];

    fn read(c: &mut Cells<'_, '_>) -> rusqlite::Result<Self> {
        Ok(Evidence {
            id: c.id()?,
            year: c.get()?,
            title: c.text()?,
            document: c.text()?,
            date: c.date()?,
            page: c.text()?,
            path: c.text()?,
            hash: c.text()?,
            size: c.get()?,
            copied: c.get()?,
            order: c.get()?,
        })
    }

    fn write(&self) -> Vec<Cell<'_>> {
        vec![
            self.id.0.into(),
            self.year.into(),
            self.title.as_str().into(),
            self.document.as_str().into(),
            date(self.date),
            self.page.as_str().into(),
            self.path.as_str().into(),
            self.hash.as_str().into(),
            self.size.into(),
            self.copied.into(),
            self.order.into(),
        ]
    }
}
