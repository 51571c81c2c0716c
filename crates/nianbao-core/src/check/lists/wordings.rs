//! Fixed wordings, and what is nearly but not exactly one of them.

use std::collections::BTreeSet;

use aho_corasick::{AhoCorasick, MatchKind};
use serde::Deserialize;

use super::near::distance;
use super::read;
use crate::check::facts::Facts;
use crate::check::options::Own;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fixed {
    exact: String,
    /// Ways it is miswritten.
    #[serde(default)]
    wrong: Vec<String>,
    /// Longer texts in which a wrong one is right.
    #[serde(default)]
    not_in: Vec<String>,
    /// Pieces of it that stand nowhere else.
    #[serde(default)]
    anchors: Vec<String>,
    /// So many characters off is still meant for it.
    #[serde(default)]
    most: usize,
    /// Right, though near.
    #[serde(default)]
    also: Vec<String>,
}

#[derive(Deserialize)]
struct File {
    fixed: Vec<Fixed>,
}

/// What a hit of the automaton stands for.
enum Piece {
    Wrong {
        phrase: usize,
    },
    /// The anchor begins so many characters into the phrase.
    Anchor {
        phrase: usize,
        into: usize,
    },
}

struct Phrase {
    exact: String,
    chars: Vec<char>,
    most: usize,
    also: Vec<Vec<char>>,
    not_in: Vec<String>,
}

pub struct Wordings {
    phrases: Vec<Phrase>,
    pieces: Vec<Piece>,
    find: Option<AhoCorasick>,
}

/// A place that is nearly a fixed wording.
#[derive(Debug, PartialEq, Eq)]
pub struct Inexact<'a> {
    pub start: usize,
    pub end: usize,
    pub exact: &'a str,
}

impl Wordings {
    pub(super) fn with(own: &[Own]) -> Self {
        let file: File = read(include_str!("../../../catalog/phrases.toml"), "phrases.toml");
        let replaced: BTreeSet<&str> = own.iter().map(|own| own.wrong.as_str()).collect();
        let (mut phrases, mut pieces, mut patterns) = (Vec::new(), Vec::new(), Vec::new());
        let added = own.iter().filter(|own| !own.wrong.is_empty() && !own.right.is_empty());
        let added = added.map(|own| Fixed {
            exact: own.right.clone(),
            wrong: vec![own.wrong.clone()],
            not_in: Vec::new(),
            anchors: Vec::new(),
            most: 0,
            also: Vec::new(),
        });
        // A fixed wording switched off by name is not looked for at all.
        let kept = file.fixed.into_iter().filter(|fixed| !replaced.contains(fixed.exact.as_str()));
        let kept = kept.map(|mut fixed| {
            fixed.wrong.retain(|wrong| !replaced.contains(wrong.as_str()));
            fixed
        });
        for fixed in kept.collect::<Vec<_>>().into_iter().chain(added) {
            let phrase = phrases.len();
            for wrong in fixed.wrong {
                patterns.push(wrong);
                pieces.push(Piece::Wrong { phrase });
            }
            for anchor in fixed.anchors {
                let Some(bytes) = fixed.exact.find(&anchor) else { continue };
                let into = fixed.exact[..bytes].chars().count();
                patterns.push(anchor);
                pieces.push(Piece::Anchor { phrase, into });
            }
            phrases.push(Phrase {
                chars: fixed.exact.chars().collect(),
                exact: fixed.exact,
                most: fixed.most,
                also: fixed.also.iter().map(|also| also.chars().collect()).collect(),
                not_in: fixed.not_in,
            });
        }
        let find = AhoCorasick::builder().match_kind(MatchKind::Standard).build(patterns).ok();
        Self { phrases, pieces, find }
    }

    /// Places of a paragraph that are nearly a fixed wording, in order, each once.
    pub fn inexact<'a>(&'a self, facts: &Facts) -> Vec<Inexact<'a>> {
        let text = &facts.text;
        let mut out: Vec<Inexact<'a>> = Vec::new();
        let (mut chars, mut last) = (0, 0);
        // Overlapping, so that an anchor inside a miswritten phrase hides nothing. By end, not start.
        for hit in self.find.iter().flat_map(|find| find.find_overlapping_iter(text)) {
            chars += text[last..hit.end()].chars().count();
            last = hit.end();
            let length = text[hit.range()].chars().count();
            let at = chars - length;
            let Some(piece) = self.pieces.get(hit.pattern().as_usize()) else { continue };
            let found = match *piece {
                Piece::Wrong { phrase } => self.phrases.get(phrase).and_then(|phrase| {
                    let right = phrase.is_right_in(text, hit.range());
                    (!right).then_some(Inexact { start: at, end: chars, exact: &phrase.exact })
                }),
                Piece::Anchor { phrase, into } => {
                    self.phrases.get(phrase).and_then(|phrase| phrase.near(&facts.chars, at, into))
                }
            };
            out.extend(found);
        }
        out.sort_by_key(|one| (one.start, std::cmp::Reverse(one.end)));
        let mut end = 0;
        out.retain(|one| {
            let apart = one.start >= end;
            end = if apart { one.end } else { end };
            apart
        });
        out
    }
}

impl Phrase {
    fn is_right_in(&self, text: &str, at: std::ops::Range<usize>) -> bool {
        self.not_in.iter().any(|whole| {
            let wrong = &text[at.clone()];
            let Some(before) = whole.find(wrong) else { return false };
            let from = at.start.checked_sub(before);
            from.and_then(|from| text.get(from..)).is_some_and(|rest| rest.starts_with(whole))
        })
    }

    /// The text round an anchor that begins and ends as the phrase does and is a little off; None
    /// where it is exact, or another wording, or nothing of the kind.
    fn near(&self, text: &[char], anchor: usize, into: usize) -> Option<Inexact<'_>> {
        let (first, last) = (self.chars.first()?, self.chars.last()?);
        let starts =
            anchor.saturating_sub(into + self.most)..=(anchor + self.most).saturating_sub(into);
        let mut best: Option<(usize, usize, usize)> = None;
        for start in starts.filter(|&n| text.get(n) == Some(first)) {
            let shortest = self.chars.len().saturating_sub(self.most);
            for length in shortest..=self.chars.len() + self.most {
                let Some(piece) = text.get(start..start + length) else { break };
                if piece.last() != Some(last) {
                    continue;
                }
                if self.also.iter().any(|also| also == piece) {
                    return None;
                }
                let Some(off) = distance(&plain(piece), &self.chars, self.most) else { continue };
                if best.is_none_or(|(known, ..)| off < known) {
                    best = Some((off, start, start + length));
                }
            }
        }
        let (off, start, end) = best?;
        (off > 0).then_some(Inexact { start, end, exact: &self.exact })
    }
}

/// Half-width marks are another rule's.
fn plain(text: &[char]) -> Vec<char> {
    let wide = |c: &char| match c {
        ',' => '，',
        other => *other,
    };
    text.iter().map(wide).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_pieces_of_their_phrase_and_no_exact_wording_holds_a_wrong_one() {
        let file: File = read(include_str!("../../../catalog/phrases.toml"), "phrases.toml");
        for fixed in &file.fixed {
            for anchor in &fixed.anchors {
                assert!(fixed.exact.contains(anchor), "{anchor} in {}", fixed.exact);
            }
            assert!(fixed.anchors.is_empty() || fixed.most > 0, "{}", fixed.exact);
            for other in &file.fixed {
                for wrong in &fixed.wrong {
                    assert!(!other.exact.contains(wrong), "{wrong} in {}", other.exact);
                }
            }
        }
    }
}
