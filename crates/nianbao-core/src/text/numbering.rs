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
}
