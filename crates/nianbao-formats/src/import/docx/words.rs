//! The words of a paragraph as they come in, and what was met among them.

use nianbao_core::text::numbering;
use nianbao_core::text::punctuation::is_han;

use super::properties::Mark;
use crate::import::manuscript::ChangeKind;

/// Stands for a break of the line inside a paragraph until it is known what was meant by it.
pub(super) const SOFT: char = '\u{B}';

#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    pub text: String,
    /// Characters of `text`.
    pub length: usize,
    pub notes: Vec<Note>,
}

/// Something met at a place.
#[derive(Debug, Clone)]
pub(super) struct Note {
    /// In characters; `end` behind what stands in the text of it.
    pub at: usize,
    pub end: usize,
    pub of: Of,
}

#[derive(Debug, Clone)]
pub(super) enum Of {
    Change { kind: ChangeKind, text: String, mark: Mark, taken: bool },
    Comment { id: String, about: String },
    Dropped { text: String, why: &'static str },
}

impl Words {
    pub fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.length += text.chars().count();
    }

    pub fn note(&mut self, of: Of) {
        let at = self.length;
        self.notes.push(Note { at, end: at, of });
    }

    pub fn append(&mut self, other: Self) {
        let by = self.length;
        self.text.push_str(&other.text);
        self.length += other.length;
        self.notes.extend(other.notes.into_iter().map(|n| Note {
            at: n.at + by,
            end: n.end + by,
            ..n
        }));
    }

    /// In front of what is there.
    pub fn put_before(&mut self, text: &str) {
        let mut words = Self::default();
        words.push(text);
        words.append(std::mem::take(self));
        *self = words;
    }

    /// What was dropped, joined to what was dropped last for the same reason.
    pub fn drop(&mut self, text: &str, why: &'static str) {
        let at = self.length;
        match self.notes.last_mut() {
            Some(Note { at: last, of: Of::Dropped { text: before, why: same }, .. })
                if *last == at && *same == why =>
            {
                before.push_str(text);
            }
            _ => self.note(Of::Dropped { text: text.to_owned(), why }),
        }
    }

    /// Words changed under tracking; those that are `taken` follow in the text.
    pub fn change(&mut self, kind: ChangeKind, text: &str, mark: &Mark, taken: bool) {
        let (at, length) = (self.length, text.chars().count());
        let end = if taken { at + length } else { at };
        match self.notes.last_mut() {
            Some(Note { end: last, of: Of::Change { kind: k, text: t, mark: m, .. }, .. })
                if *last == at && *k == kind && m.who == mark.who =>
            {
                t.push_str(text);
                *last = end;
            }
            _ => {
                let (text, mark) = (text.to_owned(), mark.clone());
                let of = Of::Change { kind, text, mark, taken };
                self.notes.push(Note { at, end, of });
            }
        }
    }

    /// The change said last does not stand in the text with so many characters after all.
    pub fn untake(&mut self, length: usize) {
        let at = self.length;
        if let Some(note) = self.notes.last_mut()
            && let Of::Change { .. } = note.of
            && note.end == at + length
        {
            note.end = at;
        }
    }

    /// A change of nothing but where a paragraph ends. Said only where no words were changed before it.
    pub fn change_of_mark(&mut self, kind: ChangeKind, mark: &Mark, taken: bool) {
        let at = self.length;
        let with_words = self.notes.last().is_some_and(|note| {
            note.end == at && matches!(&note.of, Of::Change { kind: k, .. } if *k == kind)
        });
        if !with_words {
            let of =
                Of::Change { kind, text: "（分段）".to_owned(), mark: mark.clone(), taken };
            self.notes.push(Note { at, end: at, of });
        }
    }

    /// The words go, what was noted stays.
    pub fn empty(&mut self) {
        self.text.clear();
        self.length = 0;
        for note in &mut self.notes {
            (note.at, note.end) = (0, 0);
        }
    }

    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Decides each break inside the paragraph: a new line, or none where a sentence goes on over it.
    pub fn settled(mut self, centered: bool) -> Self {
        if !self.text.contains(SOFT) {
            return self;
        }
        let chars: Vec<char> = self.text.chars().collect();
        let mut out = String::with_capacity(self.text.len());
        // How many characters are gone before each.
        let mut gone = Vec::with_capacity(chars.len() + 1);
        let mut lost = 0;
        let mut line = 0;
        for (at, &c) in chars.iter().enumerate() {
            gone.push(lost);
            if c != SOFT {
                out.push(c);
                line = if c == '\n' { at + 1 } else { line };
            } else if centered || !goes_on(&chars[line..at], &chars[at + 1..]) {
                out.push('\n');
                line = at + 1;
            } else if chars[..at].last().is_some_and(|&c| !is_wide(c))
                && chars.get(at + 1).is_some_and(|&c| !is_wide(c))
            {
                out.push(' ');
            } else {
                lost += 1;
            }
        }
        gone.push(lost);
        let moved = |at: usize| at - gone.get(at).copied().unwrap_or(lost).min(at);
        for note in &mut self.notes {
            (note.at, note.end) = (moved(note.at), moved(note.end));
        }
        self.length = chars.len() - lost;
        self.text = out;
        self
    }
}

/// Shorter no line breaks off in the middle of a sentence.
const SHORT: usize = 20;

/// A sentence that has not ended, over a line that begins no item.
fn goes_on(line: &[char], rest: &[char]) -> bool {
    let next: Vec<char> = rest.iter().copied().skip_while(|c| c.is_whitespace()).take(12).collect();
    let last = line.iter().rev().find(|c| !c.is_whitespace());
    let indented = rest.first().is_some_and(|c| c.is_whitespace() && *c != SOFT);
    line.len() >= SHORT
        && last.is_some_and(|c| !"。！？；：.!?;:".contains(*c))
        && !indented
        && !next.is_empty()
        && numbering::read_in(&next).is_none()
}

fn is_wide(c: char) -> bool {
    is_han(c) || !c.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_break_in_the_middle_of_a_sentence_is_none_and_others_begin_lines() {
        let long = "我局深入学习贯彻习近平法治思想，扎实推进法治建设";
        for (text, meant) in [
            (format!("{long}{SOFT}各项工作。"), format!("{long}各项工作。")),
            (format!("{long}。{SOFT}各项工作。"), format!("{long}。\n各项工作。")),
            (format!("{long}{SOFT}二、问题"), format!("{long}\n二、问题")),
            (format!("某区司法局{SOFT}2023年报告"), "某区司法局\n2023年报告".to_owned()),
            (format!("{long}ABC{SOFT}DEF。"), format!("{long}ABC DEF。")),
        ] {
            let mut words = Words::default();
            words.push(&text);
            words.note(Of::Dropped { text: String::new(), why: "" });
            let settled = words.settled(false);
            assert_eq!(settled.text, meant);
            assert_eq!(settled.length, meant.chars().count());
            assert_eq!(settled.notes[0].at, settled.length);
        }
    }
}
