use nianbao_core::record::{Id, Outcome, Plan};
use rusqlite::types::Value;

use super::{Cells, Linked, List, Table, date, word};

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

    fn write(&self) -> Vec<Value> {
        vec![
            self.id.0.into(),
            self.year.into(),
            self.title.clone().into(),
            self.body.clone().into(),
            self.target.clone().into(),
            self.office.clone().into(),
            self.helpers.clone().into(),
            date(self.due),
            self.document.clone().into(),
            word(&self.outcome.state),
            self.outcome.note.clone().into(),
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
