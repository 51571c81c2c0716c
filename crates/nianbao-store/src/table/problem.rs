use nianbao_core::record::{Outcome, Problem};
use rusqlite::types::Value;

use super::{Cells, Table, word};

impl Table for Problem {
    const NAME: &'static str = "problem";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "year",
        "title",
        "body",
        "cause",
        "office",
        "source",
        "public_body",
        "outcome",
        "outcome_note",
        "order",
    ];

    fn read(c: &mut Cells<'_, '_>) -> rusqlite::Result<Self> {
        Ok(Problem {
            id: c.id()?,
            year: c.get()?,
            title: c.text()?,
            body: c.text()?,
            cause: c.text()?,
            office: c.text()?,
            source: c.word()?,
            public_body: c.text()?,
            outcome: Outcome { state: c.word()?, note: c.text()? },
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
            self.office.clone().into(),
            word(&self.source),
            self.public_body.clone().into(),
            word(&self.outcome.state),
            self.outcome.note.clone().into(),
            self.order.into(),
        ]
    }
}
