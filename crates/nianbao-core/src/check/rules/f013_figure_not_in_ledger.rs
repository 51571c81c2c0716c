use std::collections::BTreeSet;

use crate::check::Severity;
use crate::check::reckon::is_percent;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};

pub(super) static RULE: Rule = Rule {
    code: "F013",
    name: "正文的数不在台账里",
    severity: Severity::Hint,
    why: "数只写在正文里，改了一处会漏另一处，也没有口径和来源可查。",
    source: "台账管理的做法",
    strength: Strength::Practice,
    wrong: "（正文直接写了“办理案件12925宗”，台账里没有这个数）",
    right: "（正文写“办理案件{{办理案件}}”，数在台账里）",
    looks: Looks::Document(look),
};

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    let Some(year) = document.year else { return };
    let figures = year.records.figures.iter();
    let values = figures.filter_map(|f| Some((f.value?.value().normalize(), f.unit.as_str())));
    let ledger: BTreeSet<_> = values.collect();
    let shares: BTreeSet<_> = ledger.iter().map(|(value, _)| *value).collect();
    for (n, facts) in document.facts.iter().enumerate() {
        let para = &document.paper.paras[n];
        for quantity in &facts.quantities {
            let printed = para.prints_figure(quantity.start..quantity.end);
            let value = quantity.value.value().normalize();
            let known = ledger.contains(&(value, quantity.unit.as_str()))
                || is_percent(quantity) && shares.contains(&value);
            // One or two of a thing need no ledger.
            let small = quantity.value.value() < rust_decimal::Decimal::TEN;
            if printed || known || small || !facts.is_text() {
                continue;
            }
            let shown = facts.slice(quantity.start..quantity.end);
            let message = format!("“{shown}”不在台账里");
            let spot = Spot::new(quantity.start..quantity.end, message);
            out.push((Some(n), spot.hint("请把这个数记入台账，正文引用它")));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::{codes_of_year, one_line};

    #[test]
    fn a_number_that_is_only_typed_is_told() {
        for (body, meant) in [
            ("办理案件12925宗。", 1),
            ("办理案件{{办理案件}}。", 0),
            ("办理案件12900宗。", 0),
            ("办理案件12925宗，培训742名。", 2),
            ("召开会议4次。", 0),
        ] {
            let records = one_line(body, &[("办理案件", "12900", "宗")]);
            let told = codes_of_year(&records, None);
            assert_eq!(told.iter().filter(|code| *code == "F013").count(), meant, "{body}");
        }
    }
}
