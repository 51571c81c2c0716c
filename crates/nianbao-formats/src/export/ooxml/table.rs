use super::{Twips, Xml};

/// CT_TblPr of a fixed, ruled, centred table: the one kind that Word, WPS and LibreOffice lay out alike.
pub struct TableProps {
    pub style: &'static str,
    pub width: Twips,
    /// Eighths of a point.
    pub rule: u32,
    /// Above and below a cell's text, and left and right of it.
    pub cell_margins: (Twips, Twips),
}

impl TableProps {
    pub fn write(&self, x: &mut Xml) {
        x.element("w:tblPr", &[], |x| {
            x.val("w:tblStyle", self.style);
            x.empty("w:tblW", &[("w:w", self.width.into()), ("w:type", "dxa".into())]);
            x.val("w:jc", "center");
            borders(x, self.rule);
            x.empty("w:tblLayout", &[("w:type", "fixed".into())]);
            cell_margins(x, self.cell_margins);
        });
    }
}

/// CT_TblBorders: all six rules alike.
pub(super) fn borders(x: &mut Xml, rule: u32) {
    x.element("w:tblBorders", &[], |x| {
        for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
            x.empty(
                side,
                &[
                    ("w:val", "single".into()),
                    ("w:sz", rule.into()),
                    ("w:space", 0.into()),
                    ("w:color", "000000".into()),
                ],
            );
        }
    });
}

pub(super) fn cell_margins(x: &mut Xml, (above, beside): (Twips, Twips)) {
    x.element("w:tblCellMar", &[], |x| {
        for (side, width) in
            [("w:top", above), ("w:left", beside), ("w:bottom", above), ("w:right", beside)]
        {
            x.empty(side, &[("w:w", width.into()), ("w:type", "dxa".into())]);
        }
    });
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Merge {
    None,
    /// The first cell of a column of merged ones.
    Start,
    Continue,
}

/// CT_TcPr.
pub struct CellProps {
    pub width: Twips,
    pub span: usize,
    pub merge: Merge,
}

impl CellProps {
    pub fn write(&self, x: &mut Xml) {
        x.element("w:tcPr", &[], |x| {
            x.empty("w:tcW", &[("w:w", self.width.into()), ("w:type", "dxa".into())]);
            if self.span > 1 {
                x.val("w:gridSpan", u32::try_from(self.span).unwrap_or(u32::MAX));
            }
            match self.merge {
                Merge::None => {}
                Merge::Start => x.val("w:vMerge", "restart"),
                Merge::Continue => x.empty("w:vMerge", &[]),
            }
            x.val("w:vAlign", "center");
        });
    }
}
