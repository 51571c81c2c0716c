//! The year's ledger as a table: number, indicator, unit, this year's value, last year's and the scope
//! where there are any.

use std::collections::BTreeSet;

use super::page::added;
use crate::doc::{Align, Cell, Face, Inline, Table, Text};
use crate::ledger::Decimal;
use crate::record::{Figure, Precision, YearRecords};

/// Figures of `untold` are not printed.
pub(super) fn table(records: &YearRecords, untold: &BTreeSet<String>) -> Table {
    let year = records.year.year;
    let told = records.figures.iter().filter(|figure| !untold.contains(&figure.key));
    let figures: Vec<&Figure> = told.collect();
    let kept = Kept {
        before: figures.iter().any(|figure| figure.previous.is_some()),
        scope: figures.iter().any(|figure| !figure.scope.trim().is_empty()),
    };
    let deep = if kept.before { 2 } else { 1 };
    let head = |text: &str, columns, rows| cell(added(text), columns, rows, Align::Centre);
    let mut first = vec![head("序号", 1, deep), head("指标", 1, deep), head("单位", 1, deep)];
    let this = format!("{year}年");
    let mut rows = Vec::new();
    first.push(if kept.before { head("数值", 2, 1) } else { head(&this, 1, 1) });
    if kept.scope {
        first.push(head("口径", 1, deep));
    }
    rows.push(first);
    if kept.before {
        rows.push(vec![head(&this, 1, 1), head(&format!("{}年", year - 1), 1, 1)]);
    }
    rows.extend(figures.iter().zip(1..).map(|(figure, n)| row(figure, n, kept)));
    Table { columns: columns(&figures, kept), header_rows: usize::from(deep), rows }
}

/// Columns that not every ledger fills.
#[derive(Clone, Copy)]
struct Kept {
    before: bool,
    scope: bool,
}

fn row(figure: &Figure, n: usize, kept: Kept) -> Vec<Cell> {
    let value = Text {
        text: value(figure),
        face: Face::Plain,
        origin: None,
        figure: Some(figure.key.clone()),
        masked: None,
    };
    let mut row = vec![
        cell(added(&n.to_string()), 1, 1, Align::Centre),
        cell(added(figure.label_or_key()), 1, 1, Align::Left),
        cell(added(&figure.unit), 1, 1, Align::Centre),
        cell(Inline::Text(value), 1, 1, Align::Right),
    ];
    if kept.before {
        row.push(cell(added(&before(figure)), 1, 1, Align::Right));
    }
    if kept.scope {
        row.push(cell(added(figure.scope.trim()), 1, 1, Align::Left));
    }
    row
}

fn value(figure: &Figure) -> String {
    let written = |value: Decimal| match figure.precision {
        Precision::Exact => value.to_string(),
        Precision::About => format!("约{value}"),
        Precision::Over => format!("{value}余"),
    };
    figure.value.map(written).unwrap_or_default()
}

fn before(figure: &Figure) -> String {
    figure.previous.map(|value| value.to_string()).unwrap_or_default()
}

/// Thousandths of the text width a 四号 character takes, and what a cell has beside its text.
const CHAR: usize = 32;
const BESIDE: usize = 22;

/// As much for units and values as they need; indicator and scope share the rest as they are long.
fn columns(figures: &[&Figure], kept: Kept) -> Vec<u16> {
    let longest = |of: &dyn Fn(&Figure) -> usize| figures.iter().map(|f| of(f)).max().unwrap_or(0);
    let mean = |of: &dyn Fn(&Figure) -> usize| {
        figures.iter().map(|f| of(f)).sum::<usize>() / figures.len().max(1)
    };
    let chars = |text: &str| text.chars().count();
    let unit = (longest(&|f| chars(&f.unit)) * CHAR + BESIDE).clamp(90, 160);
    // Digits are little more than half a character; 2023年 stands above them.
    let number = longest(&|f| chars(&value(f)).max(chars(&before(f))));
    let number = (number * CHAR * 5 / 8 + BESIDE).clamp(145, 220);
    let numbers = if kept.before { vec![number; 2] } else { vec![number] };
    let mut columns = vec![90, 0, unit];
    columns.extend(numbers);
    let rest = 1000 - columns.iter().sum::<usize>();
    if kept.scope {
        let label = mean(&|f| chars(f.label_or_key())) + 4;
        let scope = mean(&|f| chars(f.scope.trim())) + 4;
        columns[1] = (rest * label / (label + scope)).clamp(rest * 35 / 100, rest * 65 / 100);
        columns.push(rest - columns[1]);
    } else {
        columns[1] = rest;
    }
    columns.into_iter().map(|width| u16::try_from(width).unwrap_or(u16::MAX)).collect()
}

fn cell(inline: Inline, columns: u16, rows: u16, align: Align) -> Cell {
    Cell { inlines: vec![inline], columns, rows, align }
}
