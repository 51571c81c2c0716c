//! Numbers that count nothing, though a unit may follow them.

use super::{Number, Quantity, is_digit};

/// Part of an ordinal, a document number, a date, a time, a ratio, a range, an address or a code.
pub(super) fn is_part_of_something(text: &[char], number: &Number, last_end: usize) -> bool {
    let back = |n: usize| number.start.checked_sub(n).and_then(|i| text.get(i)).copied();
    let digit_back = |n: usize| back(n).is_some_and(is_digit);
    let joined = match back(1) {
        Some(c) if c.is_ascii_alphanumeric() => true,
        Some('.' | '/' | '@' | '#' | '*' | '_' | '=' | '&' | '+' | '×' | '·' | '•' | '№') => {
            true
        }
        Some('第' | '〔' | '[') => true,
        Some('-' | '–' | '—' | '－' | '~' | '～' | '至' | '到') => {
            last_end > 0 && last_end + 1 == number.start
        }
        Some(':' | '：' | ',') => digit_back(2),
        Some('、' | '和' | '及') if digit_back(2) => is_counted_by_ordinal(text, number.start),
        _ => false,
    };
    let joins = match text.get(number.end) {
        Some(c) if c.is_ascii_alphabetic() => true,
        Some('.' | '/' | '*' | '·' | '×' | '+' | '@' | '_') => true,
        Some(':' | ',' | '-') => text.get(number.end + 1).is_some_and(|&c| is_digit(c)),
        _ => false,
    };
    joined || joins || begins_range(text, number.end)
}

/// `3-5次`, `3至5名`, `3%—5%`: a range goes on after this place.
pub(super) fn begins_range(text: &[char], at: usize) -> bool {
    let dash = matches!(text.get(at), Some('-' | '–' | '—' | '－' | '~' | '～' | '至' | '到'));
    dash && text.get(at + 1).is_some_and(|&c| is_digit(c))
}

/// `第3、5、7条`
fn is_counted_by_ordinal(text: &[char], at: usize) -> bool {
    let list = |c: &&char| is_digit(**c) || matches!(**c, '、' | '和' | '及');
    let back = text[..at].iter().rev().take(40).take_while(list).count();
    at.checked_sub(back + 1).and_then(|i| text.get(i)) == Some(&'第')
}

/// `007`: a code, not a count.
pub(super) fn is_padded(digits: &str) -> bool {
    digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.") || digits.len() > 20
}

/// `1人1档`, `1村1顾问`: a way of working, not a count.
pub(super) fn is_one_each(text: &[char], found: &Quantity) -> bool {
    let one =
        |at: usize| text.get(at) == Some(&'1') && !text.get(at + 1).is_some_and(|&c| is_digit(c));
    let before = found.start.checked_sub(2);
    (one(found.end) || before.is_some_and(one)) && found.value.to_string() == "1"
}

/// The longest name in quotes; a quotation of a whole sentence may well hold a figure.
const NAME: usize = 20;
/// The longest title in 《》.
const TITLE: usize = 80;

/// Which characters stand inside a quoted name or a title.
pub(super) fn named(text: &[char]) -> Vec<bool> {
    let mut out = vec![false; text.len()];
    for (open, &c) in text.iter().enumerate() {
        let (close, most) = match c {
            '“' => ('”', NAME),
            '‘' => ('’', NAME),
            '「' => ('」', NAME),
            '《' => ('》', TITLE),
            '〈' => ('〉', TITLE),
            '"' if !out[open] => ('"', NAME),
            _ => continue,
        };
        let inside = text[open + 1..].iter().take(most + 1).position(|&c| c == close);
        if let Some(length) = inside {
            out[open..=open + length + 1].fill(true);
        }
    }
    out
}
