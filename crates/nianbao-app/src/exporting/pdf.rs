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

/// An archive takes no broken face and no box in the place of a character. What cannot be one is an
/// ordinary PDF, and is said to be: a file that is not quite right is better than none.
fn write(pages: &Pages) -> Result<Made, Fault> {
    let made = typesetting::now();
    let left_out = pages.missing().to_vec();
    if let Ok(bytes) = pages.pdf(PdfKind::Archive, made) {
        return Ok(Made { bytes, left_out, ..Made::default() });
    }
    let bytes = pages.pdf(PdfKind::Plain, made)?;
    let faults = vec!["有的字体不合要求，这份 PDF 不是归档格式（PDF/A）".to_owned()];
    Ok(Made { bytes, left_out, faults, ..Made::default() })
}
