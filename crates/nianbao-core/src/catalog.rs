//! What differs by place and year: areas, templates, phrases, deadlines. Data in `catalog/`, never code.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::record::{Deadline, DeadlineOf, Dialect, ItemStyle, SectionOf, UnitKind};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Catalog {
    pub areas: Vec<CatalogArea>,
    pub templates: Vec<Template>,
    pub lengths: Vec<Length>,
    /// What a leader duty may answer: the seven in order.
    pub prompts: Vec<Prompt>,
    /// Sentences that may close the 引言.
    pub openings: Vec<String>,
    /// Sentences that may stand as 结尾.
    pub closings: Vec<String>,
    /// What may follow 法治政府建设 in a title.
    pub tails: Vec<String>,
    pub deadlines: Vec<CatalogDeadline>,
}

/// How long a report of such a unit usually is, in characters without white space. Advice, no rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Length {
    pub unit_kind: UnitKind,
    pub least: usize,
    pub most: usize,
}

/// An area a year can take up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CatalogArea {
    pub key: String,
    pub title: String,
}

/// The order and headings of a report's parts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Template {
    pub key: String,
    pub name: String,
    pub about: String,
    /// How it numbers; None: a mixture.
    #[serde(default)]
    pub dialect: Option<Dialect>,
    /// Keys of the areas a new year begins with.
    pub start: Vec<String>,
    #[serde(rename(deserialize = "section"))]
    pub sections: Vec<Section>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Section {
    pub of: SectionOf,
    /// The 一级标题. Empty only for areas: then each area has one of its own.
    #[serde(default)]
    pub title: String,
    pub items: ItemStyle,
    /// Stands among the areas instead of under a 一级标题 of its own: before them or after, as the
    /// sections' order says. For leader duties.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub inside: bool,
}

/// One question to ask of the head's year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Prompt {
    pub key: String,
    pub title: String,
    /// A reminder, never a quoted clause.
    pub hint: String,
}

/// The last day that 督察工作规定 leaves such a unit; a start that the person changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CatalogDeadline {
    pub unit_kind: UnitKind,
    pub what: DeadlineOf,
    pub to: String,
    /// In the year after the report year.
    pub month: i8,
    pub day: i8,
}

#[derive(Deserialize)]
struct AreaFile {
    area: Vec<CatalogArea>,
}

#[derive(Deserialize)]
struct TemplateFile {
    template: Vec<Template>,
}

#[derive(Deserialize)]
struct LengthFile {
    length: Vec<Length>,
}

#[derive(Deserialize)]
struct PromptFile {
    prompt: Vec<Prompt>,
}

#[derive(Deserialize)]
struct PhraseFile {
    opening: Vec<String>,
    closing: Vec<String>,
    tail: Vec<String>,
}

#[derive(Deserialize)]
struct DeadlineFile {
    deadline: Vec<CatalogDeadline>,
}

/// The files are compiled in and a test reads them: a fault here never reaches a person.
#[allow(clippy::expect_used)]
fn read<'a, T: Deserialize<'a>>(text: &'a str, name: &str) -> T {
    toml::from_str(text).expect(name)
}

static BUILT_IN: LazyLock<Catalog> = LazyLock::new(|| {
    let areas: AreaFile = read(include_str!("../catalog/areas.toml"), "areas.toml");
    let templates: TemplateFile = read(include_str!("../catalog/templates.toml"), "templates.toml");
    let lengths: LengthFile = read(include_str!("../catalog/lengths.toml"), "lengths.toml");
    let prompts: PromptFile = read(include_str!("../catalog/prompts.toml"), "prompts.toml");
    let phrases: PhraseFile = read(include_str!("../catalog/phrases.toml"), "phrases.toml");
    let deadlines: DeadlineFile = read(include_str!("../catalog/deadlines.toml"), "deadlines.toml");
    Catalog {
        areas: areas.area,
        templates: templates.template,
        lengths: lengths.length,
        prompts: prompts.prompt,
        openings: phrases.opening,
        closings: phrases.closing,
        tails: phrases.tail,
        deadlines: deadlines.deadline,
    }
});

impl Catalog {
    /// What ships with the program.
    pub fn built_in() -> &'static Catalog {
        &BUILT_IN
    }

    pub fn template(&self, key: &str) -> Option<&Template> {
        self.templates.iter().find(|t| t.key == key)
    }

    pub fn length(&self, kind: UnitKind) -> Option<Length> {
        self.lengths.iter().copied().find(|l| l.unit_kind == kind)
    }

    pub fn area(&self, key: &str) -> Option<&CatalogArea> {
        self.areas.iter().find(|a| a.key == key)
    }

    /// The deadlines a new year of such a unit begins with.
    pub fn deadlines_of(&self, kind: UnitKind, year: i32) -> Vec<Deadline> {
        let own = self.deadlines.iter().filter(|deadline| deadline.unit_kind == kind);
        own.filter_map(|deadline| {
            let after = i16::try_from(year.checked_add(1)?).ok()?;
            let due = Date::new(after, deadline.month, deadline.day).ok()?;
            Some(Deadline { what: deadline.what, to: deadline.to.clone(), due, done: None })
        })
        .collect()
    }
}

/// What a template of the person's own lacks or has twice, a sentence each. It composes all the same.
pub fn faults(sections: &[Section]) -> Vec<String> {
    let mut out = Vec::new();
    for of in SectionOf::ALL {
        let own: Vec<_> = sections.iter().filter(|section| section.of == of).collect();
        let word = of.word();
        // 其他需要报告的情况 alone may be absent.
        if own.is_empty() && of != SectionOf::Other {
            out.push(format!("模板里没有“{word}”部分，《督察工作规定》要求写，请加上"));
        }
        if own.len() > 1 {
            out.push(format!("模板里“{word}”部分出现了{}次，请只留一个", own.len()));
        }
        if own.iter().any(|section| section.title.trim().is_empty()) && of != SectionOf::Areas {
            out.push(format!("模板里“{word}”部分没有标题，请填写"));
        }
        if own.iter().any(|section| section.inside) && of != SectionOf::Duties {
            out.push(format!("“{word}”部分不能放在举措和成效里面，请移出来"));
        }
    }
    out
}

#[cfg(test)]
mod tests;
