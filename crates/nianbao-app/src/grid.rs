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
    // A share of less than nothing tells nobody anything; the screen says 由负转正 instead.
    let below = |figure: &Figure| {
        let last = ledger.last_year(&figure.key);
        !is_percent(figure) && last.is_some_and(|v| v.to_string().starts_with('-'))
    };
    let given = |figure: &Figure| match ledger.agreement(&format!("{{{}", figure.key)) {
        Some(Agreement::Offered { computed }) if !below(figure) => Some(computed),
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

#[cfg(test)]
mod tests {
    use nianbao_core::record::{Unit, Year};

    use super::*;

    #[test]
    fn a_change_from_less_than_nothing_is_no_share() {
        let mut this = YearRecords::new(Unit::default(), Year::default());
        for (key, value, previous, unit) in [
            ("增", "12", "10", "宗"),
            ("负", "12", "-10", "万元"),
            ("更负", "-20", "-10", "万元"),
            ("转负", "-5", "10", "万元"),
            ("率", "3", "-1", "%"),
        ] {
            this.figures.push(Figure {
                key: key.into(),
                unit: unit.into(),
                value: value.parse().ok(),
                previous: previous.parse().ok(),
                ..Figure::default()
            });
        }
        let changes = changes(&this, None).into_iter();
        let changes: Vec<Option<String>> = changes.map(|c| c.map(|c| c.to_string())).collect();
        let changes: Vec<Option<&str>> = changes.iter().map(Option::as_deref).collect();
        assert!(matches!(changes[..], [Some(_), None, None, Some(_), Some("4")]), "{changes:?}");
    }
}
