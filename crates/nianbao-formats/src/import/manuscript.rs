//! A file as text, with what only its form says: which lines are headings, what was changed under
//! tracking, what was left out. From here every kind of file is read alike.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Dropped, ImportError, decode, docx, markdown, page};

/// Which side of tracked changes is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Revisions {
    /// As if all were accepted.
    #[default]
    Accepted,
    /// As it was before them.
    Original,
}

/// Something written or struck under tracking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrackedChange {
    pub kind: ChangeKind,
    pub text: String,
    pub who: String,
    /// As the file has it: `2024-01-05T09:30:00Z`; empty where it says nothing.
    pub when: String,
    /// Whether it stands in the text that was read.
    pub taken: bool,
    pub at: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    Inserted,
    Deleted,
    MovedHere,
    MovedAway,
}

/// What someone wrote beside the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Comment {
    pub text: String,
    /// The words it is about, as far as they fit.
    pub about: String,
    pub who: String,
    pub when: String,
    pub at: usize,
}

/// What the form of a paragraph says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// Characters of the text it holds for.
    pub start: usize,
    pub end: usize,
    /// Of a heading; 0: none.
    pub level: u8,
    pub title: bool,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Manuscript {
    /// Offsets count its characters.
    pub text: String,
    /// In order. None: a text, whose paragraphs may be broken over lines.
    pub forms: Option<Vec<Form>>,
    pub changes: Vec<TrackedChange>,
    pub comments: Vec<Comment>,
    /// What does not stand in the text, each where it would.
    pub dropped: Vec<Dropped>,
    /// Name of the encoding, or of the kind of file.
    pub encoding: String,
}

/// What a file says. `ending` is its name's, in small letters; it only tells pages from texts.
///
/// # Errors
/// The file is none of the kinds that are read, or broken, hostile, empty or too large.
pub fn manuscript(
    bytes: &[u8],
    ending: &str,
    revisions: Revisions,
) -> Result<Manuscript, ImportError> {
    if bytes.starts_with(b"PK\x03\x04") {
        return docx::read(bytes, revisions);
    }
    if matches!(ending, "mht" | "mhtml") {
        return Err(ImportError::WebArchive);
    }
    if matches!(ending, "html" | "htm" | "xhtml") || is_page(bytes) {
        let (text, encoding) = page::read(bytes)?;
        return Ok(Manuscript { text, encoding: encoding.to_owned(), ..Manuscript::default() });
    }
    if matches!(ending, "md" | "markdown") {
        return markdown::read(bytes);
    }
    let decoded = decode(bytes)?;
    Ok(Manuscript {
        text: decoded.text,
        encoding: decoded.encoding.to_owned(),
        ..Manuscript::default()
    })
}

/// A page that was saved under another name.
fn is_page(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    [b"<!doctype html".as_slice(), b"<html"]
        .iter()
        .any(|tag| start.get(..tag.len()).is_some_and(|s| s.eq_ignore_ascii_case(tag)))
}
