use std::path::Path;

use nianbao_core::catalog::Catalog;
use nianbao_core::compose::{Edition, compose};
use nianbao_core::looks::Looks;
use nianbao_core::record::Unit;
use nianbao_formats::import::{self, Revisions};

use super::export::Exported;
use super::import::{in_memory, read_file};
use crate::desk::Env;
use crate::exporting::{self, Source};
use crate::fault::Fault;
use crate::typesetting::Typesetting;

/// Reads a report and sets it in the official layout; keeps nothing.
///
/// # Errors
/// See [`read_file`]; [`Unsupported`](crate::FaultCode::Unsupported) for an ending we do not write; see
/// [`files::write`](crate::files::write).
pub fn convert(from: &Path, to: &Path, full_width: bool) -> Result<Exported, Fault> {
    let format = exporting::wanted_of_a_report(to)?;
    let reading = read_file(from, Revisions::default())?;
    let unit = Unit { name: reading.proposal.unit.clone(), ..Unit::default() };
    let year = reading.proposal.year.unwrap_or_default();
    let accepted = import::records(&reading.proposal, &reading.source, &unit, year, full_width);
    let doc = compose(&in_memory(accepted, unit), Edition::Submission, Catalog::built_in());
    let source = Source {
        doc: &doc,
        looks: &Looks::default(),
        records: None,
        typesetting: &Typesetting::default(),
        data: &Env::of_this_user().data,
    };
    let made = format.make(&source)?.ok_or_else(|| Fault::ending(to, ".docx"))?;
    let placed = exporting::place(made, to, true)?;
    Ok(Exported::new(to, format, doc.paragraphs().count(), placed))
}
