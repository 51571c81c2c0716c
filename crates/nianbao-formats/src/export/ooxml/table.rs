use nianbao_core::looks::table::Merge;

use super::{Twips, Xml};

/// CT_TblPr of a fixed, ruled, centred table: the one kind that Word, WPS and LibreOffice lay out alike.
pub struct TableProps {
    pub style: &'static str,
    pub floating: Option<Floating>,
    pub width: Twips,
    pub rules: Rules,
    /// Above and below a cell's text, and left and right of it.
    pub cell_margins: (Twips, Twips),
}

impl TableProps {
    pub fn write(&self, x: &mut Xml) {
        x.element("w:tblPr", &[], |x| {
            x.val("w:tblStyle", self.style);
            if let Some(Floating::AtFoot { left }) = self.floating {
                x.empty(
                    "w:tblpPr",
                    &[
                        ("w:vertAnchor", "margin".into()),
                        // LibreOffice takes a table as wide as the text for one that floats only
                        // if its place is counted from the paper's edge.
                        ("w:horzAnchor", "page".into()),
                        ("w:tblpX", left.into()),
                        ("w:tblpYSpec", "bottom".into()),
                    ],
                );
            }
            x.empty("w:tblW", &[("w:w", self.width.into()), ("w:type", "dxa".into())]);
            x.val("w:jc", "center");
            borders(x, self.rules);
            x.empty("w:tblLayout", &[("w:type", "fixed".into())]);
            cell_margins(x, self.cell_margins);
        });
    }
}

/// Where a table stands that is not in the text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Floating {
    /// On the lower edge of the text area of its page; `left`: from the paper's edge.
    AtFoot { left: Twips },
}

/// Widths in eighths of a point.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Rules {
    All(u32),
    /// Across only: the first and the last, those between.
    Across(u32, u32),
}

/// CT_TblBorders.
pub(super) fn borders(x: &mut Xml, rules: Rules) {
    let sides = match rules {
        Rules::All(n) => [n; 6],
        Rules::Across(outer, inner) => [outer, 0, outer, 0, inner, 0],
    };
    x.element("w:tblBorders", &[], |x| {
        let names = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"];
        for (side, width) in names.into_iter().zip(sides) {
            border(x, side, width);
        }
    });
}

fn border(x: &mut Xml, side: &'static str, width: u32) {
    if width == 0 {
        x.val(side, "nil");
        return;
    }
    x.empty(
        side,
        &[
            ("w:val", "single".into()),
            ("w:sz", width.into()),
            ("w:space", 0.into()),
            ("w:color", "000000".into()),
        ],
    );
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

/// CT_TcPr.
pub struct CellProps {
    pub width: Twips,
    pub span: usize,
    pub merge: Merge,
    /// Whether the rule below it is left out.
    pub open_below: bool,
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
                Merge::Start(_) => x.val("w:vMerge", "restart"),
                Merge::Continue => x.empty("w:vMerge", &[]),
            }
            if self.open_below {
                x.element("w:tcBorders", &[], |x| border(x, "w:bottom", 0));
            }
            x.val("w:vAlign", "center");
        });
    }
}
