//! What written Markdown says, read from its bytes alone; only what this program writes is known.

use nianbao_core::doc::{Block, Doc, Role};

use crate::export::ExportError;
use crate::export::docx::clean;
use crate::export::said::{flat, plain};

pub fn verify(doc: &Doc, bytes: &[u8]) -> Result<usize, ExportError> {
    let text = std::str::from_utf8(bytes).map_err(|_| ExportError::Unreadable)?;
    let body = text.strip_prefix("---\n").and_then(|text| text.split_once("\n---\n"));
    let (_, body) = body.ok_or(ExportError::Unreadable)?;
    let mut found = body.split("\n\n").map(|block| block.trim_matches('\n'));
    let mut found = std::iter::from_fn(|| found.find(|block| !block.is_empty()));
    let mut paragraphs = 0;
    for block in &flat(doc).blocks {
        match block {
            Block::Paragraph(paragraph) => {
                paragraphs += 1;
                let text = clean(&paragraph.plain());
                let heading = matches!(
                    paragraph.role,
                    Role::Title | Role::Heading(_) | Role::AttachmentTitle
                );
                let wanted = if heading { text.replace('\n', "") } else { text };
                // Blanks at the beginning of a line mean nothing here, and nothing is no paragraph.
                let lines = wanted.split('\n').map(|line| line.trim_start_matches([' ', '\t']));
                let wanted = lines.collect::<Vec<_>>().join("\n");
                if wanted.trim_matches('\n').is_empty() {
                    continue;
                }
                if found.next().map(read_paragraph).as_deref() != Some(wanted.trim_matches('\n')) {
                    return Err(ExportError::Different { paragraph: paragraphs });
                }
            }
            Block::Table(table) => {
                let cells = table
                    .rows
                    .iter()
                    .flatten()
                    .map(|cell| plain(&cell.inlines).replace('\t', " ").trim().to_owned());
                let wanted: Vec<String> = cells.filter(|text| !text.is_empty()).collect();
                if found.next().map(read_table).as_ref() != Some(&wanted) {
                    return Err(ExportError::TableDifferent);
                }
            }
        }
    }
    match found.next() {
        None => Ok(paragraphs),
        Some(_) => Err(ExportError::Different { paragraph: paragraphs + 1 }),
    }
}

fn read_paragraph(block: &str) -> String {
    let text = block.trim_start_matches('#');
    let text = if text.len() < block.len() { text.trim_start_matches(' ') } else { block };
    read(text).trim_matches('\n').to_owned()
}

/// Cells that are not empty, row by row.
fn read_table(block: &str) -> Vec<String> {
    let mut cells = Vec::new();
    for (n, row) in block.lines().enumerate() {
        if n == 1 {
            continue;
        }
        let mut cell = String::new();
        let mut chars = row.chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' => cell.extend(['\\'].into_iter().chain(chars.next())),
                '|' => cells.push(std::mem::take(&mut cell)),
                c => cell.push(c),
            }
        }
    }
    let read = cells.iter().map(|cell| read(&cell.trim().replace("<br>", "\n")));
    read.filter(|text| !text.is_empty()).collect()
}

/// Marks taken away, what was escaped as it was.
fn read(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            // Before a line's end it breaks the line.
            '\\' => out.extend(chars.next()),
            '*' => {}
            c => out.push(c),
        }
    }
    out
}
