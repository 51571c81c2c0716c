//! Dates as official text writes them (GB/T 9704—2012, 7.3.5.4): Arabic, year in full, no leading
//! zeros; and as other people write them, when they are read.

use std::ops::Range;

use jiff::civil::Date;

use super::numeral;

/// `2024年2月1日`
pub fn written(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

/// A text that is a date and nothing else. Dates that no calendar has are refused.
pub fn read(text: &str) -> Option<Date> {
    let chars: Vec<char> = text.trim().chars().collect();
    let (date, taken) = prefix(&chars)?;
    (taken == chars.len()).then_some(date)
}

/// The first date in a text, and the characters it takes.
pub fn find(text: &str) -> Option<(Date, Range<usize>)> {
    find_in(&text.chars().collect::<Vec<_>>())
}

/// [`find`], in characters.
pub fn find_in(text: &[char]) -> Option<(Date, Range<usize>)> {
    for at in 0..text.len() {
        if at > 0 && numeral::digit_by_digit(&text[at - 1..at]).is_some() {
            continue;
        }
        if let Some((date, taken)) = prefix(&text[at..]) {
            return Some((date, at..at + taken));
        }
    }
    None
}

/// The date a text begins with, and how many characters it takes:
/// `2024年2月1日`, `2024-02-01`, `2024/2/1`, `2024.2.1`, `二〇二四年二月一日`.
pub fn prefix(text: &[char]) -> Option<(Date, usize)> {
    let (year, at) = number(text, 0, 4)?;
    if at != 4 {
        return None;
    }
    let (separator, at) = mark(text, at)?;
    let (month, at) = number(text, at, 3)?;
    let (second, at) = mark(text, at)?;
    let (day, at) = number(text, at, 3)?;
    let end = match (separator, second) {
        ('年', '月') => {
            let (last, end) = mark(text, at)?;
            if last != '日' && last != '号' {
                return None;
            }
            end
        }
        ('-' | '/' | '.', s) if s == separator => at,
        _ => return None,
    };
    if separator != '年' && text.get(end).is_some_and(|&c| is_joined(c)) {
        return None;
    }
    let date = Date::new(i16::try_from(year).ok()?, month.try_into().ok()?, day.try_into().ok()?);
    (1900..2200).contains(&year).then_some((date.ok()?, end))
}

/// A character that makes a run of digits part of something longer than a date.
fn is_joined(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '/'
}

/// A number of at most `most` characters: Arabic or Chinese; spaces before it are passed over.
fn number(text: &[char], from: usize, most: usize) -> Option<(u32, usize)> {
    let start = spaces(text, from);
    let wide = |c: char| numeral::digit_by_digit(&[c]).is_some() || c == '十';
    let run = text[start..].iter().take(most + 1).take_while(|&&c| wide(c)).count();
    let digits = &text[start..start + run];
    if run > most || run == 0 {
        return None;
    }
    // 二〇二四 is read digit by digit, 二十一 is not; an Arabic month or day has two digits.
    let value = match numeral::digit_by_digit(digits) {
        Some(n)
            if most == 4 || run < 3 && (run == 1 || numeral::value(&text_of(digits)).is_none()) =>
        {
            n
        }
        _ => numeral::value(&text_of(digits))?,
    };
    Some((value, start + run))
}

fn text_of(chars: &[char]) -> String {
    chars.iter().collect()
}

fn mark(text: &[char], from: usize) -> Option<(char, usize)> {
    let at = spaces(text, from);
    text.get(at).map(|&c| (c, at + 1))
}

fn spaces(text: &[char], from: usize) -> usize {
    from + text[from..].iter().take(2).take_while(|c| c.is_whitespace()).count()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn no_leading_zeros() {
        assert_eq!(written(date(2024, 2, 1)), "2024年2月1日");
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        for text in [
            "2024年2月1日",
            "2024年02月01日",
            "2024 年 2 月 1 日",
            "２０２４年２月１日",
            "2024-02-01",
            "2024/2/1",
            "2024.2.1",
            "二〇二四年二月一日",
            "二○二四年二月一日",
            " 2024-2-1 ",
        ] {
            assert_eq!(read(text), Some(date(2024, 2, 1)), "{text}");
        }
        assert_eq!(read("二〇二三年十二月二十一日"), Some(date(2023, 12, 21)));
        assert_eq!(read("二〇二三年十月三十日"), Some(date(2023, 10, 30)));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "2024年",
            "2024年2月",
            "2024-02",
            "2024年2月30日",
            "2023年2月29日",
            "2024年13月1日",
            "2024-02-00",
            "2024-02/01",
            "24年2月1日",
            "2024年2月1",
            "3024年2月1日",
            "2024-02-011",
            "2024年2月1日至3日",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_is_found_where_it_stands() {
        let day = date(2024, 2, 1);
        assert_eq!(find("发布时间：2024-02-01 17:43"), Some((day, 5..15)));
        assert_eq!(find("于2024年2月1日印发"), Some((day, 1..10)));
        for text in ["电话12024-02-01", "2024-02-01-3", "第2024页", "2021-2035年"] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
