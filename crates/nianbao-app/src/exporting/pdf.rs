//! Laid-out pages as PDF/A-2b.

use nianbao_typeset::PdfKind;

use super::{Format, Made, Make};
use crate::typesetting;

pub(super) const FORMAT: Format = Format {
    key: "pdf",
    ending: "pdf",
    name: "PDF 文件",
    purpose: "定稿用，版面固定，适合打印、归档（PDF/A）",
    editions: true,
    make: Make::Pages(|pages| {
        let bytes = pages.pdf(PdfKind::Archive, typesetting::now())?;
        Ok(Made { bytes, left_out: pages.missing().to_vec(), ..Made::default() })
    }),
};
