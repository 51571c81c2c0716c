//! A report as plain text.
//!
//! UTF-8 with its mark, and CR LF: Notepad before Windows 10 1903 and the text filters of WPS take what
//! bears no mark for GBK and show it garbled, and old Notepad shows bare line feeds as one line. GBK
//! itself would lose 䶮 and 𠀀.

use nianbao_core::doc::{Block, Doc, Role, Table};

use super::ExportError;
use super::docx::clean;
use super::format::{Format, Output};
use super::said::{dropped, flat, plain};

pub const FORMAT: Format = Format {
    key: "txt",
    ending: "txt",
    name: "纯文本",
    purpose: "只有文字，用记事本就能打开，适合粘贴到各种系统里",
    write: |doc, _| Ok(Output { bytes: bytes(doc), dropped: dropped(doc) }),
    verify,
};

const MARK: &str = "\u{FEFF}";
/// 左空二字
const INDENT: &str = "\u{3000}\u{3000}";

/// The report as lines, for the clipboard.
pub fn text(doc: &Doc) -> String {
    let mut out = String::new();
    for block in &flat(doc).blocks {
        match block {
            Block::Paragraph(paragraph) => {
                let indent = match paragraph.role {
                    Role::Heading(_) | Role::Body | Role::AttachmentNote | Role::Note => INDENT,
                    _ => "",
                };
                if matches!(paragraph.role, Role::Signature | Role::AttachmentLabel) {
                    out.push_str("\r\n");
                }
                let text = clean(&paragraph.plain());
                if !text.trim().is_empty() {
                    out.push_str(indent);
                }
                out.push_str(&text.replace('\n', "\r\n"));
                out.push_str("\r\n");
                if paragraph.role == Role::Title {
                    out.push_str("\r\n");
                }
            }
            Block::Table(table) => rows(&mut out, table),
        }
    }
    out
}

/// Cells side by side; a line end inside one would break its row.
fn rows(out: &mut String, table: &Table) {
    for row in &table.rows {
        let cells = row.iter().map(|cell| plain(&cell.inlines).replace(['\n', '\t'], " "));
        out.push_str(&cells.collect::<Vec<_>>().join("\t"));
        out.push_str("\r\n");
    }
}

fn bytes(doc: &Doc) -> Vec<u8> {
    format!("{MARK}{}", text(doc)).into_bytes()
}

/// The lines that hold something, against those of the document.
fn verify(doc: &Doc, bytes: &[u8]) -> Result<usize, ExportError> {
    let read = std::str::from_utf8(bytes).map_err(|_| ExportError::Unreadable)?;
    let read = read.strip_prefix(MARK).ok_or(ExportError::Unreadable)?;
    let mut found = read.split("\r\n").map(str::trim).filter(|line| !line.is_empty());
    let mut paragraphs = 0;
    for block in &flat(doc).blocks {
        let table = matches!(block, Block::Table(_));
        let wanted: Vec<String> = match block {
            Block::Paragraph(paragraph) => {
                paragraphs += 1;
                clean(&paragraph.plain()).split('\n').map(str::to_owned).collect()
            }
            Block::Table(table) => {
                let mut out = String::new();
                rows(&mut out, table);
                out.split("\r\n").map(str::to_owned).collect()
            }
        };
        let differs = match table {
            true => ExportError::TableDifferent,
            false => ExportError::Different { paragraph: paragraphs },
        };
        let mut wanted = wanted.iter().map(|line| line.trim()).filter(|line| !line.is_empty());
        if wanted.any(|line| found.next() != Some(line)) {
            return Err(differs);
        }
    }
    match found.next() {
        None => Ok(paragraphs),
        Some(_) => Err(ExportError::Different { paragraph: paragraphs + 1 }),
    }
}
