use nianbao_core::record::Figure;

use super::{Cell, Cells, Table, date, decimal, optional_json, word};

impl Table for Figure {
    const NAME: &'static str = "figure";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "year",
        "key",
        "label",
        "value",
        "unit",
        "precision",
        "scope",
        "relation",
        "previous",
        "source",
        "cutoff",
        "order",
    ];

    fn read(c: &mut Cells<'_, '_>) -> rusqlite::Result<Self> {
        Ok(Figure {
            id: c.id()?,
            year: c.get()?,
            key: c.text()?,
            label: c.text()?,
            value: c.decimal()?,
            unit: c.text()?,
            precision: c.word()?,
            scope: c.text()?,
            relation: c.optional_json()?,
            previous: c.decimal()?,
            source: c.text()?,
            cutoff: c.date()?,
            order: c.get()?,
        })
    }

    fn write(&self) -> Vec<Cell<'_>> {
        vec![
            self.id.0.into(),
            self.year.into(),
            self.key.as_str().into(),
            self.label.as_str().into(),
            decimal(self.value),
            self.unit.as_str().into(),
            word(&self.precision),
            self.scope.as_str().into(),
            optional_json(self.relation.as_ref()),
            decimal(self.previous),
            self.source.as_str().into(),
            date(self.cutoff),
            self.order.into(),
        ]
    }
}
