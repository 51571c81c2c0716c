//! 体检 of a year and of any text.

use std::path::Path;

use nianbao_core::catalog::Catalog;
use nianbao_core::check::{self, Options, Paper, YearInput};
use nianbao_core::compose::Edition;
use nianbao_core::looks::Looks;
use nianbao_formats::import::{self, MOST_BYTES, Manuscript, Revisions};
use nianbao_store::{Accepted, Change};
use serde::Deserialize;
use ts_rs::TS;

use super::closed_loop::answered_year;
use super::draft::{DocumentArgs, draft_and_looks};
use super::import::open;
use super::record::{Changed, edit};
use super::year::records;
use crate::checking::{self, Checked, PlacedFinding, fixing};
use crate::clock;
use crate::desk::{Desk, Open};
use crate::fault::{Fault, FaultCode};

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct CheckRun {
    pub year: i32,
    /// Without it: the one that is sent.
    #[serde(default)]
    #[ts(optional, as = "Option<Edition>")]
    pub edition: Edition,
    /// Lays the report out for the rules of layout. Without it they see pages that are laid out already.
    #[serde(default)]
    #[ts(optional)]
    pub pages: Option<bool>,
}

pub fn run(desk: &Desk, args: CheckRun) -> Result<Checked, Fault> {
    if args.pages.unwrap_or(false) {
        return of_year(desk, args.year, args.edition);
    }
    desk.with(|open| Ok(year(desk, open, args.year, args.edition)?.0))
}

/// With its pages laid out.
pub fn of_year(desk: &Desk, number: i32, edition: Edition) -> Result<Checked, Fault> {
    let args = DocumentArgs { edition, ..DocumentArgs::report(number) };
    let (doc, looks) = draft_and_looks(desk, &args)?;
    // Where there is no face to set it in, nothing is said of pages.
    drop(desk.typesetting.pages(&desk.env.data, doc, &looks));
    desk.with(|open| Ok(year(desk, open, number, edition)?.0))
}

fn year(
    desk: &Desk,
    open: &mut Open,
    year: i32,
    edition: Edition,
) -> Result<(Checked, checking::Records), Fault> {
    let this = records(open, year)?;
    let last = answered_year(open, year)?;
    let accepted = open.store.accepted(year)?;
    open.checker.set_options(open.store.check_options()?);
    let catalog = Catalog::built_in();
    let input = YearInput { records: &this, last: last.as_ref(), edition, catalog };
    let mut paper = Paper::of_year(&input);
    paper.measures = desk.typesetting.measures(&paper, &Looks::of(this.year.looks));
    let report = open.checker.check(&paper, Some(&input));
    let by_id = checking::records(&this);
    Ok((checking::checked(report, &paper, Some(&by_id), &accepted, edition), by_id))
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct CheckText {
    pub text: String,
}

/// By the rules of the open 库, or by all.
pub fn text(desk: &Desk, args: CheckText) -> Result<Checked, Fault> {
    let found = Manuscript { text: args.text, ..Manuscript::default() };
    foreign(&found, &options(desk)?)
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct CheckFile {
    pub path: String,
}

pub fn file(desk: &Desk, args: CheckFile) -> Result<Checked, Fault> {
    foreign(&read(Path::new(&args.path))?, &options(desk)?)
}

/// Checks a report in a file by all rules; writes nothing.
///
/// # Errors
/// The file cannot be read, or is no text.
pub fn check_file(path: &Path) -> Result<Checked, Fault> {
    foreign(&read(path)?, &Options::default())
}

fn options(desk: &Desk) -> Result<Options, Fault> {
    match desk.lock().as_ref() {
        Some(open) => Ok(open.store.check_options()?),
        None => Ok(Options::default()),
    }
}

/// As it will be once all changes in it are accepted.
fn read(path: &Path) -> Result<Manuscript, Fault> {
    open(path, Revisions::default())
}

fn foreign(found: &Manuscript, options: &Options) -> Result<Checked, Fault> {
    if found.text.len() > MOST_BYTES {
        return Err(import::ImportError::TooLarge.into());
    }
    let paper = import::paper_of(found);
    let report = check::check_text(&paper, options);
    Ok(checking::checked(report, &paper, None, &[], Edition::Submission))
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct CheckFix {
    pub year: i32,
    /// Of findings that `check.run` gave as fixable.
    pub identities: Vec<String>,
    /// Without it: the one that is sent.
    #[serde(default)]
    #[ts(optional, as = "Option<Edition>")]
    pub edition: Edition,
}

pub fn fix(desk: &Desk, args: CheckFix) -> Result<Changed, Fault> {
    desk.with(|open| {
        let (checked, records) = year(desk, open, args.year, args.edition)?;
        let chosen: Vec<&PlacedFinding> = checked
            .findings
            .iter()
            .filter(|found| found.fixable && args.identities.contains(&found.identity))
            .collect();
        let Some(first) = chosen.first() else { return Err(gone()) };
        let name = match (chosen.len(), &first.finding.at, &first.finding.fix) {
            (1, Some(at), Some(fix)) => named(&at.text, &fix.replacement),
            (count, ..) => {
                let rule = check::rule(&first.finding.code).map_or("", |rule| rule.name);
                format!("修正 {count} 处“{rule}”")
            }
        };
        let changes = fixing::fixed(&chosen, &records)?.into_iter().map(Change::Put).collect();
        edit(open, name, changes, None)
    })
}

fn named(from: &str, to: &str) -> String {
    let short = |text: &str| {
        let mut out: String = text.chars().take(12).collect();
        if text.chars().count() > 12 {
            out.push('…');
        }
        out
    };
    if to.is_empty() {
        format!("修正：删去“{}”", short(from))
    } else {
        format!("修正“{}”为“{}”", short(from), short(to))
    }
}

fn gone() -> Fault {
    Fault::new(FaultCode::NoSuchRecord, "这一处已经不在了", "文字可能刚改过，请看最新的体检结果")
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct CheckAccept {
    pub year: i32,
    pub identity: String,
    /// For the review list and whoever checks next.
    pub reason: String,
    /// Without it: the one that is sent.
    #[serde(default)]
    #[ts(optional, as = "Option<Edition>")]
    pub edition: Edition,
}

pub fn accept(desk: &Desk, args: CheckAccept) -> Result<Checked, Fault> {
    let reason = args.reason.trim();
    if reason.is_empty() {
        return Err(Fault::new(
            FaultCode::Refused,
            "还没有写说明",
            "请写一句为什么这样写没有问题，审核的人会看到",
        ));
    }
    desk.with(|open| {
        let (checked, _) = year(desk, open, args.year, args.edition)?;
        let let_stand = checked.accepted.iter().map(|accepted| &accepted.found);
        let mut all = checked.findings.iter().chain(let_stand);
        let found = all.find(|found| found.identity == args.identity).ok_or_else(gone)?;
        let accepted = Accepted {
            identity: args.identity,
            code: found.finding.code.to_string(),
            reason: reason.to_owned(),
            at: clock::now(),
        };
        open.store.accept(args.year, &accepted)?;
        Ok(year(desk, open, args.year, args.edition)?.0)
    })
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct CheckUnaccept {
    pub year: i32,
    pub identity: String,
    /// Without it: the one that is sent.
    #[serde(default)]
    #[ts(optional, as = "Option<Edition>")]
    pub edition: Edition,
}

pub fn unaccept(desk: &Desk, args: CheckUnaccept) -> Result<Checked, Fault> {
    desk.with(|open| {
        open.store.unaccept(args.year, &args.identity)?;
        Ok(year(desk, open, args.year, args.edition)?.0)
    })
}
