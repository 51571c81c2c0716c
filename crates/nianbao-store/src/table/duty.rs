use nianbao_core::record::Duty;
use rusqlite::types::Value;

use super::{Cells, Table};

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
            instructions: c.text()?,
            study: c.text()?,
            accounts: c.text()?,
            court: c.text()?,
            order: c.get()?,
        })
    }

    fn write(&self) -> Vec<Value> {
        vec![
            self.id.0.into(),
            self.year.into(),
            self.post.clone().into(),
            self.prompt.clone().into(),
            self.title.clone().into(),
            self.body.clone().into(),
            self.meetings.clone().into(),
            self.instructions.clone().into(),
            self.study.clone().into(),
            self.accounts.clone().into(),
            self.court.clone().into(),
            self.order.into(),
        ]
    }
}
