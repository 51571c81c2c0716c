use nianbao_core::record::{Achievement, Id};

use super::{Cell, Cells, Linked, List, Table, date, word};

impl Table for Achievement {
    const NAME: &'static str = "achievement";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "year",
        "area",
        "title",
        "body",
        "date",
        "until",
        "office",
        "source",
        "sensitivity",
        "state",
        "order",
    ];

    fn read(c: &mut Cells<'_, '_>) -> rusqlite::Result<Self> {
        Ok(Achievement {
            id: c.id()?,
            year: c.get()?,
            area: c.id()?,
            title: c.text()?,
            body: c.text()?,
            date: c.date()?,
            until: c.date()?,
            office: c.text()?,
            source: c.text()?,
            answers: Vec::new(),
            indicators: Vec::new(),
            evidence: Vec::new(),
            sensitivity: c.word()?,
            state: c.word()?,
            order: c.get()?,
        })
    }

    fn write(&self) -> Vec<Cell<'_>> {
        vec![
            self.id.0.into(),
            self.year.into(),
            self.area.0.into(),
            self.title.as_str().into(),
            self.body.as_str().into(),
            date(self.date),
            date(self.until),
            self.office.as_str().into(),
            self.source.as_str().into(),
            word(&self.sensitivity),
            word(&self.state),
            self.order.into(),
        ]
    }
}

impl Linked for Achievement {
    fn id(&self) -> Id {
        self.id
    }

    fn list(&mut self, list: List) -> Option<&mut Vec<Id>> {
        match list {
            List::AchievementAnswers => Some(&mut self.answers),
            List::AchievementIndicators => Some(&mut self.indicators),
            List::AchievementEvidence => Some(&mut self.evidence),
            _ => None,
        }
    }
}
