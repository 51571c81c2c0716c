//! What differs by place and year: areas and templates. Data in `catalog/`, never code.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::record::{ItemStyle, SectionOf, UnitKind};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Catalog {
    pub areas: Vec<CatalogArea>,
    pub templates: Vec<Template>,
    pub lengths: Vec<Length>,
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

static BUILT_IN: LazyLock<Catalog> = LazyLock::new(|| {
    // The files are compiled in and a test reads them: a fault here never reaches a person.
    #[allow(clippy::expect_used)]
    let (areas, templates, lengths) = (
        toml::from_str::<AreaFile>(include_str!("../catalog/areas.toml")).expect("areas.toml"),
        toml::from_str::<TemplateFile>(include_str!("../catalog/templates.toml"))
            .expect("templates.toml"),
        toml::from_str::<LengthFile>(include_str!("../catalog/lengths.toml"))
            .expect("lengths.toml"),
    );
    Catalog { areas: areas.area, templates: templates.template, lengths: lengths.length }
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_names_known_areas_and_has_the_parts_that_are_asked_for() {
        let catalog = Catalog::built_in();
        for template in &catalog.templates {
            for key in &template.start {
                assert!(catalog.area(key).is_some(), "{}: {key}", template.key);
            }
            for of in [SectionOf::Areas, SectionOf::Duties, SectionOf::Problems, SectionOf::Plans] {
                assert!(template.sections.iter().any(|s| s.of == of), "{}: {of:?}", template.key);
            }
            assert!(
                template.sections.iter().all(|s| !s.title.is_empty() || s.of == SectionOf::Areas),
                "{}",
                template.key
            );
        }
    }
}
