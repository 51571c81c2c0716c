//! A report as a Word file in the layout of GB/T 9704—2012.

mod comments;
mod document;
mod fonts;
mod footer;
mod imprint;
mod letterhead;
mod package;
mod rare;
mod read_back;
mod revised;
mod runs;
mod settings;
mod styles;
mod table;
mod theme;
mod tracker;

use nianbao_core::diff::Redline;
use nianbao_core::doc::Doc;

pub use comments::Comment;
pub use nianbao_core::looks::{Faces, Latin, Looks, Margins, PageNumbers, Profile, Seal, WordGrid};
pub use read_back::{read_back, verify};
pub use revised::verify as verify_redline;
pub(crate) use runs::{clean, kept};
pub use tracker::Author;

use super::ExportError;
use super::format::{Format, Output};

pub const FORMAT: Format = Format {
    key: "docx",
    ending: "docx",
    name: "Word 文档",
    purpose: "可以继续修改，用 WPS 或 Word 打开，按公文版式排好",
    write: |doc, looks| {
        let written = write(doc, looks)?;
        Ok(Output { bytes: written.bytes, dropped: written.dropped })
    },
    verify,
};

/// A file, and what could not be set as it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub bytes: Vec<u8>,
    /// Characters XML cannot hold; they are not in the file. Each once, in order of meeting.
    pub dropped: Vec<char>,
    /// Characters the official face has no shape for, and the face they are set in.
    pub substituted: Vec<(char, &'static str)>,
}

/// Writes a report. The same document and style give the same bytes, on every system.
///
/// # Errors
/// Only if the archive cannot be put together; any document can be written.
pub fn write(doc: &Doc, style: &Looks) -> Result<Written, ExportError> {
    let (document, found) = document::write(doc, style);
    let bytes = package::write(doc, style, document, &found, None)?;
    Ok(Written { bytes, dropped: found.dropped.order, substituted: found.substituted.order })
}

/// Writes a 花脸稿: the new document with what differs from the old one as tracked changes, to be accepted
/// or rejected in Word and WPS.
///
/// # Errors
/// Only if the archive cannot be put together.
pub fn write_redline(
    redline: &Redline,
    style: &Looks,
    author: Author<'_>,
) -> Result<Written, ExportError> {
    let (document, found) = document::write_tracked(redline, style, author);
    let bytes = package::write(&redline.doc, style, document, &found, None)?;
    Ok(Written { bytes, dropped: found.dropped.order, substituted: found.substituted.order })
}

/// Writes a report with comments by `author`, which is the program: no user is named.
///
/// # Errors
/// Only if the archive cannot be put together.
pub fn write_commented(
    doc: &Doc,
    style: &Looks,
    comments: &[Comment],
    author: &str,
) -> Result<Written, ExportError> {
    let (document, found) = document::write_commented(doc, style, comments);
    let comments = Some(comments::write(comments, author)).filter(|_| !comments.is_empty());
    let bytes = package::write(doc, style, document, &found, comments)?;
    Ok(Written { bytes, dropped: found.dropped.order, substituted: found.substituted.order })
}
