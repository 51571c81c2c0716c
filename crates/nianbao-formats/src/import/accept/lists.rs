//! The items of an area and of the other parts.

use nianbao_core::record::{
    Achievement, Duty, Id, ItemStyle, Plan, Problem, Record, SectionChoice, SectionOf, Slot,
};

use super::ink::Entry;
use super::literal;
use super::maker::Maker;
use super::outline::Top;
use super::shape::{self, Group, Item};
use crate::import::BlockRole;

/// Puts what stands in one area. Items whose numbers the style would change are kept as text.
pub(super) fn area(
    group: &Group<'_>,
    id: Id,
    style: ItemStyle,
    level: u8,
    counted: usize,
    make: &mut Maker,
) {
    let runs_on = group.items.first().is_some_and(|item| item.entry.runs_on);
    if shape::numbers_fit(style, group, level, counted) {
        make.passages(Slot::AreaLead, Some(id), &group.lead, runs_on);
        note_layout(style, group, make);
        let last = group.items.len().saturating_sub(1);
        for (n, item) in group.items.iter().enumerate() {
            let more = if n == last { &[] } else { item.more.as_slice() };
            achievement(make, id, item.entry.title.clone(), join(item.entry.body.clone(), more));
        }
        if let Some(last) = group.items.last() {
            make.passages(Slot::AreaClose, Some(id), &last.more, false);
        }
        return;
    }
    match style {
        // One item alone is printed without a number of its own.
        ItemStyle::RunIn | ItemStyle::RunInHead | ItemStyle::Plain => {
            make.passages(Slot::AreaLead, Some(id), &group.lead, runs_on);
            achievement(make, id, String::new(), literal(whole(group)));
        }
        _ => {
            let all = group.lead.iter().copied().chain(whole(group));
            make.passage(Slot::AreaLead, Some(id), literal(all), false);
        }
    }
    note_kept(group, make);
}

pub(super) fn achievement(make: &mut Maker, area: Id, title: String, body: String) {
    let (id, year) = (make.id(), make.year);
    let record = Achievement { id, year, area, title, body, ..Achievement::default() };
    make.push(Record::Achievement(record));
}

/// Puts a part that has one list; its first heading is the section's.
pub(super) fn section(of: SectionOf, tops: &[&Top<'_>], make: &mut Maker) -> SectionChoice {
    let heading = tops.first().and_then(|top| top.heading);
    let title = heading.map_or("", Entry::heading).to_owned();
    let nodes = flatten(tops);
    if nodes.is_empty() {
        make.note(format!("标题“{title}”之下没有内容，成稿暂不列出"));
    }
    if of == SectionOf::Other {
        make.passages(Slot::Other, None, &nodes, false);
        return SectionChoice { of, title, items: None };
    }
    let mut group = Group::new(heading, &nodes);
    let (lead, close) = match of {
        SectionOf::Duties => (Slot::DutyLead, None),
        SectionOf::Problems => (Slot::ProblemLead, Some(Slot::Cause)),
        _ => (Slot::PlanLead, Some(Slot::PlanClose)),
    };
    let style = shape::style(std::slice::from_ref(&group), 2);
    let closing = closing(of, &mut group, style);
    if group.runs_into_heading() {
        make.note(format!("标题“{title}”在成稿中独占一行"));
    }
    let runs_on = group.items.first().is_some_and(|item| item.entry.runs_on);
    make.passages(lead, None, &group.lead, runs_on);
    let items = if shape::numbers_fit(style, &group, 2, 0) {
        note_layout(style, &group, make);
        for item in &group.items {
            listed(of, item, item.entry.title.clone(), item.entry.body.clone(), make);
        }
        style
    } else {
        note_kept(&group, make);
        as_written(of, &group, make)
    };
    if of == SectionOf::Problems && closing.first().is_some_and(|e| e.runs_on) {
        make.note("原因分析在成稿中另起一段".to_owned());
    }
    match close {
        Some(slot) => make.passages(slot, None, &closing, false),
        None => debug_assert!(closing.is_empty(), "duties have no closing passage"),
    }
    SectionChoice { of, title, items: Some(items) }
}

/// Headings below the first stand as text among what they head.
fn flatten<'a>(tops: &[&Top<'a>]) -> Vec<&'a Entry> {
    let mut nodes = Vec::new();
    for (n, top) in tops.iter().enumerate() {
        nodes.extend(top.heading.filter(|_| n > 0));
        for sub in &top.subs {
            nodes.extend(sub.heading);
            nodes.extend(&sub.nodes);
        }
    }
    nodes
}

/// What follows the last item and is common to all: a closing paragraph of plans, causes of problems
/// that none but the last could claim.
fn closing<'a>(of: SectionOf, group: &mut Group<'a>, style: ItemStyle) -> Vec<&'a Entry> {
    let many = group.items.len() > 1;
    let others = group.items.len().saturating_sub(1);
    let cause = |e: &Entry| e.role == BlockRole::Cause;
    let others_have = group.items[..others].iter().any(|item| item.more.iter().any(|e| cause(e)));
    let Some(last) = group.items.last_mut() else {
        return Vec::new();
    };
    let common = match of {
        SectionOf::Plans => !last.more.is_empty(),
        SectionOf::Problems => {
            let headed = last.more.iter().any(|e| e.role == BlockRole::Heading);
            let apart =
                last.more.iter().any(|e| cause(e) && (!e.runs_on || style == ItemStyle::RunIn));
            headed || many && apart && !others_have
        }
        _ => false,
    };
    if common { std::mem::take(&mut last.more) } else { Vec::new() }
}

fn listed(of: SectionOf, item: &Item<'_>, title: String, body: String, make: &mut Maker) {
    let is_cause = |e: &Entry| e.role == BlockRole::Cause && of == SectionOf::Problems;
    let more: Vec<&Entry> = item.more.iter().copied().filter(|e| !is_cause(e)).collect();
    let causes: Vec<&Entry> = item.more.iter().copied().filter(|e| is_cause(e)).collect();
    if causes.iter().any(|e| !e.runs_on) {
        make.note("问题的原因在成稿中接在问题之后，不另起段".to_owned());
    }
    let cause = literal(causes);
    let body = join(body, &more);
    let (id, year) = (make.id(), make.year);
    make.push(match of {
        SectionOf::Duties => Record::Duty(Duty { id, year, title, body, ..Duty::default() }),
        SectionOf::Problems => {
            Record::Problem(Problem { id, year, title, body, cause, ..Problem::default() })
        }
        _ => Record::Plan(Plan { id, year, title, body, ..Plan::default() }),
    });
}

/// Items whose numbers no style prints: a record a paragraph, the number in its text.
fn as_written(of: SectionOf, group: &Group<'_>, make: &mut Maker) -> ItemStyle {
    if group.items.iter().skip(1).all(|item| !item.entry.runs_on) {
        for item in &group.items {
            listed(of, item, String::new(), item.entry.literal(), make);
        }
        return ItemStyle::Plain;
    }
    if let Some(first) = group.items.first() {
        let alone = Item { entry: first.entry.clone(), more: Vec::new() };
        listed(of, &alone, String::new(), literal(whole(group)), make);
    }
    ItemStyle::RunIn
}

/// All items of a group and what stands between them.
fn whole<'a>(group: &'a Group<'_>) -> impl Iterator<Item = &'a Entry> {
    let each = |item: &'a Item<'_>| std::iter::once(&item.entry).chain(item.more.iter().copied());
    group.items.iter().flat_map(each)
}

fn join(mut body: String, more: &[&Entry]) -> String {
    for entry in more {
        if !body.is_empty() && !entry.runs_on {
            body.push('\n');
        }
        body.push_str(&entry.literal());
    }
    body
}

fn note_layout(style: ItemStyle, group: &Group<'_>, make: &mut Maker) {
    if !shape::layout_fits(style, group) {
        let heading = group.heading.map_or("", |h| h.title.as_str());
        make.note(format!("“{heading}”部分的分段方式与其他部分不一致，成稿统一排列，文字不变"));
    }
}

fn note_kept(group: &Group<'_>, make: &mut Maker) {
    let heading = group.heading.map_or("", |h| h.title.as_str());
    if group.items.iter().all(|item| item.entry.number.is_empty()) {
        make.note(format!("“{heading}”部分没有分条，作为段落收入"));
    } else {
        make.note(format!("“{heading}”部分的序号不连续或写法特殊，已按原文保留在正文中"));
    }
}
