use super::{Twips, Xml};

/// The four font slots. Theme attributes do not exist here: they would beat explicit names.
#[derive(Clone, Copy, PartialEq)]
pub enum Fonts<'a> {
    /// Names are the style's; marks like “ ” — … belong to the Chinese face.
    Hint,
    /// `hAnsi` is always the Chinese face, else Word sets “ ” — … · in the Latin one.
    Named { ascii: &'a str, cjk: &'a str },
}

impl Fonts<'_> {
    fn write(self, x: &mut Xml) {
        match self {
            Fonts::Hint => x.empty("w:rFonts", &[("w:hint", "eastAsia".into())]),
            Fonts::Named { ascii, cjk } => x.empty(
                "w:rFonts",
                &[
                    ("w:hint", "eastAsia".into()),
                    ("w:ascii", ascii.into()),
                    ("w:hAnsi", cjk.into()),
                    ("w:eastAsia", cjk.into()),
                    ("w:cs", cjk.into()),
                ],
            ),
        }
    }
}

/// CT_RPr.
#[derive(Clone, Copy, Default)]
pub struct RunProps<'a> {
    pub style: Option<&'static str>,
    pub fonts: Option<Fonts<'a>>,
    pub bold: Option<bool>,
    pub italic: Option<bool>,
    /// RRGGBB
    pub color: Option<&'static str>,
    /// Added after each character; negative tightens.
    pub spacing: Option<Twips>,
    /// Half points.
    pub size: Option<u32>,
    /// Chinese text with Latin in it.
    pub chinese: bool,
}

impl RunProps<'_> {
    pub fn write(&self, x: &mut Xml) {
        x.element("w:rPr", &[], |x| {
            if let Some(style) = self.style {
                x.val("w:rStyle", style);
            }
            if let Some(fonts) = self.fonts {
                fonts.write(x);
            }
            x.switch("w:b", self.bold);
            x.switch("w:bCs", self.bold);
            x.switch("w:i", self.italic);
            x.switch("w:iCs", self.italic);
            if let Some(color) = self.color {
                x.val("w:color", color);
            }
            if let Some(spacing) = self.spacing {
                x.val("w:spacing", spacing);
            }
            if let Some(size) = self.size {
                x.val("w:sz", size);
                x.val("w:szCs", size);
            }
            if self.chinese {
                x.empty("w:lang", &[("w:val", "en-US".into()), ("w:eastAsia", "zh-CN".into())]);
            }
        });
    }
}
