//! What a person looks over before publication: what is masked, who is named, and what he said of it.

use std::collections::BTreeSet;

use nianbao_core::catalog::Catalog;
use nianbao_core::check::{self, Finding};
use nianbao_core::compose::{Look, masked_places, named_places};
use nianbao_core::doc::Origin;
use nianbao_core::record::{Id, Kind, Record, RecordRef, Unmasked, YearRecords};
use nianbao_store::Accepted;
use serde::Serialize;
use ts_rs::TS;

use super::{Excerpt, known_by, records};

/// A place that was looked over is kept beside what was accepted, under this in place of a rule.
pub(crate) const SEEN: &str = "look";
/// Never published as they stand, whatever somebody says.
const NEVER: [&str; 2] = ["P003", "P004"];

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Publication {
    /// What is masked first, then names; each in the order of the text.
    pub places: Vec<LookOver>,
    pub unseen: usize,
}

/// A place of the published edition that a person is to look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LookOver {
    /// The same while its paragraph is.
    pub identity: String,
    /// Rule that masks it; None: a name that is printed.
    pub code: Option<String>,
    /// What it is, in words.
    pub what: String,
    /// The record, as menus name it; empty: none.
    pub place: String,
    pub record: Option<RecordRef>,
    pub field: String,
    /// As typed.
    pub excerpt: Excerpt,
    /// As it is published.
    pub published: String,
    pub seen: bool,
    /// By which `publication.print` knows it, where it may be published as typed.
    pub prints: Option<String>,
    /// Why it is published as typed; None: it is not.
    pub reason: Option<String>,
}

pub(crate) fn list(year: &YearRecords, accepted: &[Accepted]) -> Publication {
    let catalog = Catalog::built_in();
    let by_id = records(year);
    let reason = |identity: &str| accepted.iter().find(|a| a.identity == identity);
    let mut met = BTreeSet::new();
    let mut places = Vec::new();
    for look in masked_places(year, catalog).into_iter().chain(named_places(year, catalog)) {
        let identity = identity(&look);
        // The same twice in one paragraph is looked at once.
        if !met.insert(identity.clone()) {
            continue;
        }
        let own = look.code.map(|code| of(code, look.origin, &look.text));
        let name = |origin: Origin| by_id.get(&origin.id).map(Record::name).unwrap_or_default();
        places.push(LookOver {
            seen: reason(&identity).is_some(),
            identity,
            code: look.code.map(str::to_owned),
            what: look.code.map_or("写出了姓名".to_owned(), |code| {
                check::rule(code).map_or(String::new(), |rule| rule.name.to_owned())
            }),
            place: look.origin.map(name).unwrap_or_default(),
            record: look.origin.map(|origin| RecordRef { kind: origin.kind, id: origin.id }),
            field: look.origin.map_or("", |origin| origin.field.name()).to_owned(),
            excerpt: Excerpt { before: look.before, marked: look.text, after: look.after },
            published: look.published,
            reason: own.as_deref().and_then(reason).map(|accepted| accepted.reason.clone()),
            prints: own.filter(|_| look.code.is_some_and(|code| !NEVER.contains(&code))),
        });
    }
    let unseen = places.iter().filter(|place| !place.seen).count();
    Publication { places, unseen }
}

/// The records say what is published as typed, as a person decided it.
pub(crate) fn let_stand(year: &mut YearRecords, accepted: &[Accepted]) {
    let accepted: BTreeSet<&str> = accepted
        .iter()
        .filter(|a| a.code.starts_with('P') && !NEVER.contains(&a.code.as_str()))
        .map(|a| a.identity.as_str())
        .collect();
    if accepted.is_empty() {
        return;
    }
    let masked = masked_places(year, Catalog::built_in()).into_iter();
    let stands = masked.filter_map(|look| {
        let code = look.code?;
        accepted.contains(of(code, look.origin, &look.text).as_str()).then(|| Unmasked {
            code: code.to_owned(),
            origin: look.origin,
            text: look.text,
        })
    });
    year.unmasked = stands.collect();
}

/// By the rule, the field, and what stands there: this number in this record.
fn of(code: &str, origin: Option<Origin>, text: &str) -> String {
    known_by(&["published", code, &at(origin), text])
}

pub(crate) fn of_finding(finding: &Finding) -> String {
    let at = finding.record.as_ref().map(|at| field(at.kind, at.id, &at.field));
    let text = finding.at.as_ref().map_or("", |at| at.text.as_str());
    known_by(&["published", &finding.code, &at.unwrap_or_default(), text])
}

fn identity(look: &Look) -> String {
    known_by(&[SEEN, look.code.unwrap_or_default(), &at(look.origin), &look.text, &look.line])
}

fn at(origin: Option<Origin>) -> String {
    origin.map(|at| field(at.kind, at.id, at.field.name())).unwrap_or_default()
}

/// A field of a record, as both a finding and a place of the paper name it.
fn field(kind: Kind, id: Id, name: &str) -> String {
    format!("{}:{}:{name}", kind.word(), id.0)
}
