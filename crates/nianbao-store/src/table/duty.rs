use nianbao_core::record::Duty;

use super::{Cell, Cells, Table};

impl Table for Duty {
    const NAME: &'static str = "duty";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "year",
        "post",
        "prompt",
        "title",
        "body",
        "meetings",
        "supervised",
        "instructions",
        "study",
        "accounts",
        "court",
        "order",
    ];

    fn read(c: &mut Cells<'_, '_>) -> rusqlite::Result<Self> {
        Ok(Duty {
            id: c.id()?,
            year: c.get()?,
            post: c.text()?,
            prompt: c.text()?,
            title: c.text()?,
            body: c.text()?,
            meetings: c.text()?,
            supervised: c.text()?,
            instructions: c.text()?,
            study: c.text()?,
            accounts: c.text()?,
            court: c.text()?,
            order: c.get()?,
        })
    }

    fn write(&self) -> Vec<Cell<'_>> {
        vec![
            self.id.0.into(),
            self.year.into(),
            self.post.as_str().into(),
            self.prompt.as_str().into(),
            self.title.as_str().into(),
            self.body.as_str().into(),
            self.meetings.as_str().into(),
            self.supervised.as_str().into(),
            self.instructions.as_str().into(),
            self.study.as_str().into(),
            self.accounts.as_str().into(),
            self.court.as_str().into(),
            self.order.into(),
        ]
    }
}
