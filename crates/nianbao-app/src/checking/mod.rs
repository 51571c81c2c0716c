//! Findings as a screen shows them: where each stands, and by what it is known again.

pub(crate) mod fixing;
pub(crate) mod pages;
pub(crate) mod publication;
pub(crate) mod review;

use std::collections::BTreeMap;

use nianbao_core::check::{Counts, Finding, InRecord, Paper, Para, Report, Severity};
use nianbao_core::compose::Edition;
use nianbao_core::doc::Role;
use nianbao_core::record::{Id, Kind, Record, YearRecords};
use nianbao_core::text::parts::Part;
use nianbao_store::{Accepted, hash};
use serde::Serialize;
use ts_rs::TS;

/// Characters of the paragraph that are shown at either side of the place.
const AROUND: usize = 28;
/// Of the place itself; a longer one is cut.
const LONGEST: usize = 120;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Checked {
    /// In the order of the text; those without a place first.
    pub findings: Vec<PlacedFinding>,
    /// Those a person lets stand. They are not counted.
    pub accepted: Vec<LetStand>,
    pub counts: Counts,
    pub rules_run: usize,
    /// The parts of a report in their order, in words.
    pub parts: Vec<PartWord>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartWord {
    pub part: FindingPart,
    pub word: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlacedFinding {
    #[serde(flatten)]
    pub finding: Finding,
    /// The same while rule, record and the text it stands in are.
    pub identity: String,
    pub part: FindingPart,
    /// The record, as menus name it; empty: none.
    pub place: String,
    pub excerpt: Excerpt,
    /// `check.fix` can mend it.
    pub fixable: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LetStand {
    #[serde(flatten)]
    pub found: PlacedFinding,
    pub reason: String,
    /// RFC 3339, in UTC.
    pub since: String,
}

/// The place in its paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
pub struct Excerpt {
    pub before: String,
    pub marked: String,
    pub after: String,
}

/// What of the report it is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FindingPart {
    Whole,
    Opening,
    Results,
    Duties,
    Problems,
    Plans,
    Ending,
    Ledger,
}

impl FindingPart {
    pub(crate) const ALL: [Self; 8] = [
        Self::Whole,
        Self::Opening,
        Self::Results,
        Self::Duties,
        Self::Problems,
        Self::Plans,
        Self::Ending,
        Self::Ledger,
    ];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Whole => "整篇报告",
            Self::Opening => "标题和引言",
            Self::Results => "举措和成效",
            Self::Duties => "第一责任人履职",
            Self::Problems => "不足和原因",
            Self::Plans => "下一年度安排",
            Self::Ending => "结尾和落款",
            Self::Ledger => "台账",
        }
    }
}

/// The records of a year by number, and the unit.
pub(crate) type Records = BTreeMap<Id, Record>;

pub(crate) fn records(year: &YearRecords) -> Records {
    let unit = Record::Unit(year.unit.clone());
    year.records().into_iter().chain([unit]).map(|record| (record.id(), record)).collect()
}

/// `records`: None for a text that is no year of a 库.
pub(crate) fn checked(
    report: Report,
    paper: &Paper,
    records: Option<&Records>,
    accepted: &[Accepted],
    edition: Edition,
) -> Checked {
    let mut reader = Reader::new(paper, records, edition);
    let accepted: BTreeMap<&str, &Accepted> =
        accepted.iter().map(|a| (a.identity.as_str(), a)).collect();
    let rules_run = report.rules_run;
    let mut out = Checked {
        findings: Vec::new(),
        accepted: Vec::new(),
        counts: Counts::default(),
        rules_run,
        parts: FindingPart::ALL.map(|part| PartWord { part, word: part.word().to_owned() }).into(),
    };
    for finding in report.findings {
        let found = reader.found(finding);
        match accepted.get(found.identity.as_str()) {
            Some(accepted) => out.accepted.push(LetStand {
                found,
                reason: accepted.reason.clone(),
                since: accepted.at.to_string(),
            }),
            None => {
                match found.finding.severity {
                    Severity::Error => out.counts.error += 1,
                    Severity::Warning => out.counts.warning += 1,
                    Severity::Hint => out.counts.hint += 1,
                }
                out.findings.push(found);
            }
        }
    }
    out
}

struct Reader<'a> {
    paper: &'a Paper,
    records: Option<&'a Records>,
    edition: Edition,
    /// Where each paragraph begins in the text as a whole.
    starts: Vec<usize>,
    /// The first paragraph of the first part.
    first: usize,
    /// Fields and the last paragraph that were read: many findings may stand in a long one.
    fields: BTreeMap<(Id, String), Option<Field>>,
    para: Option<(usize, Vec<char>)>,
}

struct Field {
    chars: Vec<char>,
    hash: String,
}

impl<'a> Reader<'a> {
    fn new(paper: &'a Paper, records: Option<&'a Records>, edition: Edition) -> Self {
        let start = |para: &Para| para.places.first().map_or(0, |p| p.at);
        let starts = paper.paras.iter().map(start).collect();
        let first = paper.paras.iter().position(|para| para.part.is_some()).unwrap_or(0);
        Self { paper, records, edition, starts, first, fields: BTreeMap::new(), para: None }
    }

    fn found(&mut self, finding: Finding) -> PlacedFinding {
        let para = finding
            .at
            .as_ref()
            .map(|at| self.starts.partition_point(|start| *start <= at.start).saturating_sub(1));
        let record = finding.record.as_ref().and_then(|at| self.records?.get(&at.id));
        let part = self.part(&finding, para);
        let excerpt = self.excerpt(&finding, para);
        let edition = self.edition;
        let field = finding.record.as_ref().and_then(|at| self.field(at));
        PlacedFinding {
            identity: identity(&finding, field.map_or("", |field| &field.hash), &excerpt, edition),
            part,
            place: record.map(Record::name).unwrap_or_default(),
            excerpt,
            fixable: field.is_some_and(|field| fixing::can_fix(&finding, &field.chars)),
            finding,
        }
    }

    fn field(&mut self, at: &InRecord) -> Option<&Field> {
        let records = self.records?;
        let known = self.fields.entry((at.id, at.field.to_string())).or_insert_with(|| {
            let text = text(records.get(&at.id)?, &at.field)?;
            Some(Field { hash: hash(text.as_bytes()), chars: text.chars().collect() })
        });
        known.as_ref()
    }

    fn part(&self, finding: &Finding, para: Option<usize>) -> FindingPart {
        let kind = finding.record.as_ref().map(|record| record.kind);
        let Some((n, para)) = para.and_then(|n| Some((n, self.paper.paras.get(n)?))) else {
            return kind.map_or(FindingPart::Whole, of_kind);
        };
        match para.part {
            _ if matches!(para.role, Role::Signature | Role::Date) => FindingPart::Ending,
            Some(Part::Results) => FindingPart::Results,
            Some(Part::Duties) => FindingPart::Duties,
            Some(Part::Problems | Part::Causes | Part::ProblemsAndPlans) => FindingPart::Problems,
            Some(Part::Plans) => FindingPart::Plans,
            None if n <= self.first => FindingPart::Opening,
            Some(Part::Other) | None => FindingPart::Ending,
        }
    }

    fn excerpt(&mut self, finding: &Finding, para: Option<usize>) -> Excerpt {
        let paper = self.paper;
        let Some((at, n)) = finding.at.as_ref().zip(para) else { return Excerpt::default() };
        let Some(para) = paper.paras.get(n) else { return Excerpt::default() };
        if self.para.as_ref().is_none_or(|(known, _)| *known != n) {
            self.para = Some((n, para.text.chars().collect()));
        }
        let chars: &[char] = self.para.as_ref().map_or(&[], |(_, chars)| chars);
        // The place counts the text as a whole, whose white space a paragraph may lack.
        let inside = |at: usize| {
            let behind = para.places.partition_point(|place| place.at <= at);
            let place = behind.checked_sub(1).and_then(|n| para.places.get(n));
            place.map_or(0, |place| place.from + (at - place.at).min(place.length)).min(chars.len())
        };
        let start = inside(at.start);
        let end = inside(at.end).max(start);
        let (from, to) = (start.saturating_sub(AROUND), (end + AROUND).min(chars.len()));
        let cut = |at: std::ops::Range<usize>| chars[at].iter().collect::<String>();
        let dots = |there: bool| if there { "…" } else { "" };
        let shown = end.min(start + LONGEST);
        Excerpt {
            before: format!("{}{}", dots(from > 0), cut(from..start)),
            marked: format!("{}{}", cut(start..shown), dots(shown < end)),
            after: format!("{}{}", cut(end..to), dots(to < chars.len())),
        }
    }
}

fn of_kind(kind: Kind) -> FindingPart {
    match kind {
        Kind::Area | Kind::Achievement => FindingPart::Results,
        Kind::Duty => FindingPart::Duties,
        Kind::Problem => FindingPart::Problems,
        Kind::Plan => FindingPart::Plans,
        Kind::Figure => FindingPart::Ledger,
        _ => FindingPart::Whole,
    }
}

/// A field as typed, where it is one of text.
pub(crate) fn text(record: &Record, field: &str) -> Option<String> {
    let mut value = serde_json::to_value(record).ok()?;
    match value.get_mut(field)?.take() {
        serde_json::Value::String(text) => Some(text),
        _ => None,
    }
}

/// By the rule, what it says, the record, and the field as it is: where one of them changes, what was
/// accepted comes back.
fn identity(finding: &Finding, field: &str, excerpt: &Excerpt, edition: Edition) -> String {
    // What may be sent is not thereby what may be published.
    if edition == Edition::Public && finding.code.starts_with('P') {
        return publication::of_finding(finding);
    }
    let at = match &finding.record {
        Some(InRecord { kind, id, field, start, .. }) => {
            format!("{}:{}:{field}:{start}", kind.word(), id.0)
        }
        None => [&excerpt.before, &excerpt.marked, &excerpt.after].map(String::as_str).concat(),
    };
    known_by(&[&finding.code, &finding.message, &at, field])
}

/// Short enough to be handed about, long enough never to be met twice.
fn known_by(parts: &[&str]) -> String {
    let mut identity = hash(parts.join("\u{1F}").as_bytes());
    identity.truncate(20);
    identity
}
