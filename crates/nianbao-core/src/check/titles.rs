//! Titles inside 《》, and numbers of documents: 国办发〔2023〕27号.

use super::facts::Facts;

/// A title with its marks. Places count characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Title {
    pub name: String,
    pub start: usize,
    pub end: usize,
}

/// No name of a law is longer.
const LONG: usize = 60;

/// Every title that holds no other.
pub(super) fn titles(facts: &Facts) -> Vec<Title> {
    let mut out = Vec::new();
    let mut open = None;
    for (at, c) in facts.chars.iter().enumerate() {
        match c {
            '《' => open = Some(at),
            '》' => {
                if let Some(start) = open.take().filter(|start| at - start <= LONG) {
                    let name = facts.slice(start + 1..at);
                    out.push(Title { name, start, end: at + 1 });
                }
            }
            _ => {}
        }
    }
    out
}

/// The organs an addressee names, and where.
pub(super) fn addressees(facts: &Facts) -> Vec<(String, std::ops::Range<usize>)> {
    let mut out = Vec::new();
    let mut from = 0;
    for piece in facts.chars.split(|c| "、，,；;：:\n".contains(*c)) {
        let name: String = piece.iter().collect();
        if !name.trim().is_empty() {
            out.push((name.trim().to_owned(), from..from + piece.len()));
        }
        from += piece.len() + 1;
    }
    out
}

/// The number of a document as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DocumentNumber {
    /// Where its year in brackets begins.
    pub start: usize,
    pub opening: char,
    pub closing: char,
    pub year: String,
    /// Whether 第 stands before the number.
    pub ordinal: bool,
    /// Where the digits begin, and what they are.
    pub digits_at: usize,
    pub digits: String,
    /// Whether 号 stands behind.
    pub named: bool,
    pub end: usize,
}

/// Asked of every character of a text.
fn is_opening(c: char) -> bool {
    matches!(c, '〔' | '[' | '［' | '(' | '（' | '【' | '﹝')
}

const CLOSING: &str = "〕]］)）】﹞";

/// Characters that end the short name of an organ in such a number.
const ENDS: &str = "发字函办规通复呈报令公政组党委告审议决罚督法司文";

/// Every number of a document: letters of an organ, a year in brackets, digits.
pub(super) fn numbers(facts: &Facts) -> Vec<DocumentNumber> {
    let chars = &facts.chars;
    let digits = |from: usize, most: usize| {
        chars[from.min(chars.len())..].iter().take(most).take_while(|c| c.is_ascii_digit()).count()
    };
    let mut out = Vec::new();
    for (start, &opening) in chars.iter().enumerate().filter(|(_, c)| is_opening(**c)) {
        let organ = start.checked_sub(1).is_some_and(|before| ENDS.contains(chars[before]));
        let length = digits(start + 1, 5);
        let close = start + 1 + length;
        let Some(&closing) = chars.get(close).filter(|c| CLOSING.contains(**c)) else { continue };
        if !organ || !matches!(length, 2 | 4) {
            continue;
        }
        let year = facts.slice(start + 1..close);
        if length == 4 && !year.starts_with("19") && !year.starts_with("20") {
            continue;
        }
        let ordinal = chars.get(close + 1) == Some(&'第');
        let digits_at = close + 1 + usize::from(ordinal);
        let length = digits(digits_at, 8);
        if length == 0 {
            continue;
        }
        let behind = digits_at + length;
        let named = chars.get(behind) == Some(&'号');
        let digits = facts.slice(digits_at..behind);
        let end = behind + usize::from(named);
        out.push(DocumentNumber {
            start,
            opening,
            closing,
            year,
            ordinal,
            digits_at,
            digits,
            named,
            end,
        });
    }
    out
}
