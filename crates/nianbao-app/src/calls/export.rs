use std::path::Path;

use nianbao_core::doc::Doc;
use nianbao_formats::export::docx;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::draft::draft;
use crate::desk::Desk;
use crate::fault::{Fault, ending};
use crate::files;

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ExportArgs {
    pub year: i32,
    pub path: String,
    #[serde(default)]
    #[ts(optional)]
    pub overwrite: Option<bool>,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Exported {
    pub path: String,
    pub bytes: usize,
    pub paragraphs: usize,
    /// Characters that no Word file can hold, left out, as code points.
    pub left_out: Vec<String>,
}

pub fn write(desk: &Desk, args: ExportArgs) -> Result<Exported, Fault> {
    let doc = draft(desk, args.year)?;
    export(&doc, Path::new(&args.path), args.overwrite.unwrap_or(false))
}

/// Writes a document in the format its ending names. What is in the file is compared with the
/// document before anything is put in place.
///
/// # Errors
/// [`Unsupported`](crate::FaultCode::Unsupported) for an ending we do not write; see [`files::write`].
pub fn export(doc: &Doc, path: &Path, overwrite: bool) -> Result<Exported, Fault> {
    if ending(path) != "docx" {
        return Err(Fault::ending(path, ".docx"));
    }
    let written = docx::write(doc, &docx::Looks::default())?;
    let paragraphs = docx::verify(doc, &written.bytes)?;
    files::write(path, &written.bytes, overwrite)?;
    Ok(Exported {
        path: path.to_string_lossy().into_owned(),
        bytes: written.bytes.len(),
        paragraphs,
        left_out: written.dropped.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect(),
    })
}
