//! Two texts as one with marks.

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use ts_rs::TS;

use crate::text::reference::{Piece, pieces};

/// A stretch of text, and in which of the two it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Run {
    pub side: Side,
    pub text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    Same,
    Old,
    New,
}

/// Beyond so many pairs of words the comparison is given up for that stretch, and the whole of it counts
/// as replaced: nobody reads such marks, and they would take seconds.
const MOST_PAIRS: usize = 4_000_000;

/// What is the same between two changes and shorter than this, in characters, is replaced with them:
/// marks around single characters cannot be read.
const SHORTEST_SAME: usize = 3;

/// The runs of two texts, first by sentences, then within changed ones by words: a Chinese character, a
/// number or Latin word, or a reference is one. Same and old together are the old text, same and new
/// the new one.
pub fn runs(old: &str, new: &str) -> Vec<Run> {
    let mut marks = Marks::default();
    let (old_sentences, new_sentences) = (sentences(old), sentences(new));
    compare(&old_sentences, &new_sentences, &mut |old, new| {
        if old == new {
            marks.add(Side::Same, old.concat());
            return;
        }
        let (old_text, new_text) = (old.concat(), new.concat());
        let (old, new) = (words(&old_text), words(&new_text));
        compare(&old, &new, &mut |old, new| {
            if old == new {
                marks.add(Side::Same, old.concat());
            } else {
                marks.add(Side::Old, old.concat());
                marks.add(Side::New, new.concat());
            }
        });
    });
    marks.finish()
}

/// Calls with stretches in order: equal ones, or an old with the new that replaces it.
fn compare<'a>(old: &[&'a str], new: &[&'a str], tell: &mut impl FnMut(&[&'a str], &[&'a str])) {
    let same = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (head, old, new) = (&old[..same], &old[same..], &new[same..]);
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
    let (old, tail) = old.split_at(old.len() - tail);
    let new = &new[..new.len() - tail.len()];
    tell(head, head);
    if old.len().saturating_mul(new.len()) > MOST_PAIRS {
        tell(old, new);
    } else {
        for op in capture_diff_slices(Algorithm::Myers, old, new) {
            let (old_range, new_range) = (op.old_range(), op.new_range());
            match op {
                DiffOp::Equal { .. } => tell(&old[old_range.clone()], &old[old_range]),
                _ => tell(&old[old_range], &new[new_range]),
            }
        }
    }
    tell(tail, tail);
}

fn sentences(text: &str) -> Vec<&str> {
    text.split_inclusive(['。', '！', '？', '；', '\n']).collect()
}

fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for piece in pieces(text) {
        match piece {
            Piece::Figure { at, .. } => words.push(&text[at]),
            Piece::Text(text) => {
                let joined = |c: char| c.is_ascii_alphanumeric() || "._-%".contains(c);
                let mut start = 0;
                let mut before = None;
                for (at, c) in text.char_indices() {
                    if at > start && !(joined(c) && before.is_some_and(joined)) {
                        words.push(&text[start..at]);
                        start = at;
                    }
                    before = Some(c);
                }
                if start < text.len() {
                    words.push(&text[start..]);
                }
            }
        }
    }
    words
}

/// A change, or what is the same between two.
struct Stretch {
    same: String,
    old: String,
    new: String,
}

/// Collects runs into same, changed, same, changed …
#[derive(Default)]
struct Marks {
    done: Vec<Stretch>,
}

impl Marks {
    fn add(&mut self, side: Side, text: String) {
        if text.is_empty() {
            return;
        }
        let open =
            matches!(self.done.last(), Some(last) if last.old.is_empty() && last.new.is_empty());
        let changed = side != Side::Same;
        if self.done.is_empty() || (!changed && !open) {
            self.done.push(Stretch { same: String::new(), old: String::new(), new: String::new() });
        }
        if let Some(last) = self.done.last_mut() {
            match side {
                Side::Same => last.same.push_str(&text),
                Side::Old => last.old.push_str(&text),
                Side::New => last.new.push_str(&text),
            }
        }
    }

    /// Every stretch is what is the same and then what changed; a short same between two changes goes
    /// into them.
    fn finish(self) -> Vec<Run> {
        let mut merged: Vec<Stretch> = Vec::new();
        for next in self.done {
            let changed = !next.old.is_empty() || !next.new.is_empty();
            match merged.last_mut() {
                Some(last) if changed && is_short(&next.same) => {
                    last.old.push_str(&format!("{}{}", next.same, next.old));
                    last.new.push_str(&format!("{}{}", next.same, next.new));
                }
                _ => merged.push(next),
            }
        }
        let mut runs = Vec::new();
        for stretch in merged {
            for (side, text) in
                [(Side::Same, stretch.same), (Side::Old, stretch.old), (Side::New, stretch.new)]
            {
                if !text.is_empty() {
                    runs.push(Run { side, text });
                }
            }
        }
        runs
    }
}

/// Paragraph and sentence ends stay in sight however short.
fn is_short(same: &str) -> bool {
    same.chars().count() < SHORTEST_SAME && !same.contains(['\n', '。'])
}
