//! Automatic numbers, counted through the document as Word counts them.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::events::BytesStart;

use super::counting;
use super::styles::Styles;
use super::xml::{Node, Space, Xml, number, on, value};
use crate::import::ImportError;

const LEVELS: usize = 9;

/// The lists of a document, and how far each has counted.
#[derive(Default)]
pub(super) struct Numbers {
    kinds: BTreeMap<i64, Kind>,
    lists: BTreeMap<i64, List>,
    counts: BTreeMap<i64, [Option<u32>; LEVELS]>,
    /// Lists and levels that began anew already.
    begun: BTreeSet<(i64, usize)>,
}

/// What lists are made after; several count on together.
#[derive(Default)]
struct Kind {
    levels: BTreeMap<usize, Level>,
    /// The style of lists that says it all in its place.
    linked: Option<String>,
}

#[derive(Clone)]
struct Level {
    start: u32,
    format: String,
    /// `（%2）`
    text: String,
    /// After which level it begins anew; 0: never. None: after any above it.
    restart: Option<usize>,
    /// All counts in digits.
    digits: bool,
    /// The style whose paragraphs stand on it.
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        let (format, text) = ("decimal".to_owned(), String::new());
        Self { start: 1, format, text, restart: None, digits: false, style: None }
    }
}

#[derive(Default)]
struct List {
    kind: i64,
    starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

/// What stands in front of a paragraph.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Front {
    Nothing,
    Number(String),
    Bullet,
}

impl Numbers {
    pub fn read(xml: &str) -> Result<Self, ImportError> {
        let mut out = Self::default();
        let mut xml = Xml::new(xml);
        loop {
            match xml.next()? {
                Node::Open(Space::Word, start) => match start.local_name().as_ref() {
                    "abstractNum" => {
                        let id = number(&start, "abstractNumId").unwrap_or_default();
                        let kind = kind(&mut xml)?;
                        out.kinds.insert(id, kind);
                    }
                    "num" => {
                        let id = number(&start, "numId").unwrap_or_default();
                        let list = list(&mut xml)?;
                        out.lists.insert(id, list);
                    }
                    _ => {}
                },
                Node::End => return Ok(out),
                _ => {}
            }
        }
    }

    /// Counts a paragraph of a list, and gives what stands in front of it. `level`: None, where only
    /// its style can tell.
    pub fn count(
        &mut self,
        list: i64,
        level: Option<u8>,
        style: Option<&str>,
        styles: &Styles,
    ) -> Front {
        let made = made_after(list, &self.lists, &self.kinds, styles);
        let Some((id, own, of)) = made else { return Front::Nothing };
        let styled = || {
            let named = |level: &Level| level.style.is_some() && level.style.as_deref() == style;
            of.levels.iter().find(|(_, level)| named(level)).map(|(at, _)| *at)
        };
        let at = level.map(usize::from).or_else(styled).unwrap_or(0).min(LEVELS - 1);
        let level = |at: usize| own.levels.get(&at).or_else(|| of.levels.get(&at));
        let start = |at: usize| {
            own.starts.get(&at).copied().or_else(|| Some(level(at)?.start)).unwrap_or(1)
        };
        let counts = self.counts.entry(id).or_default();
        if own.starts.contains_key(&at) && self.begun.insert((list, at)) {
            counts[at] = None;
        }
        counts[at] = Some(counts[at].map_or_else(|| start(at), |n| n.saturating_add(1)));
        for (below, count) in counts.iter_mut().enumerate().skip(at + 1) {
            let after = level(below).and_then(|level| level.restart);
            if after.is_none_or(|after| after > at) {
                *count = None;
            }
        }
        let Some(here) = level(at) else { return Front::Nothing };
        if here.format == "bullet" {
            return Front::Bullet;
        }
        let shown = |nth: usize| {
            let format = level(nth).map_or("decimal", |level| level.format.as_str());
            let format = if here.digits { "decimal" } else { format };
            counting::written(format, counts[nth].unwrap_or_else(|| start(nth)))
        };
        let text = fill(&here.text, shown);
        if text.trim().is_empty() { Front::Nothing } else { Front::Number(text) }
    }
}

/// A list, and the kind it is made after, through the style of lists it may name.
fn made_after<'a>(
    list: i64,
    lists: &'a BTreeMap<i64, List>,
    kinds: &'a BTreeMap<i64, Kind>,
    styles: &Styles,
) -> Option<(i64, &'a List, &'a Kind)> {
    let own = lists.get(&list)?;
    let linked = kinds.get(&own.kind)?.linked.as_deref();
    let through = linked.and_then(|style| lists.get(&styles.list(style)?));
    let id = through.map_or(own.kind, |list| list.kind);
    Some((id, own, kinds.get(&id)?))
}

/// `%1.%2` with the numbers in their places.
fn fill(pattern: &str, shown: impl Fn(usize) -> String) -> String {
    let mut out = String::new();
    let mut chars = pattern.chars().peekable();
    while let Some(c) = chars.next() {
        let level = chars.peek().and_then(|c| c.to_digit(10)).filter(|n| c == '%' && *n > 0);
        match level {
            Some(level) => {
                chars.next();
                out.push_str(&shown(level as usize - 1));
            }
            None => out.push(c),
        }
    }
    out
}

fn kind(xml: &mut Xml<'_>) -> Result<Kind, ImportError> {
    let mut out = Kind::default();
    xml.children(|xml, space, start| {
        match start.local_name().as_ref() {
            "lvl" if space == Space::Word => {
                let (at, level) = level(xml, start)?;
                out.levels.insert(at, level);
            }
            "numStyleLink" if space == Space::Word => out.linked = value(start, "val"),
            _ => {}
        }
        Ok(())
    })?;
    Ok(out)
}

fn level(xml: &mut Xml<'_>, start: &BytesStart<'_>) -> Result<(usize, Level), ImportError> {
    let at = number(start, "ilvl").unwrap_or(0_usize).min(LEVELS - 1);
    let mut out = Level::default();
    read_level(xml, &mut out)?;
    Ok((at, out))
}

fn read_level(xml: &mut Xml<'_>, out: &mut Level) -> Result<(), ImportError> {
    xml.children(|xml, space, start| {
        match (space, start.local_name().as_ref()) {
            (Space::Word, "start") => out.start = number(start, "val").unwrap_or(1),
            (Space::Word, "numFmt") => out.format = value(start, "val").unwrap_or_default(),
            (Space::Word, "lvlText") => out.text = value(start, "val").unwrap_or_default(),
            (Space::Word, "lvlRestart") => out.restart = number(start, "val"),
            (Space::Word, "isLgl") => out.digits = on(start),
            (Space::Word, "pStyle") => out.style = value(start, "val"),
            // 01 and its like are written twice: for new programs, and as decimal for old ones.
            (Space::Choice, "AlternateContent") => xml.children(|xml, _, start| {
                if start.local_name().as_ref() == "Fallback" {
                    xml.children(|_, _, start| {
                        if start.local_name().as_ref() == "numFmt" {
                            out.format = value(start, "val").unwrap_or_default();
                        }
                        Ok(())
                    })?;
                }
                Ok(())
            })?,
            _ => {}
        }
        Ok(())
    })
}

fn list(xml: &mut Xml<'_>) -> Result<List, ImportError> {
    let mut out = List::default();
    xml.children(|xml, space, start| {
        match start.local_name().as_ref() {
            "abstractNumId" if space == Space::Word => {
                out.kind = number(start, "val").unwrap_or_default();
            }
            "lvlOverride" if space == Space::Word => {
                let at = number(start, "ilvl").unwrap_or(0_usize).min(LEVELS - 1);
                xml.children(|xml, _, start| {
                    match start.local_name().as_ref() {
                        "startOverride" => {
                            if let Some(first) = number(start, "val") {
                                out.starts.insert(at, first);
                            }
                        }
                        "lvl" => {
                            let (_, own) = level(xml, start)?;
                            out.levels.insert(at, own);
                        }
                        _ => {}
                    }
                    Ok(())
                })?;
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    const W: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";

    fn level(at: usize, format: &str, text: &str, more: &str) -> String {
        format!(
            "<w:lvl w:ilvl='{at}'><w:start w:val='1'/><w:numFmt w:val='{format}'/>{more}<w:lvlText w:val='{text}'/></w:lvl>"
        )
    }

    fn numbers(levels: &str, lists: &str) -> Numbers {
        Numbers::read(&format!(
            "<w:numbering {W}><w:abstractNum w:abstractNumId='3'>{levels}</w:abstractNum>{lists}</w:numbering>"
        ))
        .unwrap()
    }

    fn counted(numbers: &mut Numbers, paragraphs: &[(i64, u8)]) -> Vec<String> {
        let styles = Styles::default();
        let mut out = Vec::new();
        for (list, level) in paragraphs {
            out.push(match numbers.count(*list, Some(*level), None, &styles) {
                Front::Number(text) => text,
                Front::Bullet => "•".to_owned(),
                Front::Nothing => String::new(),
            });
        }
        out
    }

    fn official() -> String {
        level(0, "chineseCounting", "%1、", "")
            + &level(1, "chineseCounting", "（%2）", "")
            + &level(2, "decimal", "%3．", "")
            + &level(3, "decimal", "（%4）", "")
    }

    #[test]
    fn the_four_levels_of_official_documents_are_counted() {
        let mut numbers =
            numbers(&official(), "<w:num w:numId='1'><w:abstractNumId w:val='3'/></w:num>");
        let levels = [0, 1, 2, 3, 3, 2, 1, 0, 1, 2];
        let paragraphs: Vec<(i64, u8)> = levels.iter().map(|level| (1, *level)).collect();
        assert_eq!(
            counted(&mut numbers, &paragraphs),
            ["一、", "（一）", "1．", "（1）", "（2）", "2．", "（二）", "二、", "（一）", "1．"]
        );
    }

    #[test]
    fn lists_of_one_kind_count_on_together_and_begin_anew_only_where_told() {
        let lists = "<w:num w:numId='1'><w:abstractNumId w:val='3'/></w:num>\
             <w:num w:numId='2'><w:abstractNumId w:val='3'/></w:num>\
             <w:num w:numId='4'><w:abstractNumId w:val='3'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>\
             <w:num w:numId='5'><w:abstractNumId w:val='3'/><w:lvlOverride w:ilvl='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl></w:lvlOverride></w:num>";
        let mut numbers = numbers(&official(), lists);
        assert_eq!(
            counted(&mut numbers, &[(1, 0), (2, 0), (4, 0), (4, 0), (1, 0), (5, 0), (9, 0)]),
            ["一、", "二、", "五、", "六、", "七、", "8.", ""]
        );
    }

    #[test]
    fn levels_that_never_begin_anew_legal_numbers_and_bullets_are_known() {
        let levels = level(0, "chineseCounting", "%1、", "")
            + &level(1, "decimal", "%2.", "<w:lvlRestart w:val='0'/>")
            + &level(2, "decimal", "%1.%2.%3", "<w:isLgl/>")
            + &level(3, "bullet", "\u{F06C}", "");
        let mut numbers =
            numbers(&levels, "<w:num w:numId='1'><w:abstractNumId w:val='3'/></w:num>");
        assert_eq!(
            counted(&mut numbers, &[(1, 0), (1, 1), (1, 0), (1, 1), (1, 2), (1, 3), (1, 200)]),
            ["一、", "1.", "二、", "2.", "2.2.1", "•", ""]
        );
    }
}
