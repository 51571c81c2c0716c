use nianbao_core::record::Year;
use rusqlite::types::Value;

use super::{Cells, Table, date, json};

impl Table for Year {
    const NAME: &'static str = "year";
    const COLUMNS: &'static [&'static str] =
        &["id", "year", "template", "title", "cutoff", "addressee", "signed", "dated", "sections"];

    fn read(c: &mut Cells<'_, '_>) -> rusqlite::Result<Self> {
        Ok(Year {
            id: c.id()?,
            year: c.get()?,
            template: c.text()?,
            title: c.text()?,
            cutoff: c.date()?,
            addressee: c.text()?,
            signed: c.get()?,
            dated: c.date()?,
            sections: c.json()?,
        })
    }

    fn write(&self) -> Vec<Value> {
        vec![
            self.id.0.into(),
            self.year.into(),
            self.template.clone().into(),
            self.title.clone().into(),
            date(self.cutoff),
            self.addressee.clone().into(),
            self.signed.into(),
            date(self.dated),
            json(&self.sections),
        ]
    }
}
