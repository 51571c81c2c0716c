//! Two documents as one with marks: what a 花脸稿 shows.

use std::collections::BTreeMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::{Side, runs};
use crate::doc::{Block, Cell, Doc, Face, Inline, Paragraph, Table, Text};

/// Two documents in one.
#[derive(Debug, Clone, PartialEq)]
pub struct Redline {
    /// The new document with what was taken out of the old one in its places.
    pub doc: Doc,
    /// Of each of its blocks.
    pub marks: Vec<Mark>,
}

/// In which of the two a block stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// In both; of each inline, through all cells of a table, where that stands.
    Both(Vec<Side>),
    Old,
    New,
}

/// Paragraphs that share less of their pairs of characters are two paragraphs, not one that was changed.
const LEAST_ALIKE: usize = 30;
/// Beyond so many pairs of blocks none are compared: they count as replaced.
const MOST_PAIRS: usize = 40_000;

/// The marked document. Letterhead and imprint are the new one's.
pub fn redline(old: &Doc, new: &Doc) -> Redline {
    let mut out = Redline { doc: Doc { blocks: Vec::new(), ..new.clone() }, marks: Vec::new() };
    let (old_keys, new_keys) = (keys(&old.blocks), keys(&new.blocks));
    for op in capture_diff_slices(Algorithm::Myers, &old_keys, &new_keys) {
        let (before, after) = (&old.blocks[op.old_range()], &new.blocks[op.new_range()]);
        if matches!(op, DiffOp::Equal { .. }) {
            for block in after {
                let sides = vec![Side::Same; inlines(block)];
                out.push(block.clone(), Mark::Both(sides));
            }
            continue;
        }
        let last = op.old_range().end == old.blocks.len() && op.new_range().end == new.blocks.len();
        replace(&mut out, before, after, last);
    }
    out
}

impl Redline {
    fn push(&mut self, block: Block, mark: Mark) {
        self.doc.blocks.push(block);
        self.marks.push(mark);
    }
}

/// What a block says and is; equal ones are the same, whatever records they came from.
fn keys(blocks: &[Block]) -> Vec<String> {
    let inline = |inlines: &[Inline]| -> String {
        let faced = faced(inlines);
        faced.iter().map(|(c, face)| format!("{c}{}", level(*face))).collect()
    };
    let key = |block: &Block| match block {
        Block::Paragraph(p) => format!("{:?} {}", p.role, inline(&p.inlines)),
        Block::Table(table) => {
            let cells = table.rows.iter().map(|row| {
                let row = row.iter();
                let cell = |c: &Cell| format!("{}×{} {}", c.columns, c.rows, inline(&c.inlines));
                row.map(cell).collect::<Vec<_>>().join("\t")
            });
            format!("{} {}", table.header_rows, cells.collect::<Vec<_>>().join("\n"))
        }
    };
    blocks.iter().map(key).collect()
}

fn level(face: Face) -> u8 {
    if let Face::Heading(level) = face { level } else { 0 }
}

fn inlines(block: &Block) -> usize {
    match block {
        Block::Paragraph(paragraph) => paragraph.inlines.len(),
        Block::Table(table) => table.rows.iter().flatten().map(|cell| cell.inlines.len()).sum(),
    }
}

/// Blocks that differ: those that are alike become one with marks, in order; the others were taken out or
/// put in. `last`: the last of both documents always meet, for a file cannot lose its last paragraph.
fn replace(out: &mut Redline, old: &[Block], new: &[Block], last: bool) {
    let mut pairs = pairs(old, new);
    if let (true, Some(a), Some(b)) = (last, old.len().checked_sub(1), new.len().checked_sub(1))
        && let (Block::Paragraph(_), Block::Paragraph(_)) = (&old[a], &new[b])
    {
        pairs.retain(|(x, y)| *x < a && *y < b);
        pairs.push((a, b));
    }
    let (mut a, mut b) = (0, 0);
    for (x, y) in pairs.into_iter().chain([(old.len(), new.len())]) {
        old[a..x].iter().for_each(|block| out.push(block.clone(), Mark::Old));
        new[b..y].iter().for_each(|block| out.push(block.clone(), Mark::New));
        if let (Some(before), Some(after)) = (old.get(x), new.get(y)) {
            merged(out, before, after);
        }
        (a, b) = (x + 1, y + 1);
    }
}

/// The pairing in order that is most alike in all.
fn pairs(old: &[Block], new: &[Block]) -> Vec<(usize, usize)> {
    if old.len().saturating_mul(new.len()) > MOST_PAIRS {
        return Vec::new();
    }
    let grams = |blocks: &[Block]| blocks.iter().map(grams).collect::<Vec<_>>();
    let (old_grams, new_grams) = (grams(old), grams(new));
    let like = |a: usize, b: usize| {
        let like =
            if same_kind(&old[a], &new[b]) { alike(&old_grams[a], &new_grams[b]) } else { 0 };
        if like < LEAST_ALIKE { 0 } else { like }
    };
    // best[a][b]: of what is left from there on.
    let mut best = vec![vec![0; new.len() + 1]; old.len() + 1];
    for a in (0..old.len()).rev() {
        for b in (0..new.len()).rev() {
            let paired = match like(a, b) {
                0 => 0,
                like => like + best[a + 1][b + 1],
            };
            best[a][b] = paired.max(best[a + 1][b]).max(best[a][b + 1]);
        }
    }
    let (mut a, mut b, mut out) = (0, 0, Vec::new());
    while a < old.len() && b < new.len() {
        let like = like(a, b);
        if like > 0 && best[a][b] == like + best[a + 1][b + 1] {
            out.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if best[a][b] == best[a + 1][b] {
            a += 1;
        } else {
            b += 1;
        }
    }
    out
}

fn same_kind(old: &Block, new: &Block) -> bool {
    match (old, new) {
        (Block::Paragraph(a), Block::Paragraph(b)) => a.role == b.role,
        (Block::Table(a), Block::Table(b)) => shape(a) == shape(b),
        _ => false,
    }
}

fn shape(table: &Table) -> (usize, Vec<Vec<(u16, u16)>>) {
    let rows = table.rows.iter();
    let rows = rows.map(|row| row.iter().map(|cell| (cell.columns, cell.rows)).collect());
    (table.header_rows, rows.collect())
}

type Grams = BTreeMap<(char, char), usize>;

/// Neighbouring characters and how often; of one character, it and nothing.
fn grams(block: &Block) -> Grams {
    let text = match block {
        Block::Paragraph(paragraph) => paragraph.plain(),
        Block::Table(table) => {
            table.rows.iter().flatten().map(|cell| plain(&cell.inlines)).collect()
        }
    };
    let mut grams = Grams::new();
    let chars: Vec<char> = text.chars().chain(['\0']).collect();
    for pair in chars.windows(2) {
        *grams.entry((pair[0], pair[1])).or_default() += 1;
    }
    grams
}

fn plain(inlines: &[Inline]) -> String {
    faced(inlines).into_iter().map(|(c, _)| c).collect()
}

/// In percent.
fn alike(a: &Grams, b: &Grams) -> usize {
    let both: usize = a.iter().map(|(gram, n)| *n.min(b.get(gram).unwrap_or(&0))).sum();
    let all = a.values().sum::<usize>() + b.values().sum::<usize>();
    (200 * both).checked_div(all).unwrap_or(100)
}

fn merged(out: &mut Redline, old: &Block, new: &Block) {
    match (old, new) {
        (Block::Paragraph(before), Block::Paragraph(after)) => {
            let (inlines, sides) = woven(&before.inlines, &after.inlines);
            let block = Block::Paragraph(Paragraph { role: after.role, inlines });
            out.push(block, Mark::Both(sides));
        }
        (Block::Table(before), Block::Table(after)) => {
            let mut table = after.clone();
            let mut all = Vec::new();
            let old_cells = before.rows.iter().flatten();
            for (cell, old) in table.rows.iter_mut().flatten().zip(old_cells) {
                let (inlines, sides) = woven(&old.inlines, &cell.inlines);
                cell.inlines = inlines;
                all.extend(sides);
            }
            out.push(Block::Table(table), Mark::Both(all));
        }
        (old, new) => {
            out.push(old.clone(), Mark::Old);
            out.push(new.clone(), Mark::New);
        }
    }
}

fn faced(inlines: &[Inline]) -> Vec<(char, Face)> {
    let mut out = Vec::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) => out.extend(text.text.chars().map(|c| (c, text.face))),
            Inline::Break => out.push(('\n', Face::Plain)),
        }
    }
    out
}

/// Both texts in one, and where each piece stands. What stands in both has the new one's face.
fn woven(old: &[Inline], new: &[Inline]) -> (Vec<Inline>, Vec<Side>) {
    let (before, after) = (faced(old), faced(new));
    let text = |chars: &[(char, Face)]| chars.iter().map(|(c, _)| *c).collect::<String>();
    let (mut a, mut b) = (before.into_iter(), after.into_iter());
    let (old_text, new_text) = (text(a.as_slice()), text(b.as_slice()));
    let mut woven = Woven::default();
    for run in runs(&old_text, &new_text) {
        for _ in run.text.chars() {
            let next = match run.side {
                Side::Old => a.next(),
                Side::New => b.next(),
                Side::Same => {
                    a.next();
                    b.next()
                }
            };
            if let Some((c, face)) = next {
                woven.push(c, face, run.side);
            }
        }
    }
    (woven.inlines, woven.sides)
}

#[derive(Default)]
struct Woven {
    inlines: Vec<Inline>,
    sides: Vec<Side>,
}

impl Woven {
    fn push(&mut self, c: char, face: Face, side: Side) {
        if c == '\n' {
            self.inlines.push(Inline::Break);
            self.sides.push(side);
            return;
        }
        match (self.inlines.last_mut(), self.sides.last()) {
            (Some(Inline::Text(text)), Some(last)) if text.face == face && *last == side => {
                text.text.push(c);
            }
            _ => {
                let text = Text { text: c.to_string(), face, ..Text::default() };
                self.inlines.push(Inline::Text(text));
                self.sides.push(side);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::Role;

    fn doc(lines: &[&str]) -> Doc {
        let paragraph = |line: &&str| {
            let text = Text { text: (*line).to_owned(), ..Text::default() };
            Block::Paragraph(Paragraph { role: Role::Body, inlines: vec![Inline::Text(text)] })
        };
        Doc { blocks: lines.iter().map(paragraph).collect(), ..Doc::default() }
    }

    /// A line a paragraph: `-` taken out, `+` put in; in those that stay, `[-…-]` and `{+…+}`.
    fn shown(old: &[&str], new: &[&str]) -> Vec<String> {
        let Redline { doc, marks } = redline(&doc(old), &doc(new));
        let line = |(block, mark): (&Block, &Mark)| {
            let Block::Paragraph(paragraph) = block else { return String::new() };
            match mark {
                Mark::Old => format!("-{}", paragraph.plain()),
                Mark::New => format!("+{}", paragraph.plain()),
                Mark::Both(sides) => paragraph
                    .inlines
                    .iter()
                    .zip(sides)
                    .map(|(inline, side)| {
                        let text = plain(std::slice::from_ref(inline));
                        match side {
                            Side::Same => text,
                            Side::Old => format!("[-{text}-]"),
                            Side::New => format!("{{+{text}+}}"),
                        }
                    })
                    .collect(),
            }
        };
        doc.blocks.iter().zip(&marks).map(line).collect()
    }

    #[test]
    fn changed_paragraphs_meet_and_others_were_taken_out_or_put_in() {
        for (old, new, meant) in [
            (&["甲"][..], &["甲"][..], &["甲"][..]),
            (
                &["办理案件12宗，群众满意。", "完。"],
                &["办理案件15宗，群众满意。", "完。"],
                &["办理案件[-12-]{+15+}宗，群众满意。", "完。"],
            ),
            (
                &["抓学习，办班三期。", "抓执法，检查百次。", "完。"],
                &["抓执法，检查百余次。", "完。"],
                &["-抓学习，办班三期。", "抓执法，检查百{+余+}次。", "完。"],
            ),
            (&["甲乙丙丁", "完。"], &["子丑寅卯", "完。"], &["-甲乙丙丁", "+子丑寅卯", "完。"]),
            // The last of both are one, however unlike.
            (&["同", "甲乙丙丁"], &["同", "子丑寅卯"], &["同", "[-甲乙丙丁-]{+子丑寅卯+}"]),
            (&["同"], &["同", "新"], &["同", "+新"]),
            (&[], &["新"], &["+新"]),
        ] {
            assert_eq!(shown(old, new), meant, "{old:?} {new:?}");
        }
    }
}
