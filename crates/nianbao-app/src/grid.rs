//! The ledger as the screen shows it.

use nianbao_core::ledger::{Agreement, Decimal, Ledger, formula, uses};
use nianbao_core::record::{Figure, Relation, YearRecords};

use crate::calls::figure::{FigureHistory, FigurePoint, Grid, GridRow, UnknownKey};

pub(crate) fn of(this: &YearRecords, last: Option<&YearRecords>) -> Grid {
    let ledger = Ledger::new(this, last);
    let changes = changes(this, last);
    let mut uses = uses(this);
    let rows = this
        .figures
        .iter()
        .zip(changes)
        .map(|(figure, change)| GridRow {
            figure: figure.clone(),
            last_year: ledger.last_year(&figure.key),
            change,
            change_in_points: is_percent(figure),
            formula: figure.relation.as_ref().map(|relation| formula(relation, &ledger)),
            agreement: ledger.agreement(&figure.key),
            uses: uses.remove(&figure.key).unwrap_or_default(),
        })
        .collect();
    Grid {
        year: this.year.year,
        holds_last_year: last.is_some(),
        rows,
        unknown: uses.into_iter().map(|(key, uses)| UnknownKey { key, uses }).collect(),
    }
}

fn is_percent(figure: &Figure) -> bool {
    matches!(figure.unit.trim(), "%" | "％")
}

/// 同比 of every figure: a figure beside each that follows from it, reckoned like any other. A brace in
/// its key keeps it apart from all that can be typed.
fn changes(this: &YearRecords, last: Option<&YearRecords>) -> Vec<Option<Decimal>> {
    let beside = |figure: &Figure| {
        let of = figure.key.clone();
        let relation =
            if is_percent(figure) { Relation::Points { of } } else { Relation::YearOnYear { of } };
        Figure { key: format!("{{{}", figure.key), relation: Some(relation), ..Figure::default() }
    };
    let mut figures = this.figures.clone();
    figures.extend(this.figures.iter().map(beside));
    let ledger = Ledger::of(&figures, last.map_or(&[], |last| &last.figures));
    let given = |figure: &Figure| match ledger.agreement(&format!("{{{}", figure.key)) {
        Some(Agreement::Offered { computed }) => Some(computed),
        _ => None,
    };
    this.figures.iter().map(given).collect()
}

/// `years` from the oldest on.
pub(crate) fn history(key: &str, years: &[YearRecords]) -> FigureHistory {
    let mut history = FigureHistory {
        key: key.to_owned(),
        label: key.to_owned(),
        unit: String::new(),
        points: Vec::new(),
    };
    for records in years {
        let Some(figure) = records.figure(key) else { continue };
        history.label = figure.label_or_key().to_owned();
        history.unit.clone_from(&figure.unit);
        let year = records.year.year;
        let known = history.points.last().is_some_and(|p| p.year == year - 1 && p.value.is_some());
        if !known && figure.previous.is_some() {
            history.points.retain(|p| p.year != year - 1);
            history.points.push(point(figure, year - 1, figure.previous, true));
        }
        history.points.push(point(figure, year, figure.value, false));
    }
    history
}

fn point(figure: &Figure, year: i32, value: Option<Decimal>, typed_beside: bool) -> FigurePoint {
    FigurePoint {
        year,
        value,
        unit: figure.unit.clone(),
        scope: figure.scope.clone(),
        typed_beside,
    }
}
