//! The parts of the report under their headings.

use super::Edition;
use super::items::Item;
use super::page::{Page, ends_a_sentence, run};
use crate::catalog::Section;
use crate::doc::{Face, Field, Origin, Paragraph, Role};
use crate::record::{
    Achievement, Area, Dialect, Id, ItemStyle, Kind, Problem, SectionOf, Slot, WorkState,
};
use crate::text::numbering;

/// Whether an edition may print it at all.
pub(crate) fn is_printed(achievement: &Achievement, edition: Edition) -> bool {
    achievement.state != WorkState::Rejected
        && !achievement.is_to_be_written()
        && edition.admits(achievement.sensitivity)
}

/// How a problem shows, in the words that the edition has for it.
fn manifestation(problem: &Problem, edition: Edition) -> (&str, Field) {
    let public = problem.public_body.trim();
    match edition {
        Edition::Public if !public.is_empty() => (public, Field::PublicBody),
        _ => (problem.body.trim(), Field::Body),
    }
}

/// Passages before and after the items of a part.
fn slots(of: SectionOf) -> (Slot, &'static [Slot]) {
    match of {
        SectionOf::Areas => (Slot::AreaLead, &[Slot::AreaClose]),
        SectionOf::Duties => (Slot::DutyLead, &[]),
        SectionOf::Problems => (Slot::ProblemLead, &[Slot::Cause]),
        SectionOf::Plans => (Slot::PlanLead, &[Slot::PlanClose]),
        SectionOf::Other => (Slot::Other, &[]),
    }
}

/// One group in the part of the areas: an area, or a part that stands among them.
enum Group<'a> {
    Area(&'a Area),
    Part(&'a Section),
}

impl Group<'_> {
    fn title(&self) -> &str {
        match self {
            Group::Area(area) => area.title.trim(),
            Group::Part(section) => section.title.trim(),
        }
    }

    /// A heading of the template was typed by nobody.
    fn origin(&self) -> Option<Origin> {
        match self {
            Group::Area(area) => {
                Some(Origin { kind: Kind::Area, id: area.id, field: Field::Title })
            }
            Group::Part(_) => None,
        }
    }
}

impl<'a> Page<'a> {
    pub fn body(&mut self, sections: &'a [Section]) {
        let areas = sections.iter().position(|s| s.of == SectionOf::Areas);
        for (n, section) in sections.iter().enumerate() {
            match areas {
                Some(at) if at == n => {
                    let inside = |part: &&Section| part.inside;
                    let before: Vec<_> = sections[..n].iter().filter(inside).collect();
                    let after: Vec<_> = sections[n + 1..].iter().filter(inside).collect();
                    self.areas(section, &before, &after);
                }
                Some(_) if section.inside => {}
                _ => self.part(section),
            }
        }
    }

    /// A part that has nothing to say has no heading either.
    fn part(&mut self, section: &Section) {
        let items = self.items_of(section.of);
        if !self.has_words(section.of, &items) {
            return;
        }
        self.number += 1;
        self.heading(1, self.number, &section.title, None);
        self.part_text(section, &items, 2, false);
    }

    fn has_words(&self, of: SectionOf, items: &[Item<'_>]) -> bool {
        let (lead, close) = slots(of);
        let has = |slot: &Slot| self.passages_of(*slot, None).next().is_some();
        !items.is_empty() || has(&lead) || close.iter().any(has)
    }

    fn part_text(&mut self, section: &Section, items: &[Item<'_>], depth: u8, open: bool) {
        let (lead, close) = slots(section.of);
        let open = self.passages_after(lead, None, open);
        self.items(items, section.items, depth, open);
        for slot in close {
            self.passages(*slot, None);
        }
    }

    fn areas(&mut self, section: &'a Section, before: &[&'a Section], after: &[&'a Section]) {
        let groups = self.groups(before, after);
        // What leads to all areas alike belongs to none of them.
        let leads: Vec<_> =
            self.passages_of(Slot::AreaLead, None).filter(|p| p.area.is_none()).collect();
        if groups.is_empty() && leads.is_empty() {
            return;
        }
        let depth = if section.title.is_empty() { 1 } else { 2 };
        if depth == 2 {
            self.number += 1;
            self.heading(1, self.number, &section.title, None);
        }
        for passage in leads {
            self.passage(passage, false);
        }
        // D3 has nothing between 一、 and 一是: then the areas themselves are counted.
        let counted =
            depth == 2 && self.dialect == Some(Dialect::D3) && section.items == ItemStyle::RunIn;
        for (n, group) in groups.iter().enumerate() {
            if counted {
                self.counted_group(group, n + 1, groups.len());
                continue;
            }
            let n = if depth == 1 {
                self.number += 1;
                self.number
            } else {
                n + 1
            };
            self.group(group, section.items, depth, n);
        }
    }

    fn groups(&self, before: &[&'a Section], after: &[&'a Section]) -> Vec<Group<'a>> {
        let part = |section: &&'a Section| {
            let words = self.has_words(section.of, &self.items_of(section.of));
            words.then_some(Group::Part(section))
        };
        let area = |area: &'a Area| {
            let lead = self.passages_of(Slot::AreaLead, Some(area.id));
            let close = self.passages_of(Slot::AreaClose, Some(area.id));
            let passages = lead.chain(close).next().is_some();
            let filled = passages || !self.achievements(area.id).is_empty();
            filled.then_some(Group::Area(area))
        };
        let areas = self.records.areas.iter().filter_map(area);
        let before = before.iter().filter_map(part);
        before.chain(areas).chain(after.iter().filter_map(part)).collect()
    }

    fn group(&mut self, group: &Group<'_>, style: ItemStyle, depth: u8, n: usize) {
        let level = self.level(depth);
        let style = match group {
            Group::Area(_) => style,
            Group::Part(section) => section.items,
        };
        let run_in = style == ItemStyle::RunInHead;
        if run_in {
            self.put(Paragraph::new(Role::Body));
            self.group_head(group, &numbering::mark(level, n), Face::Heading(level));
        } else {
            self.heading(level, n, group.title(), group.origin());
        }
        match group {
            Group::Area(area) => {
                let open = self.passages_after(Slot::AreaLead, Some(area.id), run_in);
                let items = self.achievements(area.id);
                self.items(&items, style, depth + 1, open);
                self.passages(Slot::AreaClose, Some(area.id));
            }
            Group::Part(section) => {
                let items = self.items_of(section.of);
                self.part_text(section, &items, depth + 1, run_in);
            }
        }
    }

    /// A group as one counted paragraph: 一是标题。…… A single one is not counted.
    fn counted_group(&mut self, group: &Group<'_>, n: usize, of: usize) {
        self.put(Paragraph::new(Role::Body));
        let number = if of > 1 { numbering::run_in(n) } else { String::new() };
        self.group_head(group, &number, Face::Lead);
        let (items, area, of) = match group {
            Group::Area(area) => (self.achievements(area.id), Some(area.id), SectionOf::Areas),
            Group::Part(section) => (self.items_of(section.of), None, section.of),
        };
        let (lead, close) = slots(of);
        self.passages_after(lead, area, true);
        for item in &items {
            self.close_sentence();
            self.plain(item);
        }
        for slot in close {
            if self.passages_of(*slot, area).next().is_some() {
                self.close_sentence();
            }
            self.passages_after(*slot, area, true);
        }
    }

    /// The heading of a group as the first sentence of its paragraph.
    fn group_head(&mut self, group: &Group<'_>, number: &str, face: Face) {
        if !number.is_empty() {
            self.append(run(number, face, None));
        }
        self.line(group.title(), face, group.origin());
        if !ends_a_sentence(group.title()) {
            self.append(run("。", face, None));
        }
    }

    fn achievements(&self, area: Id) -> Vec<Item<'a>> {
        let edition = self.edition;
        let own = self.records.achievements.iter();
        let own = own.filter(|a| a.area == area && is_printed(a, edition));
        own.map(|a| Item::new(Kind::Achievement, a.id, &a.title, &a.body))
            .filter(|item| !item.is_empty())
            .collect()
    }

    fn items_of(&self, of: SectionOf) -> Vec<Item<'a>> {
        let records = self.records;
        let items: Vec<Item<'a>> = match of {
            SectionOf::Areas | SectionOf::Other => Vec::new(),
            SectionOf::Duties => {
                let duties = records.duties.iter();
                duties.map(|d| Item::new(Kind::Duty, d.id, &d.title, &d.body)).collect()
            }
            SectionOf::Problems => {
                let problems = records.problems.iter();
                problems
                    .map(|p| {
                        let (body, shows) = manifestation(p, self.edition);
                        Item {
                            shows,
                            cause: p.cause.trim(),
                            ..Item::new(Kind::Problem, p.id, &p.title, body)
                        }
                    })
                    .collect()
            }
            SectionOf::Plans => {
                let plans = records.plans.iter();
                plans.map(|p| Item::new(Kind::Plan, p.id, &p.title, &p.body)).collect()
            }
        };
        items.into_iter().filter(|item| !item.is_empty()).collect()
    }
}
