use nianbao_core::record::Figure;
use rusqlite::types::Value;

use super::{Cells, Table, date, decimal, json, word};

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

    fn write(&self) -> Vec<Value> {
        vec![
            self.id.0.into(),
            self.year.into(),
            self.key.clone().into(),
            self.label.clone().into(),
            decimal(self.value),
            self.unit.clone().into(),
            word(&self.precision),
            self.scope.clone().into(),
            self.relation.as_ref().map_or(Value::Null, json),
            decimal(self.previous),
            self.source.clone().into(),
            date(self.cutoff),
            self.order.into(),
        ]
    }
}
