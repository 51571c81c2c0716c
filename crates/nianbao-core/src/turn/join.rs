//! A record takes up the one after it.

use jiff::civil::Date;

use super::links::{hand_on, relink};
use super::list::{find, is_shown, list};
use super::{Change, TurnError, close};
use crate::catalog::Catalog;
use crate::record::{
    Achievement, Duty, Id, OutcomeState, Passage, Plan, Problem, ProblemSource, Record, RecordRef,
    Sensitivity, WorkState, YearRecords,
};
use crate::text::date::written;

/// The record that [`join`] would take up: the next of its list, and the next one that the draft shows
/// if it shows this one; what was rejected or kept inside is passed over.
///
/// # Errors
/// The record is not there, or nothing of its kind stands after it.
pub fn next(records: &YearRecords, at: RecordRef) -> Result<RecordRef, TurnError> {
    let first = find(records, at).ok_or(TurnError::NoRecord)?;
    second(records, &first).map(|second| RecordRef { kind: second.kind(), id: second.id() })
}

fn second(records: &YearRecords, first: &Record) -> Result<Record, TurnError> {
    list(records, first)
        .into_iter()
        .skip_while(|other| other.id() != first.id())
        .skip(1)
        .find(|other| is_shown(other) == is_shown(first))
        .ok_or(TurnError::NothingAfter(first.kind()))
}

/// Joins a record with the next. `referrers`: what refers to that one.
///
/// The second heading sentence becomes a sentence of the text. Where both say something else in a field
/// that holds one thing, the second is noted in a field that is not printed.
///
/// # Errors
/// As [`next`].
pub fn join(
    records: &YearRecords,
    referrers: &[Record],
    at: RecordRef,
) -> Result<Vec<Change>, TurnError> {
    let first = find(records, at).ok_or(TurnError::NoRecord)?;
    let second = second(records, &first)?;
    let gone = RecordRef { kind: second.kind(), id: second.id() };
    let mut joined = first;
    match (&mut joined, second) {
        (Record::Passage(a), Record::Passage(b)) => passages(a, &b),
        (Record::Achievement(a), Record::Achievement(b)) => achievements(a, b),
        (Record::Problem(a), Record::Problem(b)) => problems(a, &b),
        (Record::Plan(a), Record::Plan(b)) => plans(a, b),
        (Record::Duty(a), Record::Duty(b)) => duties(a, &b),
        _ => return Err(TurnError::NoProse(at.kind)),
    }
    let mut changes = vec![Change::Put(joined)];
    relink(&mut changes, referrers, |answers| hand_on(answers, gone.id, at.id));
    changes.push(Change::Remove(gone));
    Ok(changes)
}

/// Heading sentence and text of the second follow on the first.
fn prose(title: &mut String, body: &mut String, second_title: &str, second_body: &str) {
    if second_title.trim().is_empty() {
        body.push_str(second_body);
    } else if title.trim().is_empty() && body.trim().is_empty() {
        second_title.clone_into(title);
        second_body.clone_into(body);
    } else {
        // A heading sentence was printed as one, with a full stop before it and after.
        close(body);
        body.push_str(second_title);
        close(body);
        body.push_str(second_body);
    }
}

fn passages(a: &mut Passage, b: &Passage) {
    a.body.push_str(&b.body);
    a.run_on = b.run_on;
}

fn achievements(a: &mut Achievement, b: Achievement) {
    prose(&mut a.title, &mut a.body, &b.title, &b.body);
    (a.date, a.until) = span([a.date, a.until, b.date, b.until]);
    words(&mut a.office, &b.office);
    words(&mut a.source, &b.source);
    ids(&mut a.answers, b.answers);
    ids(&mut a.indicators, b.indicators);
    ids(&mut a.evidence, b.evidence);
    a.sensitivity = stricter(a.sensitivity, b.sensitivity);
    if progress(b.state) < progress(a.state) {
        a.state = b.state;
    }
}

/// The first day and the last; a single day has no last.
fn span(days: [Option<Date>; 4]) -> (Option<Date>, Option<Date>) {
    let (from, until) = (days.iter().flatten().min(), days.iter().flatten().max());
    (from.copied(), until.filter(|until| Some(*until) != from).copied())
}

fn stricter(a: Sensitivity, b: Sensitivity) -> Sensitivity {
    let rank = |s| match s {
        Sensitivity::Open => 0,
        Sensitivity::SentOnly => 1,
        Sensitivity::Internal => 2,
    };
    if rank(b) > rank(a) { b } else { a }
}

fn progress(state: WorkState) -> u8 {
    match state {
        WorkState::Rejected => 0,
        WorkState::Collected => 1,
        WorkState::Verified => 2,
        WorkState::Adopted => 3,
    }
}

fn problems(a: &mut Problem, b: &Problem) {
    a.public_body = public(a, b);
    // Text after a cause that is itself no cause goes before it, to the text.
    prose(&mut a.title, &mut a.body, &b.title, &b.body);
    let only_cause = b.title.trim().is_empty() && b.body.trim().is_empty();
    if !only_cause && !b.cause.trim().is_empty() {
        close(&mut a.cause);
    }
    a.cause.push_str(&b.cause);
    words(&mut a.office, &b.office);
    if a.source == ProblemSource::Unsaid {
        a.source = b.source;
    }
    outcome(&mut a.outcome, &b.outcome);
}

/// A wording for the published edition covers the whole of the joined text, or part of it would be
/// published as it was not meant to be.
fn public(a: &Problem, b: &Problem) -> String {
    if a.public_body.trim().is_empty() && b.public_body.trim().is_empty() {
        return String::new();
    }
    let of = |p: &Problem| {
        let public = p.public_body.trim();
        if public.is_empty() { p.body.clone() } else { public.to_owned() }
    };
    let mut joined = of(a);
    prose(&mut String::new(), &mut joined, &b.title, &of(b));
    joined
}

fn plans(a: &mut Plan, b: Plan) {
    prose(&mut a.title, &mut a.body, &b.title, &b.body);
    words(&mut a.target, &b.target);
    words(&mut a.office, &b.office);
    words(&mut a.helpers, &b.helpers);
    words(&mut a.document, &b.document);
    match (a.due, b.due) {
        (Some(first), Some(second)) if first != second => {
            a.due = Some(first.max(second));
            let note = format!("其中一项须在{}前完成", written(first.min(second)));
            words(&mut a.target, &note);
        }
        (first, second) => a.due = first.or(second),
    }
    ids(&mut a.answers, b.answers);
    outcome(&mut a.outcome, &b.outcome);
}

fn duties(a: &mut Duty, b: &Duty) {
    prose(&mut a.title, &mut a.body, &b.title, &b.body);
    words(&mut a.post, &b.post);
    let mut notes = Vec::new();
    if a.prompt.is_empty() {
        a.prompt.clone_from(&b.prompt);
    } else if !b.prompt.is_empty() && a.prompt != b.prompt {
        let prompt = Catalog::built_in().prompts.iter().find(|p| p.key == b.prompt);
        notes.push(format!("履职事项：{}", prompt.map_or(b.prompt.as_str(), |p| &p.title)));
    }
    for (word, own, other) in [
        ("批示", &mut a.instructions, &b.instructions),
        ("学法", &mut a.study, &b.study),
        ("述法", &mut a.accounts, &b.accounts),
        ("出庭应诉", &mut a.court, &b.court),
    ] {
        if own.trim().is_empty() {
            own.clone_from(other);
        } else if !other.trim().is_empty() && own != other {
            notes.push(format!("{word}：{other}"));
        }
    }
    add_line(&mut a.supervised, &b.supervised);
    add_line(&mut a.meetings, &b.meetings);
    notes.iter().for_each(|note| add_line(&mut a.meetings, note));
}

fn add_line(lines: &mut String, line: &str) {
    if line.trim().is_empty() {
        return;
    }
    if !lines.trim().is_empty() {
        lines.push('\n');
    }
    lines.push_str(line);
}

fn outcome(a: &mut crate::record::Outcome, b: &crate::record::Outcome) {
    let differs = a.state != b.state;
    if a.state == OutcomeState::Unsaid {
        a.state = b.state;
    } else if differs && b.state != OutcomeState::Unsaid {
        words(&mut a.note, &format!("其中一项{}", b.state.word()));
    }
    words(&mut a.note, &b.note);
}

/// Both, where they differ.
fn words(a: &mut String, b: &str) {
    if a.trim().is_empty() {
        b.clone_into(a);
    } else if !b.trim().is_empty() && a.trim() != b.trim() {
        a.push('；');
        a.push_str(b);
    }
}

fn ids(a: &mut Vec<Id>, b: Vec<Id>) {
    for id in b {
        if !a.contains(&id) {
            a.push(id);
        }
    }
}
