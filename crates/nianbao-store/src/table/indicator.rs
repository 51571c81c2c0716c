use nianbao_core::record::{Id, Indicator};

use super::{Cell, Cells, Linked, List, Table, optional_id};

impl Table for Indicator {
    const NAME: &'static str = "indicator";
    const COLUMNS: &'static [&'static str] =
        &["id", "year", "code", "title", "parent", "standard", "assessment", "order"];

    fn read(c: &mut Cells<'_, '_>) -> rusqlite::Result<Self> {
        Ok(Indicator {
            id: c.id()?,
            year: c.get()?,
            code: c.text()?,
            title: c.text()?,
            parent: c.optional_id()?,
            standard: c.text()?,
            assessment: c.text()?,
            evidence: Vec::new(),
            order: c.get()?,
        })
    }

    fn write(&self) -> Vec<Cell<'_>> {
        vec![
            self.id.0.into(),
            self.year.into(),
            self.code.as_str().into(),
            self.title.as_str().into(),
            optional_id(self.parent),
            self.standard.as_str().into(),
            self.assessment.as_str().into(),
            self.order.into(),
        ]
    }
}

impl Linked for Indicator {
    fn id(&self) -> Id {
        self.id
    }

    fn list(&mut self, list: List) -> Option<&mut Vec<Id>> {
        match list {
            List::IndicatorEvidence => Some(&mut self.evidence),
            _ => None,
        }
    }
}
