//! Organs, dates, years and endings: what stands round a report in a line of its own.

use jiff::civil::Date;
use nianbao_core::text::{date, numeral, punctuation};

use super::words::{begins, ends};

/// 特此报告。 and its like.
pub(super) fn is_ending(text: &str) -> bool {
    let bare = text.trim_end_matches(['。', '.', '！', '!']);
    let said =
        begins(bare, "特此报告 专此报告 特此汇报 以上报告 此报告 特此报送 专此汇报 以上汇报")
            || ends(bare, "请审阅 请审示");
    said && bare.chars().count() <= 16
}

const ORGANS: &str = "委员会 人民政府 办公室 办事处 政府 中心 街道 分局 支队 大队 总队 局 委 办 厅 院 镇 乡 处 所 部 站 室 \
    组 协会 联合会 总社";

/// The name of an organ and nothing else.
pub(super) fn is_organ(text: &str) -> bool {
    let bare: String = text.chars().take(60).filter(|c| !c.is_whitespace()).collect();
    let name = |c: char| punctuation::is_han(c) || "（）()".contains(c);
    (3..=40).contains(&bare.chars().count())
        && text.chars().all(|c| name(c) || c.is_whitespace())
        && ends(bare.trim_end_matches(['）', ')']), ORGANS)
}

/// A paragraph that is one date in Chinese writing or digits, brackets round it allowed.
pub(super) fn dated(text: &str) -> Option<Date> {
    if text.len() > 100 {
        return None;
    }
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let inside = bare.strip_prefix(['（', '(']).and_then(|s| s.strip_suffix(['）', ')']));
    date::read(inside.unwrap_or(&bare))
}

/// The year a text speaks of first: 2023年, 二〇二三年度.
pub(super) fn year(text: &str) -> Option<i32> {
    let chars: Vec<char> = text.chars().collect();
    let digit = |i: usize| chars.get(i).is_some_and(|&c| numeral::digit_by_digit(&[c]).is_some());
    (0..chars.len())
        .filter(|&at| at == 0 || !digit(at - 1))
        .find_map(|at| year_at(&chars[at..]))
        .map(|(year, _)| year)
}

/// The year a text begins with, and the characters it takes, 年 or 年度 with it.
pub(super) fn year_at(text: &[char]) -> Option<(i32, usize)> {
    let read = numeral::digit_by_digit(text.get(..4)?)?;
    let at = 4 + text[4..].iter().take(2).take_while(|c| c.is_whitespace()).count();
    if !(1990..=2100).contains(&read) || text.get(at) != Some(&'年') {
        return None;
    }
    let whole = text.get(at + 1) == Some(&'度');
    Some((i32::try_from(read).ok()?, at + 1 + usize::from(whole)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organs_and_years_are_read() {
        for text in [
            "某区司法局",
            "中共某区委全面依法治区委员会办公室",
            "某镇人民政府",
            "某街道办事处",
            "某镇",
        ] {
            assert_eq!(is_organ(text), text.chars().count() > 2, "{text}");
        }
        for text in ["我们依法行政", "某区司法局。", "下一步工作", "共12个部"] {
            assert!(!is_organ(text), "{text}");
        }
        for (text, meant) in [
            ("某局2023年度报告", Some(2023)),
            ("二〇二三年", Some(2023)),
            ("规划（2021-2035年）", Some(2035)),
            ("12023年", None),
            ("今年", None),
        ] {
            assert_eq!(year(text), meant, "{text}");
        }
    }
}
