//! Tables with merged cells. Widths are real and fixed: Word reads `tcW`, WPS and LibreOffice `gridCol`.

use nianbao_core::diff::Side;
use nianbao_core::doc::{Align, Table};
use nianbao_core::looks::TEXT_WIDTH;
use nianbao_core::looks::table::{CELL_ABOVE, CELL_BESIDE, Place, grid, stays_whole, widths};

use super::runs::{Pen, Setting};
use super::styles::{TABLE, TABLE_GAP, TABLE_HEAD, TABLE_TEXT};
use crate::export::ooxml::{CellProps, Justify, ParagraphProps, Rules, TableProps, Twips, Xml};

/// `gap`: no paragraph follows, and Word needs one.
/// `side`: where its rows stand, in a document with tracked changes.
pub fn write(
    x: &mut Xml,
    pen: &mut Pen<'_>,
    table: &Table,
    keep_next: bool,
    gap: bool,
    side: Side,
) {
    let (rows, columns) = grid(table);
    if rows.is_empty() || columns == 0 {
        return;
    }
    let widths = widths(&table.columns, columns);
    x.element("w:tbl", &[], |x| {
        TableProps {
            style: TABLE,
            floating: None,
            width: TEXT_WIDTH,
            rules: Rules::All(4),
            cell_margins: (CELL_ABOVE, CELL_BESIDE),
        }
        .write(x);
        x.element("w:tblGrid", &[], |x| {
            for width in &widths {
                x.empty("w:gridCol", &[("w:w", (*width).into())]);
            }
        });
        for (n, row) in rows.iter().enumerate() {
            let header = n < table.header_rows;
            let keep = keep_next && n + 1 == rows.len();
            x.element("w:tr", &[], |x| {
                let whole = stays_whole(row);
                if header || whole || side != Side::Same {
                    x.element("w:trPr", &[], |x| {
                        x.switch("w:cantSplit", whole.then_some(true));
                        x.switch("w:tblHeader", header.then_some(true));
                        if let Some(tracker) = &mut pen.tracker {
                            tracker.mark(x, side);
                        }
                    });
                }
                write_row(x, pen, row, &widths, header, keep);
            });
        }
    });
    if gap {
        x.element("w:p", &[], |x| ParagraphProps::styled(TABLE_GAP).write(x));
    }
}

fn write_row(
    x: &mut Xml,
    pen: &mut Pen<'_>,
    row: &[Place<'_>],
    widths: &[Twips],
    header: bool,
    keep_next: bool,
) {
    let (id, face) = if header {
        (TABLE_HEAD, pen.style.faces.heading1.as_str())
    } else {
        (TABLE_TEXT, pen.style.faces.body.as_str())
    };
    let mut at = 0;
    for place in row {
        let width = widths.iter().skip(at).take(place.span).sum();
        at += place.span;
        x.element("w:tc", &[], |x| {
            CellProps { width, span: place.span, merge: place.merge, open_below: false }.write(x);
            x.element("w:p", &[], |x| {
                let justify = place.cell.filter(|_| !header).and_then(|cell| match cell.align {
                    Align::Left => None,
                    Align::Centre => Some(Justify::Center),
                    Align::Right => Some(Justify::Right),
                });
                ParagraphProps { keep_next, justify, ..ParagraphProps::styled(id) }.write(x);
                if let Some(cell) = place.cell {
                    pen.runs(x, &cell.inlines, Setting::of(face));
                }
            });
        });
    }
}
