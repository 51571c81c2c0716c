//! What is there, what is missing: the first screen's answer to "what do I do next?".

mod figures;

use jiff::civil::Date;
use nianbao_core::catalog::Catalog;
use nianbao_core::closed_loop::{LoopCount, closed_loop};
use nianbao_core::compose::{Edition, compose, title};
use nianbao_core::doc::{Doc, Inline, Role};
use nianbao_core::missing::{Incomplete, incomplete};
use nianbao_core::record::{Deadline, Id, Kind, SectionOf, Slot, YearRecords};
use nianbao_core::remarks::{Remark, all_remarks};
use nianbao_store::Step;
use serde::Serialize;
use ts_rs::TS;

pub(crate) const RECENT_STEPS: usize = 12;

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Overview {
    pub title: String,
    /// Characters of the composed text, white space apart.
    pub chars: usize,
    /// Usual length for such a unit.
    pub least: usize,
    pub most: usize,
    /// The five contents that 督察工作规定 asks for, in its order.
    pub parts: Vec<PartOverview>,
    pub figures: FiguresOverview,
    /// In the order they fall due, what is done last.
    pub deadlines: Vec<DeadlineLeft>,
    /// None: the 库 holds no earlier year to account for.
    pub closed_loop: Option<LoopOverview>,
    /// Records that lack something: 缺 N 项.
    pub incomplete: Vec<Incomplete>,
    /// What was entered and can hardly be meant.
    pub remarks: Vec<Remark>,
    pub recent: Vec<RecentStep>,
}

/// A day the report must be somewhere, seen from today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeadlineLeft {
    #[serde(flatten)]
    pub deadline: Deadline,
    /// Negative: it has passed. None: it is done.
    pub days_left: Option<i64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct LoopOverview {
    pub last_year: i32,
    pub plans: LoopCount,
    pub problems: LoopCount,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PartOverview {
    pub of: SectionOf,
    pub title: String,
    /// Records in it.
    pub count: usize,
    pub chars: usize,
    /// Share of the text in whole percent.
    pub percent: usize,
    /// A sentence each, naming what to do.
    pub missing: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FiguresOverview {
    pub count: usize,
    pub without_value: usize,
    pub without_source: usize,
    /// Keys that a text or a relation names and the ledger lacks.
    pub unknown: Vec<String>,
    /// Without value or source, or not what their relation gives, or changed since the review.
    pub unsettled: Vec<UnsettledFigure>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UnsettledFigure {
    pub id: Id,
    pub key: String,
    pub label: String,
    pub why: Unsettled,
    /// As a clerk reads it.
    pub message: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Unsettled {
    NoValue,
    NoSource,
    /// Its relation gives another number.
    Differs,
    /// Its relation cannot be reckoned.
    Unknown,
    /// Since the year was marked reviewed.
    Changed,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecentStep {
    pub name: String,
    /// RFC 3339, in UTC.
    pub at: String,
}

/// What the overview is made from.
pub(crate) struct Seen<'a> {
    pub records: &'a YearRecords,
    /// The year before by the calendar, for its figures.
    pub before: Option<&'a YearRecords>,
    /// The year whose plans are accounted for.
    pub answered: Option<&'a YearRecords>,
    pub steps: &'a [Step],
    pub today: Date,
}

pub(crate) fn of(seen: &Seen<'_>, catalog: &Catalog) -> Overview {
    let records = seen.records;
    let doc = compose(records, Edition::Submission, catalog);
    let chars = count(&doc.plain());
    let length = catalog.length(records.unit.kind);
    let parts = [
        (SectionOf::Areas, "主要举措和成效"),
        (SectionOf::Problems, "不足和原因"),
        (SectionOf::Duties, "第一责任人履职"),
        (SectionOf::Plans, "下一年度安排"),
        (SectionOf::Other, "其他情况"),
    ];
    Overview {
        title: title(records),
        chars,
        least: length.map_or(0, |l| l.least),
        most: length.map_or(0, |l| l.most),
        parts: parts
            .into_iter()
            .map(|(of, title)| {
                let own = chars_of(&doc, of, records);
                PartOverview {
                    of,
                    title: title.to_owned(),
                    count: count_of(of, records),
                    chars: own,
                    percent: (own * 100 + chars / 2).checked_div(chars).unwrap_or(0),
                    missing: missing(of, records),
                }
            })
            .collect(),
        figures: figures::of(records, seen.before),
        deadlines: deadlines(records, seen.today),
        closed_loop: seen.answered.map(|last| {
            let closed = closed_loop(last, records);
            let last_year = last.year.year;
            LoopOverview { last_year, plans: closed.plans, problems: closed.problems }
        }),
        incomplete: incomplete(records),
        remarks: all_remarks(records),
        recent: seen
            .steps
            .iter()
            .filter(|step| !step.undone())
            .map(|step| RecentStep { name: step.name.clone(), at: step.at.to_string() })
            .collect(),
    }
}

fn count(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

fn count_of(of: SectionOf, records: &YearRecords) -> usize {
    match of {
        SectionOf::Areas => records.achievements.len(),
        SectionOf::Problems => records.problems.len(),
        SectionOf::Duties => records.duties.len(),
        SectionOf::Plans => records.plans.len(),
        SectionOf::Other => records.passages.iter().filter(|p| p.slot == Slot::Other).count(),
    }
}

/// Counts what came from the records of that part; numbers and headings the template adds are nobody's.
fn chars_of(doc: &Doc, of: SectionOf, records: &YearRecords) -> usize {
    let slot_of = |id| records.passages.iter().find(|p| p.id == id).map(|p| p.slot);
    doc.paragraphs()
        .filter(|p| !matches!(p.role, Role::Title | Role::Addressee | Role::Signature | Role::Date))
        .flat_map(|p| &p.inlines)
        .filter_map(|inline| match inline {
            Inline::Text(text) => text.origin.map(|origin| (origin, &text.text)),
            Inline::Break => None,
        })
        .filter(|(origin, _)| {
            let own = match origin.kind {
                Kind::Achievement | Kind::Area => SectionOf::Areas,
                Kind::Problem => SectionOf::Problems,
                Kind::Duty => SectionOf::Duties,
                Kind::Plan => SectionOf::Plans,
                Kind::Passage => match slot_of(origin.id) {
                    Some(Slot::AreaLead | Slot::AreaClose) => SectionOf::Areas,
                    Some(Slot::ProblemLead | Slot::Cause) => SectionOf::Problems,
                    Some(Slot::DutyLead) => SectionOf::Duties,
                    Some(Slot::PlanLead | Slot::PlanClose) => SectionOf::Plans,
                    Some(Slot::Other) => SectionOf::Other,
                    Some(Slot::Lead | Slot::Ending) | None => return false,
                },
                Kind::Unit
                | Kind::Year
                | Kind::Figure
                | Kind::Indicator
                | Kind::Evidence
                | Kind::Opinion
                | Kind::Template => return false,
            };
            own == of
        })
        .map(|(_, text)| count(text))
        .sum()
}

fn missing(of: SectionOf, records: &YearRecords) -> Vec<String> {
    let mut out = Vec::new();
    let blank = |title: &str, body: &str| title.trim().is_empty() && body.trim().is_empty();
    match of {
        SectionOf::Areas => {
            let empty = |id| !records.achievements.iter().any(|a| a.area == id);
            let names: Vec<_> = records
                .areas
                .iter()
                .filter(|a| empty(a.id))
                .map(|a| format!("“{}”", a.title))
                .collect();
            if records.achievements.is_empty() {
                out.push("还没有成效，请先记一条".to_owned());
            } else if !names.is_empty() {
                out.push(format!("{}还没有成效", names.join("、")));
            }
            let empty = records.achievements.iter().filter(|a| blank(&a.title, &a.body)).count();
            if empty > 0 {
                out.push(format!("{empty}条成效还没有写内容"));
            }
        }
        SectionOf::Problems => {
            if records.problems.is_empty() {
                out.push("还没有写存在的不足".to_owned());
            }
            let common =
                records.passages.iter().any(|p| p.slot == Slot::Cause && !p.body.trim().is_empty());
            let bare = records.problems.iter().filter(|p| p.cause.trim().is_empty()).count();
            if bare > 0 && !common {
                out.push(format!("{bare}个问题还没有写原因，不足和原因都要写"));
            }
        }
        SectionOf::Duties if records.duties.is_empty() => {
            out.push("还没有写党政主要负责人履行第一责任人职责的情况".to_owned());
        }
        SectionOf::Plans if records.plans.is_empty() => {
            out.push("还没有写下一年度的安排".to_owned());
        }
        // 其他情况 is the one part that may be absent.
        SectionOf::Duties | SectionOf::Plans | SectionOf::Other => {}
    }
    out
}

fn deadlines(records: &YearRecords, today: Date) -> Vec<DeadlineLeft> {
    let mut all: Vec<DeadlineLeft> = records
        .year
        .deadlines
        .iter()
        .map(|deadline| DeadlineLeft {
            deadline: deadline.clone(),
            days_left: deadline
                .done
                .is_none()
                .then(|| i64::from((deadline.due - today).get_days())),
        })
        .collect();
    all.sort_by_key(|d| (d.days_left.is_none(), d.deadline.due));
    all
}
