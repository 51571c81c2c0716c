//! Which of the item styles prints a part as it stood.

use nianbao_core::record::ItemStyle;
use nianbao_core::text::numbering::Dialect;

use super::ink::Entry;
use super::literal;
use super::outline::Top;
use crate::import::BlockRole;

/// Items under one heading, with what stands before, between and after them.
pub(super) struct Group<'a> {
    pub heading: Option<&'a Entry>,
    pub lead: Vec<&'a Entry>,
    pub items: Vec<Item<'a>>,
}

/// An item, and what follows it before the next: paragraphs and causes.
pub(super) struct Item<'a> {
    pub entry: Entry,
    pub more: Vec<&'a Entry>,
}

impl<'a> Group<'a> {
    /// A paragraph without number among numbered items is no item.
    pub fn new(heading: Option<&'a Entry>, nodes: &[&'a Entry]) -> Self {
        let mut group = Self { heading, lead: Vec::new(), items: Vec::new() };
        let numbered = nodes.iter().any(|e| is_item(e) && !e.number.is_empty());
        for node in nodes {
            if is_item(node) && (!numbered || !node.number.is_empty()) {
                group.items.push(Item { entry: (*node).clone(), more: Vec::new() });
            } else if let Some(last) = group.items.last_mut() {
                last.more.push(node);
            } else {
                group.lead.push(node);
            }
        }
        group
    }

    /// A top whose area is its heading: what stands under a second heading is one item with it.
    pub fn flat(top: &Top<'a>) -> Self {
        let first = top.subs.first().map(|sub| sub.nodes.as_slice()).unwrap_or_default();
        let mut group = Self::new(top.heading, first);
        for sub in top.subs.iter().skip(1) {
            let Some(heading) = sub.heading else { continue };
            let mut entry = heading.clone();
            entry.body = literal(sub.nodes.iter().copied());
            entry.alone = sub.nodes.first().is_some_and(|node| !node.runs_on);
            group.items.push(Item { entry, more: Vec::new() });
        }
        group
    }

    pub fn is_bare(&self) -> bool {
        self.items.is_empty() && self.lead.is_empty()
    }

    /// What follows goes on in the heading's paragraph.
    pub fn runs_into_heading(&self) -> bool {
        let first = self.lead.first().copied().or_else(|| self.items.first().map(|i| &i.entry));
        self.heading.is_some() && first.is_some_and(|entry| entry.runs_on)
    }
}

fn is_item(entry: &Entry) -> bool {
    use BlockRole::{Achievement, LeaderDuty, Plan, Problem};
    matches!(entry.role, Achievement | LeaderDuty | Problem | Plan)
}

/// In doubt the earlier.
const STYLES: [ItemStyle; 8] = [
    ItemStyle::RunIn,
    ItemStyle::RunInHead,
    ItemStyle::Listed,
    ItemStyle::Headed,
    ItemStyle::RunInEach,
    ItemStyle::Numbered,
    ItemStyle::NumberedOn,
    ItemStyle::Plain,
];

/// The style that prints most items of the groups as they stood: right numbers count before layout.
pub(super) fn style(groups: &[Group<'_>], level: u8) -> ItemStyle {
    let score = |style: ItemStyle| -> usize {
        let mut counted = 0;
        let mut score = 0;
        for group in groups {
            let weight = group.items.len().max(1);
            if numbers_fit(style, group, level, counted) {
                score += weight * if layout_fits(style, group) { 3 } else { 2 };
            }
            counted += group.items.len();
        }
        score
    };
    let best = STYLES.iter().map(|&style| score(style)).max().unwrap_or(0);
    STYLES.into_iter().find(|&style| score(style) == best).unwrap_or(ItemStyle::Plain)
}

/// Whether the style gives these items the numbers they had.
pub(super) fn numbers_fit(style: ItemStyle, group: &Group<'_>, level: u8, counted: usize) -> bool {
    let items = &group.items;
    let unnumbered = items.iter().all(|item| item.entry.number.is_empty());
    let counts = |dialect: Dialect, from: usize| {
        items.iter().enumerate().all(|(n, item)| {
            item.entry.mark.is_some_and(|m| m.dialect == dialect && m.n as usize == from + n + 1)
        })
    };
    let own = match level {
        2 => Dialect::ChineseInBrackets,
        3 => Dialect::Arabic,
        _ => Dialect::ArabicInBrackets,
    };
    match style {
        // A heading that says it all is printed where headings run into their text.
        _ if group.is_bare() => style == ItemStyle::RunInHead,
        _ if items.is_empty() => true,
        ItemStyle::RunIn | ItemStyle::RunInHead if items.len() == 1 => unnumbered,
        ItemStyle::RunIn | ItemStyle::RunInHead | ItemStyle::RunInEach => counts(Dialect::RunIn, 0),
        ItemStyle::Listed | ItemStyle::Headed => counts(own, 0),
        ItemStyle::Numbered => counts(Dialect::Arabic, 0),
        ItemStyle::NumberedOn => counts(Dialect::Arabic, counted),
        ItemStyle::Plain => unnumbered,
    }
}

/// Whether paragraphs begin and end where they did.
pub(super) fn layout_fits(style: ItemStyle, group: &Group<'_>) -> bool {
    let mut entries = group.items.iter().map(|item| &item.entry);
    let run_in = group.runs_into_heading() == (style == ItemStyle::RunInHead);
    let items = match style {
        ItemStyle::RunIn | ItemStyle::RunInHead => entries.skip(1).all(|e| e.runs_on),
        ItemStyle::RunInEach => entries.all(|e| !e.runs_on && !e.alone),
        ItemStyle::Headed => entries.all(|e| {
            !e.runs_on && (e.alone || e.title.is_empty() || e.body.is_empty() && !e.closed)
        }),
        _ => entries.all(|e| !e.runs_on && !e.alone),
    };
    items && (group.heading.is_none() || group.is_bare() || run_in)
}
