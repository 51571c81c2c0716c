//! Numbers of headings and items, followed through the document.

use super::facts::Facts;
use crate::doc::Role;
use crate::text::numbering::{Dialect, Mark};

/// What is wrong with a number in its row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Trouble {
    /// `after`: the number before it in its row; None: the row begins with it.
    Skipped { at: usize, mark: Mark, after: Option<String>, said: String },
    /// The number stood already.
    Repeated { at: usize, mark: Mark, said: String },
}

struct Row {
    dialect: Dialect,
    last: u32,
    /// Its last paragraph, and how long the number there is.
    said: (usize, usize),
}

/// Paragraphs that begin with a number of a heading or list. Those behind 附件： number attachments.
pub(super) fn marked<'a>(facts: &'a [&Facts]) -> impl Iterator<Item = (usize, Mark)> + 'a {
    let report = facts.iter().take_while(|facts| !is_attachment(facts));
    report.enumerate().filter_map(|(n, facts)| {
        let mark = facts.mark.filter(|mark| mark.dialect != Dialect::RunIn)?;
        matches!(facts.role, Role::Heading(_) | Role::Body).then_some((n, mark))
    })
}

fn is_attachment(facts: &Facts) -> bool {
    let behind = facts.text.strip_prefix("附件");
    facts.role == Role::Body && behind.is_some_and(|rest| rest.starts_with(['：', ':', '1']))
}

/// Each row of numbers goes on by one. A row under a new heading begins with one, or goes on where
/// numbers run through the document.
pub(super) fn troubles(facts: &[&Facts]) -> Vec<Trouble> {
    let mut out = Vec::new();
    let mut rows: Vec<Row> = Vec::new();
    // Rows that closed, the last of each dialect: 1. may count on through all headings.
    let mut closed: Vec<Row> = Vec::new();
    for (at, mark) in marked(facts) {
        let word = |(at, length): (usize, usize)| facts[at].slice(0..length).trim().to_owned();
        let said = (at, mark.length);
        let open = rows.iter().position(|row| row.dialect == mark.dialect);
        match open {
            Some(depth) => {
                for row in rows.drain(depth + 1..) {
                    closed.retain(|known| known.dialect != row.dialect);
                    closed.push(row);
                }
                let row = &mut rows[depth];
                if mark.n > row.last + 1 {
                    let after = Some(word(row.said));
                    out.push(Trouble::Skipped { at, mark, after, said: word(said) });
                } else if mark.n == row.last {
                    out.push(Trouble::Repeated { at, mark, said: word(said) });
                }
                (row.last, row.said) = (mark.n, said);
            }
            None => {
                let before = closed.iter().rposition(|row| row.dialect == mark.dialect);
                let goes_on = before.is_some_and(|n| closed[n].last + 1 == mark.n);
                let first = rows.is_empty() && closed.is_empty();
                if mark.n != 1 && !goes_on && !first {
                    out.push(Trouble::Skipped { at, mark, after: None, said: word(said) });
                }
                if let Some(n) = before {
                    closed.remove(n);
                }
                rows.push(Row { dialect: mark.dialect, last: mark.n, said });
            }
        }
    }
    out
}

/// 一是, 二是 … that belong together: paragraph, place in it, mark. A new 一是 or a heading begins another.
pub(super) fn runs(facts: &[&Facts]) -> Vec<Vec<(usize, usize, Mark)>> {
    let mut out: Vec<Vec<(usize, usize, Mark)>> = Vec::new();
    let mut open = false;
    for (n, facts) in facts.iter().enumerate() {
        let numbered = facts.mark.is_some_and(|mark| mark.dialect != Dialect::RunIn);
        if numbered || facts.is_heading() {
            open = false;
        }
        for &(at, mark) in &facts.counted {
            match out.last_mut().filter(|_| open && mark.n != 1) {
                Some(run) => run.push((n, at, mark)),
                None => out.push(vec![(n, at, mark)]),
            }
            open = true;
        }
    }
    out
}
