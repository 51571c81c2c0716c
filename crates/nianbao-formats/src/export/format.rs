//! What a way to write a report is: its file holds one of these, and the list of all in nianbao-app
//! names it.

use nianbao_core::doc::Doc;
use nianbao_core::looks::Looks;

use super::ExportError;

/// A way to turn a document into a file.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// Never changes: scripts and the journal hold it.
    pub key: &'static str,
    /// Without the dot.
    pub ending: &'static str,
    /// In Chinese, as the list of formats shows it.
    pub name: &'static str,
    /// What it is for, in one sentence without its stop.
    pub purpose: &'static str,
    pub write: fn(&Doc, &Looks) -> Result<Output, ExportError>,
    /// Compares a written file with its document; gives the number of paragraphs.
    pub verify: fn(&Doc, &[u8]) -> Result<usize, ExportError>,
}

/// A written file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Output {
    pub bytes: Vec<u8>,
    /// Characters that the file cannot hold. Each once, in order of meeting.
    pub dropped: Vec<char>,
}
