use std::path::Path;

use nianbao_core::compose::{Document, Edition};
use nianbao_core::looks::{Looks, WordGrid};
use nianbao_formats::export::{html, txt};
use nianbao_store::Export;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Nothing;
use super::draft::{DocumentArgs, composed, draft, known_post, read};
use super::evidence::copies;
use crate::clock;
use crate::desk::Desk;
use crate::exporting::{self, FORMATS, Format, Order, Placed, name, spaced};
use crate::fault::{Fault, file_name};

/// A way to write a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FormatName {
    pub key: String,
    /// Without the dot.
    pub ending: String,
    pub name: String,
    pub purpose: String,
    /// Whether the edition makes a difference.
    pub editions: bool,
}

/// The list of formats, for the command line's help.
pub fn format_names() -> Vec<FormatName> {
    let name = |format: &Format| FormatName {
        key: format.key.to_owned(),
        ending: format.ending.to_owned(),
        name: format.name.to_owned(),
        purpose: format.purpose.to_owned(),
        editions: format.editions,
    };
    FORMATS.iter().map(name).collect()
}

pub fn formats(_: &Desk, _: Nothing) -> Result<Vec<FormatName>, Fault> {
    Ok(format_names())
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ExportArgs {
    #[serde(flatten)]
    pub of: DocumentArgs,
    pub path: String,
    /// Key of a format. Without it: the first of the file's ending.
    #[serde(default)]
    #[ts(optional)]
    pub format: Option<String>,
    /// Of a Word file; without it: lines alone.
    #[serde(default)]
    #[ts(optional, as = "Option<WordGrid>")]
    pub grid: WordGrid,
    #[serde(default)]
    #[ts(optional)]
    pub overwrite: Option<bool>,
    /// A name for `task.progress` and `task.cancel`.
    #[serde(default)]
    #[ts(optional)]
    pub task: Option<String>,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Exported {
    pub path: String,
    /// Key of the format.
    pub format: String,
    #[ts(type = "number")]
    pub bytes: u64,
    pub paragraphs: usize,
    /// Files in it, where it holds some.
    pub files: usize,
    /// Characters that the file cannot hold or no face here has, as code points.
    pub left_out: Vec<String>,
    /// What did not come along, a sentence each.
    pub faults: Vec<String>,
    /// Which faces stand in for others, a sentence each.
    pub notes: Vec<String>,
}

impl Exported {
    pub(crate) fn new(path: &Path, format: &Format, paragraphs: usize, placed: Placed) -> Self {
        Self {
            path: path.to_string_lossy().into_owned(),
            format: format.key.to_owned(),
            bytes: placed.size,
            paragraphs,
            files: placed.files,
            left_out: placed.left_out.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect(),
            faults: placed.faults,
            notes: placed.notes,
        }
    }
}

pub fn write(desk: &Desk, args: ExportArgs) -> Result<Exported, Fault> {
    let path = Path::new(&args.path);
    let format = exporting::wanted(args.format.as_deref(), path)?;
    let task = desk.tasks.begin(args.task);
    // A snapshot is taken and the 库 let go: writing holds nobody up.
    let (records, before, copies) = desk.with(|open| {
        let (records, before) = read(open, args.of.year)?;
        let copies = copies(open, &records)?;
        Ok((records, before, copies))
    })?;
    known_post(&records, &args.of)?;
    let (doc, looks) = composed(records.clone(), before.as_ref(), &args.of);
    let looks = Looks { grid: args.grid, ..looks };
    let order = Order {
        records: &records,
        copies: &copies,
        doc: &doc,
        looks: &looks,
        document: args.of.document,
        edition: args.of.edition,
    };
    let overwrite = args.overwrite.unwrap_or(false);
    let mut placed = exporting::write(desk, format, &order, path, overwrite, &task)?;
    note(desk, format, &args.of, path, &mut placed);
    Ok(Exported::new(path, format, doc.paragraphs().count(), placed))
}

/// Puts what was written into the journal.
pub(super) fn note(
    desk: &Desk,
    format: &Format,
    of: &DocumentArgs,
    path: &Path,
    placed: &mut Placed,
) {
    let noted = Export {
        year: of.year,
        at: clock::now(),
        format: format.key.to_owned(),
        edition: if format.editions { key(of) } else { String::new() },
        file: file_name(path),
        size: i64::try_from(placed.size).unwrap_or(i64::MAX),
        hash: placed.hash.clone(),
    };
    if let Err(fault) = desk.with(|open| Ok(open.store.note_export(&noted)?)) {
        // The file is there and whole: that is what was asked for.
        placed.faults.push(format!("文件已经写好，但没能记进历史：{}", fault.message));
    }
}

/// Which document it was, and of the report which edition: as the journal holds it, and in words.
const DOCUMENTS: [(&str, Document, Edition); 5] = [
    ("submission", Document::Report, Edition::Submission),
    ("public", Document::Report, Edition::Public),
    ("notice", Document::Notice, Edition::Public),
    ("duty", Document::Duty, Edition::Submission),
    ("differences", Document::Differences, Edition::Submission),
];

fn key(of: &DocumentArgs) -> String {
    let same = |(_, document, edition): &&(&str, Document, Edition)| {
        *document == of.document && (*document != Document::Report || *edition == of.edition)
    };
    DOCUMENTS.iter().find(same).map(|known| known.0.to_owned()).unwrap_or_default()
}

fn word(key: &str) -> &'static str {
    let known = DOCUMENTS.iter().find(|known| known.0 == key);
    known.map_or("", |(_, document, edition)| match document {
        Document::Report => edition.word(),
        other => other.word(),
    })
}

/// The report for the clipboard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Clip {
    /// Clean: what things are, and no looks.
    pub html: String,
    pub plain: String,
}

pub fn clip(desk: &Desk, args: DocumentArgs) -> Result<Clip, Fault> {
    let doc = draft(desk, &args)?;
    Ok(Clip { html: html::fragment(&doc), plain: txt::text(&doc) })
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ExportList {
    pub year: i32,
    /// At most so many; left out: 20.
    #[serde(default)]
    #[ts(optional)]
    pub limit: Option<usize>,
}

/// A file that was written from a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ExportNote {
    pub year: i32,
    /// RFC 3339, in UTC.
    pub at: String,
    /// In words: 导出公开版 Word 文档“年报.docx”.
    pub words: String,
    /// Key of the format.
    pub format: String,
    /// Its name, without the folders above it.
    pub file: String,
    #[ts(type = "number")]
    pub size: i64,
}

pub fn list(desk: &Desk, args: ExportList) -> Result<Vec<ExportNote>, Fault> {
    let limit = args.limit.unwrap_or(20).min(200);
    let all = desk.with(|open| Ok(open.store.exports(args.year, limit)?))?;
    Ok(all.into_iter().map(ExportNote::from).collect())
}

impl From<Export> for ExportNote {
    fn from(from: Export) -> Self {
        let (of, name) = (word(&from.edition), spaced(name(&from.format)));
        Self {
            words: format!("导出{of}{name}“{}”", from.file),
            year: from.year,
            at: from.at.to_string(),
            format: from.format,
            file: from.file,
            size: from.size,
        }
    }
}
