//! The numbers in front of headings and items: made from order, read from what others wrote.
//! Levels as GB/T 9704—2012, 7.3.3: 一、 （一） 1. （1）

use super::numeral;

/// The number in front of item `n` (from 1) at `level` (1 to 4).
pub fn mark(level: u8, n: usize) -> String {
    let chinese =
        || u32::try_from(n).ok().and_then(numeral::chinese).unwrap_or_else(|| n.to_string());
    match level {
        1 => format!("{}、", chinese()),
        2 => format!("（{}）", chinese()),
        3 => format!("{n}."),
        _ => format!("（{n}）"),
    }
}

/// 一是, 二是 …
pub fn run_in(n: usize) -> String {
    let chinese = u32::try_from(n).ok().and_then(numeral::chinese).unwrap_or_else(|| n.to_string());
    format!("{chinese}是")
}

/// The ways numbers are written in front of headings and items, from the highest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dialect {
    /// 一、
    Chinese,
    /// （一） (一)
    ChineseInBrackets,
    /// 1. 1． 1、
    Arabic,
    /// （1） (1) 1） ⑴
    ArabicInBrackets,
    /// ①
    Circled,
    /// 一是
    RunIn,
}

/// A number read in front of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    pub dialect: Dialect,
    pub n: u32,
    /// Characters it takes, its own punctuation with them and no space after them.
    pub length: usize,
}

/// The number a text begins with. A decimal (`3.5%的案件`), a run of neighbouring numbers
/// (`二、三产业`, `1、2号楼`) and 首先, 其次 are none.
pub fn read(text: &str) -> Option<Mark> {
    // The longest is 一百一十一、 in brackets; two more characters tell a decimal.
    let head: Vec<char> = text.chars().take(12).collect();
    read_in(&head)
}

/// [`read`], in characters.
pub fn read_in(text: &[char]) -> Option<Mark> {
    match *text.first()? {
        '（' | '(' => bracketed(text),
        c @ '①'..='⑳' => Some(single(Dialect::Circled, c as u32 - '①' as u32)),
        c @ '⑴'..='⒇' => Some(single(Dialect::ArabicInBrackets, c as u32 - '⑴' as u32)),
        c @ '⒈'..='⒛' => Some(single(Dialect::Arabic, c as u32 - '⒈' as u32)),
        c if numeral::is_numeral(c) => run_in_at(text, 0).or_else(|| chinese(text)),
        c if is_digit(c) => arabic(text),
        _ => None,
    }
}

/// 一是, 二是 … at a place in a text; whether a sentence begins there is the caller's to see.
pub fn run_in_at(text: &[char], at: usize) -> Option<Mark> {
    let (n, length) = chinese_number(text.get(at..)?)?;
    (text.get(at + length) == Some(&'是')).then_some(Mark {
        dialect: Dialect::RunIn,
        n,
        length: length + 1,
    })
}

fn single(dialect: Dialect, before: u32) -> Mark {
    Mark { dialect, n: before + 1, length: 1 }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn chinese_number(text: &[char]) -> Option<(u32, usize)> {
    let length = text.iter().take(6).take_while(|&&c| numeral::is_numeral(c)).count();
    let n = numeral::value(&text[..length].iter().collect::<String>())?;
    Some((n, length))
}

fn arabic_number(text: &[char]) -> Option<(u32, usize)> {
    let length = text.iter().take(4).take_while(|&&c| is_digit(c)).count();
    let n = numeral::digit_by_digit(&text[..length])?;
    ((1..200).contains(&n) && numeral::digit_by_digit(&text[..1]) != Some(0)).then_some((n, length))
}

fn chinese(text: &[char]) -> Option<Mark> {
    let (n, digits) = chinese_number(text)?;
    let length = spaces(text, digits);
    let after = text.get(length + 1).copied();
    let closes = match *text.get(length)? {
        '、' => !goes_on_counting(n, &text[length + 1..]),
        '.' | '．' => after.is_some_and(|c| !c.is_ascii() || c == ' '),
        _ => false,
    };
    closes.then_some(Mark { dialect: Dialect::Chinese, n, length: length + 1 })
}

/// `二、三产业`: the next number follows at once, and it is not 十 of a larger one (`一、二十大精神`).
fn goes_on_counting(n: u32, rest: &[char]) -> bool {
    let Some(next) = numeral::chinese(n + 1) else { return false };
    let next: Vec<char> = next.chars().collect();
    rest.starts_with(&next) && !rest.get(next.len()).is_some_and(|&c| "十百是".contains(c))
}

fn arabic(text: &[char]) -> Option<Mark> {
    let (n, length) = arabic_number(text)?;
    let after = text.get(length + 1).copied();
    let dialect = match *text.get(length)? {
        '.' | '．' | '、' if !after.is_some_and(|c| is_digit(c) || c == '.') => Dialect::Arabic,
        '）' | ')' => Dialect::ArabicInBrackets,
        _ => return None,
    };
    Some(Mark { dialect, n, length: length + 1 })
}

fn bracketed(text: &[char]) -> Option<Mark> {
    let from = spaces(text, 1);
    let inside = text.get(from..)?;
    let ((n, length), dialect) = match chinese_number(inside) {
        Some(found) => (found, Dialect::ChineseInBrackets),
        None => (arabic_number(inside)?, Dialect::ArabicInBrackets),
    };
    let close = spaces(text, from + length);
    if !matches!(text.get(close), Some('）' | ')')) {
        return None;
    }
    // （一）、 is a slip of the pen for （一）.
    let extra = usize::from(text.get(close + 1) == Some(&'、'));
    Some(Mark { dialect, n, length: close + 1 + extra })
}

/// People put a space inside a number to make it stand even: 一 、 （ 一 ）
fn spaces(text: &[char], from: usize) -> usize {
    from + text.iter().skip(from).take(2).take_while(|c| c.is_whitespace()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_by_level() {
        assert_eq!(mark(1, 11), "十一、");
        assert_eq!(mark(2, 2), "（二）");
        assert_eq!(mark(3, 3), "3.");
        assert_eq!(mark(4, 4), "（4）");
        assert_eq!(run_in(19), "十九是");
    }

    #[test]
    fn every_dialect_is_read() {
        use Dialect::*;
        for (text, dialect, n, length) in [
            ("一、突出政治引领", Chinese, 1, 2),
            ("十一、其他", Chinese, 11, 3),
            ("一百一十一、其他", Chinese, 111, 6),
            ("一．总体情况", Chinese, 1, 2),
            ("一、一体推进", Chinese, 1, 2),
            ("一、二十大精神", Chinese, 1, 2),
            ("三、三个专项", Chinese, 3, 2),
            ("（一）思想认识", ChineseInBrackets, 1, 3),
            ("(一)思想认识", ChineseInBrackets, 1, 3),
            ("（十二)思想认识", ChineseInBrackets, 12, 4),
            ("（一）、思想认识", ChineseInBrackets, 1, 4),
            ("一 、加强领导", Chinese, 1, 3),
            ("（ 一 ）加强领导", ChineseInBrackets, 1, 5),
            ("1.加强领导", Arabic, 1, 2),
            ("1. 加强领导", Arabic, 1, 2),
            ("12．加强领导", Arabic, 12, 3),
            ("1、加强领导", Arabic, 1, 2),
            ("１．加强领导", Arabic, 1, 2),
            ("⒊加强领导", Arabic, 3, 1),
            ("（1）加强领导", ArabicInBrackets, 1, 3),
            ("(10)加强领导", ArabicInBrackets, 10, 4),
            ("2）加强领导", ArabicInBrackets, 2, 2),
            ("⑵加强领导", ArabicInBrackets, 2, 1),
            ("②加强领导", Circled, 2, 1),
            ("一是加强领导", RunIn, 1, 2),
            ("十一是加强领导", RunIn, 11, 3),
        ] {
            assert_eq!(read(text), Some(Mark { dialect, n, length }), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_of_a_heading_is_left_alone() {
        for text in [
            "",
            "3.5%的案件按期办结",
            "附件1.5版方案",
            "1.5版方案",
            "1.2.3加强",
            "2023年，我局",
            "2023.5.1起施行",
            "1、2号楼",
            "二、三产业融合",
            "十、十一月",
            "200.超出",
            "0.30",
            "01.表",
            "（2023）5号",
            "（以下简称）",
            "（一）".trim_end_matches('）'),
            "首先，加强领导",
            "其次，加强领导",
            "一体推进",
            "一方面",
            "一",
            "是",
            "1",
            "（",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn every_written_mark_is_read_back() {
        for n in 1..200 {
            for (level, dialect) in [
                (1, Dialect::Chinese),
                (2, Dialect::ChineseInBrackets),
                (3, Dialect::Arabic),
                (4, Dialect::ArabicInBrackets),
            ] {
                let written = mark(level, n);
                let read = read(&format!("{written}加强领导")).unwrap();
                assert_eq!((read.dialect, read.n as usize), (dialect, n), "{written}");
                assert_eq!(read.length, written.chars().count(), "{written}");
            }
            let written = format!("{}加强领导", run_in(n));
            assert_eq!(
                read(&written).map(|m| (m.dialect, m.n as usize)),
                Some((Dialect::RunIn, n))
            );
        }
    }
}
