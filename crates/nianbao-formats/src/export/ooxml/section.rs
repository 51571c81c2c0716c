use super::{Twips, Xml};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum FooterKind {
    /// Odd pages, or all of them.
    Default,
    Even,
}

#[derive(Clone, Copy)]
pub struct FooterRef {
    pub kind: FooterKind,
    pub relation: &'static str,
}

/// CT_SectPr of a portrait section with a grid.
pub struct Section<'a> {
    pub footers: &'a [FooterRef],
    pub width: Twips,
    pub height: Twips,
    pub top: Twips,
    pub right: Twips,
    pub bottom: Twips,
    pub left: Twips,
    /// From the paper's edge.
    pub header: Twips,
    pub footer: Twips,
    pub line_pitch: Twips,
    /// 4096ths of a point that a character's pitch is more than its size; none: no character grid.
    pub char_space: Option<i32>,
}

impl Section<'_> {
    pub fn write(&self, x: &mut Xml) {
        x.element("w:sectPr", &[], |x| {
            for footer in self.footers {
                let kind = match footer.kind {
                    FooterKind::Default => "default",
                    FooterKind::Even => "even",
                };
                x.empty(
                    "w:footerReference",
                    &[("w:type", kind.into()), ("r:id", footer.relation.into())],
                );
            }
            x.empty("w:pgSz", &[("w:w", self.width.into()), ("w:h", self.height.into())]);
            x.empty(
                "w:pgMar",
                &[
                    ("w:top", self.top.into()),
                    ("w:right", self.right.into()),
                    ("w:bottom", self.bottom.into()),
                    ("w:left", self.left.into()),
                    ("w:header", self.header.into()),
                    ("w:footer", self.footer.into()),
                    ("w:gutter", 0.into()),
                ],
            );
            x.empty("w:cols", &[("w:space", 425.into())]);
            let pitch = ("w:linePitch", self.line_pitch.into());
            match self.char_space {
                None => x.empty("w:docGrid", &[("w:type", "lines".into()), pitch]),
                Some(space) => x.empty(
                    "w:docGrid",
                    &[("w:type", "linesAndChars".into()), pitch, ("w:charSpace", space.into())],
                ),
            }
        });
    }
}
