//! Tables with merged cells. Widths are real and fixed: Word reads `tcW`, WPS and LibreOffice `gridCol`.

use nianbao_core::doc::{Cell, Table};

use super::runs::{Pen, Setting};
use super::styles::{TABLE, TABLE_GAP, TABLE_HEAD, TABLE_TEXT};
use crate::export::ooxml::{CellProps, Merge, ParagraphProps, TableProps, Twips, Xml};
use nianbao_core::looks::TEXT_WIDTH;

/// What stands at a place of the grid.
#[derive(Clone, Copy)]
struct Place<'a> {
    /// None: nothing was given for this place.
    cell: Option<&'a Cell>,
    span: usize,
    merge: Merge,
}

/// `gap`: no paragraph follows, and Word needs one.
pub fn write(x: &mut Xml, pen: &mut Pen<'_>, table: &Table, keep_next: bool, gap: bool) {
    let (rows, columns) = grid(table);
    if rows.is_empty() || columns == 0 {
        return;
    }
    let widths = widths(&table.columns, columns);
    x.element("w:tbl", &[], |x| {
        TableProps { style: TABLE, width: TEXT_WIDTH, rule: 4, cell_margins: (45, 85) }.write(x);
        x.element("w:tblGrid", &[], |x| {
            for width in &widths {
                x.empty("w:gridCol", &[("w:w", (*width).into())]);
            }
        });
        for (n, row) in rows.iter().enumerate() {
            let header = n < table.header_rows;
            let keep = keep_next && n + 1 == rows.len();
            x.element("w:tr", &[], |x| {
                if header {
                    x.element("w:trPr", &[], |x| x.empty("w:tblHeader", &[]));
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
            CellProps { width, span: place.span, merge: place.merge }.write(x);
            x.element("w:p", &[], |x| {
                ParagraphProps { keep_next, ..ParagraphProps::styled(id) }.write(x);
                if let Some(cell) = place.cell {
                    pen.runs(x, &cell.inlines, Setting { face, level: None });
                }
            });
        });
    }
}

/// Every row made full: merged cells continued, missing ones empty. A table whose spans do not fit is
/// widened rather than cut; a span that reaches below the last row ends there.
fn grid(table: &Table) -> (Vec<Vec<Place<'_>>>, usize) {
    let mut columns = table.columns.len();
    let mut rows: Vec<Vec<Place<'_>>> = Vec::new();
    // Of each column: rows still covered from above, and the span they are covered with (0: inside one).
    let mut covered: Vec<(u16, usize)> = Vec::new();
    for (n, cells) in table.rows.iter().enumerate() {
        let mut row = Vec::new();
        let mut next = cells.iter();
        let mut at = 0;
        loop {
            if let Some((left, span)) = covered.get_mut(at).filter(|c| c.0 > 0) {
                *left -= 1;
                row.push(Place { cell: None, span: *span, merge: Merge::Continue });
                at += *span;
                continue;
            }
            let Some(cell) = next.next() else {
                if at < covered.len() {
                    row.push(Place { cell: None, span: 1, merge: Merge::None });
                    at += 1;
                    continue;
                }
                break;
            };
            // A span ends where a cell from above stands.
            let free = covered.iter().skip(at).take_while(|c| c.0 == 0).count();
            let wanted = usize::from(cell.columns.max(1));
            let span = if at + free < covered.len() { wanted.min(free) } else { wanted };
            let below = (cell.rows.max(1) - 1).min(rows_left(table, n));
            if covered.len() < at + span {
                covered.resize(at + span, (0, 0));
            }
            covered[at] = (below, span);
            let merge = if below > 0 { Merge::Start } else { Merge::None };
            row.push(Place { cell: Some(cell), span, merge });
            at += span;
        }
        columns = columns.max(at);
        rows.push(row);
    }
    for row in &mut rows {
        let used: usize = row.iter().map(|p| p.span).sum();
        row.extend((used..columns).map(|_| Place { cell: None, span: 1, merge: Merge::None }));
    }
    (rows, columns)
}

fn rows_left(table: &Table, row: usize) -> u16 {
    u16::try_from(table.rows.len() - row - 1).unwrap_or(u16::MAX)
}

/// Twips of each column; they add up to the text width to the twip. A column without a width given
/// gets a mean one.
fn widths(given: &[u16], columns: usize) -> Vec<Twips> {
    let mean = (given.iter().map(|w| i64::from(*w)).sum::<i64>()
        / i64::try_from(given.len().max(1)).unwrap_or(1))
    .max(1);
    let share = |n: usize| given.get(n).map_or(mean, |w| i64::from(*w).max(1));
    let total: i64 = (0..columns).map(share).sum();
    let mut sum = 0;
    let mut edge = 0;
    (0..columns)
        .map(|n| {
            sum += share(n);
            let next = sum * i64::from(TEXT_WIDTH) / total.max(1);
            let width = next - edge;
            edge = next;
            Twips::try_from(width).unwrap_or(0)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_add_up_to_the_text_width() {
        for (given, columns) in
            [(vec![500, 500], 2), (vec![333, 333, 333], 3), (vec![], 7), (vec![0, 1000], 2)]
        {
            let widths = widths(&given, columns);
            assert_eq!(widths.len(), columns);
            assert_eq!(widths.iter().sum::<Twips>(), TEXT_WIDTH);
        }
    }
}
