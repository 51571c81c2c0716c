//! Laid-out pages as PDF/A-2b.

use nianbao_typeset::{Pages, PdfKind};

use super::{Format, Made, Make};
use crate::fault::Fault;
use crate::typesetting;

pub(super) const FORMAT: Format = Format {
    key: "pdf",
    ending: "pdf",
    name: "PDF 文件",
    purpose: "定稿用，版面固定，适合打印、归档（PDF/A）",
    editions: true,
    make: Make::Pages(write),
};

/// An archive takes no box in the place of a character that no face here has. The report is then an
/// ordinary PDF, and the character is told: one rare name must not cost the whole file.
fn write(pages: &Pages) -> Result<Made, Fault> {
    let made = typesetting::now();
    let archive = pages.pdf(PdfKind::Archive, made);
    let bytes = archive.or_else(|_| pages.pdf(PdfKind::Plain, made))?;
    Ok(Made { bytes, left_out: pages.missing().to_vec(), ..Made::default() })
}
