use nianbao_core::record::{Id, Outcome, Plan};

use super::{Cell, Cells, Linked, List, Table, date, word};

impl Table for Plan {
    const NAME: &'static str = "plan";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "year",
        "title",
        "body",
        "target",
        "office",
        "helpers",
        "due",
        "document",
        "outcome",
        "outcome_note",
        "order",
    ];

    fn read(c: &mut Cells<'_, '_>) -> rusqlite::Result<Self> {
        Ok(Plan {
            id: c.id()?,
            year: c.get()?,
            title: c.text()?,
            body: c.text()?,
            target: c.text()?,
            office: c.text()?,
            helpers: c.text()?,
            due: c.date()?,
            answers: Vec::new(),
            document: c.text()?,
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
            self.target.as_str().into(),
            self.office.as_str().into(),
            self.helpers.as_str().into(),
            date(self.due),
            self.document.as_str().into(),
            word(&self.outcome.state),
            self.outcome.note.as_str().into(),
            self.order.into(),
        ]
    }
}

impl Linked for Plan {
    fn id(&self) -> Id {
        self.id
    }

    fn list(&mut self, list: List) -> Option<&mut Vec<Id>> {
        match list {
            List::PlanAnswers => Some(&mut self.answers),
            _ => None,
        }
    }
}
