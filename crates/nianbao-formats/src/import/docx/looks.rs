//! Headings and titles by style and, where styles say nothing, by look: how official documents set
//! their levels, 黑体 over 楷体 over bold.

use super::line::{Line, Plain};
use super::properties::Face;

/// Longer no line is a heading.
const LONGEST: usize = 60;
/// A title is so many half points larger than the text.
const LARGER: u32 = 8;

/// What a line is by its form.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Part {
    pub level: u8,
    pub title: bool,
}

/// For each line.
pub(super) fn parts(lines: &[Line]) -> Vec<Part> {
    let mut out: Vec<Part> = lines.iter().map(by_style).collect();
    let body = body(lines);
    let begins =
        lines.iter().position(|line| line.words.text.contains('。')).unwrap_or(lines.len());
    one_title(&mut out, begins);
    if !out.iter().any(|part| part.title) {
        for (part, line) in out.iter_mut().zip(lines).take(begins) {
            let large = line.look.size >= body.size.saturating_add(LARGER)
                || line.look.face == Face::Title && line.look.size > body.size;
            part.title = large && line.centered && is_short(line) && !line.cell;
        }
    }
    let above = out.iter().map(|part| part.level).max().unwrap_or(0);
    let looks = heading_looks(lines, &out, body);
    for (part, line) in out.iter_mut().zip(lines) {
        if part.level == 0
            && !part.title
            && may_head(line)
            && let Some(at) = looks.iter().position(|look| *look == line.look)
        {
            part.level = above.saturating_add(u8::try_from(at + 1).unwrap_or(9));
        }
    }
    out
}

/// The one heading of the first level, above all text and all others, is the title.
fn one_title(parts: &mut [Part], begins: usize) {
    let headed: Vec<usize> =
        (0..parts.len()).filter(|&at| parts[at].level > 0 || parts[at].title).collect();
    if let [first, rest @ ..] = headed.as_slice()
        && parts[*first].level == 1
        && *first < begins
        && !rest.is_empty()
        && rest.iter().all(|&at| parts[at].level > 1)
    {
        parts[*first] = Part { level: 0, title: true };
    }
}

fn by_style(line: &Line) -> Part {
    let level = if is_short(line) && !line.cell { line.level } else { 0 };
    Part { level, title: line.title && is_short(line) }
}

fn is_short(line: &Line) -> bool {
    (2..=LONGEST).contains(&line.words.length)
}

/// A line that could stand over others.
fn may_head(line: &Line) -> bool {
    let text = line.words.text.trim();
    is_short(line)
        && !line.cell
        && !line.centered
        && !text.contains('\t')
        && !text.ends_with(['。', '；', '：', '，', '、', ':', ';'])
        && text.chars().any(char::is_alphabetic)
}

/// The look most of the text has.
fn body(lines: &[Line]) -> Plain {
    let mut counts: Vec<(Plain, usize)> = Vec::new();
    for line in lines.iter().filter(|line| !line.cell) {
        match counts.iter().position(|(look, _)| *look == line.look) {
            Some(at) => counts[at].1 += line.words.length,
            None if counts.len() < 64 => counts.push((line.look, line.words.length)),
            None => {}
        }
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(look, _)| look).unwrap_or_default()
}

/// Looks that set lines off from the text, the highest first; three at most.
fn heading_looks(lines: &[Line], parts: &[Part], body: Plain) -> Vec<Plain> {
    let stands_out = |look: Plain| {
        look.size >= body.size
            && look != body
            && (look.size > body.size
                || look.bold && !body.bold
                || look.face != body.face && matches!(look.face, Face::Hei | Face::Kai))
    };
    let mut out: Vec<Plain> = Vec::new();
    for (line, part) in lines.iter().zip(parts) {
        let open = part.level == 0 && !part.title;
        if open && may_head(line) && stands_out(line.look) && !out.contains(&line.look) {
            out.push(line.look);
        }
    }
    let rank = |look: &Plain| {
        (std::cmp::Reverse(look.size), look.face != Face::Hei, look.face != Face::Kai, !look.bold)
    };
    out.sort_by_key(rank);
    out.truncate(3);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::docx::words::Words;

    fn line(text: &str, look: Plain, centered: bool) -> Line {
        let mut words = Words::default();
        words.push(text);
        Line { words, look, centered, ..Line::default() }
    }

    #[test]
    fn levels_are_told_by_look_where_no_style_says_them() {
        let plain = Plain { size: 32, ..Plain::default() };
        let hei = Plain { face: Face::Hei, ..plain };
        let kai = Plain { face: Face::Kai, ..plain };
        let bold = Plain { bold: true, ..plain };
        let title = Plain { size: 44, face: Face::Title, bold: false };
        let lines = [
            line("某区司法局2023年报告", title, true),
            line("2023年，我局依法行政。", plain, false),
            line("主要做法", hei, false),
            line("加强学习", kai, false),
            line("班子带头", bold, false),
            line("全年学法十二次，人人参加，人人发言，人人有收获。", plain, false),
            line("这一句很重要，所以加粗。", bold, false),
            line("存在问题", hei, false),
        ];
        let levels: Vec<u8> = parts(&lines).iter().map(|part| part.level).collect();
        assert_eq!(levels, [0, 0, 1, 2, 3, 0, 0, 1]);
        assert!(parts(&lines)[0].title && !parts(&lines)[2].title);
    }

    #[test]
    fn a_style_counts_before_a_look_and_a_long_paragraph_in_it_is_none() {
        let look = Plain::default();
        let mut long = line(&"依法行政，".repeat(20), look, false);
        long.level = 3;
        let mut heading = line("主要做法", look, false);
        heading.level = 2;
        let lines = [heading, long, line("加强学习", Plain { bold: true, ..look }, false)];
        let levels: Vec<u8> = parts(&lines).iter().map(|part| part.level).collect();
        assert_eq!(levels, [2, 0, 3]);
    }
}
