//! The figures that are not settled yet, and why.

use nianbao_core::ledger::{Agreement, Ledger, uses};
use nianbao_core::record::{Figure, YearRecords};

use super::{FiguresOverview, Unsettled, UnsettledFigure};
use crate::calls::review;

pub(super) fn of(records: &YearRecords, before: Option<&YearRecords>) -> FiguresOverview {
    let ledger = Ledger::new(records, before);
    let mut unsettled: Vec<UnsettledFigure> = Vec::new();
    for figure in &records.figures {
        let troubles = troubles(figure, ledger.agreement(&figure.key));
        unsettled.extend(troubles.into_iter().map(|(why, message)| at(figure, why, message)));
    }
    for changed in review::changed(records) {
        let Some(figure) = records.figure(&changed.key) else { continue };
        let message = if changed.added {
            "核定后新增，请再看一遍".to_owned()
        } else {
            format!("核定后改过，有{}处要再看一遍", changed.uses.len())
        };
        unsettled.push(at(figure, Unsettled::Changed, message));
    }
    let mut unknown = uses(records);
    unknown.retain(|key, _| records.figure(key).is_none());
    FiguresOverview {
        count: records.figures.len(),
        without_value: records.figures.iter().filter(|f| f.value.is_none()).count(),
        without_source: records.figures.iter().filter(|f| f.source.trim().is_empty()).count(),
        unknown: unknown.into_keys().collect(),
        unsettled,
    }
}

fn at(figure: &Figure, why: Unsettled, message: String) -> UnsettledFigure {
    UnsettledFigure {
        id: figure.id,
        key: figure.key.clone(),
        label: figure.label_or_key().to_owned(),
        why,
        message,
    }
}

fn troubles(figure: &Figure, agreement: Option<Agreement>) -> Vec<(Unsettled, String)> {
    let mut out = Vec::new();
    if figure.value.is_none() {
        let message = match &agreement {
            Some(Agreement::Offered { computed }) => format!("还没有填数，按关系算出{computed}"),
            _ => "还没有填数".to_owned(),
        };
        out.push((Unsettled::NoValue, message));
    }
    if figure.source.trim().is_empty() {
        out.push((Unsettled::NoSource, "还没有写来源".to_owned()));
    }
    match agreement {
        Some(Agreement::Differs { value, computed }) => {
            out.push((Unsettled::Differs, format!("填的是{value}，按关系算出{computed}，请核对")));
        }
        Some(Agreement::Unknown { message, .. }) => out.push((Unsettled::Unknown, message)),
        Some(Agreement::Holds { .. } | Agreement::Offered { .. }) | None => {}
    }
    out
}
