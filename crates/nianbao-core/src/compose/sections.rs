//! Which parts a year's report has, in which order and style.

use crate::catalog::{Catalog, Section};
use crate::record::{Dialect, ItemStyle, SectionOf, YearRecords};

/// The template's sections in the year's dialect, with the year's own headings and styles in them:
/// what the person chose for one section wins over the dialect, the dialect over the template.
///
/// The person's own templates come before the catalogue's. An unknown template (a file from a program
/// with more of them) falls back to the first.
pub fn sections(records: &YearRecords, catalog: &Catalog) -> Vec<Section> {
    let year = &records.year;
    let mut sections = template(records, catalog);
    let titled = sections.iter().any(|s| s.of == SectionOf::Areas && !s.title.trim().is_empty())
        || year.sections.iter().any(|c| c.of == SectionOf::Areas && !c.title.trim().is_empty());
    for section in &mut sections {
        if let Some(style) = year.dialect.and_then(|dialect| style_of(dialect, section, titled)) {
            section.items = style;
        }
        let Some(choice) = year.sections.iter().find(|c| c.of == section.of) else { continue };
        if !choice.title.trim().is_empty() {
            section.title = choice.title.trim().to_owned();
        }
        if let Some(items) = choice.items {
            section.items = items;
        }
    }
    sections
}

fn template(records: &YearRecords, catalog: &Catalog) -> Vec<Section> {
    let key = &records.year.template;
    if let Some(own) = records.templates.iter().find(|own| own.key == *key) {
        return own.sections.clone();
    }
    let template = catalog.template(key).or_else(|| catalog.templates.first());
    template.map(|template| template.sections.clone()).unwrap_or_default()
}

/// The dialect a year is numbered in; None: as each section says.
pub(super) fn dialect(records: &YearRecords, catalog: &Catalog) -> Option<Dialect> {
    let key = &records.year.template;
    let template = match records.templates.iter().find(|own| own.key == *key) {
        Some(own) => own.dialect,
        None => catalog.template(key).and_then(|template| template.dialect),
    };
    records.year.dialect.or(template)
}

/// How a dialect writes the items of a section; None: as the template has it. `titled`: the areas
/// stand under a heading of their own, one level down.
pub fn style_of(dialect: Dialect, section: &Section, titled: bool) -> Option<ItemStyle> {
    let in_areas = section.of == SectionOf::Areas || section.inside;
    Some(match (dialect, section.of) {
        (_, SectionOf::Other) => return None,
        (Dialect::D1 | Dialect::D5, _) => ItemStyle::Listed,
        (Dialect::D2, _) if in_areas && titled => ItemStyle::RunInHead,
        (Dialect::D2, _) => ItemStyle::Listed,
        (Dialect::D3, _) => ItemStyle::RunIn,
        (Dialect::D4, _) if in_areas => ItemStyle::NumberedOn,
        (Dialect::D4, _) => ItemStyle::Listed,
    })
}
