//! 附件说明 (GB/T 9704—2012, 7.3.4): two 字 in; a name that takes several lines goes on under its
//! own first character.

use super::signature::width;
use super::{CHAR, Twips};

/// Where a paragraph of it begins, and where its further lines do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hang {
    pub first: Twips,
    pub rest: Twips,
}

pub fn hang(text: &str) -> Hang {
    let (first, own) = match text.strip_prefix("附件：") {
        Some(rest) => (2 * CHAR, rest),
        None => (5 * CHAR, text),
    };
    let digits = own.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
    let number = if own[digits..].starts_with('.') { &own[..=digits] } else { "" };
    Hang { first, rest: 5 * CHAR + width(number) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn further_lines_begin_under_the_name() {
        for (text, first, rest) in [
            ("附件：主要数据", 2, 5),
            ("附件：1.主要数据", 2, 6),
            ("2.人员名单", 5, 6),
            ("2023年数据", 5, 5),
        ] {
            let Hang { first: a, rest: b } = hang(text);
            assert_eq!(a, first * CHAR, "{text}");
            assert!((b - rest * CHAR).abs() < 20, "{text}: {b}");
        }
    }
}
