use std::collections::BTreeSet;

use nianbao_core::record::{Id, Kind, Record};
use rusqlite::Connection;
use serde::Serialize;

use super::fold::{fold, query, words};
use super::index::{self, record_at};
use super::texts::texts;
use crate::{Store, StoreError};

/// A record with all the words, and the field that has most of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// None: it belongs to no year.
    pub year: Option<i32>,
    pub kind: Kind,
    pub id: Id,
    /// What the journal calls it.
    pub name: String,
    /// Name of the field, as the record types have it.
    pub field: &'static str,
    /// Some of the field's text around the first word, in one line; `…` where it is cut.
    pub excerpt: String,
    /// Where the words stand in the excerpt, in characters: from, and up to. In order, not overlapping.
    pub marks: Vec<(usize, usize)>,
}

impl Store {
    /// Records of all years whose texts have every one of these words, anywhere in them: words are
    /// parted by blanks, and a word is found in mid-sentence. Upper and lower case are the same, full-
    /// and half-width letters and digits too. A word may stand in one field and another in the next.
    ///
    /// What belongs to no year comes first, then the newest year; in a year the oldest record first.
    /// Without a word, nothing is found.
    ///
    /// # Errors
    /// Only what the disk says.
    pub fn find(&self, typed: &str, limit: usize) -> Result<Vec<Hit>, StoreError> {
        let words = words(typed);
        if words.is_empty() || limit == 0 {
            return Ok(Vec::new());
        }
        match self.look_up(&words, limit) {
            // The index is made from the records; where it alone is broken nothing is lost.
            Err(StoreError::Damaged(_)) => {
                self.write_index(index::rebuild)?;
                self.look_up(&words, limit)
            }
            found => found,
        }
    }

    fn look_up(&self, words: &[String], limit: usize) -> Result<Vec<Hit>, StoreError> {
        let mut stale = index::stale(&self.conn)?;
        // Where the disk does not let us, there is more to read and the same to be found.
        if stale.len() > index::MOST_STALE && self.write_index(index::take_in).is_ok() {
            stale.clear();
        }
        let mut hits = Vec::new();
        for row in &stale {
            hits.extend(hit(&self.conn, *row, words)?);
        }
        let stale: BTreeSet<i64> = stale.into_iter().collect();
        let sql = "SELECT rowid FROM search_index WHERE search_index MATCH ?1 ORDER BY rowid";
        let mut stmt = self.conn.prepare_cached(sql)?;
        let mut rows = stmt.query([query(words)])?;
        let mut indexed = 0;
        while let Some(row) = rows.next()? {
            let row = row.get(0)?;
            if stale.contains(&row) {
                continue;
            }
            if let Some(found) = hit(&self.conn, row, words)? {
                hits.push(found);
                indexed += 1;
                if indexed == limit {
                    break;
                }
            }
        }
        hits.sort_by_key(|(row, _)| *row);
        hits.truncate(limit);
        Ok(hits.into_iter().map(|(_, hit)| hit).collect())
    }

    fn write_index(
        &self,
        write: fn(&Connection) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.held.check_at(&self.file)?;
        let tx = self.conn.unchecked_transaction()?;
        write(&tx)?;
        Ok(tx.commit()?)
    }
}

fn hit(conn: &Connection, row: i64, words: &[String]) -> Result<Option<(i64, Hit)>, StoreError> {
    let record = record_at(conn, row)?;
    Ok(record.and_then(|record| look(&record, words)).map(|hit| (row, hit)))
}

/// The record as a hit, if its texts have all the words.
fn look(record: &Record, words: &[String]) -> Option<Hit> {
    let texts = texts(record);
    let folded: Vec<String> = texts.iter().map(|(_, text)| fold(text)).collect();
    let counts = |text: &String| words.iter().filter(|word| text.contains(word.as_str())).count();
    let everywhere = |word: &String| folded.iter().any(|text| text.contains(word.as_str()));
    if !words.iter().all(everywhere) {
        return None;
    }
    let most = folded.iter().map(counts).max().unwrap_or_default();
    let best = folded.iter().position(|text| counts(text) == most)?;
    let (field, text) = texts.get(best)?;
    let (excerpt, marks) = excerpt(text, folded.get(best)?, words);
    Some(Hit {
        year: record.year(),
        kind: record.kind(),
        id: record.id(),
        name: record.name(),
        field,
        excerpt,
        marks,
    })
}

/// Characters before the first word that an excerpt shows, and characters in all.
const BEFORE: usize = 20;
const LENGTH: usize = 80;

fn excerpt(text: &str, folded: &str, words: &[String]) -> (String, Vec<(usize, usize)>) {
    let mut marks: Vec<(usize, usize)> = Vec::new();
    for word in words {
        let long = word.chars().count();
        for (byte, _) in folded.match_indices(word.as_str()) {
            let from = folded.get(..byte).map_or(0, |before| before.chars().count());
            marks.push((from, from + long));
        }
    }
    marks.sort_unstable();
    let first = marks.first().map_or(0, |(from, _)| *from);
    let start = first.saturating_sub(BEFORE);
    let end = start + LENGTH;
    let whole = text.chars().count() <= end;
    let head = if start > 0 { "…" } else { "" };
    let window = text.chars().skip(start).take(LENGTH);
    let line = window.map(|c| if c.is_whitespace() || c.is_control() { ' ' } else { c });
    let excerpt: String = head.chars().chain(line).chain((!whole).then_some('…')).collect();
    (excerpt, joined(marks, start, end, head.chars().count()))
}

/// Marks within the window, counted from the excerpt's beginning; those that touch become one.
fn joined(
    marks: Vec<(usize, usize)>,
    start: usize,
    end: usize,
    head: usize,
) -> Vec<(usize, usize)> {
    let mut joined: Vec<(usize, usize)> = Vec::new();
    for (from, to) in marks.into_iter().filter(|(from, _)| *from < end) {
        let (from, to) = (from - start + head, to.min(end) - start + head);
        match joined.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}
