use std::path::Path;

use nianbao_core::doc::Doc;
use nianbao_core::looks::Looks;
use nianbao_formats::export::docx;
use nianbao_typeset::PdfKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::draft::{DocumentArgs, draft_and_looks};
use crate::desk::Desk;
use crate::fault::{Fault, ending};
use crate::files;
use crate::typesetting;

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ExportArgs {
    #[serde(flatten)]
    pub of: DocumentArgs,
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
    /// Characters that the file cannot hold or no face here has, as code points.
    pub left_out: Vec<String>,
}

pub fn write(desk: &Desk, args: ExportArgs) -> Result<Exported, Fault> {
    let (doc, looks) = draft_and_looks(desk, &args.of)?;
    let path = Path::new(&args.path);
    let overwrite = args.overwrite.unwrap_or(false);
    match ending(path).as_str() {
        "docx" => export(&doc, &looks, path, overwrite),
        "pdf" => export_pdf(desk, doc, &looks, path, overwrite),
        _ => Err(Fault::ending(path, ".docx 或 .pdf")),
    }
}

/// The laid-out pages as PDF/A-2b.
fn export_pdf(
    desk: &Desk,
    doc: Doc,
    looks: &Looks,
    path: &Path,
    overwrite: bool,
) -> Result<Exported, Fault> {
    let paragraphs = doc.paragraphs().count();
    let pages = desk.typesetting.pages(&desk.env.data, doc, looks)?;
    let bytes = typesetting::pdf(&pages, PdfKind::Archive)?;
    files::write(path, &bytes, overwrite)?;
    Ok(Exported {
        path: path.to_string_lossy().into_owned(),
        bytes: bytes.len(),
        paragraphs,
        left_out: pages.missing().iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect(),
    })
}

/// Writes a document in the format its ending names. What is in the file is compared with the
/// document before anything is put in place.
///
/// # Errors
/// [`Unsupported`](crate::FaultCode::Unsupported) for an ending we do not write; see [`files::write`].
pub fn export(doc: &Doc, looks: &Looks, path: &Path, overwrite: bool) -> Result<Exported, Fault> {
    if ending(path) != "docx" {
        return Err(Fault::ending(path, ".docx"));
    }
    let written = docx::write(doc, looks)?;
    let paragraphs = docx::verify(doc, &written.bytes)?;
    files::write(path, &written.bytes, overwrite)?;
    Ok(Exported {
        path: path.to_string_lossy().into_owned(),
        bytes: written.bytes.len(),
        paragraphs,
        left_out: written.dropped.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect(),
    })
}
