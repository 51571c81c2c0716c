use std::collections::BTreeMap;

use crate::check::Severity;
use crate::check::compared::clause;
use crate::check::facts::Facts;
use crate::check::reckon::{Amount, is_percent, scaled};
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::record::Precision;

pub(super) static RULE: Rule = Rule {
    code: "F011",
    name: "同一数据前后不一",
    severity: Severity::Warning,
    why: "同一个数在两处写得不一样，读的人不知道信哪个。",
    source: "公开报告中常见的差错",
    strength: Strength::Practice,
    wrong: "全年共收到行政复议申请247宗。\n全年共收到行政复议申请274宗，均已办结。",
    right: "全年共收到行政复议申请247宗。\n收到的行政复议申请247宗均已办结。",
    looks: Looks::Document(look),
};

/// A label that says enough to be one thing has so many characters.
const LABEL: usize = 6;

/// Words that tell one count from another though their labels are alike.
const TOLD_APART: [&str; 16] = [
    "其中",
    "上年",
    "去年",
    "同比",
    "月",
    "季度",
    "上半年",
    "下半年",
    "每",
    "分别",
    "第",
    "先后",
    "另",
    "增加",
    "减少",
    "余下",
];

/// Quantities that count all of something, by number.
pub(in crate::check) fn totals(facts: &Facts) -> Vec<usize> {
    let said = |n: &usize| {
        let quantity = &facts.quantities[*n];
        if quantity.precision != Precision::Exact || is_percent(quantity) || facts.is_part(*n) {
            return false;
        }
        let clause = clause(facts, *n);
        let total = ["共", "累计", "总计", "全年", "合计"].iter().any(|w| clause.contains(w));
        total
            && !TOLD_APART.iter().any(|word| clause.contains(word))
            && facts.label(*n).chars().count() >= LABEL
    };
    (0..facts.quantities.len()).filter(said).collect()
}

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    let mut first: BTreeMap<(&str, &str), (usize, usize)> = BTreeMap::new();
    for (para, facts) in document.facts.iter().enumerate() {
        for &n in &facts.noted().totals {
            let quantity = &facts.quantities[n];
            let key = (facts.label(n), scaled(&quantity.unit).1);
            let Some(&(before, m)) = first.get(&key) else {
                first.insert(key, (para, n));
                continue;
            };
            let other = &document.facts[before].quantities[m];
            if Amount::of(other).plain == Amount::of(quantity).plain {
                continue;
            }
            let message = format!(
                "“{}”前面写的是{}，这里写的是{}",
                facts.label(n),
                document.facts[before].shown(m),
                facts.shown(n),
            );
            let spot = Spot::new(quantity.start..quantity.end, message);
            out.push((Some(para), spot.hint("请核对哪个对；口径不同的，请分别写明")));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn a_figure_with_two_values_is_found() {
        finds(
            "F011",
            &[
                ("共收到行政复议申请247宗。\n共收到行政复议申请247宗。", ""),
                ("共收到行政复议申请247宗。\n累计收到行政复议申请250宗。", "250宗"),
                ("共收到行政复议申请247宗。\n其中共收到行政复议申请20宗。", ""),
                ("培训镇街执法人员20名。\n培训镇街执法人员30名。", ""),
            ],
        );
    }
}
