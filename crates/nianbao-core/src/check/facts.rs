//! What is read from a paragraph once, for all rules.

use std::ops::Range;
use std::sync::{Mutex, OnceLock, PoisonError};

use super::lists::{Law, Lists};
use super::noted::Noted;
use super::pairs::Pairs;
use super::paper::Para;
use super::personal::{self, Digits};
use super::sums::{self, Group};
use super::titles::{self, Title};
use crate::doc::Role;
use crate::text::numbering::{self, Dialect, Mark};
use crate::text::parts::Part;
use crate::text::quantity::{self, Quantity};

/// A paragraph as rules see it. All places count its characters.
#[derive(Debug)]
pub struct Facts {
    pub role: Role,
    /// Which of the five contents it belongs to; None before and after them.
    pub part: Option<Part>,
    pub text: String,
    pub chars: Vec<char>,
    /// With the mark that closes them.
    pub sentences: Vec<Range<usize>>,
    pub quantities: Vec<Quantity>,
    /// Wholes and the parts said of them.
    pub(super) groups: Vec<Group>,
    /// The whole that each quantity is said to be part of.
    part_of: Vec<Option<usize>>,
    /// The number it begins with, 一是 among them.
    pub mark: Option<Mark>,
    /// 一是, 二是 … where sentences begin.
    pub counted: Vec<(usize, Mark)>,
    pairs: Pairs,
    year: Option<i32>,
    asked: Asked,
}

/// What some rules ask of a paragraph, read when the first of them does.
#[derive(Debug, Default)]
struct Asked {
    noted: OnceLock<Noted>,
    labels: OnceLock<Vec<String>>,
    digits: OnceLock<Vec<Digits>>,
    titles: OnceLock<Vec<(Title, Option<Law>)>>,
    wrong_words: OnceLock<Vec<(usize, usize)>>,
    /// By the list that was asked for.
    mentions: Mutex<Option<(u64, Mentions)>>,
}

/// Which titles of a list stand where.
pub(super) type Mentions = Vec<(usize, Range<usize>)>;

impl Facts {
    pub(super) fn of(para: &Para, year: Option<i32>) -> Self {
        let chars: Vec<char> = para.text.chars().collect();
        let sentences = sentences(&chars);
        let quantities = quantity::read(&chars);
        let groups = sums::groups(&chars, &sentences, &quantities);
        let mut part_of = vec![None; quantities.len()];
        for group in &groups {
            for &part in &group.parts {
                part_of[part] = Some(group.whole);
            }
        }
        let mark = numbering::read_in(&chars[..chars.len().min(12)]);
        let counted = counted(&chars);
        Self {
            role: para.role,
            part: para.part,
            text: para.text.clone(),
            sentences,
            quantities,
            groups,
            part_of,
            mark,
            counted,
            pairs: Pairs::of(&chars),
            year,
            asked: Asked::default(),
            chars,
        }
    }

    pub fn slice(&self, at: Range<usize>) -> String {
        self.chars.get(at).map_or_else(String::new, |chars| chars.iter().collect())
    }

    /// A quantity as it stands in the text.
    pub fn shown(&self, n: usize) -> String {
        self.quantities.get(n).map_or_else(String::new, |q| self.slice(q.start..q.end))
    }

    /// What a quantity counts. Few rules ask, and finding it costs more than all the rest of a reading.
    pub fn label(&self, n: usize) -> &str {
        let read = || quantity::labels(&self.chars, &self.quantities, self.year);
        self.asked.labels.get_or_init(read).get(n).map_or("", String::as_str)
    }

    /// The quantities of a sentence, by number; none where no person could have written so many.
    pub fn quantities_in(&self, sentence: &Range<usize>) -> Range<usize> {
        sums::quantities_in(&self.quantities, sentence)
    }

    /// The quantity that this one is said to be part of.
    pub fn whole_of(&self, n: usize) -> Option<usize> {
        self.part_of.get(n).copied().flatten()
    }

    pub fn is_part(&self, n: usize) -> bool {
        self.whole_of(n).is_some()
    }

    /// Whether a quantity is part of one before it.
    pub fn is_part_of_earlier(&self, n: usize) -> bool {
        self.whole_of(n).is_some_and(|whole| whole < n)
    }

    /// The sentence that a character stands in.
    pub fn sentence_at(&self, at: usize) -> Option<&Range<usize>> {
        self.sentences.get(self.sentences.partition_point(|sentence| sentence.end <= at))
    }

    pub fn is_heading(&self) -> bool {
        matches!(self.role, Role::Heading(_))
    }

    /// Text of the report itself, not its title, addressee or signature.
    pub fn is_text(&self) -> bool {
        matches!(self.role, Role::Body | Role::Heading(_))
    }

    /// What rules of the document compare with other paragraphs.
    pub(super) fn noted(&self) -> &Noted {
        self.asked.noted.get_or_init(|| Noted::of(self))
    }

    /// Digits that may be those of a phone, a card or a paper.
    pub(super) fn digits(&self) -> &[Digits] {
        self.asked.digits.get_or_init(|| personal::digits(self))
    }

    /// Titles, each with what it is among the names of laws. The lists are always the check's.
    pub(super) fn titles(&self, lists: &Lists) -> &[(Title, Option<Law>)] {
        let with_law = |title: Title| {
            let law = lists.laws.of(&title.name);
            (title, law)
        };
        let read = || titles::titles(self).into_iter().map(with_law).collect();
        self.asked.titles.get_or_init(read)
    }

    /// Where titles of a list stand. An edit seldom changes the list: the last answer is kept.
    pub(super) fn mentions(&self, list: u64, read: impl FnOnce() -> Mentions) -> Mentions {
        let mut kept = self.asked.mentions.lock().unwrap_or_else(PoisonError::into_inner);
        match kept.as_ref().filter(|(known, _)| *known == list) {
            Some((_, mentions)) => mentions.clone(),
            None => kept.insert((list, read())).1.clone(),
        }
    }

    /// Wrong words: where each begins, and its place in the lexicon. The lists are always the check's.
    pub(super) fn wrong_words(&self, lists: &Lists) -> &[(usize, usize)] {
        self.asked.wrong_words.get_or_init(|| lists.words.found(self))
    }

    /// Whether a word stands in it.
    pub fn says(&self, word: &str) -> bool {
        self.pairs.may_hold(word) && self.text.contains(word)
    }

    /// Places of a word, in characters.
    pub fn places(&self, word: &str) -> Vec<Range<usize>> {
        if !self.says(word) {
            return Vec::new();
        }
        let length = word.chars().count();
        let mut out = Vec::new();
        let (mut chars, mut last) = (0, 0);
        for (at, _) in self.text.match_indices(word) {
            chars += self.text[last..at].chars().count();
            last = at;
            out.push(chars..chars + length);
        }
        out
    }
}

/// Sentences end at 。！？ and line feeds; a closing quote or bracket behind goes with them.
fn sentences(chars: &[char]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let (mut from, mut at) = (0, 0);
    while at < chars.len() {
        if matches!(chars[at], '。' | '！' | '？' | '\n') {
            at += 1;
            while at < chars.len() && "”’）》。！？".contains(chars[at]) {
                at += 1;
            }
            out.push(from..at);
            from = at;
        } else {
            at += 1;
        }
    }
    if from < chars.len() {
        out.push(from..chars.len());
    }
    out
}

fn is_numeral(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

fn counted(chars: &[char]) -> Vec<(usize, Mark)> {
    let begins = |at: usize| at == 0 || "。；;：:！？\n，,".contains(chars[at - 1]);
    chars
        .iter()
        .enumerate()
        .filter(|(at, c)| is_numeral(**c) && begins(*at))
        .filter_map(|(at, _)| Some((at, numbering::run_in_at(chars, at)?)))
        .filter(|(_, mark)| mark.dialect == Dialect::RunIn)
        .collect()
}
