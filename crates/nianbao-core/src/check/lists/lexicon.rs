//! Wrong words, found in one pass over a paragraph.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::{AhoCorasick, MatchKind};
use serde::Deserialize;

use super::read;
use crate::check::facts::Facts;
use crate::check::options::Own;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Wrong in every context.
    Certain,
    /// Nearly always wrong, or a line of the person's own.
    Confused,
    /// A character is missing.
    Dropped,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    wrong: String,
    right: String,
    #[serde(default)]
    not_in: Vec<String>,
    #[serde(default)]
    why: String,
}

/// A character that stands twice only before or behind these.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Doubled {
    char: char,
    pub next: String,
    #[serde(default)]
    pub prev: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    word: Vec<Line>,
    confused: Vec<Line>,
    dropped: Vec<Line>,
    twice: Vec<String>,
    doubled: Vec<Doubled>,
}

pub struct Word {
    pub wrong: String,
    pub right: String,
    pub why: String,
    pub kind: Kind,
    /// Longer right words with this one in them: how many bytes stand before it, and the whole.
    not_in: Vec<(usize, String)>,
}

pub struct Lexicon {
    words: Vec<Word>,
    /// None: it holds no word, or more than can be looked for at once.
    find: Option<AhoCorasick>,
    twice: Vec<String>,
    find_twice: Option<AhoCorasick>,
    pub doubled: BTreeMap<char, Doubled>,
}

/// So many lines of one's own are taken.
const MOST: usize = 10_000;

fn automaton<'a>(patterns: impl Iterator<Item = &'a str>) -> Option<AhoCorasick> {
    AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(patterns).ok()
}

impl Lexicon {
    pub(super) fn with(own: &[Own]) -> Self {
        let file: File = read(include_str!("../../../catalog/lexicon.toml"), "lexicon.toml");
        let replaced: BTreeSet<&str> = own.iter().map(|own| own.wrong.as_str()).collect();
        let mut words: Vec<Word> = Vec::new();
        for (kind, lines) in [
            (Kind::Certain, file.word),
            (Kind::Confused, file.confused),
            (Kind::Dropped, file.dropped),
        ] {
            let kept = lines.into_iter().filter(|line| !replaced.contains(line.wrong.as_str()));
            words.extend(kept.map(|line| word(line, kind)));
        }
        let added = own.iter().filter(|own| !own.wrong.is_empty() && !own.right.is_empty());
        words.extend(added.take(MOST).map(|own| {
            let (wrong, right) = (own.wrong.clone(), own.right.clone());
            // 报告 for 告: the right word holds the wrong one.
            let not_in = if right.contains(&wrong) { vec![right.clone()] } else { Vec::new() };
            word(Line { wrong, right, not_in, why: "本单位词表".to_owned() }, Kind::Confused)
        }));
        let doubled = file.doubled.into_iter().map(|doubled| (doubled.char, doubled)).collect();
        let find = automaton(words.iter().map(|word| word.wrong.as_str()));
        let find_twice = automaton(file.twice.iter().map(String::as_str));
        Self { words, find, twice: file.twice, find_twice, doubled }
    }

    pub fn word(&self, n: usize) -> Option<&Word> {
        self.words.get(n)
    }

    /// Every wrong word of a paragraph by its number, and where it begins, in characters.
    pub fn found(&self, facts: &Facts) -> Vec<(usize, usize)> {
        let text = &facts.text;
        let mut out = Vec::new();
        let (mut chars, mut last) = (0, 0);
        for hit in self.find.iter().flat_map(|find| find.find_iter(text)) {
            let n = hit.pattern().as_usize();
            if self.word(n).is_none_or(|word| word.is_right_in(text, hit.start())) {
                continue;
            }
            chars += text[last..hit.start()].chars().count();
            last = hit.start();
            out.push((chars, n));
        }
        out
    }

    /// Words said twice in a row: where the first begins, and the word.
    pub fn said_twice<'a>(&'a self, facts: &Facts) -> Vec<(usize, &'a str)> {
        let text = &facts.text;
        let mut out = Vec::new();
        let (mut chars, mut last) = (0, 0);
        let mut before: Option<(usize, usize)> = None;
        for hit in self.find_twice.iter().flat_map(|find| find.find_iter(text)) {
            let pattern = hit.pattern().as_usize();
            if before == Some((pattern, hit.start())) {
                let Some(word) = self.twice.get(pattern) else { continue };
                let from = hit.start() - word.len();
                chars += text[last..from].chars().count();
                last = from;
                out.push((chars, word.as_str()));
                before = None;
            } else {
                before = Some((pattern, hit.end()));
            }
        }
        out
    }
}

fn word(line: Line, kind: Kind) -> Word {
    let Line { wrong, right, not_in, why } = line;
    let not_in =
        not_in.into_iter().filter_map(|whole| Some((whole.find(&wrong)?, whole))).collect();
    Word { wrong, right, why, kind, not_in }
}

impl Word {
    fn is_right_in(&self, text: &str, at: usize) -> bool {
        self.not_in.iter().any(|(before, whole)| {
            let from = at.checked_sub(*before);
            from.and_then(|from| text.get(from..)).is_some_and(|rest| rest.starts_with(whole))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lexicon_reads_and_no_line_stands_twice_or_mends_into_itself() {
        let lexicon = Lexicon::with(&[]);
        assert!(lexicon.words.len() >= 150, "{}", lexicon.words.len());
        assert!(lexicon.find.is_some() && lexicon.find_twice.is_some());
        let mut seen = BTreeSet::new();
        for word in &lexicon.words {
            assert!(seen.insert(&word.wrong), "{} twice", word.wrong);
            assert!(
                word.wrong != word.right && !word.right.contains(&word.wrong),
                "{}",
                word.wrong
            );
        }
    }

    #[test]
    fn every_guard_of_the_lexicon_holds_the_word_it_guards() {
        let file: File = read(include_str!("../../../catalog/lexicon.toml"), "lexicon.toml");
        for line in file.word.iter().chain(&file.confused).chain(&file.dropped) {
            for whole in &line.not_in {
                assert!(whole.contains(&line.wrong), "{whole} does not hold {}", line.wrong);
            }
        }
    }

    /// What is put in for a wrong word must not be found wrong itself.
    #[test]
    fn no_right_word_is_found_wrong() {
        let lexicon = Lexicon::with(&[]);
        for word in &lexicon.words {
            for other in &lexicon.words {
                let holds = word.right.match_indices(&other.wrong);
                let wrong = holds.into_iter().any(|(at, _)| !other.is_right_in(&word.right, at));
                assert!(!wrong, "{} → {} holds {}", word.wrong, word.right, other.wrong);
            }
        }
    }
}
