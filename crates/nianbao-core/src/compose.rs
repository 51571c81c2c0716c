//! Records and a template become the document value. A bad report composes too; what is missing is
//! left out here and named elsewhere, never invented.

use crate::catalog::{Catalog, Section, Template};
use crate::doc::{Block, Doc, Face, Field, Inline, Meta, Origin, Paragraph, Role, Text};
use crate::record::{Id, ItemStyle, Kind, Passage, SectionOf, Slot, Year, YearRecords};
use crate::text::reference::{Piece, pieces};
use crate::text::{date, numbering};

/// The whole report of a year.
pub fn compose(records: &YearRecords, catalog: &Catalog) -> Doc {
    let mut page = Page { records, blocks: Vec::new(), counted: 0 };
    page.head();
    let mut number = 0;
    for section in sections(&records.year, catalog) {
        page.section(&section, &mut number);
    }
    page.passages(Slot::Ending, None);
    page.signature();
    Doc {
        meta: Meta {
            title: title(records),
            unit: records.unit.name.clone(),
            year: records.year.year,
        },
        blocks: page.blocks,
    }
}

/// The title as printed: the person's own, or 单位 + 年份 + 法治政府建设年度报告.
pub fn title(records: &YearRecords) -> String {
    let own = records.year.title.trim();
    if own.is_empty() {
        format!("{}{}年法治政府建设年度报告", records.unit.name, records.year.year)
    } else {
        own.to_owned()
    }
}

/// The template's sections with the year's own headings and styles in them.
/// An unknown template (a file from a program with more of them) falls back to the first.
pub fn sections(year: &Year, catalog: &Catalog) -> Vec<Section> {
    let template: Option<&Template> =
        catalog.template(&year.template).or_else(|| catalog.templates.first());
    let mut sections = template.map(|t| t.sections.clone()).unwrap_or_default();
    for section in &mut sections {
        let Some(choice) = year.sections.iter().find(|c| c.of == section.of) else { continue };
        if !choice.title.trim().is_empty() {
            section.title = choice.title.trim().to_owned();
        }
        if let Some(items) = choice.items {
            section.items = items;
        }
    }
    sections
}

/// What an item of a list prints.
struct Item<'a> {
    kind: Kind,
    id: Id,
    title: &'a str,
    body: &'a str,
    cause: &'a str,
}

impl<'a> Item<'a> {
    fn new(kind: Kind, id: Id, title: &'a str, body: &'a str) -> Self {
        Self { kind, id, title: title.trim(), body: body.trim(), cause: "" }
    }

    fn is_empty(&self) -> bool {
        self.title.is_empty() && self.body.is_empty() && self.cause.is_empty()
    }

    fn origin(&self, field: Field) -> Origin {
        Origin { kind: self.kind, id: self.id, field }
    }
}

struct Page<'a> {
    records: &'a YearRecords,
    blocks: Vec<Block>,
    /// Items numbered so far where numbers count on through all areas.
    counted: usize,
}

impl<'a> Page<'a> {
    fn head(&mut self) {
        let year = &self.records.year;
        let origin = Origin { kind: Kind::Year, id: year.id, field: Field::Title };
        let mut paragraph = Paragraph::new(Role::Title);
        for (n, line) in title(self.records).lines().enumerate() {
            if n > 0 {
                paragraph.inlines.push(Inline::Break);
            }
            paragraph.inlines.push(run(line, Face::Plain, Some(origin)));
        }
        self.put(paragraph);
        let addressee = year.addressee.trim().trim_end_matches(['：', ':']);
        if !addressee.is_empty() {
            let origin = Origin { kind: Kind::Year, id: year.id, field: Field::Addressee };
            let mut paragraph = Paragraph::new(Role::Addressee);
            paragraph.inlines.push(run(addressee, Face::Plain, Some(origin)));
            paragraph.inlines.push(added("："));
            self.put(paragraph);
        }
        self.passages(Slot::Lead, None);
    }

    fn section(&mut self, section: &Section, number: &mut usize) {
        match section.of {
            SectionOf::Areas => self.areas(section, number),
            SectionOf::Duties => {
                let items = self.duties();
                self.part(section, number, Slot::DutyLead, &items, &[]);
            }
            SectionOf::Problems => {
                let items = self.problems();
                self.part(section, number, Slot::ProblemLead, &items, &[Slot::Cause]);
            }
            SectionOf::Plans => {
                let items = self.plans();
                self.part(section, number, Slot::PlanLead, &items, &[Slot::PlanClose]);
            }
            SectionOf::Other => self.part(section, number, Slot::Other, &[], &[]),
        }
    }

    /// A part that has nothing to say has no heading either.
    fn part(
        &mut self,
        section: &Section,
        number: &mut usize,
        lead: Slot,
        items: &[Item<'_>],
        close: &[Slot],
    ) {
        let has = |slot: &Slot| self.passages_of(*slot, None).next().is_some();
        if items.is_empty() && !has(&lead) && !close.iter().any(has) {
            return;
        }
        *number += 1;
        self.heading(1, *number, &section.title, None);
        let open = self.passages(lead, None);
        self.items(items, section.items, 2, open);
        for slot in close {
            self.passages(*slot, None);
        }
    }

    fn areas(&mut self, section: &Section, number: &mut usize) {
        let records = self.records;
        let filled: Vec<_> = records
            .areas
            .iter()
            .filter(|area| {
                let lead = self.passages_of(Slot::AreaLead, Some(area.id));
                let close = self.passages_of(Slot::AreaClose, Some(area.id));
                lead.chain(close).next().is_some()
                    || records.achievements.iter().any(|a| {
                        a.area == area.id
                            && !(a.title.trim().is_empty() && a.body.trim().is_empty())
                    })
            })
            .collect();
        let leads: Vec<_> = self
            .passages_of(Slot::AreaLead, None)
            .filter(|passage| passage.area.is_none())
            .collect();
        if filled.is_empty() && leads.is_empty() {
            return;
        }
        let level = if section.title.is_empty() { 1 } else { 2 };
        if level == 2 {
            *number += 1;
            self.heading(1, *number, &section.title, None);
        }
        // What leads to all areas alike belongs to none of them.
        for passage in leads {
            self.passage(passage, false);
        }
        for (n, area) in filled.iter().enumerate() {
            let origin = Origin { kind: Kind::Area, id: area.id, field: Field::Title };
            let n = if level == 1 {
                *number += 1;
                *number
            } else {
                n + 1
            };
            let run_in = section.items == ItemStyle::RunInHead;
            if run_in {
                let head = Item::new(Kind::Area, area.id, &area.title, "");
                self.listed(&head, level, n);
            } else {
                self.heading(level, n, area.title.trim(), Some(origin));
            }
            let open = self.passages_after(Slot::AreaLead, Some(area.id), run_in);
            let items: Vec<_> = records
                .achievements
                .iter()
                .filter(|a| a.area == area.id)
                .map(|a| Item::new(Kind::Achievement, a.id, &a.title, &a.body))
                .filter(|item| !item.is_empty())
                .collect();
            self.items(&items, section.items, level + 1, open);
            self.passages(Slot::AreaClose, Some(area.id));
        }
    }

    fn duties(&self) -> Vec<Item<'a>> {
        let items = self.records.duties.iter();
        items
            .map(|d| Item::new(Kind::Duty, d.id, &d.title, &d.body))
            .filter(|item| !item.is_empty())
            .collect()
    }

    fn problems(&self) -> Vec<Item<'a>> {
        let items = self.records.problems.iter();
        items
            .map(|p| Item {
                cause: p.cause.trim(),
                ..Item::new(Kind::Problem, p.id, &p.title, &p.body)
            })
            .filter(|item| !item.is_empty())
            .collect()
    }

    fn plans(&self) -> Vec<Item<'a>> {
        let items = self.records.plans.iter();
        items
            .map(|p| Item::new(Kind::Plan, p.id, &p.title, &p.body))
            .filter(|item| !item.is_empty())
            .collect()
    }

    /// `open`: the paragraph before may be continued by 一是…, because it is a lead of one sentence group.
    fn items(&mut self, items: &[Item<'_>], style: ItemStyle, level: u8, open: bool) {
        match style {
            ItemStyle::RunIn | ItemStyle::RunInHead => self.run_in(items, open),
            ItemStyle::RunInEach => {
                for (n, item) in items.iter().enumerate() {
                    self.put(Paragraph::new(Role::Body));
                    self.run_in_item(item, n + 1);
                }
            }
            ItemStyle::Listed => {
                for (n, item) in items.iter().enumerate() {
                    self.listed(item, level, n + 1);
                }
            }
            ItemStyle::Numbered => {
                for (n, item) in items.iter().enumerate() {
                    self.listed(item, 3, n + 1);
                }
            }
            ItemStyle::NumberedOn => {
                for item in items {
                    self.counted += 1;
                    self.listed(item, 3, self.counted);
                }
            }
            ItemStyle::Headed => {
                for (n, item) in items.iter().enumerate() {
                    self.headed(item, level, n + 1);
                }
            }
            ItemStyle::Plain => {
                for item in items {
                    self.put(Paragraph::new(Role::Body));
                    self.sentence(item, Face::Plain);
                    self.rest(item);
                }
            }
        }
    }

    /// A single item is not counted: 一是 without 二是 is a fault of numbering.
    fn run_in(&mut self, items: &[Item<'_>], open: bool) {
        for (n, item) in items.iter().enumerate() {
            if n == 0 && !open {
                self.put(Paragraph::new(Role::Body));
            }
            if items.len() > 1 {
                self.run_in_item(item, n + 1);
            } else {
                self.sentence(item, Face::Plain);
                self.rest(item);
            }
        }
    }

    fn run_in_item(&mut self, item: &Item<'_>, n: usize) {
        self.append(Inline::Text(Text {
            text: numbering::run_in(n),
            face: Face::Lead,
            ..Text::default()
        }));
        self.sentence(item, Face::Lead);
        self.rest(item);
    }

    fn listed(&mut self, item: &Item<'_>, level: u8, n: usize) {
        self.put(Paragraph::new(Role::Body));
        let face = if item.title.is_empty() { Face::Plain } else { Face::Heading(level) };
        self.append(Inline::Text(Text {
            text: numbering::mark(level, n),
            face,
            ..Text::default()
        }));
        self.sentence(item, face);
        self.rest(item);
    }

    fn headed(&mut self, item: &Item<'_>, level: u8, n: usize) {
        if item.title.is_empty() {
            self.listed(item, level, n);
            return;
        }
        self.heading(level, n, item.title, Some(item.origin(Field::Title)));
        if !item.body.is_empty() || !item.cause.is_empty() {
            self.put(Paragraph::new(Role::Body));
            self.rest(item);
        }
    }

    /// The heading sentence, closed by 。 unless it brings a mark of its own.
    fn sentence(&mut self, item: &Item<'_>, face: Face) {
        if item.title.is_empty() {
            return;
        }
        self.text(item.title, face, item.origin(Field::Title));
        if !ends_a_sentence(item.title) {
            self.append(run("。", face, None));
        }
    }

    fn rest(&mut self, item: &Item<'_>) {
        self.text(item.body, Face::Plain, item.origin(Field::Body));
        if item.cause.is_empty() {
            return;
        }
        if !item.body.is_empty() && !ends_a_sentence(item.body) {
            self.append(added("。"));
        }
        if !item.cause.contains("原因") {
            self.append(added("主要原因是："));
        }
        self.text(item.cause, Face::Plain, item.origin(Field::Cause));
        if !ends_a_sentence(item.cause) {
            self.append(added("。"));
        }
    }

    fn heading(&mut self, level: u8, n: usize, title: &str, origin: Option<Origin>) {
        let mut paragraph = Paragraph::new(Role::Heading(level));
        paragraph.inlines.push(added(&numbering::mark(level, n)));
        paragraph.inlines.push(run(title, Face::Plain, origin));
        self.put(paragraph);
    }

    fn passages_of(
        &self,
        slot: Slot,
        area: Option<Id>,
    ) -> impl Iterator<Item = &'a Passage> + use<'a> {
        self.records
            .passages
            .iter()
            .filter(move |p| p.slot == slot && (area.is_none() || p.area == area))
            .filter(|p| !p.body.trim().is_empty())
    }

    /// Whether the last of them invites 一是… to follow in its own paragraph.
    fn passages(&mut self, slot: Slot, area: Option<Id>) -> bool {
        self.passages_after(slot, area, false)
    }

    /// `open`: the first of them goes on in the paragraph before.
    fn passages_after(&mut self, slot: Slot, area: Option<Id>, open: bool) -> bool {
        let mut runs_on = open;
        for (n, passage) in self.passages_of(slot, area).enumerate() {
            self.passage(passage, open && n == 0);
            runs_on = passage.run_on;
        }
        runs_on
    }

    fn passage(&mut self, passage: &Passage, open: bool) {
        if !open {
            self.put(Paragraph::new(Role::Body));
        }
        let origin = Origin { kind: Kind::Passage, id: passage.id, field: Field::Body };
        self.text(passage.body.trim_end(), Face::Plain, origin);
    }

    fn signature(&mut self) {
        let year = &self.records.year;
        let unit = &self.records.unit;
        if !year.signed || unit.name.trim().is_empty() {
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

    fn put(&mut self, paragraph: Paragraph) {
        self.blocks.push(Block::Paragraph(paragraph));
    }

    fn append(&mut self, inline: Inline) {
        if let Some(Block::Paragraph(last)) = self.blocks.last_mut() {
            last.inlines.push(inline);
        }
    }

    /// Text as typed into the paragraph at hand: a line feed begins a new paragraph, `{{key}}` prints its figure.
    fn text(&mut self, text: &str, face: Face, origin: Origin) {
        for (n, line) in text.split('\n').enumerate() {
            if n > 0 {
                self.put(Paragraph::new(Role::Body));
            }
            for piece in pieces(line) {
                let (text, figure) = match piece {
                    Piece::Text(text) => (text.to_owned(), None),
                    Piece::Figure { key, .. } => {
                        let value = self.records.figure(key).and_then(|f| f.in_text());
                        (value.unwrap_or_else(|| format!("〔待填：{key}〕")), Some(key.to_owned()))
                    }
                };
                self.append(Inline::Text(Text { text, face, origin: Some(origin), figure }));
            }
        }
    }
}

fn run(text: &str, face: Face, origin: Option<Origin>) -> Inline {
    Inline::Text(Text { text: text.to_owned(), face, origin, figure: None })
}

/// What the template adds and nobody typed.
fn added(text: &str) -> Inline {
    run(text, Face::Plain, None)
}

fn ends_a_sentence(text: &str) -> bool {
    text.ends_with(['。', '！', '？', '；', '：', '…', '.', '!', '?', ';', ':'])
        || text.ends_with(['”', '’', '）', '》'])
            && text.chars().rev().nth(1).is_some_and(|c| "。！？".contains(c))
}
