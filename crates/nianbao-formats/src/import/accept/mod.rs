//! A proposal that a person took becomes records, so that composing them gives the report again.
//!
//! What the records cannot say in the source's own form is kept as text, in its place: a number that
//! jumps stays as written, it is never renumbered. Where form had to change, a note says so.

mod ink;
mod lists;
mod maker;
mod outline;
mod shape;

use nianbao_core::catalog::{Catalog, Template};
use nianbao_core::record::{Area, ItemStyle, Record, SectionChoice, SectionOf, Slot, Unit, Year};
use nianbao_core::text::numbering::Dialect;

use self::ink::{Entry, Ink};
use self::maker::Maker;
use self::outline::{Outline, Top};
use self::shape::Group;
use super::words::Part;
use super::{BlockRole, Proposal};

/// A year's records as a report gives them.
#[derive(Debug, Clone, PartialEq)]
pub struct Accepted {
    pub year: Year,
    /// Everything in the year, with negative placeholder ids; the year is not among them.
    pub records: Vec<Record>,
    /// What the records print in another form than the report, each a sentence for the clerk.
    pub notes: Vec<String>,
}

/// Makes the records of `year` from a proposal. `source` is the decoded input the proposal's offsets
/// count in; `full_width` takes the offered marks. Roles, texts and figures may have been changed by a
/// person since the proposal was read.
pub fn records(
    proposal: &Proposal,
    source: &str,
    unit: &Unit,
    year: i32,
    full_width: bool,
) -> Accepted {
    let mut make = Maker::new(year);
    let ink = Ink::new(proposal, source, full_width, &mut make);
    let entries: Vec<Entry> =
        proposal.blocks.iter().flat_map(|block| ink.entry(block).divided()).collect();
    let outline = Outline::of(&entries, year);
    let mut own = self::year(proposal, &outline, unit, year, &ink, &mut make);
    make.passages(Slot::Lead, None, &outline.lead, false);
    note_headings(&outline, &mut make);
    let results: Vec<&Top<'_>> = outline.tops.iter().filter(|t| t.part == Part::Results).collect();
    let together = results.len() == 1 && results[0].subs.iter().any(|s| s.heading.is_some());
    own.template = template(&outline, together, &mut make).to_owned();
    if !results.is_empty() {
        own.sections.push(areas(&results, together, &mut make));
    }
    for (of, part) in [
        (SectionOf::Duties, Part::Duties),
        (SectionOf::Problems, Part::Problems),
        (SectionOf::Plans, Part::Plans),
        (SectionOf::Other, Part::Other),
    ] {
        let tops: Vec<&Top<'_>> = outline.tops.iter().filter(|top| top.part == part).collect();
        if !tops.is_empty() {
            own.sections.push(lists::section(of, &tops, &mut make));
        }
    }
    for section in &mut own.sections {
        forget_default(section, &own.template);
    }
    make.passages(Slot::Ending, None, &outline.ending, false);
    Accepted { year: own, records: make.records, notes: make.notes }
}

fn year(
    proposal: &Proposal,
    outline: &Outline<'_>,
    unit: &Unit,
    year: i32,
    ink: &Ink<'_>,
    make: &mut Maker,
) -> Year {
    let title = ink.wide(&proposal.title);
    let usual = format!("{}{year}年法治政府建设年度报告", unit.name);
    let signed = !outline.signature.is_empty();
    if signed && !unit.name.is_empty() && outline.signature != unit.name {
        make.note(format!("落款“{}”与单位名称不同，成稿按单位名称落款", outline.signature));
    }
    let place = |roles: &[BlockRole]| proposal.blocks.iter().position(|b| roles.contains(&b.role));
    let above = place(&[BlockRole::Signature, BlockRole::Date])
        .zip(place(&[BlockRole::Lead, BlockRole::Heading]))
        .is_some_and(|(signature, text)| signature < text);
    if above {
        make.note("标题之下的落款或日期在成稿中排在文末".to_owned());
    }
    if !signed && outline.dated.is_some() {
        make.note("原文有日期没有落款，成稿不印日期；需要时请在年度设置中选择落款".to_owned());
    }
    if outline.attached {
        make.note("落款之后的附件没有收入，请另外保存".to_owned());
    }
    Year {
        id: make.id(),
        year,
        title: if title == usual { String::new() } else { title },
        addressee: ink.wide(outline.addressee.trim_end_matches(['：', ':'])),
        signed,
        dated: outline.dated,
        ..Year::default()
    }
}

/// Headings are numbered from order: says so where they were numbered otherwise.
fn note_headings(outline: &Outline<'_>, make: &mut Maker) {
    for (n, top) in (1..).zip(&outline.tops) {
        let Some(heading) = top.heading else {
            if top.part == Part::Plans {
                make.note("问题和计划原在一个标题之下，成稿分为两个部分".to_owned());
            }
            continue;
        };
        let counted = heading.mark.is_some_and(|m| m.n == n && m.dialect == Dialect::Chinese);
        if !counted {
            make.note(format!("标题“{}”的序号在成稿中按顺序重新编排", heading.title));
        }
    }
}

/// The template whose order is the report's, with a common heading over the areas or without one as
/// the report has it; where none has that order, the one of that form, and a note.
fn template(outline: &Outline<'_>, together: bool, make: &mut Maker) -> &'static str {
    let of = |part| match part {
        Part::Duties => SectionOf::Duties,
        Part::Problems | Part::ProblemsAndPlans | Part::Causes => SectionOf::Problems,
        Part::Plans => SectionOf::Plans,
        Part::Other => SectionOf::Other,
        Part::Results => SectionOf::Areas,
    };
    let order: Vec<SectionOf> = outline.tops.iter().map(|top| of(top.part)).collect();
    let follows = |template: &Template| {
        // Duties that a template puts among the areas have no heading of the first level.
        let place = |of| template.sections.iter().position(|s| s.of == of && !s.inside);
        let places: Option<Vec<usize>> = order.iter().map(|&of| place(of)).collect();
        places.is_some_and(|places| places.is_sorted())
    };
    let headed = |template: &Template| {
        template.sections.iter().any(|s| s.of == SectionOf::Areas && !s.title.is_empty())
    };
    let templates = &Catalog::built_in().templates;
    // A year can give its areas a common heading, but not take the template's away.
    let own = templates.iter().find(|t| headed(t) == together && follows(t));
    let found = own.or_else(|| templates.iter().find(|t| together && follows(t)));
    if let Some(template) = found {
        return &template.key;
    }
    make.note("各部分的先后顺序与模板不同，成稿按模板的顺序排列".to_owned());
    templates.iter().find(|t| headed(t) == together).map_or("", |t| t.key.as_str())
}

/// The areas and what was done in them.
fn areas(tops: &[&Top<'_>], together: bool, make: &mut Maker) -> SectionChoice {
    let mut title = String::new();
    let mut groups: Vec<Group<'_>> = Vec::new();
    for top in tops {
        if together {
            title = top.heading.map_or("", Entry::heading).to_owned();
            for sub in &top.subs {
                match sub.heading {
                    Some(heading) => groups.push(Group::new(Some(heading), &sub.nodes)),
                    // What stands before the areas leads to all of them.
                    None => make.passages(Slot::AreaLead, None, &sub.nodes, false),
                }
            }
        } else {
            groups.push(Group::flat(top));
        }
    }
    let level = if together { 3 } else { 2 };
    let style = shape::style(&groups, level);
    let mut counted = 0;
    for group in &groups {
        let id = make.id();
        let run_in = style == ItemStyle::RunInHead;
        let name = |h: &Entry| if run_in { h.title.clone() } else { h.heading().to_owned() };
        let mut title = group.heading.map_or("主要工作".to_owned(), name);
        if group.heading.is_none() {
            make.note("有的成效不在任何标题之下，收入领域“主要工作”".to_owned());
        }
        // A heading that says it all is its area's one item, else it would not be printed.
        let mut said = String::new();
        if group.is_bare() && run_in {
            std::mem::swap(&mut title, &mut said);
        } else if group.is_bare() {
            make.note(format!("标题“{title}”之下没有内容，成稿暂不列出"));
        }
        let areas = &Catalog::built_in().areas;
        let known = areas.iter().find(|a| a.title == title);
        let key = known.map(|a| a.key.clone()).unwrap_or_default();
        make.push(Record::Area(Area { id, year: make.year, key, title, order: 0 }));
        if said.is_empty() {
            lists::area(group, id, style, level, counted, make);
        } else {
            lists::achievement(make, id, said, String::new());
        }
        counted += group.items.len();
    }
    SectionChoice { of: SectionOf::Areas, title, items: Some(style) }
}

/// What the template says anyway need not be said by the year.
fn forget_default(choice: &mut SectionChoice, template: &str) {
    let sections = Catalog::built_in().template(template).map(|t| t.sections.as_slice());
    let usual = sections.unwrap_or_default().iter().find(|s| s.of == choice.of);
    if usual.is_some_and(|s| s.title == choice.title) {
        choice.title.clear();
    }
}

/// The text of entries as it stood, numbers and all: a line feed where a paragraph began.
fn literal<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> String {
    let mut out = String::new();
    for entry in entries {
        if !out.is_empty() && !entry.runs_on {
            out.push('\n');
        }
        out.push_str(&entry.literal());
    }
    out
}
