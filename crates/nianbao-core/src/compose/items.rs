//! The items of a list, in one of the styles.

use super::page::{Page, added, ends_a_sentence, run};
use crate::doc::{Face, Field, Inline, Origin, Paragraph, Role, Text};
use crate::record::{Id, ItemStyle, Kind};
use crate::text::numbering;

/// What an item of a list prints.
pub(super) struct Item<'a> {
    pub kind: Kind,
    pub id: Id,
    pub title: &'a str,
    pub body: &'a str,
    /// The field that the body is of.
    pub shows: Field,
    pub cause: &'a str,
}

impl<'a> Item<'a> {
    pub fn new(kind: Kind, id: Id, title: &'a str, body: &'a str) -> Self {
        Self { kind, id, title: title.trim(), body: body.trim(), shows: Field::Body, cause: "" }
    }

    pub fn is_empty(&self) -> bool {
        self.title.is_empty() && self.body.is_empty() && self.cause.is_empty()
    }

    fn origin(&self, field: Field) -> Origin {
        Origin { kind: self.kind, id: self.id, field }
    }
}

impl Page<'_> {
    /// `open`: the paragraph before may be continued by 一是…, because it is a lead of one sentence group.
    pub fn items(&mut self, items: &[Item<'_>], style: ItemStyle, depth: u8, open: bool) {
        let level = self.level(depth);
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
                    self.plain(item);
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
                self.plain(item);
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

    /// Into the paragraph at hand, without a number.
    pub fn plain(&mut self, item: &Item<'_>) {
        self.sentence(item, Face::Plain);
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
        self.text(item.body, Face::Plain, item.origin(item.shows));
        if item.cause.is_empty() {
            return;
        }
        if !item.body.is_empty() && !ends_a_sentence(item.body) {
            self.append(added("。"));
        }
        let lead = cause_lead(item.cause);
        if !lead.is_empty() {
            self.append(added(lead));
        }
        self.text(item.cause, Face::Plain, item.origin(Field::Cause));
        if !ends_a_sentence(item.cause) {
            self.append(added("。"));
        }
    }
}

/// What leads to a cause that does not say it is one.
pub(crate) fn cause_lead(cause: &str) -> &'static str {
    if cause.contains("原因") { "" } else { "主要原因是：" }
}
