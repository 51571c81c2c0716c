use crate::check::Severity;
use crate::check::compared::clause;
use crate::check::facts::Facts;
use crate::check::reckon::is_percent;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "F012",
    name: "百分比没有基数",
    severity: Severity::Hint,
    why: "只有百分比、没有件数，读的人看不出规模，也无从核对。",
    source: "公开报告中常见的差错",
    strength: Strength::Practice,
    wrong: "行政复议案件同比增长35%。",
    right: "受理行政复议案件135件，同比增长35%。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    let counted = facts.quantities.iter().any(|q| !is_percent(q) && q.unit != "个百分点");
    if counted {
        return;
    }
    for (n, quantity) in facts.quantities.iter().enumerate().filter(|(_, q)| is_percent(q)) {
        let words = clause(facts, n);
        let compared = ["同比", "环比", "较上年", "较去年", "比去年", "比上年", "占"];
        if compared.iter().any(|word| words.contains(word)) {
            let message = format!("写了{}，没有写相应的数", facts.shown(n));
            out.push(
                Spot::new(quantity.start..quantity.end, message).hint("请把件数、人数一并写上"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn percents_without_a_number_are_found() {
        finds(
            "F012",
            &[("案件同比增长35%。", "35%"), ("满意率99%。", ""), ("受理12件，同比增长20%。", "")],
        );
    }
}
