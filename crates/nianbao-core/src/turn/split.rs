//! One record becomes two at a place in its text.

use super::links::relink;
use super::list::{find, put};
use super::{Change, TurnError};
use crate::doc::Field;
use crate::record::{Duty, Id, Passage, Plan, Problem, Record, RecordRef, YearRecords};
use crate::text::reference::{Piece, pieces};

/// The new record of an edit, until the store numbers it.
const NEW: Id = Id(-1);

/// Splits a record in front of the character at `offset` of a field, counted in Unicode characters. A
/// place inside `{{key}}` is moved to its front.
///
/// The second half is a record of the same kind right after the first. Who did it, when, and what it is
/// linked to, and by, counts for both: nobody said to which half it belongs.
///
/// # Errors
/// The record or the field is not there; one half would have no text; a problem has another wording for
/// the published edition, which cannot be split along.
pub fn split(
    records: &YearRecords,
    referrers: &[Record],
    at: RecordRef,
    field: Field,
    offset: usize,
) -> Result<Vec<Change>, TurnError> {
    let record = find(records, at).ok_or(TurnError::NoRecord)?;
    let (first, second) = halves(&record, field, offset)?;
    let mut changes = put(records, second, Some(at.id));
    shorten(&mut changes, first);
    relink(&mut changes, referrers, |answers| answers.push(NEW));
    Ok(changes)
}

/// The first half, in the order it was given where it had to make room for the second.
fn shorten(changes: &mut Vec<Change>, mut first: Record) {
    for change in changes.iter_mut() {
        if let Change::Put(moved) = change
            && moved.id() == first.id()
        {
            first.set_order(moved.order());
            *moved = first;
            return;
        }
    }
    changes.insert(0, Change::Put(first));
}

fn halves(record: &Record, field: Field, offset: usize) -> Result<(Record, Record), TurnError> {
    let (mut first, mut second) = (record.clone(), record.clone());
    second.set_id(NEW);
    match (&mut first, &mut second) {
        (Record::Passage(a), Record::Passage(b)) => {
            if field != Field::Body {
                return Err(TurnError::NoProse(record.kind()));
            }
            divide(&mut a.body, &mut b.body, offset);
            a.run_on = false;
        }
        (Record::Achievement(a), Record::Achievement(b)) => {
            let (a, b) = ([&mut a.title, &mut a.body], [&mut b.title, &mut b.body]);
            divide_fields(a, b, field, offset).ok_or(TurnError::NoProse(record.kind()))?;
        }
        (Record::Problem(a), Record::Problem(b)) => {
            if !a.public_body.trim().is_empty() {
                return Err(TurnError::PublicWording);
            }
            let a = [&mut a.title, &mut a.body, &mut a.cause];
            let b = [&mut b.title, &mut b.body, &mut b.cause];
            divide_fields(a, b, field, offset).ok_or(TurnError::NoProse(record.kind()))?;
        }
        (Record::Plan(a), Record::Plan(b)) => {
            let texts = ([&mut a.title, &mut a.body], [&mut b.title, &mut b.body]);
            divide_fields(texts.0, texts.1, field, offset)
                .ok_or(TurnError::NoProse(record.kind()))?;
            b.target.clear();
        }
        (Record::Duty(a), Record::Duty(b)) => {
            let texts = ([&mut a.title, &mut a.body], [&mut b.title, &mut b.body]);
            divide_fields(texts.0, texts.1, field, offset)
                .ok_or(TurnError::NoProse(record.kind()))?;
            // Counts would count twice.
            for count in [
                &mut b.meetings,
                &mut b.supervised,
                &mut b.instructions,
                &mut b.study,
                &mut b.accounts,
                &mut b.court,
            ] {
                count.clear();
            }
        }
        _ => return Err(TurnError::NoProse(record.kind())),
    }
    if is_blank(&first) || is_blank(&second) {
        return Err(TurnError::NothingToSplit);
    }
    Ok((first, second))
}

/// Fields before the one that is cut go to the first half, those after it to the second.
fn divide_fields<const N: usize>(
    first: [&mut String; N],
    second: [&mut String; N],
    field: Field,
    offset: usize,
) -> Option<()> {
    let cut = [Field::Title, Field::Body, Field::Cause].iter().position(|f| *f == field)?;
    if cut >= N {
        return None;
    }
    for (n, (a, b)) in first.into_iter().zip(second).enumerate() {
        match n.cmp(&cut) {
            std::cmp::Ordering::Less => b.clear(),
            std::cmp::Ordering::Equal => divide(a, b, offset),
            std::cmp::Ordering::Greater => a.clear(),
        }
    }
    Some(())
}

/// Both hold the whole text; each keeps its part.
fn divide(first: &mut String, second: &mut String, offset: usize) {
    let at = cut(first, offset);
    second.drain(..at);
    first.truncate(at);
}

/// The byte in front of a character, outside any reference.
fn cut(text: &str, offset: usize) -> usize {
    let at = text.char_indices().nth(offset).map_or(text.len(), |(at, _)| at);
    for piece in pieces(text) {
        if let Piece::Figure { at: reference, .. } = piece
            && reference.start < at
            && at < reference.end
        {
            return reference.start;
        }
    }
    at
}

fn is_blank(record: &Record) -> bool {
    let texts: &[&str] = match record {
        Record::Passage(Passage { body, .. }) => &[body],
        Record::Achievement(r) => &[&r.title, &r.body],
        Record::Problem(Problem { title, body, cause, .. }) => &[title, body, cause],
        Record::Plan(Plan { title, body, .. }) | Record::Duty(Duty { title, body, .. }) => {
            &[title, body]
        }
        _ => return true,
    };
    texts.iter().all(|text| text.trim().is_empty())
}
