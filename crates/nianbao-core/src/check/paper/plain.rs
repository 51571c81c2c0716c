//! A plain text read as a report: a line a paragraph, headings known by their numbers.

use super::{Paper, Para};
use crate::doc::Role;
use crate::text::numbering::{self, Dialect};
use crate::text::parts;
use crate::text::{date, numeral};

/// A heading that stands alone is no longer.
const HEADING: usize = 60;
/// A title is no longer.
const TITLE: usize = 60;

impl Paper {
    /// Reads a text as it is: nothing is left out. Places count its characters.
    pub fn plain(text: &str) -> Self {
        let lines = lines(text);
        let year = lines.first().and_then(|(_, line)| year_of(line));
        let mut paper = Self { year, ..Self::default() };
        let mut part = None;
        let top = lines.iter().find_map(|(_, line)| heading(line)).map(|(dialect, _)| dialect);
        for (n, (at, line)) in lines.iter().enumerate() {
            let role = role(&lines, n, line);
            if let (Role::Heading(_), Some((dialect, title))) = (role, heading(line))
                && (Some(dialect) == top || parts::is_bare_part(&title))
            {
                part = Some(parts::part(&title, year));
            }
            let own = if matches!(role, Role::Heading(_) | Role::Body) { part } else { None };
            paper.paras.push(Para::at(role, own, (*line).to_owned(), *at));
        }
        paper
    }
}

/// Lines without white space at their ends, and where they begin.
fn lines(text: &str) -> Vec<(usize, &str)> {
    let mut out = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        let body = line.trim_start();
        let before = line.chars().count() - body.chars().count();
        if !body.trim_end().is_empty() {
            out.push((at + before, body.trim_end()));
        }
        at += line.chars().count() + 1;
    }
    out
}

fn year_of(line: &str) -> Option<i32> {
    let chars: Vec<char> = line.chars().take(TITLE).collect();
    let at = chars.windows(5).position(|w| {
        w[4] == '年' && w[..2] == ['2', '0'] && w[..4].iter().all(char::is_ascii_digit)
    })?;
    i32::try_from(numeral::digit_by_digit(&chars[at..at + 4])?).ok()
}

/// Dialect and words of a line that begins with a number and closes no sentence.
fn heading(line: &str) -> Option<(Dialect, String)> {
    let mark = numbering::read(line).filter(|mark| mark.dialect != Dialect::RunIn)?;
    let title: String = line.chars().skip(mark.length).collect();
    let closed = title.ends_with(['。', '；', '：', '！', '？', '.', ';']) || title.contains('。');
    (!closed && title.chars().count() <= HEADING).then_some((mark.dialect, title))
}

fn role(lines: &[(usize, &str)], n: usize, line: &str) -> Role {
    let length = line.chars().count();
    let closed = line.contains(['。', '；', '，', '！', '？']);
    if n == 0 && length <= TITLE && !closed && (line.ends_with("报告") || line.ends_with("的汇报"))
    {
        return Role::Title;
    }
    if n == 1 && length <= 40 && !closed && line.ends_with(['：', ':']) && lines.len() > 2 {
        return Role::Addressee;
    }
    let last = n + 1 == lines.len();
    if n > 0 && last && date::read(line).is_some() {
        return Role::Date;
    }
    if n > 0 && n + 2 == lines.len() && length <= 30 && !closed {
        let next = lines.get(n + 1).is_some_and(|(_, next)| date::read(next).is_some());
        if next && numbering::read(line).is_none() {
            return Role::Signature;
        }
    }
    match heading(line) {
        Some((Dialect::Chinese, _)) => Role::Heading(1),
        Some((Dialect::ChineseInBrackets, _)) => Role::Heading(2),
        Some((Dialect::Arabic, _)) => Role::Heading(3),
        Some((Dialect::ArabicInBrackets | Dialect::Circled, _)) => Role::Heading(4),
        Some((Dialect::RunIn, _)) | None => Role::Body,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::parts::Part;

    #[test]
    fn a_plain_text_is_read_as_title_headings_parts_and_signature() {
        let text = "甲局2023年法治政府建设年度报告\r\n区委：\n2023年，甲局推进工作。\n一、主要举措和成效\n（一）加强领导。开展学习。\n二、存在问题\n力量不足。\n三、下一步工作计划\n加强培训。\n甲局\n2024年2月1日";
        let paper = Paper::plain(text);
        let read: Vec<_> = paper.paras.iter().map(|p| (p.role, p.part)).collect();
        assert_eq!(
            read,
            [
                (Role::Title, None),
                (Role::Addressee, None),
                (Role::Body, None),
                (Role::Heading(1), Some(Part::Results)),
                (Role::Body, Some(Part::Results)),
                (Role::Heading(1), Some(Part::Problems)),
                (Role::Body, Some(Part::Problems)),
                (Role::Heading(1), Some(Part::Plans)),
                (Role::Body, Some(Part::Plans)),
                (Role::Signature, None),
                (Role::Date, None),
            ]
        );
        assert_eq!(paper.year, Some(2023));
        let chars: Vec<char> = text.chars().collect();
        for para in &paper.paras {
            let (start, end) = para.span(0, para.text.chars().count());
            assert_eq!(chars[start..end].iter().collect::<String>(), para.text);
        }
    }
}
