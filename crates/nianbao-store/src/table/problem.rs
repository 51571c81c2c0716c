use nianbao_core::record::{Outcome, Problem};

use super::{Cell, Cells, Table, word};

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

    fn write(&self) -> Vec<Cell<'_>> {
        vec![
            self.id.0.into(),
            self.year.into(),
            self.title.as_str().into(),
            self.body.as_str().into(),
            self.cause.as_str().into(),
            self.office.as_str().into(),
            word(&self.source),
            self.public_body.as_str().into(),
            word(&self.outcome.state),
            self.outcome.note.as_str().into(),
            self.order.into(),
        ]
    }
}
