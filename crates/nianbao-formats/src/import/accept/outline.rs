//! The blocks as a tree: tops with a heading of the first level, subs below them.

use jiff::civil::Date;

use super::ink::Entry;
use crate::import::BlockRole;
use crate::import::names;
use crate::import::words::{self, Part};

/// The parts of a report, in its order.
pub(super) struct Outline<'a> {
    pub lead: Vec<&'a Entry>,
    pub tops: Vec<Top<'a>>,
    pub ending: Vec<&'a Entry>,
    pub addressee: String,
    pub signature: String,
    pub dated: Option<Date>,
    /// Attachments follow the signature; no record holds them.
    pub attached: bool,
}

pub(super) struct Top<'a> {
    pub heading: Option<&'a Entry>,
    pub part: Part,
    pub subs: Vec<Sub<'a>>,
}

/// What stands under a heading of the second level, or before the first of them.
#[derive(Default)]
pub(super) struct Sub<'a> {
    pub heading: Option<&'a Entry>,
    pub nodes: Vec<&'a Entry>,
}

impl<'a> Outline<'a> {
    pub fn of(entries: &'a [Entry], year: i32) -> Self {
        let mut outline = Self {
            lead: Vec::new(),
            tops: Vec::new(),
            ending: Vec::new(),
            addressee: String::new(),
            signature: String::new(),
            dated: None,
            attached: false,
        };
        for entry in entries {
            outline.take(entry);
        }
        for top in &mut outline.tops {
            top.part = part(top, year);
        }
        outline.divide();
        outline.move_strangers();
        outline.merge_causes();
        outline
    }

    fn take(&mut self, entry: &'a Entry) {
        match entry.role {
            BlockRole::Title => {}
            BlockRole::Addressee => self.addressee.clone_from(&entry.body),
            BlockRole::Signature if self.signature.is_empty() => {
                self.signature = entry.body.chars().filter(|c| !c.is_whitespace()).collect();
            }
            BlockRole::Date if self.dated.is_none() => self.dated = names::dated(&entry.body),
            BlockRole::Attachment if !self.signature.is_empty() => self.attached = true,
            BlockRole::Ending | BlockRole::Attachment | BlockRole::Signature | BlockRole::Date => {
                self.ending.push(entry);
            }
            BlockRole::Heading if entry.level <= 1 || self.tops.is_empty() => {
                let subs = vec![Sub::default()];
                self.tops.push(Top { heading: Some(entry), part: Part::Results, subs });
            }
            BlockRole::Heading => {
                if let Some(top) = self.tops.last_mut() {
                    top.subs.push(Sub { heading: Some(entry), nodes: Vec::new() });
                }
            }
            BlockRole::Lead if self.tops.is_empty() => self.lead.push(entry),
            _ => {
                if self.tops.is_empty() {
                    let subs = vec![Sub::default()];
                    self.tops.push(Top { heading: None, part: Part::Results, subs });
                }
                if let Some(sub) = self.tops.last_mut().and_then(|top| top.subs.last_mut()) {
                    sub.nodes.push(entry);
                }
            }
        }
    }

    /// Problems and plans under one heading become two parts: the plans from the first of them on.
    fn divide(&mut self) {
        let mut at = 0;
        while at < self.tops.len() {
            let top = &mut self.tops[at];
            let mixed = matches!(top.part, Part::Problems | Part::ProblemsAndPlans)
                && top.has(BlockRole::Plan);
            if mixed {
                let plans = top.split_off_plans();
                self.tops.insert(at + 1, plans);
                at += 1;
            }
            at += 1;
        }
        for top in &mut self.tops {
            if top.part == Part::ProblemsAndPlans {
                top.part = Part::Problems;
            }
        }
    }

    /// An item a person gave another role stands with its kind.
    fn move_strangers(&mut self) {
        let mut moved: Vec<&'a Entry> = Vec::new();
        for top in &mut self.tops {
            let part = top.part;
            for sub in &mut top.subs {
                // A leader's duties under a heading among the results stay where they were.
                let duties = part == Part::Results
                    && sub.heading.is_some()
                    && sub.nodes.iter().all(|e| e.role != BlockRole::Achievement);
                let stays = |e: &Entry| {
                    own_part(e.role).is_none_or(|own| own == part || duties && own == Part::Duties)
                };
                moved.extend(sub.nodes.iter().filter(|e| !stays(e)));
                sub.nodes.retain(|e| stays(e));
            }
        }
        for entry in moved {
            let Some(part) = own_part(entry.role) else { continue };
            let sub = match self.tops.iter().position(|top| top.part == part) {
                Some(at) => self.tops[at].subs.last_mut(),
                None => {
                    self.tops.push(Top { heading: None, part, subs: vec![Sub::default()] });
                    self.tops.last_mut().and_then(|top| top.subs.last_mut())
                }
            };
            if let Some(sub) = sub {
                sub.nodes.push(entry);
            }
        }
    }

    /// Causes under a heading of their own belong to the problems before them.
    fn merge_causes(&mut self) {
        let mut at = 0;
        while at < self.tops.len() {
            if self.tops[at].part != Part::Causes {
                at += 1;
                continue;
            }
            let Some(problems) = self.tops[..at].iter().rposition(|t| t.part == Part::Problems)
            else {
                self.tops[at].part = Part::Problems;
                continue;
            };
            let mut causes = self.tops.remove(at);
            if let Some(first) = causes.subs.first_mut() {
                first.heading = causes.heading;
            }
            self.tops[problems].subs.append(&mut causes.subs);
        }
    }
}

impl<'a> Top<'a> {
    fn has(&self, role: BlockRole) -> bool {
        self.nodes().any(|e| e.role == role)
    }

    pub fn nodes(&self) -> impl Iterator<Item = &'a Entry> {
        self.subs.iter().flat_map(|sub| sub.nodes.iter().copied())
    }

    fn split_off_plans(&mut self) -> Top<'a> {
        let plan = |e: &Entry| e.role == BlockRole::Plan;
        let sub = self.subs.iter().position(|sub| sub.nodes.iter().any(|e| plan(e))).unwrap_or(0);
        let mut subs = self.subs.split_off(sub);
        let Some(first) = subs.first_mut() else {
            return Top { heading: None, part: Part::Plans, subs };
        };
        let at = first.nodes.iter().position(|e| plan(e)).unwrap_or(0);
        // What leads to the plans goes with them.
        let leads =
            first.nodes[..at].iter().rev().take_while(|e| e.role == BlockRole::Lead).count();
        let begins = at - leads;
        let mut heading = None;
        if begins == 0 {
            heading = first.heading.take();
        } else {
            let rest = first.nodes.split_off(begins);
            let before = std::mem::replace(first, Sub { heading: None, nodes: rest });
            self.subs.push(before);
        }
        Top { heading, part: Part::Plans, subs }
    }
}

/// The part an item belongs to by its role; a lead belongs anywhere.
fn own_part(role: BlockRole) -> Option<Part> {
    match role {
        BlockRole::Achievement => Some(Part::Results),
        BlockRole::LeaderDuty => Some(Part::Duties),
        BlockRole::Problem => Some(Part::Problems),
        BlockRole::Plan => Some(Part::Plans),
        _ => None,
    }
}

/// A top is what most of its items are; without items, what its heading says.
fn part(top: &Top<'_>, year: i32) -> Part {
    let count = |role| top.nodes().filter(|e| e.role == role).count();
    let (results, duties) = (count(BlockRole::Achievement), count(BlockRole::LeaderDuty));
    let (problems, plans) = (count(BlockRole::Problem), count(BlockRole::Plan));
    let title = top.heading.map_or("", |h| h.title.as_str());
    let most = results.max(duties).max(problems).max(plans);
    match most {
        0 if count(BlockRole::Cause) > 0 => Part::Causes,
        0 => words::part(title, Some(year)),
        _ if results == most => Part::Results,
        _ if problems > 0 && problems + plans >= most => Part::Problems,
        _ if plans == most => Part::Plans,
        _ => Part::Duties,
    }
}
