//! Properties of paragraphs and runs, as far as they bear on what is read.

use quick_xml::events::BytesStart;

use super::xml::{Space, Xml, number, on, value};
use crate::import::ImportError;

/// What a run looks like; what it leaves open comes from its styles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Look {
    pub bold: Option<bool>,
    /// In half points.
    pub size: Option<u32>,
    pub face: Option<Face>,
    pub hidden: Option<bool>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Face {
    /// 小标宋
    Title,
    /// 黑体
    Hei,
    /// 楷体
    Kai,
    Other,
}

impl Look {
    /// Where this says nothing, what lies below it.
    pub fn over(self, below: Self) -> Self {
        Self {
            bold: self.bold.or(below.bold),
            size: self.size.or(below.size),
            face: self.face.or(below.face),
            hidden: self.hidden.or(below.hidden),
        }
    }
}

#[derive(Debug, Clone, Default)]
pub(super) struct RunProperties {
    pub style: Option<String>,
    pub look: Look,
    /// Of a paragraph's mark: who put it there, or took it away.
    pub inserted: Option<Mark>,
    pub deleted: Option<Mark>,
    /// A paragraph's mark that joins it with the next: a heading run into its text.
    pub separates_style: bool,
}

/// Whose a tracked change is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Mark {
    pub who: String,
    pub when: String,
}

impl Mark {
    pub fn of(start: &BytesStart<'_>) -> Self {
        Self {
            who: value(start, "author").unwrap_or_default(),
            when: value(start, "date").unwrap_or_default(),
        }
    }
}

/// Reads `rPr` to its close.
pub(super) fn run(xml: &mut Xml<'_>) -> Result<RunProperties, ImportError> {
    let mut out = RunProperties::default();
    xml.children(|_, space, start| {
        if space != Space::Word {
            return Ok(());
        }
        match start.local_name().as_ref() {
            "rStyle" => out.style = value(start, "val"),
            "b" => out.look.bold = Some(on(start)),
            "sz" => out.look.size = number(start, "val"),
            "vanish" => out.look.hidden = Some(on(start)),
            "specVanish" => out.separates_style = on(start),
            "rFonts" => out.look.face = value(start, "eastAsia").map(|name| face(&name)),
            "ins" | "moveTo" => out.inserted = Some(Mark::of(start)),
            "del" | "moveFrom" => out.deleted = Some(Mark::of(start)),
            _ => {}
        }
        Ok(())
    })?;
    Ok(out)
}

fn face(name: &str) -> Face {
    let has = |words: &[&str]| words.iter().any(|w| name.to_ascii_lowercase().contains(w));
    if has(&["小标宋", "xiaobiaosong"]) {
        Face::Title
    } else if has(&["黑体", "simhei", "heiti", "雅黑"]) {
        Face::Hei
    } else if has(&["楷", "kaiti"]) {
        Face::Kai
    } else {
        Face::Other
    }
}

#[derive(Debug, Clone, Default)]
pub(super) struct ParaProperties {
    pub style: Option<String>,
    /// Which list, and which level of it. List 0 takes a style's number away.
    pub list: Option<i64>,
    pub list_level: Option<u8>,
    /// From 0; 9 is body.
    pub outline: Option<u8>,
    pub centered: Option<bool>,
    pub mark: RunProperties,
}

/// Reads `pPr` to its close.
pub(super) fn paragraph(xml: &mut Xml<'_>) -> Result<ParaProperties, ImportError> {
    let mut out = ParaProperties::default();
    xml.children(|xml, space, start| {
        if space != Space::Word {
            return Ok(());
        }
        match start.local_name().as_ref() {
            "pStyle" => out.style = value(start, "val"),
            "numPr" => (out.list, out.list_level) = list(xml)?,
            "outlineLvl" => out.outline = number(start, "val"),
            "jc" => out.centered = Some(value(start, "val").is_some_and(|v| v == "center")),
            "rPr" => out.mark = run(xml)?,
            _ => {}
        }
        Ok(())
    })?;
    Ok(out)
}

fn list(xml: &mut Xml<'_>) -> Result<(Option<i64>, Option<u8>), ImportError> {
    let mut out = (None, None);
    xml.children(|_, space, start| {
        match start.local_name().as_ref() {
            "numId" if space == Space::Word => out.0 = number(start, "val"),
            "ilvl" if space == Space::Word => out.1 = number(start, "val"),
            _ => {}
        }
        Ok(())
    })?;
    Ok(out)
}
