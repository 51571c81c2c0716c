//! What a document says, whatever it is written as: the measure for what is read back from a file.

use std::borrow::Cow;

use nianbao_core::doc::{Block, Doc, Imprint, Inline, Letterhead, Paragraph, Role, Text};

use super::ExportError;
use super::docx::{clean, kept};

/// Texts in order, without the characters no file holds; line breaks as line feeds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    pub paragraphs: Vec<String>,
    /// Of tables; those that are not empty.
    pub cells: Vec<String>,
}

impl Said {
    pub fn of(doc: &Doc) -> Self {
        let mut said = Said::default();
        for block in &flat(doc).blocks {
            match block {
                Block::Paragraph(paragraph) => said.paragraphs.push(clean(&paragraph.plain())),
                Block::Table(table) => {
                    let cells = table.rows.iter().flatten().map(|cell| plain(&cell.inlines));
                    said.cells.extend(cells.filter(|text| !text.is_empty()));
                }
            }
        }
        said
    }

    /// Compares what was wanted with what a file says; gives the number of paragraphs.
    pub fn compare(&self, found: &Said) -> Result<usize, ExportError> {
        let count = self.paragraphs.len().max(found.paragraphs.len());
        let differs = |n: &usize| self.paragraphs.get(*n) != found.paragraphs.get(*n);
        if let Some(n) = (0..count).find(differs) {
            return Err(ExportError::Different { paragraph: n + 1 });
        }
        if self.cells != found.cells {
            return Err(ExportError::TableDifferent);
        }
        Ok(count)
    }
}

/// Inlines as they are read, without the characters no file holds.
pub fn plain(inlines: &[Inline]) -> String {
    let texts = inlines.iter().map(|inline| match inline {
        Inline::Text(text) => text.text.as_str(),
        Inline::Break => "\n",
    });
    clean(&texts.collect::<String>())
}

/// The characters of a document that no file holds. Each once, in order of meeting.
pub fn dropped(doc: &Doc) -> Vec<char> {
    let mut found = Vec::new();
    let mut look = |inlines: &[Inline]| {
        for inline in inlines {
            let Inline::Text(text) = inline else { continue };
            for c in text.text.chars().filter(|c| !kept(*c)) {
                if !found.contains(&c) {
                    found.push(c);
                }
            }
        }
    };
    for block in &flat(doc).blocks {
        match block {
            Block::Paragraph(paragraph) => look(&paragraph.inlines),
            Block::Table(table) => {
                table.rows.iter().flatten().for_each(|cell| look(&cell.inlines));
            }
        }
    }
    found
}

/// A document for formats without pages: letterhead and imprint are lines like others.
pub fn flat(doc: &Doc) -> Cow<'_, Doc> {
    if doc.letterhead.is_none() && doc.imprint.is_none() {
        return Cow::Borrowed(doc);
    }
    let line = |line: String| {
        let text = Text { text: line, ..Text::default() };
        let inlines = vec![Inline::Text(text)];
        Block::Paragraph(Paragraph { role: Role::Addressee, inlines })
    };
    let above = doc.letterhead.iter().flat_map(Letterhead::lines).map(line);
    let below = doc.imprint.iter().flat_map(Imprint::lines).map(line);
    let blocks = above.chain(doc.blocks.iter().cloned()).chain(below).collect();
    Cow::Owned(Doc { meta: doc.meta.clone(), blocks, ..Doc::default() })
}

/// A property of a file is one line.
pub fn property(text: &str) -> String {
    clean(text).chars().filter(|c| !c.is_control()).collect()
}
