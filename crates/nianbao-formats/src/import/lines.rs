//! The decoded text as paragraphs: white space settled, hard-wrapped lines joined, and for every
//! character left the place where it stood.

use nianbao_core::text::numbering::{self, Dialect, Mark};
use nianbao_core::text::punctuation::is_han;

use super::Form;
use super::decode::is_invisible;

/// One paragraph of the input.
pub(super) struct Para {
    /// Its text, without white space at its ends, runs of white space as one character.
    pub chars: Vec<char>,
    /// Where each of `chars` stands in the input.
    pub at: Vec<u32>,
    /// The same as `chars`.
    pub text: String,
    pub start: usize,
    pub end: usize,
    /// Of a heading, as its form says; 0: it says nothing.
    pub level: u8,
    /// A title, as its form says.
    pub title: bool,
}

impl Para {
    /// Where the characters `from..to` stand in the input.
    pub fn span(&self, from: usize, to: usize) -> (usize, usize) {
        let start = self.at.get(from).map_or(self.end, |&at| at as usize);
        let last = to.checked_sub(1).and_then(|i| self.at.get(i));
        (start, last.map_or(start, |&at| at as usize + 1))
    }

    pub fn slice(&self, from: usize, to: usize) -> String {
        self.chars.get(from..to).map_or_else(String::new, |chars| chars.iter().collect())
    }

    /// The number it begins with.
    pub fn mark(&self) -> Option<Mark> {
        numbering::read_in(&self.chars)
    }

    /// The number it begins with, where it is one of headings and lists, not 一是.
    pub fn list_mark(&self) -> Option<Mark> {
        self.mark().filter(|mark| mark.dialect != Dialect::RunIn)
    }

    /// `from`, or the first character behind it that is no space.
    pub fn skip_space(&self, from: usize) -> usize {
        let spaces = self.chars.iter().skip(from).take_while(|c| c.is_whitespace()).count();
        from + spaces
    }
}

/// A line without what stands at its ends.
struct Line {
    start: usize,
    end: usize,
    /// Columns of white space before it; a Chinese character has two.
    indent: usize,
    /// Columns of the whole line.
    width: usize,
    after_blank: bool,
}

/// The paragraphs of a text, in order, none of them empty. With forms, lines are paragraphs.
pub(super) fn paragraphs(source: &[char], forms: Option<&[Form]>) -> Vec<Para> {
    let lines = lines(source);
    let wrap = if forms.is_none() { Wrap::of(source, &lines) } else { None };
    let forms = forms.unwrap_or_default();
    let mut out: Vec<Para> = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        let joined = n > 0 && wrap.as_ref().is_some_and(|w| w.joins(source, &lines[n - 1], line));
        match out.last_mut().filter(|_| joined) {
            Some(last) => extend(last, source, line),
            None => {
                let before = forms.partition_point(|form| form.end <= line.start);
                let form = forms.get(before).filter(|form| form.start <= line.start);
                let mut para = Para {
                    chars: Vec::new(),
                    at: Vec::new(),
                    text: String::new(),
                    start: line.start,
                    end: line.end,
                    level: form.map_or(0, |form| form.level),
                    title: form.is_some_and(|form| form.title),
                };
                extend(&mut para, source, line);
                out.push(para);
            }
        }
    }
    for para in &mut out {
        para.text = para.chars.iter().collect();
    }
    out
}

/// Control characters and characters that are none, which no document may hold; in runs.
pub(super) fn strays(source: &[char]) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    for (at, _) in source.iter().enumerate().filter(|(_, c)| is_stray(**c)) {
        match out.last_mut() {
            Some((_, end)) if *end == at => *end = at + 1,
            _ => out.push((at, at + 1)),
        }
    }
    out
}

/// White space, and what has no width.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

pub(super) fn is_stray(c: char) -> bool {
    let no_character = c as u32 & 0xFFFE == 0xFFFE || ('\u{FDD0}'..='\u{FDEF}').contains(&c);
    (c.is_control() && !c.is_whitespace()) || no_character
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn lines(source: &[char]) -> Vec<Line> {
    let mut out = Vec::new();
    let mut after_blank = true;
    let mut from = 0;
    for piece in source.split(|&c| is_break(c)) {
        let nothing = |c: &&char| is_blank(**c) || is_stray(**c);
        let before = piece.iter().take_while(nothing).count();
        if before == piece.len() {
            // CR LF leaves an empty piece between its two characters.
            let crlf = piece.is_empty() && from > 0 && source.get(from - 1) == Some(&'\r');
            after_blank |= !crlf;
        } else {
            let behind = piece.iter().rev().take_while(nothing).count();
            let indent = piece[..before].iter().map(|&c| columns(c)).sum();
            let text = &piece[before..piece.len() - behind];
            let width = indent + text.iter().map(|&c| columns(c)).sum::<usize>();
            let (start, end) = (from + before, from + piece.len() - behind);
            out.push(Line { start, end, indent, width, after_blank });
            after_blank = false;
        }
        from += piece.len() + 1;
    }
    out
}

fn columns(c: char) -> usize {
    match c {
        '\t' => 4,
        c if is_invisible(c) || is_stray(c) => 0,
        '“' | '”' | '‘' | '’' | '—' | '…' | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FF60}' => {
            2
        }
        c if is_han(c) => 2,
        _ => 1,
    }
}

fn extend(para: &mut Para, source: &[char], line: &Line) {
    let first = source.get(line.start).copied().unwrap_or(' ');
    if para.chars.last().is_some_and(char::is_ascii_alphanumeric) && first.is_ascii_alphanumeric() {
        para.chars.push(' ');
        para.at.push(position(para.end));
    }
    let mut at = line.start;
    while at < line.end {
        let c = source[at];
        if is_invisible(c) || is_stray(c) {
            at += 1;
        } else if c.is_whitespace() {
            let run = source[at..line.end].iter().take_while(|c| is_blank(**c)).count();
            // Cells of a table stay apart; a no-break space is a space.
            let wide = run > 1 || matches!(c, '\t' | '\u{3000}');
            para.chars.push(if wide { '\u{3000}' } else { ' ' });
            para.at.push(position(at));
            at += run;
        } else {
            para.chars.push(c);
            para.at.push(position(at));
            at += 1;
        }
    }
    para.end = line.end;
}

/// An input has at most 20 MB, so its characters can be counted in 32 bits.
fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// A text whose lines were broken at a fixed width, as copied from a page or a mail.
struct Wrap {
    width: usize,
    indent: usize,
    /// Paragraphs begin with an indent, so a line without one goes on.
    indented: bool,
}

/// Columns of the longest line that is still taken for a broken one: sixty Chinese characters.
const WIDEST: usize = 120;
/// A line is full that lacks no more columns than this: a mark may not begin the next line.
const SLACK: usize = 4;

impl Wrap {
    /// None where paragraphs are lines.
    fn of(source: &[char], lines: &[Line]) -> Option<Self> {
        let width = lines.iter().map(|line| line.width).max()?;
        let full: Vec<&Line> = lines.iter().filter(|line| line.width + SLACK >= width).collect();
        let open = full.iter().filter(|line| !ends_a_sentence(source, line)).count();
        if !(20..=WIDEST).contains(&width) || full.len() < 4 || open * 2 < full.len() {
            return None;
        }
        let indent = lines.iter().map(|line| line.indent).min()?;
        let indented = lines.iter().filter(|line| line.indent >= indent + 2).count() >= 2;
        Some(Self { width, indent, indented })
    }

    fn joins(&self, source: &[char], last: &Line, next: &Line) -> bool {
        let full = last.width + SLACK >= self.width && !next.after_blank;
        let goes_on = if self.indented {
            next.indent < self.indent + 2
        } else {
            numbering::read_in(&source[next.start..next.end]).is_none()
        };
        full && goes_on
    }
}

fn ends_a_sentence(source: &[char], line: &Line) -> bool {
    let last = line.end.checked_sub(1).and_then(|i| source.get(i));
    last.is_some_and(|c| "。！？；：.!?;:".contains(*c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let source: Vec<char> = text.chars().collect();
        let paras = paragraphs(&source, None);
        for para in &paras {
            for (c, &at) in para.chars.iter().zip(&para.at) {
                assert!(*c == source[at as usize] || c.is_whitespace(), "{text:?}");
            }
        }
        paras.into_iter().map(|p| p.text).collect()
    }

    #[test]
    fn white_space_is_settled_and_paragraphs_counted_right() {
        for (text, meant) in [
            ("甲\r\n乙\r\n\r\n丙", vec!["甲", "乙", "丙"]),
            ("\u{A0}\u{3000} 甲\u{A0}乙 \u{200B}\n", vec!["甲 乙"]),
            ("甲\t12\u{3000}宗", vec!["甲\u{3000}12\u{3000}宗"]),
            ("甲\u{2}乙\u{FFFE}\n\u{2}\n", vec!["甲乙"]),
            ("甲\u{B}乙\u{2028}丙", vec!["甲", "乙", "丙"]),
            ("", vec![]),
        ] {
            assert_eq!(read(text), meant, "{text:?}");
        }
    }

    #[test]
    fn lines_broken_at_a_width_join_without_a_space() {
        let text = "  甲乙丙丁戊己庚辛壬癸\n\
                    甲乙丙丁戊己庚辛壬癸子\n\
                    甲乙丙丁戊己庚辛壬癸子\n\
                    甲乙丙。\n  \
                    子丑寅卯辰巳午未申酉\n\
                    戌亥子丑寅卯辰巳午未申\n\
                    戌亥。";
        let joined = read(text);
        assert_eq!(joined.len(), 2, "{joined:?}");
        assert!(joined[0].ends_with("子甲乙丙。"), "{joined:?}");
    }

    #[test]
    fn a_heading_of_full_width_is_not_joined_where_paragraphs_are_lines() {
        let text = "一、甲乙丙丁戊己庚辛\n甲乙丙丁戊己庚辛壬。\n二、甲乙丙丁戊己庚辛\n甲乙丙丁。";
        assert_eq!(read(text).len(), 4);
    }
}
