use nianbao_core::record::{TitleForm, Year};

use super::{Cell, Cells, Table, date, json, optional_word, word};

impl Table for Year {
    const NAME: &'static str = "year";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "year",
        "template",
        "title",
        "cutoff",
        "addressee",
        "signed",
        "dated",
        "sections",
        "dialect",
        "form_about",
        "form_tail",
        "opening",
        "closing",
        "deadlines",
        "state",
        "reviewed",
        "letterhead",
        "attachments",
        "note",
        "imprint",
        "looks",
    ];

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
            dialect: c.optional_word()?,
            form: TitleForm { about: c.get()?, tail: c.text()? },
            opening: c.text()?,
            closing: c.text()?,
            deadlines: c.json()?,
            state: c.word()?,
            reviewed: c.json()?,
            letterhead: c.json()?,
            attachments: c.json()?,
            note: c.text()?,
            imprint: c.json()?,
            looks: c.json()?,
        })
    }

    fn write(&self) -> Vec<Cell<'_>> {
        vec![
            self.id.0.into(),
            self.year.into(),
            self.template.as_str().into(),
            self.title.as_str().into(),
            date(self.cutoff),
            self.addressee.as_str().into(),
            self.signed.into(),
            date(self.dated),
            json(&self.sections),
            optional_word(self.dialect.as_ref()),
            self.form.about.into(),
            self.form.tail.as_str().into(),
            self.opening.as_str().into(),
            self.closing.as_str().into(),
            json(&self.deadlines),
            word(&self.state),
            json(&self.reviewed),
            json(&self.letterhead),
            json(&self.attachments),
            self.note.as_str().into(),
            json(&self.imprint),
            json(&self.looks),
        ]
    }
}
