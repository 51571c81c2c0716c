//! 署名 and 成文日期. Without a seal (GB/T 9704—2012, 7.3.5.2) the name ends two 字 from the right,
//! the date begins two 字 right of the name's beginning; a date longer than the name ends two 字 from
//! the right itself, and the name moves left. With one (7.3.5.1) the date ends four 字 from the right
//! and the name stands over its middle.

use super::{CHAR, Seal, TEXT_WIDTH, TIGHTEN, Twips};

/// Where a line of the signature block stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub left: Twips,
    pub right: Twips,
    /// A name of several lines is a block whose lines begin together.
    pub block: bool,
}

/// Width of body text on one line: digits and Latin letters are half a 字.
pub fn width(text: &str) -> Twips {
    text.chars().map(|c| if c.is_ascii() { CHAR / 2 + TIGHTEN / 2 } else { CHAR }).sum()
}

const GAP: Twips = 2 * CHAR;
const ROOM: Twips = TEXT_WIDTH - GAP;

/// Empty lines between the text and the name. Two make room for a seal of 42 mm over name and date,
/// whose upper edge is then within a line of the text.
pub fn lines_above(seal: Seal) -> Twips {
    match seal {
        Seal::None => 1,
        Seal::Room => 2,
    }
}

/// Places of the name and, if there is one, of the date below it. A line feed divides the name.
pub fn places(name: &str, date: Option<&str>, seal: Seal) -> (Place, Place) {
    let longest = name.split('\n').map(width).max().unwrap_or(0);
    let lines = parts(longest, ROOM).max(1);
    let block = lines > 1 || name.contains('\n');
    // A 字 to spare, for a mark that may not begin a line.
    let name_width = if lines > 1 { (parts(longest, lines) + CHAR).min(ROOM) } else { longest };
    let date_width = date.map_or(0, width).min(ROOM);
    let (name_right, date_right) = if seal == Seal::Room {
        (2 * GAP + (date_width - name_width) / 2, 2 * GAP)
    } else if date_width > name_width {
        (2 * GAP + date_width - name_width, GAP)
    } else {
        (GAP, name_width - date_width)
    };
    let name_right = name_right.min(TEXT_WIDTH - name_width).max(0);
    let left = if block { TEXT_WIDTH - name_right - name_width } else { 0 };
    (
        Place { left, right: if block { 0 } else { name_right }, block },
        Place { left: 0, right: date_right, block: false },
    )
}

/// How many of `size` cover `whole`.
fn parts(whole: Twips, size: Twips) -> Twips {
    (whole + size - 1) / size
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Distance of a line's first character from the left edge of the text.
    fn start(place: Place, text: &str) -> Twips {
        if place.block { place.left } else { TEXT_WIDTH - place.right - width(text) }
    }

    #[test]
    fn the_date_begins_two_characters_right_of_the_name() {
        for (name, date) in [
            ("清河市司法局", "2024年1月30日"),
            ("清河市人民政府", "2024年12月31日"),
            ("某局", "2024年12月31日"),
            ("清河市青山区综合行政执法局", "2024年1月5日"),
            (
                "清河市青山区人民政府城市更新和历史文化街区保护利用工作领导小组办公室",
                "2024年1月5日",
            ),
            ("清河市司法局\n清河市公安局", "2024年1月5日"),
        ] {
            let (a, b) = places(name, Some(date), Seal::None);
            let shift = start(b, date) - start(a, name);
            assert!((shift - GAP).abs() <= 1, "{name}: {shift}");
            assert!(a.left >= 0 && a.right >= 0 && b.right >= 0);
        }
    }

    #[test]
    fn the_name_ends_two_characters_from_the_right() {
        assert_eq!(places("清河市人民政府", Some("2024年1月5日"), Seal::None).0.right, GAP);
        assert_eq!(places("清河市司法局", None, Seal::None).0.right, GAP);
    }

    #[test]
    fn a_date_longer_than_the_name_ends_two_characters_from_the_right() {
        let (name, date) = places("某局", Some("2024年12月31日"), Seal::None);
        assert_eq!(date.right, GAP);
        assert_eq!(name.right, 2 * GAP + width("2024年12月31日") - width("某局"));
    }

    #[test]
    fn under_a_seal_the_name_stands_over_the_middle_of_the_date() {
        for name in ["清河市司法局", "清河市青山区综合行政执法局", "某局"] {
            let date = "2024年12月31日";
            let (a, b) = places(name, Some(date), Seal::Room);
            assert_eq!(b.right, 4 * CHAR);
            let middle = |place: Place, text: &str| place.right + width(text) / 2;
            assert!((middle(a, name) - middle(b, date)).abs() <= 1, "{name}");
        }
    }

    #[test]
    fn a_digit_is_half_a_character_wide() {
        assert!((width("12") - CHAR).abs() <= 5);
    }
}
