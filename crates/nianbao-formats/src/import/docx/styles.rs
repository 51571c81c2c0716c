//! Styles, each with what it inherits.

use std::collections::BTreeMap;

use super::properties::{self, Look, ParaProperties};
use super::xml::{Node, Space, Xml, value};
use crate::import::ImportError;

/// Longer no chain of styles is followed.
const LONGEST: usize = 20;

#[derive(Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    default: String,
    look: Look,
}

#[derive(Debug, Clone, Default)]
struct Style {
    name: String,
    based_on: String,
    para: ParaProperties,
    look: Look,
}

/// A style as it applies.
#[derive(Debug, Clone, Default)]
pub(super) struct Applied {
    pub look: Look,
    pub list: Option<i64>,
    pub list_level: Option<u8>,
    pub centered: bool,
    /// Of a heading, from 1; 0: none.
    pub level: u8,
    pub title: bool,
    /// An entry of a table of contents.
    pub contents: bool,
}

impl Styles {
    pub fn read(xml: &str) -> Result<Self, ImportError> {
        let mut out = Self::default();
        let mut xml = Xml::new(xml);
        loop {
            match xml.next()? {
                Node::Open(Space::Word, start) => match start.local_name().as_ref() {
                    "rPrDefault" => xml.children(|xml, _, start| {
                        if start.local_name().as_ref() == "rPr" {
                            out.look = properties::run(xml)?.look;
                        }
                        Ok(())
                    })?,
                    "style" => {
                        let id = value(&start, "styleId").unwrap_or_default();
                        let default =
                            value(&start, "default").is_some_and(|v| v != "0" && v != "false");
                        if default && value(&start, "type").is_some_and(|t| t == "paragraph") {
                            out.default.clone_from(&id);
                        }
                        let style = style(&mut xml)?;
                        out.styles.insert(id, style);
                    }
                    _ => {}
                },
                Node::End => return Ok(out),
                _ => {}
            }
        }
    }

    /// Of a paragraph with this style; with the default one where it names none.
    pub fn paragraph(&self, id: Option<&str>) -> Applied {
        let id = id.filter(|id| self.styles.contains_key(*id)).unwrap_or(&self.default);
        let mut out = Applied { look: Look::default(), ..Applied::default() };
        let mut centered = None;
        let mut outline = None;
        for (n, style) in self.chain(id).enumerate() {
            out.look = out.look.over(style.look);
            if out.list.is_none() {
                (out.list, out.list_level) = (style.para.list, style.para.list_level);
            }
            centered = centered.or(style.para.centered);
            outline = outline.or(style.para.outline.map(|outline| outline.saturating_add(1)));
            let known = known(&style.name);
            out.level = if out.level == 0 { known.level } else { out.level };
            out.title |= known.title;
            out.contents |= known.contents && n == 0;
        }
        out.look = out.look.over(self.look);
        out.centered = centered.unwrap_or(false);
        // A level of the outline says more than a name does; nine is the body's.
        if let Some(outline) = outline {
            out.level = if outline > 9 { 0 } else { outline };
        }
        out
    }

    /// Of a run with this style.
    pub fn run(&self, id: &str) -> Look {
        self.chain(id).fold(Look::default(), |look, style| look.over(style.look))
    }

    /// The list a style of lists names.
    pub fn list(&self, id: &str) -> Option<i64> {
        self.chain(id).find_map(|style| style.para.list)
    }

    fn chain<'a>(&'a self, id: &str) -> impl Iterator<Item = &'a Style> {
        let first = self.styles.get(id);
        std::iter::successors(first, |style| self.styles.get(&style.based_on)).take(LONGEST)
    }
}

fn style(xml: &mut Xml<'_>) -> Result<Style, ImportError> {
    let mut out = Style::default();
    xml.children(|xml, space, start| {
        if space != Space::Word {
            return Ok(());
        }
        match start.local_name().as_ref() {
            "name" => out.name = value(start, "val").unwrap_or_default(),
            "basedOn" => out.based_on = value(start, "val").unwrap_or_default(),
            "pPr" => out.para = properties::paragraph(xml)?,
            "rPr" => out.look = properties::run(xml)?.look,
            _ => {}
        }
        Ok(())
    })?;
    Ok(out)
}

#[derive(Default)]
struct Known {
    level: u8,
    title: bool,
    contents: bool,
}

/// What a style's name says. Word keeps the English ones in the file whatever its language is.
fn known(name: &str) -> Known {
    let name = name.trim().to_ascii_lowercase();
    let level = ["heading", "标题"]
        .iter()
        .find_map(|word| name.strip_prefix(word)?.trim().parse::<u8>().ok())
        .filter(|level| (1..=9).contains(level));
    let entry = ["toc", "目录"]
        .iter()
        .any(|word| name.strip_prefix(word).is_some_and(|n| n.trim().parse::<u8>().is_ok()));
    Known {
        level: level.unwrap_or(0),
        title: matches!(name.as_str(), "title" | "标题" | "主标题" | "公文标题"),
        contents: entry,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const W: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";

    fn styles(inner: &str) -> Styles {
        Styles::read(&format!("<w:styles {W}>{inner}</w:styles>")).unwrap()
    }

    #[test]
    fn a_style_is_what_its_parents_are_but_for_what_it_says_itself() {
        let styles = styles(
            "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='32'/></w:rPr></w:rPrDefault></w:docDefaults>\
             <w:style w:type='paragraph' w:styleId='1' w:default='1'><w:name w:val='Normal'/></w:style>\
             <w:style w:styleId='2'><w:name w:val='heading 2'/><w:basedOn w:val='1'/>\
             <w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='7'/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style>\
             <w:style w:styleId='3'><w:name w:val='本局二级'/><w:basedOn w:val='2'/><w:rPr><w:b w:val='0'/></w:rPr></w:style>\
             <w:style w:styleId='4'><w:name w:val='正文缩进'/><w:basedOn w:val='2'/><w:pPr><w:outlineLvl w:val='9'/></w:pPr></w:style>",
        );
        let second = styles.paragraph(Some("3"));
        assert_eq!((second.level, second.list, second.list_level), (2, Some(7), Some(1)));
        assert_eq!((second.look.bold, second.look.size), (Some(false), Some(32)));
        assert_eq!(styles.paragraph(Some("4")).level, 0);
        assert_eq!(styles.paragraph(Some("missing")).level, 0);
    }

    #[test]
    fn styles_that_are_their_own_parents_end() {
        let styles = styles(
            "<w:style w:styleId='a'><w:name w:val='Title'/><w:basedOn w:val='b'/></w:style>\
             <w:style w:styleId='b'><w:basedOn w:val='a'/></w:style>",
        );
        assert!(styles.paragraph(Some("b")).title);
    }
}
