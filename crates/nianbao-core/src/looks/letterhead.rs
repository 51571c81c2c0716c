//! 版头 (GB/T 9704—2012, 7.2): where each of its lines stands, in twips.

use super::signature::width;
use super::{BODY_SIZE, CHAR, Margins, TEXT_WIDTH, Twips};
use crate::doc::Letterhead;

/// 发文机关标志 and 红色分隔线 are red (7.2.4, 7.2.7).
pub const RED: &str = "FF0000";
/// Width of the red line in eighths of a point; the standard leaves it open.
pub const RULE: u32 = 12;
/// From a row of exactly 16 pt to the red line, in points: with what such a row has below its ink,
/// 4 mm under 发文字号 (7.2.7).
pub const RULE_GAP: Twips = 10;

/// 35 mm: from the text block's upper edge to the ink of 发文机关标志 (7.2.4).
pub const MARK_BELOW: Twips = 1984;
/// The same from the paper's edge.
const MARK_INK: Twips = 2098 + MARK_BELOW;
/// 小初; smaller where the name is long. Glyphs are never squeezed.
const LARGEST: u32 = 72;
/// A name that would be smaller in one line takes two, half points.
const SMALLEST: u32 = 40;

/// 发文机关标志 as set: lines of one size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub lines: Vec<String>,
    /// Half points.
    pub size: u32,
}

impl Mark {
    /// Height of a line, which is that of its glyphs: whether a program sets the base line at 80 % of
    /// an exact line or by the face's own measures, it moves by half a millimetre at most.
    pub fn line(&self) -> Twips {
        twips(self.size)
    }

    /// Between its lines.
    pub fn gap(&self) -> Twips {
        self.line() / 4
    }

    fn height(&self) -> Twips {
        let lines = count(self.lines.len());
        lines * self.line() + (lines - 1).max(0) * self.gap()
    }
}

/// A row with 发文字号, 签发人 or both; the last of them stands on the red line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    pub number: Option<String>,
    /// Whether 签发人： stands before the names.
    pub label: bool,
    /// Two at most.
    pub names: Vec<String>,
}

/// A letterhead with its places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Lines at the left above the mark: 份号, 紧急程度.
    pub above: Vec<String>,
    /// Whether the first of them is 份号; the others are set in 黑体.
    pub copy: bool,
    /// From the end of those lines to the mark's first.
    pub spacer: Twips,
    pub mark: Mark,
    /// Two lines, between mark and first row (7.2.5).
    pub gap: Twips,
    /// At least one.
    pub rows: Vec<Row>,
    /// Whether 发文字号 stands at the left for an upward report, else in the middle.
    pub upward: bool,
    /// Where 签发人：, the first and the second name of a row begin.
    pub signers: Twips,
    pub names: [Twips; 2],
    /// From the text's upper edge to the lower edge of the red line.
    pub height: Twips,
}

impl Placed {
    /// Above a row: two lines under the mark (7.2.5), and what makes the last row, which is only as
    /// high as its glyphs, stand a line under the one before.
    pub fn above_row(&self, n: usize, line: Twips) -> Twips {
        match n {
            0 => self.gap,
            _ if n + 1 == self.rows.len() => line - twips(BODY_SIZE),
            _ => 0,
        }
    }

    pub fn new(letterhead: &Letterhead, margins: Margins) -> Self {
        let line = margins.line();
        let above: Vec<String> = [&letterhead.copy, &letterhead.urgency]
            .into_iter()
            .filter(|text| !text.is_empty())
            .cloned()
            .collect();
        let mark_top = MARK_INK - margins.top();
        let spacer = mark_top - count(above.len()) * line;
        let mark = mark(&letterhead.mark);
        let widest = letterhead.signers.iter().map(|name| width(name)).max().unwrap_or(0);
        let columns: Twips = if letterhead.signers.len() > 1 { 2 } else { 1 };
        let first = TEXT_WIDTH - CHAR - widest * columns - CHAR * (columns - 1);
        let signers = (first - 4 * CHAR).max(CHAR);
        let names = [signers + 4 * CHAR, signers + 5 * CHAR + widest];
        let rows = rows(letterhead, signers);
        let height = mark_top
            + mark.height()
            + 2 * line
            + (count(rows.len()) - 1) * line
            + twips(BODY_SIZE)
            + if rows.len() > 1 { line - twips(BODY_SIZE) } else { 0 }
            + 20 * RULE_GAP
            + Twips::try_from(RULE * 20 / 8).unwrap_or(0);
        Self {
            copy: !letterhead.copy.is_empty(),
            above,
            spacer,
            mark,
            gap: 2 * line,
            rows,
            upward: !letterhead.signers.is_empty(),
            signers,
            names,
            height,
        }
    }
}

fn twips(half_points: u32) -> Twips {
    Twips::try_from(half_points * 10).unwrap_or(Twips::MAX)
}

fn count(n: usize) -> Twips {
    Twips::try_from(n).unwrap_or(Twips::MAX)
}

/// Two names a row; 发文字号 beside the last (7.2.6), or below where the two would meet.
fn rows(letterhead: &Letterhead, signers: Twips) -> Vec<Row> {
    let number = Some(letterhead.number.clone()).filter(|number| !number.is_empty());
    let mut rows: Vec<Row> = letterhead
        .signers
        .chunks(2)
        .enumerate()
        .map(|(n, names)| Row { number: None, label: n == 0, names: names.to_vec() })
        .collect();
    let fits = number.as_ref().is_none_or(|number| 2 * CHAR + width(number) <= signers);
    match rows.last_mut() {
        Some(last) if fits => last.number = number,
        _ => rows.push(Row { number, ..Row::default() }),
    }
    rows
}

/// The largest size at which the name fits, in one line if that leaves it legible. Line feeds stand.
pub fn mark(text: &str) -> Mark {
    let own: Vec<String> = text.lines().map(|line| line.trim().to_owned()).collect();
    let own: Vec<String> = own.into_iter().filter(|line| !line.is_empty()).collect();
    let whole = Mark { size: size(&own), lines: own };
    match whole.lines.as_slice() {
        [line] if whole.size < SMALLEST => {
            let lines = halves(line);
            Mark { size: size(&lines), lines }
        }
        _ => whole,
    }
}

/// Half points at which the widest line fits.
fn size(lines: &[String]) -> u32 {
    let widest = lines.iter().map(|line| halves_of_em(line)).max().unwrap_or(0);
    let room = u32::try_from(TEXT_WIDTH).unwrap_or(0) / 10;
    (room * 2 / widest.max(1)).clamp(10, LARGEST)
}

fn halves_of_em(line: &str) -> u32 {
    line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// Divided near the middle, best where a name of a place or an organ ends.
fn halves(line: &str) -> Vec<String> {
    let chars: Vec<char> = line.chars().collect();
    let cost = |at: usize| {
        let ends = "省市区县镇乡局府委会处部院和、".contains(chars[at - 1]);
        let torn = chars[at - 1].is_ascii() && chars[at].is_ascii()
            || chars[at] == '、'
            || chars[at..].iter().collect::<String>() == "件";
        at.abs_diff(chars.len() - at) + if ends { 0 } else { 4 } + if torn { 100 } else { 0 }
    };
    let Some(at) = (1..chars.len()).min_by_key(|at| cost(*at)) else {
        return vec![line.to_owned()];
    };
    vec![chars[..at].iter().collect(), chars[at..].iter().collect()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letterhead(number: &str, signers: &[&str]) -> Letterhead {
        Letterhead {
            mark: "清河市司法局文件".to_owned(),
            number: number.to_owned(),
            signers: signers.iter().map(|name| (*name).to_owned()).collect(),
            ..Letterhead::default()
        }
    }

    #[test]
    fn a_long_name_is_set_smaller_and_then_in_two_lines() {
        for (name, size, lines) in [
            ("清河市司法局文件", 72, 1),
            ("清河市青山区综合行政执法局文件", 58, 1),
            (
                "清河市青山区人民政府城市更新和历史文化街区保护利用工作领导小组办公室临时党委文件",
                42,
                2,
            ),
            ("甲局\n乙局", 72, 2),
        ] {
            let mark = mark(name);
            assert_eq!((mark.size, mark.lines.len()), (size, lines), "{mark:?}");
            assert_eq!(mark.lines.concat(), name.replace('\n', ""));
        }
    }

    #[test]
    fn the_mark_stands_at_one_height_in_both_presets_and_whatever_is_above() {
        for margins in [Margins::Nominal, Margins::Compensated] {
            for copy in ["", "000001"] {
                let with =
                    Letterhead { copy: copy.to_owned(), ..letterhead("清司〔2024〕3号", &[]) };
                let placed = Placed::new(&with, margins);
                let lines = count(placed.above.len()) * margins.line();
                assert_eq!(margins.top() + lines + placed.spacer, MARK_INK);
            }
        }
    }

    #[test]
    fn the_number_stands_beside_the_last_signer() {
        let placed = Placed::new(
            &letterhead("清司〔2024〕3号", &["甲某", "乙某某", "丙某"]),
            Margins::Nominal,
        );
        assert_eq!(placed.rows.len(), 2);
        assert_eq!(placed.rows[0].names, ["甲某", "乙某某"]);
        assert_eq!(placed.rows[1].number.as_deref(), Some("清司〔2024〕3号"));
        assert_eq!(placed.names[1] + width("乙某某"), TEXT_WIDTH - CHAR);
    }

    #[test]
    fn a_number_that_would_meet_the_signers_stands_below_them() {
        let long = "清河市青山区城市更新领导小组办公室〔2024〕123号";
        let placed = Placed::new(&letterhead(long, &["甲某", "乙某"]), Margins::Nominal);
        assert_eq!(placed.rows.len(), 2);
        assert!(placed.rows[0].number.is_none() && placed.rows[1].names.is_empty());
    }
}
