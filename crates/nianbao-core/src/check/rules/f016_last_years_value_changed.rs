use crate::check::rule::{Looks, RecordSpot, RecordSpots, Rule, Strength};
use crate::check::{Severity, YearInput};
use crate::record::Kind;

pub(super) static RULE: Rule = Rule {
    code: "F016",
    name: "上年数与上年报告不同",
    severity: Severity::Warning,
    why: "同比用的上年数与去年报出去的不是一个数，两份报告摆在一起就会被看出来。",
    source: "公开报告中常见的差错",
    strength: Strength::Practice,
    wrong: "（上年报告“办理案件”是1970宗，今年台账的上年数填了1790宗）",
    right: "（上年数填1970宗，或不填，由程序取上年的数）",
    looks: Looks::Records(look),
};

fn look(year: &YearInput<'_>, out: &mut RecordSpots) {
    let Some(last) = year.last else { return };
    for figure in &year.records.figures {
        let Some(typed) = figure.previous else { continue };
        let before = last.figures.iter().find(|f| f.key == figure.key && f.unit == figure.unit);
        let Some(reported) = before.and_then(|before| before.value) else { continue };
        if reported.value().normalize() == typed.value().normalize() {
            continue;
        }
        let (name, unit) = (figure.label_or_key(), &figure.unit);
        out.push(RecordSpot {
            kind: Kind::Figure,
            id: figure.id,
            field: "previous",
            message: format!("“{name}”上年数填的是{typed}{unit}，上年报告里是{reported}{unit}"),
            hint: "请核对；上年报告有误的，请在口径里写明".to_owned(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::compose::Edition;
    use crate::record::{Figure, Unit, Year, YearRecords};

    #[test]
    fn a_last_years_value_unlike_last_years_report_is_told() {
        let figure = |value: &str, previous: &str| Figure {
            key: "案件".to_owned(),
            value: value.parse().ok(),
            previous: previous.parse().ok(),
            ..Figure::default()
        };
        let of = |figure| {
            let mut records = YearRecords::new(Unit::default(), Year::default());
            records.figures.push(figure);
            records
        };
        let last = of(figure("1970", ""));
        for (previous, meant) in [("1970", 0), ("1790", 1), ("", 0)] {
            let records = of(figure("12925", previous));
            let mut out = Vec::new();
            let catalog = Catalog::built_in();
            look(
                &YearInput {
                    records: &records,
                    last: Some(&last),
                    edition: Edition::Submission,
                    catalog,
                },
                &mut out,
            );
            assert_eq!(out.len(), meant, "{previous}");
        }
    }
}
