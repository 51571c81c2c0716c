//! The page under the hands: what is written goes to its end.

use std::collections::BTreeSet;

use super::Edition;
use crate::doc::{Block, Face, Field, Inline, Origin, Paragraph, Role, Text};
use crate::record::{Dialect, Id, Kind, Passage, Slot, YearRecords};
use crate::text::reference::{Piece, pieces};
use crate::text::{date, numbering};

pub(super) struct Page<'a> {
    pub records: &'a YearRecords,
    pub edition: Edition,
    pub dialect: Option<Dialect>,
    pub blocks: Vec<Block>,
    /// 一级标题 so far.
    pub number: usize,
    /// Items numbered so far where numbers count on through all areas.
    pub counted: usize,
    /// Keys of figures that only what is left out tells.
    pub untold: BTreeSet<String>,
}

impl<'a> Page<'a> {
    pub fn new(records: &'a YearRecords, edition: Edition, dialect: Option<Dialect>) -> Self {
        Self {
            records,
            edition,
            dialect,
            blocks: Vec::new(),
            number: 0,
            counted: 0,
            untold: BTreeSet::new(),
        }
    }

    fn is_sent(&self) -> bool {
        self.edition == Edition::Submission
    }

    /// Title, 主送, 引言.
    pub fn head(&mut self) {
        let year = &self.records.year;
        let origin = Origin { kind: Kind::Year, id: year.id, field: Field::Title };
        let mut paragraph = Paragraph::new(Role::Title);
        for (n, line) in super::title::title_lines(self.records).iter().enumerate() {
            if n > 0 {
                paragraph.inlines.push(Inline::Break);
            }
            paragraph.inlines.push(run(line, Face::Plain, Some(origin)));
        }
        self.put(paragraph);
        let addressee = year.addressee.trim().trim_end_matches(['：', ':']);
        if self.is_sent() && !addressee.is_empty() {
            let origin = Origin { kind: Kind::Year, id: year.id, field: Field::Addressee };
            let mut paragraph = Paragraph::new(Role::Addressee);
            paragraph.inlines.push(run(addressee, Face::Plain, Some(origin)));
            paragraph.inlines.push(added("："));
            self.put(paragraph);
        }
        self.passages(Slot::Lead, None);
        self.opening();
    }

    /// 现将有关情况报告如下。 ends the 引言, or stands alone where there is none. One that the 引言
    /// brings along is not said twice.
    fn opening(&mut self) {
        let year = &self.records.year;
        let opening = year.opening.trim();
        if opening.is_empty() {
            return;
        }
        let lead = self.passages_of(Slot::Lead, None).last();
        match lead.map(|passage| passage.body.trim_end()) {
            Some(lead) if lead.trim_end_matches(['。', '：', ':', '.']).ends_with("如下") => {
                return;
            }
            Some(lead) if !ends_a_sentence(lead) => self.append(added("。")),
            Some(_) => {}
            None => self.put(Paragraph::new(Role::Body)),
        }
        let origin = Origin { kind: Kind::Year, id: year.id, field: Field::Opening };
        self.text(opening, Face::Plain, origin);
    }

    /// 结尾, or the phrase chosen for it; 落款. The public is told nothing 特此.
    pub fn tail(&mut self) {
        let year = &self.records.year;
        let closing = if self.is_sent() { year.closing.trim() } else { "" };
        if self.passages_of(Slot::Ending, None).next().is_some() {
            self.passages(Slot::Ending, None);
        } else if !closing.is_empty() {
            self.put(Paragraph::new(Role::Body));
            let origin = Origin { kind: Kind::Year, id: year.id, field: Field::Closing };
            self.text(closing, Face::Plain, origin);
        }
        self.attachment_notes();
        self.signature();
        self.note();
        self.attachments();
    }

    fn signature(&mut self) {
        let year = &self.records.year;
        let unit = &self.records.unit;
        if !self.is_sent() || !year.signed || unit.name.trim().is_empty() {
            return;
        }
        let origin = Origin { kind: Kind::Unit, id: unit.id, field: Field::Name };
        let mut paragraph = Paragraph::new(Role::Signature);
        paragraph.inlines.push(run(unit.name.trim(), Face::Plain, Some(origin)));
        self.put(paragraph);
        if let Some(day) = year.dated {
            let mut paragraph = Paragraph::new(Role::Date);
            paragraph.inlines.push(added(&date::written(day)));
            self.put(paragraph);
        }
    }

    /// The level of the number at a depth of the outline: 1 for 一、. D5 has no （一）.
    pub fn level(&self, depth: u8) -> u8 {
        match self.dialect {
            Some(Dialect::D5) if depth > 1 => depth + 1,
            _ => depth,
        }
    }

    pub fn heading(&mut self, level: u8, n: usize, title: &str, origin: Option<Origin>) {
        let mut paragraph = Paragraph::new(Role::Heading(level));
        paragraph.inlines.push(added(&numbering::mark(level, n)));
        self.put(paragraph);
        // A heading is one line, however it was typed.
        self.line(&title.trim().replace('\n', ""), Face::Plain, origin);
    }

    pub fn passages_of(
        &self,
        slot: Slot,
        area: Option<Id>,
    ) -> impl Iterator<Item = &'a Passage> + use<'a> {
        let edition = self.edition;
        self.records
            .passages
            .iter()
            .filter(move |p| p.slot == slot && (area.is_none() || p.area == area))
            .filter(move |p| !p.body.trim().is_empty() && passage_admitted(p, edition))
    }

    /// Whether the last of them invites 一是… to follow in its own paragraph.
    pub fn passages(&mut self, slot: Slot, area: Option<Id>) -> bool {
        self.passages_after(slot, area, false)
    }

    /// `open`: the first of them goes on in the paragraph before.
    pub fn passages_after(&mut self, slot: Slot, area: Option<Id>, open: bool) -> bool {
        let mut runs_on = open;
        for (n, passage) in self.passages_of(slot, area).enumerate() {
            self.passage(passage, open && n == 0);
            runs_on = passage.run_on;
        }
        runs_on
    }

    pub fn passage(&mut self, passage: &Passage, open: bool) {
        if !open {
            self.put(Paragraph::new(Role::Body));
        }
        let origin = Origin { kind: Kind::Passage, id: passage.id, field: Field::Body };
        self.text(passage.body.trim_end(), Face::Plain, origin);
    }

    pub fn put(&mut self, paragraph: Paragraph) {
        self.blocks.push(Block::Paragraph(paragraph));
    }

    pub fn append(&mut self, inline: Inline) {
        if let Some(Block::Paragraph(last)) = self.blocks.last_mut() {
            last.inlines.push(inline);
        }
    }

    /// Puts the 。 that a text before the next sentence lacks.
    pub fn close_sentence(&mut self) {
        if let Some(Block::Paragraph(last)) = self.blocks.last() {
            let text = last.plain();
            if !text.trim_end().is_empty() && !ends_a_sentence(text.trim_end()) {
                self.append(added("。"));
            }
        }
    }

    /// Text as typed into the paragraph at hand: a line feed begins a new paragraph, `{{key}}` prints its figure.
    pub fn text(&mut self, text: &str, face: Face, origin: Origin) {
        for (n, line) in text.split('\n').enumerate() {
            if n > 0 {
                self.put(Paragraph::new(Role::Body));
            }
            self.line(line, face, Some(origin));
        }
    }

    pub fn line(&mut self, line: &str, face: Face, origin: Option<Origin>) {
        for piece in pieces(line) {
            let (text, figure) = match piece {
                Piece::Text(text) => (text.to_owned(), None),
                Piece::Figure { key, .. } => {
                    let value = self.records.figure(key).and_then(|f| f.in_text());
                    (value.unwrap_or_else(|| format!("〔待填：{key}〕")), Some(key.to_owned()))
                }
            };
            self.append(Inline::Text(Text { text, face, origin, figure, masked: None }));
        }
    }
}

pub(super) fn run(text: &str, face: Face, origin: Option<Origin>) -> Inline {
    Inline::Text(Text { text: text.to_owned(), face, origin, figure: None, masked: None })
}

/// What the template adds and nobody typed.
pub(super) fn added(text: &str) -> Inline {
    run(text, Face::Plain, None)
}

/// 特此报告。 is said to whom the report is sent; an ending that says more stays.
pub(super) fn passage_admitted(passage: &Passage, edition: Edition) -> bool {
    let formula = passage.slot == Slot::Ending && is_formula(&passage.body);
    edition == Edition::Submission || !formula
}

/// 特此报告。以上报告，请审阅。
fn is_formula(text: &str) -> bool {
    const LONGEST: usize = 16;
    let text = text.trim();
    text.chars().count() <= LONGEST && (text.contains("报告") || text.contains("汇报"))
}

/// Whether a text closes with a mark of its own.
pub(crate) fn ends_a_sentence(text: &str) -> bool {
    text.ends_with(['。', '！', '？', '；', '：', '…', '.', '!', '?', ';', ':'])
        || text.ends_with(['”', '’', '）', '》'])
            && text.chars().rev().nth(1).is_some_and(|c| "。！？".contains(c))
}
