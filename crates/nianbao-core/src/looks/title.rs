//! A title too long for one line is narrowed from both sides until it breaks where a reader would
//! pause and no character is left alone on the last line (GB/T 9704—2012, 7.3.1: 词意完整, 排列对称).
//! Its text is not touched; a person's own line breaks stand.

use super::{TEXT_WIDTH, Twips};

const CHAR: Twips = 440;
const STEP: Twips = CHAR / 8;
/// Digits of the official face are half a 字; a face standing in for it, and the gap LibreOffice leaves
/// beside them whatever the file says, make them up to three quarters.
const DIGITS: [Twips; 2] = [CHAR / 2, CHAR * 3 / 4];

/// Indent on each side for a title that begins, as most do, with the unit's name.
pub fn side_indent(title: &str, unit: &str) -> Twips {
    if title.contains('\n') {
        return 0;
    }
    let [official, wider] = DIGITS.map(|digit| pieces(title, unit, digit));
    let lines = wrap(&official, TEXT_WIDTH).len();
    if lines < 2 {
        return 0;
    }
    // The widths of one best cost lie together; the middle one stands the most difference of faces.
    let mut best = (u32::MAX, Vec::new());
    let mut width = TEXT_WIDTH;
    while width > CHAR {
        let wrapped = wrap(&official, width);
        if wrapped.len() > lines {
            break;
        }
        let cost = 3 * cost(&wrapped) + cost(&wrap(&wider, width));
        if cost < best.0 {
            best = (cost, Vec::new());
        }
        if cost == best.0 {
            best.1.push(width);
        }
        width -= STEP;
    }
    best.1.get(best.1.len() / 2).map_or(0, |width| (TEXT_WIDTH - width) / 2)
}

/// What cannot be divided, and how well a line ends after it.
struct Piece {
    width: Twips,
    /// 0: a reader would pause.
    cost_after: u32,
}

fn pieces(title: &str, unit: &str, digit: Twips) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut before = '\0';
    for (at, c) in title.char_indices() {
        let width = if c.is_ascii() { digit } else { CHAR };
        let whole = (before.is_ascii_alphanumeric() && c.is_ascii_alphanumeric())
            || "、，。：；！？）》〕”’".contains(c)
            || "（《〔“‘".contains(before);
        let end = at + c.len_utf8();
        let cost_after = cost_after(&title[..end], &title[end..], unit);
        match pieces.last_mut() {
            Some(last) if whole => {
                last.width += width;
                last.cost_after = cost_after;
            }
            _ => pieces.push(Piece { width, cost_after }),
        }
        before = c;
    }
    pieces
}

fn cost_after(before: &str, after: &str, unit: &str) -> u32 {
    let after_unit = !unit.is_empty() && before == unit;
    let after_year = before
        .strip_suffix('年')
        .is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit() || c == '度'));
    let before_words =
        ["法治政府", "年度", "工作报告", "情况"].iter().any(|w| after.starts_with(w));
    if after_unit || (after_year && !after.starts_with('度')) {
        0
    } else if (before_words && !before.ends_with(|c: char| c.is_ascii_digit()))
        || before.ends_with(['省', '市', '区', '县', '局', '府', '、', '，'])
        || before.ends_with("关于")
    {
        2
    } else {
        6
    }
}

fn wrap(pieces: &[Piece], width: Twips) -> Vec<(Twips, u32)> {
    let mut lines: Vec<(Twips, u32)> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if line.0 + piece.width <= width => {
                *line = (line.0 + piece.width, piece.cost_after);
            }
            _ => lines.push((piece.width, piece.cost_after)),
        }
    }
    lines
}

/// Lines of very different length look like an accident.
fn cost(lines: &[(Twips, u32)]) -> u32 {
    let longest = lines.iter().map(|l| l.0).max().unwrap_or(0);
    let shortest = lines.iter().map(|l| l.0).min().unwrap_or(0);
    let breaks: u32 = lines.iter().rev().skip(1).map(|l| l.1).sum();
    let shape = if shortest * 3 < longest { 20 } else { u32::from(shortest * 2 < longest) * 4 };
    breaks + shape
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines a title falls into.
    fn lines(title: &str, unit: &str) -> Vec<String> {
        let width = TEXT_WIDTH - 2 * side_indent(title, unit);
        let mut out = vec![String::new()];
        let mut used = 0;
        let mut word = String::new();
        for c in title.chars().chain([' ']) {
            if c.is_ascii_digit() {
                word.push(c);
                continue;
            }
            for piece in [std::mem::take(&mut word), c.to_string()] {
                let w: Twips =
                    piece.chars().map(|c| if c.is_ascii() { CHAR / 2 } else { CHAR }).sum();
                if used + w > width && piece != " " {
                    out.push(String::new());
                    used = 0;
                }
                used += w;
                out.last_mut().unwrap().push_str(piece.trim());
            }
        }
        out
    }

    #[test]
    fn a_long_title_breaks_where_a_reader_would_pause() {
        for (title, unit, want) in [
            ("青山区司法局2023年工作报告", "青山区司法局", vec!["青山区司法局2023年工作报告"]),
            (
                "清河市青山区司法局2023年法治政府建设年度报告",
                "清河市青山区司法局",
                vec!["清河市青山区司法局2023年", "法治政府建设年度报告"],
            ),
            (
                "清河市青山区综合行政执法局2023年法治政府建设年度报告",
                "清河市青山区综合行政执法局",
                vec!["清河市青山区综合行政执法局", "2023年法治政府建设年度报告"],
            ),
        ] {
            assert_eq!(lines(title, unit), want);
        }
    }

    #[test]
    fn no_last_line_is_a_stump() {
        let filler = "清河青山绿水长流法治为民执法如山司法公正全民守法科学立法依法行政";
        for n in 1..=filler.chars().count() {
            let title: String = filler.chars().take(n).collect();
            let lines = lines(&title, "");
            let last = lines.last().unwrap().chars().count();
            assert!(lines.len() == 1 || last * 3 >= n / lines.len(), "{lines:?}");
        }
    }

    #[test]
    fn own_line_breaks_stand() {
        assert_eq!(side_indent("清河市青山区司法局\n2023年法治政府建设年度报告情况说明稿", ""), 0);
    }
}
