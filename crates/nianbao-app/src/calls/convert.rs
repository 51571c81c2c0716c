use std::path::Path;

use nianbao_core::catalog::Catalog;
use nianbao_core::compose::{Edition, compose};
use nianbao_core::looks::Looks;
use nianbao_core::record::Unit;
use nianbao_formats::import;

use super::export::{Exported, export};
use super::import::{in_memory, read_file};
use crate::fault::Fault;

/// Reads a report and sets it in the official layout; keeps nothing.
///
/// # Errors
/// See [`read_file`] and [`export`].
pub fn convert(from: &Path, to: &Path, full_width: bool) -> Result<Exported, Fault> {
    let reading = read_file(from)?;
    let unit = Unit { name: reading.proposal.unit.clone(), ..Unit::default() };
    let year = reading.proposal.year.unwrap_or_default();
    let accepted = import::records(&reading.proposal, &reading.source, &unit, year, full_width);
    let doc = compose(&in_memory(accepted, unit), Edition::Submission, Catalog::built_in());
    export(&doc, &Looks::default(), to, true)
}
