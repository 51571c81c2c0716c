//! Laid-out pages as PDF/A-2b.

use nianbao_typeset::PdfKind;

use super::{Format, Make};
use crate::typesetting;

pub(super) const FORMAT: Format = Format {
    key: "pdf",
    ending: "pdf",
    name: "PDF 文件",
    purpose: "定稿用，版面固定，适合打印、归档（PDF/A）",
    editions: true,
    make: Make::Pages(|pages| typesetting::pdf(pages, PdfKind::Archive)),
};
