//! A table made whole: every place of its grid taken once, and widths that add up to the text width.
//! A table wider than the page is scaled to it; none is cut.

use super::{TEXT_WIDTH, Twips};
use crate::doc::{Cell, Inline, Table};

/// One line of a cell: enough for the tallest face in use, and the same in every program.
pub const LINE: Twips = 420;
/// Above and below a cell's text.
pub const CELL_ABOVE: Twips = 45;
/// Left and right of it.
pub const CELL_BESIDE: Twips = 85;

/// What stands at a place of the grid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place<'a> {
    /// None: nothing was given for this place.
    pub cell: Option<&'a Cell>,
    pub span: usize,
    pub merge: Merge,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Merge {
    None,
    /// The first of so many rows that are one.
    Start(u16),
    Continue,
}

/// Whether a row may not be divided between pages: it is short, so that it has room on any.
pub fn stays_whole(row: &[Place<'_>]) -> bool {
    const SHORT: usize = 60;
    let long = |place: &Place<'_>| {
        let inlines = place.cell.map_or(&[][..], |cell| &cell.inlines);
        let chars = |inline: &Inline| match inline {
            Inline::Text(text) => text.text.chars().count(),
            Inline::Break => SHORT / 6,
        };
        inlines.iter().map(chars).sum::<usize>()
    };
    row.iter().map(long).max().unwrap_or(0) <= SHORT
}

/// Every row made full: merged cells continued, missing ones empty. A table whose spans do not fit is
/// widened rather than cut; a span that reaches below the last row ends there.
pub fn grid(table: &Table) -> (Vec<Vec<Place<'_>>>, usize) {
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
            let merge = if below > 0 { Merge::Start(below + 1) } else { Merge::None };
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

/// Rows below one that it can reach into: those of the head stay among themselves.
fn rows_left(table: &Table, row: usize) -> u16 {
    let end = if row < table.header_rows { table.header_rows } else { table.rows.len() };
    u16::try_from(end.min(table.rows.len()) - row - 1).unwrap_or(u16::MAX)
}

/// Twips of each column; they add up to the text width to the twip. A column without a width given
/// gets a mean one.
pub fn widths(given: &[u16], columns: usize) -> Vec<Twips> {
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
