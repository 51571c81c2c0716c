//! Dates in prose, also those that no calendar has.

use crate::text::numeral;

/// `2023年5月8日`, `5月8日`, as written. Places count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day {
    pub year: Option<i32>,
    pub month: u32,
    pub day: u32,
    pub start: usize,
    pub end: usize,
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn is_figure(c: char) -> bool {
    is_digit(c) || "〇○零一二三四五六七八九十".contains(c)
}

/// The number that ends before `at`, and where it begins.
fn number_before(text: &[char], at: usize, most: usize) -> Option<(u32, usize)> {
    let space = usize::from(at > 0 && text[at - 1] == ' ');
    let end = at - space;
    let length = text[..end].iter().rev().take(most + 1).take_while(|c| is_figure(**c)).count();
    let digits = &text[end - length..end];
    if length == 0 || length > most {
        return None;
    }
    let spoken: String = digits.iter().collect();
    let value = match numeral::value(&spoken) {
        Some(value) => value,
        None => numeral::digit_by_digit(digits)?,
    };
    Some((value, end - length))
}

/// Every day named by month and day, with its year where that stands before it.
pub(super) fn days(text: &[char]) -> Vec<Day> {
    let mut out = Vec::new();
    for (at, _) in text.iter().enumerate().filter(|(_, c)| **c == '月') {
        let Some((month, start)) = number_before(text, at, 3) else { continue };
        let behind = at + 1;
        let rest = text[behind..].iter().take(4);
        let length = rest.clone().take_while(|c| is_figure(**c) || **c == ' ').count();
        let Some('日' | '号') = text.get(behind + length) else { continue };
        let Some((day, _)) = number_before(text, behind + length, 3) else { continue };
        let end = behind + length + 1;
        let year = start.checked_sub(1).filter(|&i| text[i] == '年').and_then(|i| {
            let (year, from) = number_before(text, i, 4)?;
            (i - from >= 4).then_some((i32::try_from(year).ok()?, from))
        });
        let (year, start) = year.map_or((None, start), |(year, from)| (Some(year), from));
        out.push(Day { year, month, day, start, end });
    }
    out
}

/// `05月`, `08日`: a month or day written with a zero before it, not part of a longer number.
pub(super) fn padded(text: &[char]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    for (at, c) in text.iter().enumerate().filter(|(_, c)| matches!(c, '月' | '日')) {
        let Some(start) = at.checked_sub(2) else { continue };
        let zero = matches!(text[start], '0' | '０') && is_digit(text[at - 1]);
        let before = start.checked_sub(1).map(|i| text[i]);
        let dated = match c {
            '月' => before.is_none_or(|c| !is_digit(c)),
            _ => before == Some('月'),
        };
        if zero && dated {
            out.push((start, at + 1));
        }
    }
    out
}
