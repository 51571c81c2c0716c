use crate::check::rule::{Looks, RecordSpot, RecordSpots, Rule, Strength};
use crate::check::{Severity, YearInput};
use crate::ledger::{Agreement, Ledger, formula};
use crate::record::Kind;

pub(super) static RULE: Rule = Rule {
    code: "F015",
    name: "台账的数与关系不符",
    severity: Severity::Warning,
    why: "台账里写明了这个数由别的数得来，算出来不是它。",
    source: "统计数据的基本勾稽关系",
    strength: Strength::Usual,
    wrong: "（台账：办理案件100宗 = 检查70宗 + 处罚25宗）",
    right: "（台账：办理案件100宗 = 检查70宗 + 处罚30宗）",
    looks: Looks::Records(look),
};

fn look(year: &YearInput<'_>, out: &mut RecordSpots) {
    let ledger = Ledger::new(year.records, year.last);
    for figure in &year.records.figures {
        let Some(Agreement::Differs { value, computed }) = ledger.agreement(&figure.key) else {
            continue;
        };
        let formula = figure.relation.as_ref().map(|r| formula(r, &ledger)).unwrap_or_default();
        let (name, unit) = (figure.label_or_key(), &figure.unit);
        out.push(RecordSpot {
            kind: Kind::Figure,
            id: figure.id,
            field: "value",
            message: format!("“{name}”填的是{value}{unit}，按{formula}算是{computed}{unit}"),
            hint: "请核对各数；口径不同的，请在口径里写明".to_owned(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::compose::Edition;
    use crate::record::{Figure, Relation, Unit, Year, YearRecords};

    #[test]
    fn a_relation_of_the_ledger_that_does_not_hold_is_told_with_both_numbers() {
        let mut records = YearRecords::new(Unit::default(), Year::default());
        let figure = |key: &str, value: &str| Figure {
            key: key.to_owned(),
            value: value.parse().ok(),
            unit: "宗".to_owned(),
            ..Figure::default()
        };
        let parts = vec!["检查".to_owned(), "处罚".to_owned()];
        let total = Figure { relation: Some(Relation::Sum { parts }), ..figure("案件", "100") };
        records.figures = vec![total, figure("检查", "70"), figure("处罚", "25")];
        let told = |records: &YearRecords| {
            let mut out = Vec::new();
            look(
                &YearInput {
                    records,
                    last: None,
                    edition: Edition::Submission,
                    catalog: Catalog::built_in(),
                },
                &mut out,
            );
            out.into_iter().map(|spot| spot.message).collect::<Vec<_>>()
        };
        assert_eq!(told(&records), ["“案件”填的是100宗，按= 检查 + 处罚算是95宗"]);
        records.figures[2].value = "30".parse().ok();
        assert_eq!(told(&records), Vec::<String>::new());
    }
}
