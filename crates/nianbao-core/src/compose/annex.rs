//! The year's ledger as a table: number, indicator, unit, this year's value and last year's, scope.

use std::collections::BTreeSet;

use super::page::added;
use crate::doc::{Align, Cell, Face, Inline, Table, Text};
use crate::ledger::Decimal;
use crate::record::{Figure, Precision, YearRecords};

/// Thousandths of the text width.
const COLUMNS: [u16; 6] = [85, 340, 90, 140, 140, 205];

/// Figures of `untold` are not printed.
pub(super) fn table(records: &YearRecords, untold: &BTreeSet<String>) -> Table {
    let year = records.year.year;
    let head = |text: &str, columns, rows| cell(added(text), columns, rows, Align::Centre);
    let mut rows = vec![
        vec![
            head("序号", 1, 2),
            head("指标", 1, 2),
            head("单位", 1, 2),
            head("数值", 2, 1),
            head("口径", 1, 2),
        ],
        vec![head(&format!("{year}年"), 1, 1), head(&format!("{}年", year - 1), 1, 1)],
    ];
    let told = records.figures.iter().filter(|figure| !untold.contains(&figure.key));
    rows.extend(told.zip(1..).map(|(figure, n)| row(figure, n)));
    Table { columns: COLUMNS.to_vec(), header_rows: 2, rows }
}

fn row(figure: &Figure, n: usize) -> Vec<Cell> {
    let value = Text {
        text: figure.value.map(|value| written(value, figure.precision)).unwrap_or_default(),
        face: Face::Plain,
        origin: None,
        figure: Some(figure.key.clone()),
        masked: None,
    };
    let before = figure.previous.map(|value| value.to_string()).unwrap_or_default();
    vec![
        cell(added(&n.to_string()), 1, 1, Align::Centre),
        cell(added(figure.label_or_key()), 1, 1, Align::Left),
        cell(added(&figure.unit), 1, 1, Align::Centre),
        cell(Inline::Text(value), 1, 1, Align::Right),
        cell(added(&before), 1, 1, Align::Right),
        cell(added(figure.scope.trim()), 1, 1, Align::Left),
    ]
}

fn written(value: Decimal, precision: Precision) -> String {
    match precision {
        Precision::Exact => value.to_string(),
        Precision::About => format!("约{value}"),
        Precision::Over => format!("{value}余"),
    }
}

fn cell(inline: Inline, columns: u16, rows: u16, align: Align) -> Cell {
    Cell { inlines: vec![inline], columns, rows, align }
}
