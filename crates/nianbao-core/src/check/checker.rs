//! Runs the rules, and keeps what it read of each paragraph for the next time.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::before::Before;
use super::facts::Facts;
use super::finding::{At, Counts, Finding, InRecord, Report};
use super::lists::Lists;
use super::options::Options;
use super::paper::{Paper, Para, YearInput};
use super::rule::{Context, Document, Looks, Outline, RecordSpot, Rule, Spot};
use super::rules;

/// A paragraph once read, and what its own rules say, at places in the paragraph.
struct Seen {
    key: u64,
    facts: Facts,
    findings: Vec<(&'static Rule, Finding)>,
}

/// Checks again and again; a paragraph that stays is not read twice.
#[derive(Default)]
pub struct Checker {
    context: Context,
    seen: Vec<Arc<Seen>>,
    before: Option<Before>,
}

/// Any text, once.
pub fn check_text(paper: &Paper, options: &Options) -> Report {
    Checker::new(options.clone()).check_text(paper)
}

/// A year of a 库, once.
pub fn check_year(input: &YearInput<'_>, options: &Options) -> Report {
    Checker::new(options.clone()).check_year(input)
}

impl Checker {
    pub fn new(options: Options) -> Self {
        let lists = Lists::of(&options);
        Self { context: Context { options, lists, ..Context::default() }, ..Self::default() }
    }

    /// Other choices; what was read with the old ones is read again.
    pub fn set_options(&mut self, options: Options) {
        if options != self.context.options {
            self.context.lists = Lists::of(&options);
            self.context.options = options;
            self.seen.clear();
        }
    }

    pub fn check_text(&mut self, paper: &Paper) -> Report {
        self.check(paper, None)
    }

    pub fn check_year(&mut self, input: &YearInput<'_>) -> Report {
        self.check(&Paper::of_year(input), Some(input))
    }

    /// A paper, with the year it is of where it is one of a 库.
    pub fn check(&mut self, paper: &Paper, year: Option<&YearInput<'_>>) -> Report {
        self.know(paper);
        let seen = self.read(paper);
        let known = self.before.take();
        let same = |before: &Before| year.is_some_and(|year| before.is_of(year));
        self.before = known.filter(same).or_else(|| Before::of(year?));
        let document = Document {
            paper,
            facts: seen.iter().map(|seen| &seen.facts).collect(),
            context: &self.context,
            outline: Outline::default(),
            before: self.before.as_ref(),
            year,
        };
        let mut findings = Vec::new();
        let mut rules_run = 0;
        for rule in rules::ALL.iter().filter(|rule| self.is_on(rule)) {
            rules_run += 1;
            match (&rule.looks, year) {
                (Looks::Records(look), Some(year)) => {
                    let mut spots = Vec::new();
                    look(year, &mut spots);
                    findings.extend(spots.into_iter().map(|spot| in_record(rule, spot)));
                }
                (Looks::Document(look), _) => {
                    let mut spots = Vec::new();
                    look(&document, &mut spots);
                    findings.extend(spots.into_iter().map(|(n, spot)| {
                        let para = n.and_then(|n| paper.paras.get(n).zip(document.facts.get(n)));
                        match para {
                            Some((para, facts)) => placed(&found(rule, Some(facts), spot), para),
                            None => found(rule, None, spot),
                        }
                    }));
                }
                (Looks::Records(_), None) => rules_run -= 1,
                (Looks::Paragraph(_), _) => {}
            }
        }
        for (para, seen) in paper.paras.iter().zip(&seen) {
            let on = seen.findings.iter().filter(|(rule, _)| self.is_on(rule));
            findings.extend(on.map(|(_, found)| placed(found, para)));
        }
        findings.sort_by(|a, b| {
            let key = |f: &Finding| f.at.as_ref().map(|at| (at.start, at.end));
            key(a).cmp(&key(b)).then_with(|| a.code.cmp(&b.code))
        });
        Report { counts: Counts::of(&findings), findings, rules_run }
    }

    fn is_on(&self, rule: &Rule) -> bool {
        !self.context.options.off.contains(rule.code)
    }

    /// What is known of the report beside its text.
    fn know(&mut self, paper: &Paper) {
        let context = Context {
            year: paper.year,
            unit: paper.unit.clone(),
            short: paper.short.clone(),
            options: std::mem::take(&mut self.context.options),
            lists: self.context.lists.clone(),
        };
        let same = context.year == self.context.year
            && context.unit == self.context.unit
            && context.short == self.context.short;
        if !same {
            self.seen.clear();
        }
        self.context = context;
    }

    /// Most often one paragraph has changed: those before and behind it are compared in their order,
    /// and only what lies between is looked for.
    fn read(&mut self, paper: &Paper) -> Vec<Arc<Seen>> {
        let (old, paras) = (std::mem::take(&mut self.seen), &paper.paras);
        let head = old.iter().zip(paras).take_while(|(seen, para)| is_of(seen, para)).count();
        let behind = old[head..].iter().rev().zip(paras[head..].iter().rev());
        let tail = behind.take_while(|(seen, para)| is_of(seen, para)).count();
        let between = &old[head..old.len() - tail];
        let mut known: BTreeMap<u64, Arc<Seen>> =
            between.iter().map(|seen| (seen.key, Arc::clone(seen))).collect();
        let mut out = Vec::with_capacity(paras.len());
        out.extend_from_slice(&old[..head]);
        for para in &paras[head..paras.len() - tail] {
            let key = key(para);
            let same = known.get(&key).filter(|seen| is_of(seen, para)).cloned();
            let seen = same.unwrap_or_else(|| Arc::new(self.look(para, key)));
            known.insert(key, Arc::clone(&seen));
            out.push(seen);
        }
        out.extend_from_slice(&old[old.len() - tail..]);
        self.seen.clone_from(&out);
        out
    }

    fn look(&self, para: &Para, key: u64) -> Seen {
        let facts = Facts::of(para, self.context.year);
        let mut findings = Vec::new();
        let mut spots = Vec::new();
        for rule in rules::ALL.iter() {
            if let Looks::Paragraph(look) = &rule.looks {
                look(&facts, &self.context, &mut spots);
                let own = spots.drain(..).map(|spot| (*rule, found(rule, Some(&facts), spot)));
                findings.extend(own);
            }
        }
        Seen { key, facts, findings }
    }
}

fn key(para: &Para) -> u64 {
    let mut hasher = DefaultHasher::new();
    (para.role, para.part, &para.text).hash(&mut hasher);
    hasher.finish()
}

fn is_of(seen: &Seen, para: &Para) -> bool {
    let facts = &seen.facts;
    facts.role == para.role && facts.part == para.part && facts.text == para.text
}

/// At its place in the paragraph.
fn found(rule: &Rule, facts: Option<&Facts>, spot: Spot) -> Finding {
    let Spot { start, end, message, hint, fix, .. } = spot;
    let at = facts.map(|facts| At { start, end, text: facts.slice(start..end).into() });
    let (code, severity) = (rule.code.into(), rule.severity);
    Finding { code, severity, message, hint, at, record: None, fix }
}

/// At its place in the text as a whole.
fn placed(found: &Finding, para: &Para) -> Finding {
    let mut out = found.clone();
    if let Some(at) = &mut out.at {
        out.record = record_place(para, at.start, at.end);
        (at.start, at.end) = para.span(at.start, at.end);
    }
    out
}

/// The field that prints the place; its characters there, a figure as a whole.
fn record_place(para: &Para, from: usize, to: usize) -> Option<InRecord> {
    let last = to.max(from + 1) - 1;
    let runs = para.places.iter().filter(|place| {
        place.from <= last && place.from + place.length > from && place.record.is_some()
    });
    let mut out: Option<InRecord> = None;
    for place in runs {
        let Some(record) = &place.record else { continue };
        let inside = |n: usize| match &record.figure {
            None if record.length > 0 => {
                record.at + n.saturating_sub(place.from).min(record.length)
            }
            _ => record.at,
        };
        let start = inside(from);
        let end = match &record.figure {
            None if record.length > 0 => inside(to),
            _ => record.at + record.length,
        };
        match &mut out {
            Some(known)
                if known.kind == record.kind
                    && known.id == record.id
                    && known.field == record.field =>
            {
                known.end = known.end.max(end);
            }
            Some(_) => break,
            None => {
                let field = record.field.into();
                out = Some(InRecord { kind: record.kind, id: record.id, field, start, end });
            }
        }
    }
    out
}

fn in_record(rule: &Rule, spot: RecordSpot) -> Finding {
    let RecordSpot { kind, id, field, message, hint } = spot;
    let record = Some(InRecord { kind, id, field: field.into(), start: 0, end: 0 });
    let (code, severity) = (rule.code.into(), rule.severity);
    let (message, hint) = (message.into(), hint.into());
    Finding { code, severity, message, hint, at: None, record, fix: None }
}
