//! Inside a part: its items, what leads to them, and causes among problems.

use nianbao_core::text::numbering::{self, Dialect, Mark};
use nianbao_core::text::punctuation;

use super::draft::{Draft, piece};
use super::lines::Para;
use super::words::{self, Part};
use super::{BlockProposal, BlockRole};

/// A heading sentence is no longer; the longest seen over an item has two clauses of some fifteen.
pub(super) const TITLE: usize = 35;
/// A heading that stands alone in its paragraph may be longer, for nothing else can be meant.
pub(super) const TITLE_ALONE: usize = 60;

/// A paragraph, or what is left of one behind a heading run into it.
#[derive(Clone, Copy)]
pub(super) struct Piece<'a> {
    pub para: &'a Para,
    pub from: usize,
    pub runs_on: bool,
}

impl<'a> Piece<'a> {
    pub fn whole(para: &'a Para) -> Self {
        Self { para, from: 0, runs_on: false }
    }

    pub fn chars(&self) -> &'a [char] {
        self.para.chars.get(self.from..).unwrap_or_default()
    }

    pub fn list_mark(&self) -> Option<Mark> {
        numbering::read_in(self.chars()).filter(|m| m.dialect != Dialect::RunIn)
    }

    /// The level its form gives it, where it is a whole paragraph that no number heads.
    pub fn formed(&self) -> Option<u8> {
        (self.from == 0 && self.para.level > 0 && self.list_mark().is_none())
            .then_some(self.para.level)
    }

    fn text(&self) -> String {
        self.chars().iter().collect()
    }
}

/// The role of an item of a part.
fn role(part: Part) -> BlockRole {
    match part {
        Part::Results => BlockRole::Achievement,
        Part::Duties => BlockRole::LeaderDuty,
        Part::Problems | Part::ProblemsAndPlans => BlockRole::Problem,
        Part::Causes => BlockRole::Cause,
        Part::Plans => BlockRole::Plan,
        Part::Other => BlockRole::Lead,
    }
}

/// Reads the pieces of a part that has no more headings in it. `level` is its items'.
pub(super) fn read(draft: &mut Draft<'_>, pieces: &[Piece<'_>], part: Part, level: u8) {
    let listed = pieces.iter().find_map(Piece::list_mark).map(|mark| mark.dialect);
    match listed {
        Some(dialect) => list(draft, pieces, dialect, part, level),
        None if part != Part::Other && pieces.iter().any(|p| p.formed().is_some()) => {
            formed(draft, pieces, part, level);
        }
        None if pieces.iter().any(|p| !run_in(p.chars(), true).is_empty()) => {
            counted(draft, pieces, part, level);
        }
        None => plain(draft, pieces, part),
    }
}

/// Items with numbers of one dialect; what stands between belongs to the item above it.
fn list(draft: &mut Draft<'_>, pieces: &[Piece<'_>], dialect: Dialect, part: Part, level: u8) {
    let first = draft.blocks.len();
    for p in pieces {
        match p.list_mark().filter(|mark| mark.dialect == dialect) {
            Some(mark) => item(draft, p, p.from, p.para.chars.len(), mark, part, level, p.runs_on),
            None => between(draft, p, part, first),
        }
    }
}

/// Items whose headings have no numbers but a form of their own.
fn formed(draft: &mut Draft<'_>, pieces: &[Piece<'_>], part: Part, level: u8) {
    let first = draft.blocks.len();
    for p in pieces {
        if p.formed().is_none() {
            between(draft, p, part, first);
            continue;
        }
        let mut block = piece(p.para, 0, p.para.chars.len(), role(part));
        block.level = level;
        block.title = std::mem::take(&mut block.body).trim_end_matches('。').to_owned();
        draft.blocks.push(block);
    }
}

/// 一是……。二是……。 in one paragraph or in several.
fn counted(draft: &mut Draft<'_>, pieces: &[Piece<'_>], part: Part, level: u8) {
    let first = draft.blocks.len();
    let mut last = 0;
    for (n, p) in pieces.iter().enumerate() {
        let chars = p.chars();
        let more = pieces.get(n + 1).is_some_and(|next| {
            numbering::run_in_at(next.chars(), 0).is_some_and(|mark| mark.n > 1)
        });
        let marks = run_in(chars, more || last > 0);
        let goes_on =
            marks.first().is_some_and(|(at, mark)| *at == 0 && mark.n > last || last == 0);
        if !goes_on {
            // Behind counted items a paragraph stands for itself, where a part has room for it.
            if last > 0 && matches!(part, Part::Results | Part::Plans) {
                lead(draft, p, p.from, p.para.chars.len(), p.runs_on);
            } else {
                between(draft, p, part, first);
            }
            continue;
        }
        let begin = marks.first().map_or(0, |(at, _)| *at);
        if begin > 0 {
            lead(draft, p, p.from, p.from + begin, p.runs_on);
        }
        for (i, (at, mark)) in marks.iter().enumerate() {
            let end = marks.get(i + 1).map_or(chars.len(), |(next, _)| *next);
            let runs_on = *at > 0 || p.runs_on;
            item(draft, p, p.from + at, p.from + end, *mark, part, level, runs_on);
            last = mark.n;
        }
    }
}

/// Paragraphs without numbers.
fn plain(draft: &mut Draft<'_>, pieces: &[Piece<'_>], part: Part) {
    let first = draft.blocks.len();
    for (n, p) in pieces.iter().enumerate() {
        let text = p.text();
        let leads = n == 0 && pieces.len() > 1 && words::only_leads(&text);
        if leads || is_row(&text) && draft.blocks.len() == first || part == Part::Other {
            lead(draft, p, p.from, p.para.chars.len(), p.runs_on);
        } else if is_row(&text) || part == Part::Problems && words::opens_causes(p.chars()) {
            between(draft, p, part, first);
        } else {
            let mut block = piece(p.para, p.from, p.para.chars.len(), role(part));
            block.runs_on = p.runs_on;
            with_causes(draft, p, block, p.from, part);
        }
    }
}

/// A row of a table, or a line no longer than a cell: no sentence.
fn is_row(text: &str) -> bool {
    let cells = text.contains('\u{3000}') || text.contains('|');
    let sentence = text.contains(['。', '；']) || text.ends_with(['：', ':', '，', ',']);
    !sentence && (cells || text.chars().count() <= 12)
}

/// A paragraph without number: a cause, or more of what stands above, or a lead where nothing does.
fn between(draft: &mut Draft<'_>, p: &Piece<'_>, part: Part, first: usize) {
    let causes = matches!(part, Part::Problems | Part::ProblemsAndPlans)
        && words::opens_causes(p.chars())
        && draft.blocks[first..].iter().any(|b| b.role == BlockRole::Problem);
    let none = draft.blocks.len() == first;
    let leads = draft.blocks[first..].iter().all(|b| b.role == BlockRole::Lead);
    if causes {
        let mut block = piece(p.para, p.from, p.para.chars.len(), BlockRole::Cause);
        block.runs_on = p.runs_on;
        draft.blocks.push(block);
    } else if none || leads && !is_row(&p.text()) || !draft.append(p.para, p.from) {
        lead(draft, p, p.from, p.para.chars.len(), p.runs_on);
    }
}

fn lead(draft: &mut Draft<'_>, p: &Piece<'_>, from: usize, to: usize, runs_on: bool) {
    let to = from + trimmed(&p.para.chars[from..to]);
    let mut block = piece(p.para, from, to, BlockRole::Lead);
    block.runs_on = runs_on;
    draft.blocks.push(block);
}

fn trimmed(chars: &[char]) -> usize {
    chars.iter().rposition(|c| !c.is_whitespace()).map_or(0, |last| last + 1)
}

#[allow(clippy::too_many_arguments)] // The place of an item in its paragraph, and what it is.
fn item(
    draft: &mut Draft<'_>,
    p: &Piece<'_>,
    from: usize,
    to: usize,
    mark: Mark,
    part: Part,
    level: u8,
    runs_on: bool,
) {
    let para = p.para;
    let to = from + trimmed(&para.chars[from..to]);
    let text = para.skip_space(from + mark.length).min(to);
    let (title, body) = split_title(&para.chars[text..to], TITLE);
    let (start, end) = para.span(from, to);
    let block = BlockProposal {
        role: role(part),
        level: level.clamp(1, 4),
        number: number(para, from, mark.length),
        title,
        body: para.slice(text + body, to),
        start,
        end,
        runs_on,
    };
    with_causes(draft, p, block, text + body, part);
}

/// A number as written, its brackets full-width and no space in it: (一) and （ 一 ） are the same number.
pub(super) fn number(para: &Para, from: usize, length: usize) -> String {
    let written = para.chars.get(from..from + length).unwrap_or_default();
    let bare = written.iter().filter(|c| !c.is_whitespace());
    bare.map(|&c| match c {
        '(' => '（',
        ')' => '）',
        c => c,
    })
    .collect()
}

/// Puts the block; a problem that says why it exists gives its cause a block of its own.
fn with_causes(
    draft: &mut Draft<'_>,
    p: &Piece<'_>,
    mut block: BlockProposal,
    body: usize,
    part: Part,
) {
    let to = body + block.body.chars().count();
    let found = matches!(part, Part::Problems | Part::ProblemsAndPlans)
        .then(|| words::causes_from(&p.para.chars[body..to]))
        .flatten()
        .filter(|&at| at > 0 || !block.title.is_empty());
    let Some(at) = found else {
        draft.blocks.push(block);
        return;
    };
    let end = body + trimmed(&p.para.chars[body..body + at]);
    block.body = p.para.slice(body, end);
    if end > body {
        block.end = p.para.span(body, end).1;
    } else {
        // The cause follows the title at once: its 。 belongs to the block.
        block.end = p.para.span(0, body).1.max(block.start);
    }
    draft.blocks.push(block);
    let mut cause = piece(p.para, body + at, to, BlockRole::Cause);
    cause.runs_on = true;
    draft.blocks.push(cause);
}

/// The heading sentence of an item without 。, and where its body begins. A sentence longer than `most`
/// is no title; a mark other than 。 at the end of a title is kept, for it would be lost.
pub(super) fn split_title(text: &[char], most: usize) -> (String, usize) {
    let word = |to: usize| text[..to].iter().collect::<String>().trim_end().to_owned();
    let Some(end) = first_sentence(text) else {
        let title = !text.is_empty() && text.len() <= TITLE_ALONE;
        return if title { (word(text.len()), text.len()) } else { (String::new(), 0) };
    };
    let spaces = text[end + 1..].iter().take_while(|c| c.is_whitespace()).count();
    let body = end + 1 + spaces;
    if end > most || end == 0 {
        return (String::new(), 0);
    }
    let title = if matches!(text[end], '。' | '.') { word(end) } else { word(end + 1) };
    (title, body)
}

/// Where the first sentence ends that a heading can be: at 。！？, at a last ；, outside quotes and
/// brackets; at a dot where dots close the sentences.
fn first_sentence(text: &[char]) -> Option<usize> {
    let dotted = punctuation::is_dotted(text);
    let mut depth = 0_usize;
    for (at, &c) in text.iter().enumerate().take(TITLE_ALONE + 40) {
        match c {
            '“' | '（' | '(' | '《' | '‘' => depth += 1,
            '”' | '）' | ')' | '》' | '’' => depth = depth.saturating_sub(1),
            '。' | '！' | '？' if depth == 0 => return Some(at),
            '.' if depth == 0 && punctuation::ends_chinese_sentence(text, at, dotted) => {
                return Some(at);
            }
            '；' | ';' if depth == 0 && at + 1 == text.len() => return Some(at),
            _ => {}
        }
    }
    None
}

/// The places of 一是, 二是 … in a paragraph, each where a sentence begins, counting up. One alone in
/// the middle of a paragraph counts nothing, unless `more` follows in the next.
pub(super) fn run_in(text: &[char], more: bool) -> Vec<(usize, Mark)> {
    let mut out: Vec<(usize, Mark)> = Vec::new();
    let mut weak = false;
    for (at, _) in text.iter().enumerate().filter(|(_, c)| **c == '是') {
        let run = text[..at].iter().rev().take(5);
        let length = run.take_while(|c| nianbao_core::text::numeral::is_numeral(**c)).count();
        let start = at - length;
        let Some(mark) = numbering::run_in_at(text, start).filter(|_| length > 0) else { continue };
        let before = text[..start].iter().rev().find(|c| !c.is_whitespace());
        let strong = before.is_none_or(|c| "。；;：:！？!?.”）)…".contains(*c));
        let next = match out.last() {
            None => start == 0 || mark.n == 1,
            Some((_, last)) => mark.n > last.n && strong,
        };
        let opens = out.is_empty() && before.is_some_and(|c| "，,、".contains(*c));
        if next && (strong || opens) {
            weak |= opens;
            out.push((start, mark));
        }
    }
    let alone = out.len() == 1 && out.first().is_some_and(|(at, _)| *at > 0);
    if alone && (!more || weak) {
        out.clear();
    }
    out
}

/// Whether a paragraph holds items counted by 一是.
pub(super) fn counts(p: &Piece<'_>) -> bool {
    run_in(p.chars(), false).len() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_a_short_first_sentence() {
        let long = "甲".repeat(36);
        for (text, title, body) in [
            ("加强领导。举办培训班。", "加强领导", "举办培训班。"),
            ("加强领导。", "加强领导", ""),
            ("加强领导", "加强领导", ""),
            ("加强领导；", "加强领导；", ""),
            ("加强领导；加强培训。", "加强领导；加强培训", ""),
            ("落实“谁执法。谁普法”责任。见效。", "落实“谁执法。谁普法”责任", "见效。"),
            (format!("{long}。").as_str(), "", format!("{long}。").as_str()),
            (format!("{long}。乙。").as_str(), "", format!("{long}。乙。").as_str()),
            ("。乙", "", "。乙"),
            ("加强领导.举办培训班.", "加强领导", "举办培训班."),
            ("升级2.0版系统.建成.", "升级2.0版系统", "建成."),
            ("", "", ""),
        ] {
            let chars: Vec<char> = text.chars().collect();
            let (found, at) = split_title(&chars, TITLE);
            let rest: String = chars[at..].iter().collect();
            assert_eq!((found.as_str(), rest.as_str()), (title, body), "{text}");
        }
    }

    #[test]
    fn counted_items_are_found_where_sentences_begin() {
        let places = |text: &str| {
            let chars: Vec<char> = text.chars().collect();
            run_in(&chars, false).iter().map(|(at, mark)| (*at, mark.n)).collect::<Vec<_>>()
        };
        for (text, meant) in [
            ("一是甲。二是乙。", vec![(0, 1), (4, 2)]),
            ("今年，我局：一是甲；二是乙；三是丙。", vec![(6, 1), (10, 2), (14, 3)]),
            ("主要是，一是甲；二是乙。", vec![(4, 1), (8, 2)]),
            ("一是甲。三是丙。", vec![(0, 1), (4, 3)]),
            ("二是乙。", vec![(0, 2)]),
            ("一是甲。二是乙。另有：一是丙。二是丁。", vec![(0, 1), (4, 2)]),
            ("第一是甲。", vec![]),
            ("统一是关键，唯一是你。", vec![]),
            ("原因一是甲，二是乙。", vec![]),
            ("我局，一是甲，二是乙。", vec![]),
            ("十是甲", vec![(0, 10)]),
            ("首先是甲。其次是乙。", vec![]),
        ] {
            assert_eq!(places(text), meant, "{text}");
        }
    }
}
