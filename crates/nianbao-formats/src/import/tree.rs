//! The text between head and tail: lead, headings, and the parts under them.

use nianbao_core::text::numbering::{Dialect, Mark};

use super::chrome;
use super::draft::{Draft, piece};
use super::items::{self, Piece, TITLE_ALONE};
use super::lines::Para;
use super::words::{self, Part};
use super::{BlockProposal, BlockRole};

/// A heading with the paragraphs under it.
struct Section<'a> {
    mark: Option<Mark>,
    pieces: Vec<Piece<'a>>,
}

impl<'a> Section<'a> {
    fn heading(&self) -> &'a Para {
        self.pieces[0].para
    }

    /// The heading's words, as far as they are known before it is split.
    fn title(&self) -> String {
        let chars = self.pieces[0].chars();
        let from = self.mark.map_or(0, |m| m.length).min(chars.len());
        let end = chars[from..].iter().position(|&c| c == '。').unwrap_or(chars.len() - from);
        chars[from..from + end.min(TITLE_ALONE)].iter().collect()
    }

    /// 一、组织领导：镇党委每季度研究一次法治工作。 with nothing under it is no heading alone.
    fn says_it_all(&self) -> bool {
        let chars = self.pieces[0].chars();
        self.pieces.len() == 1
            && chars.last() == Some(&'。')
            && chars.iter().take(COLON).any(|&c| c == '：')
    }

    fn is_alone(&self) -> bool {
        stands_alone(&self.pieces[0])
    }
}

/// A heading that a colon ends is no longer.
const COLON: usize = 25;

/// Nothing follows a heading in its paragraph: it has no sentence in it.
fn stands_alone(p: &Piece<'_>) -> bool {
    let chars = p.chars();
    let inner = chars.len().saturating_sub(1);
    chars.len() <= TITLE_ALONE + 8 && !chars[..inner].iter().any(|c| "。！？；".contains(*c))
}

/// Reads paragraphs `from..to`.
pub(super) fn read(draft: &mut Draft<'_>, from: usize, to: usize, year: Option<i32>) {
    let mut kept: Vec<&Para> = Vec::new();
    for at in from..to {
        match chrome::anywhere(&draft.paras[at].text) {
            Some(why) if draft.paras[at].chars.len() <= 40 => draft.drop(at, why),
            _ => kept.push(&draft.paras[at]),
        }
    }
    let first = First::of(&kept);
    let heads = |p: &Para| first.heads(p);
    let begin = kept.iter().position(|p| heads(p)).unwrap_or(kept.len());
    let pieces: Vec<Piece<'_>> = kept.iter().map(|para| Piece::whole(para)).collect();
    if begin == kept.len() && pieces.iter().any(items::counts) {
        // A passage without headings, pasted alone: its items are things done.
        items::read(draft, &pieces, Part::Results, 1);
        return;
    }
    for para in &kept[..begin] {
        draft.blocks.push(piece(para, 0, para.chars.len(), BlockRole::Lead));
    }
    let mut sections: Vec<Section<'_>> = Vec::new();
    for para in &kept[begin..] {
        if heads(para) {
            sections.push(Section { mark: para.list_mark(), pieces: vec![Piece::whole(para)] });
        } else if let Some(last) = sections.last_mut() {
            last.pieces.push(Piece::whole(para));
        }
    }
    let parts: Vec<Part> = sections.iter().map(|s| words::part(&s.title(), year)).collect();
    let results = parts.iter().filter(|part| **part == Part::Results).count();
    for (section, part) in sections.iter().zip(parts) {
        let under = heading(draft, section, 1);
        if part == Part::Results && results == 1 {
            areas(draft, &under);
        } else {
            part_under(draft, &under, part, year);
        }
    }
}

/// What marks a heading of the first level in a text.
#[derive(Clone, Copy)]
enum First {
    Number(Dialect),
    /// Its form, down to this level.
    Form(u8),
    /// The words of a line that names its part.
    Words,
}

impl First {
    fn of(paras: &[&Para]) -> Self {
        let has =
            |dialect| paras.iter().any(|p| p.list_mark().is_some_and(|m| m.dialect == dialect));
        if has(Dialect::Chinese) {
            return Self::Number(Dialect::Chinese);
        }
        let formed = paras.iter().filter(|p| p.list_mark().is_none() && p.level > 0);
        if let Some(level) = formed.map(|p| p.level).min() {
            return Self::Form(level);
        }
        if paras.iter().any(|p| names_part(p)) {
            return Self::Words;
        }
        let numbered = [Dialect::ChineseInBrackets, Dialect::Arabic];
        numbered.into_iter().find(|&dialect| has(dialect)).map_or(Self::Words, Self::Number)
    }

    fn heads(self, para: &Para) -> bool {
        match self {
            Self::Number(dialect) => para.list_mark().is_some_and(|m| m.dialect == dialect),
            Self::Form(level) => para.list_mark().is_none() && (1..=level).contains(&para.level),
            Self::Words => names_part(para),
        }
    }
}

/// 存在问题 on a line of its own, without a number.
fn names_part(para: &Para) -> bool {
    let short =
        para.chars.len() <= 25 && para.chars.iter().all(|c| c.is_alphanumeric() || *c == '、');
    short
        && para.mark().is_none()
        && (words::is_bare_part(&para.text)
            || words::is_bare_results(&para.text)
            || words::is_duties(&para.text))
}

/// Puts the heading, and gives what stands under it: the rest of its paragraph first.
fn heading<'a>(draft: &mut Draft<'_>, section: &Section<'a>, level: u8) -> Vec<Piece<'a>> {
    let head = section.pieces[0];
    let para = section.heading();
    let length = section.mark.map_or(0, |mark| mark.length);
    let text = para.skip_space(head.from + length).min(para.chars.len());
    let (title, body) = if section.is_alone() && !section.says_it_all() {
        let words = para.slice(text, para.chars.len());
        (words.trim_end_matches('。').to_owned(), para.chars.len())
    } else {
        let chars = &para.chars[text..];
        // 三、存在的问题：一是……: the colon ends the heading, where its words name a part.
        let colon = chars.iter().take(COLON).position(|c| matches!(c, '：' | ':'));
        let said = chars.iter().position(|&c| c == '。').is_some_and(|stop| Some(stop) > colon);
        let named = colon.filter(|&at| {
            let words: String = chars[..at].iter().collect();
            words::is_bare_part(&words) || words::is_duties(&words) || said && at <= COLON / 2
        });
        let (title, body) = match named {
            Some(at) => (para.slice(text, text + at + 1), at + 1),
            None => items::split_title(chars, TITLE_ALONE),
        };
        (title, para.skip_space(text + body))
    };
    let (start, end) = para.span(head.from, if body > text { body } else { head.from + length });
    draft.blocks.push(BlockProposal {
        role: BlockRole::Heading,
        level,
        number: items::number(para, head.from, length),
        title,
        body: String::new(),
        start,
        end: end_of_sentence(para, body, text, end),
        runs_on: head.runs_on,
    });
    let mut under = Vec::new();
    if body < para.chars.len() {
        under.push(Piece { para, from: body, runs_on: true });
    }
    under.extend_from_slice(&section.pieces[1..]);
    under
}

/// Spaces between a heading and what is run in behind it belong to neither.
fn end_of_sentence(para: &Para, body: usize, text: usize, end: usize) -> usize {
    let last = para.chars[..body].iter().rposition(|c| !c.is_whitespace());
    last.filter(|&last| last >= text).map_or(end, |last| para.span(0, last + 1).1)
}

/// The one part of results: its （一） are areas where something is listed under them, or where they
/// stand alone over their text.
fn areas(draft: &mut Draft<'_>, pieces: &[Piece<'_>]) {
    let (lead, sections) = split(pieces);
    let formed = sections.iter().any(|s| s.pieces[0].formed().is_some());
    let listed = formed
        || sections.iter().any(|s| {
            items::counts(&s.pieces[0])
                || s.pieces[1..].iter().any(|p| p.list_mark().is_some() || items::counts(p))
        });
    let alone = sections.iter().filter(|s| s.is_alone() && s.pieces.len() > 1).count();
    if !listed && alone * 2 <= sections.len() {
        items::read(draft, pieces, Part::Results, 2);
        return;
    }
    leads(draft, &lead);
    for section in sections {
        let part = match words::part(&section.title(), None) {
            Part::Duties => Part::Duties,
            _ => Part::Results,
        };
        let under = heading(draft, &section, 2);
        items::read(draft, &under, part, 3);
    }
}

/// Any other part. Headings inside it that only name problems, causes or plans divide it.
fn part_under(draft: &mut Draft<'_>, pieces: &[Piece<'_>], part: Part, year: Option<i32>) {
    let problems = matches!(part, Part::Problems | Part::ProblemsAndPlans);
    let (lead, sections) = split(pieces);
    if (problems || part == Part::Plans) && sections.iter().any(|s| words::is_bare_part(&s.title()))
    {
        leads(draft, &lead);
        for section in sections {
            let inner = match words::part(&section.title(), year) {
                Part::Results | Part::Other if part == Part::ProblemsAndPlans => Part::Problems,
                Part::Results | Part::Other => part,
                inner => inner,
            };
            let under = heading(draft, &section, 2);
            items::read(draft, &under, inner, 3);
        }
        return;
    }
    let turn = (1..pieces.len()).find(|&at| {
        let text: String = pieces[at].chars().iter().take(16).collect();
        part == Part::ProblemsAndPlans && words::opens_plans(&text, year)
    });
    match turn {
        Some(at) => {
            items::read(draft, &pieces[..at], Part::Problems, 2);
            items::read(draft, &pieces[at..], Part::Plans, 2);
        }
        None => items::read(draft, pieces, part, 2),
    }
}

/// The pieces before the first number, and the sections that numbers of its dialect begin.
fn split<'a>(pieces: &[Piece<'a>]) -> (Vec<Piece<'a>>, Vec<Section<'a>>) {
    let first = pieces.iter().find(|p| p.list_mark().is_some() || p.formed().is_some());
    let dialect = first.and_then(Piece::list_mark).map(|mark| mark.dialect);
    // Headings without numbers, told by their form.
    let level = first.and_then(Piece::formed);
    let mut lead = Vec::new();
    let mut sections: Vec<Section<'a>> = Vec::new();
    for p in pieces {
        let mark = p.list_mark().filter(|m| Some(m.dialect) == dialect);
        let formed = level.is_some() && p.formed().is_some_and(|own| Some(own) <= level);
        match sections.last_mut() {
            _ if mark.is_some() || formed => sections.push(Section { mark, pieces: vec![*p] }),
            Some(last) => last.pieces.push(*p),
            None => lead.push(*p),
        }
    }
    (lead, sections)
}

fn leads(draft: &mut Draft<'_>, pieces: &[Piece<'_>]) {
    for p in pieces {
        let mut block = piece(p.para, p.from, p.para.chars.len(), BlockRole::Lead);
        block.runs_on = p.runs_on;
        draft.blocks.push(block);
    }
}
