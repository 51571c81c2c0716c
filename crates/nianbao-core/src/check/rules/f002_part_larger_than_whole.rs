use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::reckon::Amount;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "F002",
    name: "其中数大于总数",
    severity: Severity::Error,
    why: "“其中”之后的数是前面那个数的一部分，不会比它大。",
    source: "统计数据的基本勾稽关系",
    strength: Strength::Usual,
    wrong: "全区持有执法证人员共157人，其中镇街1028人。",
    right: "全区持有执法证人员共1578人，其中镇街1028人。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    for group in &facts.groups {
        let whole = &facts.quantities[group.whole];
        let total = Amount::of(whole);
        for &n in &group.parts {
            let part = &facts.quantities[n];
            let amount = Amount::of(part);
            if amount.plain <= total.plain || total.says(&amount.range) || whole.end > part.start {
                continue;
            }
            let message = format!("其中{}，比总数{}还大", facts.shown(n), facts.shown(group.whole));
            out.push(Spot::new(whole.start..part.end, message).hint("请核对这两个数"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn a_part_larger_than_its_whole_is_found() {
        finds(
            "F002",
            &[
                ("共15宗，其中经复议提起诉讼13宗，已开庭27宗。", ""),
                ("共15宗，其中经复议提起诉讼16宗。", "15宗，其中经复议提起诉讼16宗"),
                ("共20余人，其中镇街25人。", ""),
                ("共1.2万人，其中镇街12000人。", ""),
                ("共约20人，其中镇街20人。", ""),
                ("开展培训15场，其中参加人员300人。", ""),
            ],
        );
    }
}
