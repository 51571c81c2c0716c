use crate::check::Severity;
use crate::check::compared::clause;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "F010",
    name: "人数、件数带小数",
    severity: Severity::Error,
    why: "人、件、场次只能是整数；带小数的多半是漏了“万”或多打了一点。",
    source: "统计数据的基本常识",
    strength: Strength::Usual,
    wrong: "组织66.42名国家工作人员参加学法考试。",
    right: "组织6642名国家工作人员参加学法考试。",
    looks: Looks::Paragraph(look),
};

const WHOLE: [&str; 24] = [
    "人", "名", "件", "宗", "份", "个", "条", "场", "次", "项", "起", "张", "册", "期", "户", "家",
    "所", "支", "辆", "批", "人次", "场次", "件次", "位",
];

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    for (n, quantity) in facts.quantities.iter().enumerate() {
        let fraction = !quantity.value.value().fract().is_zero();
        if !fraction || !WHOLE.contains(&quantity.unit.as_str()) {
            continue;
        }
        // 人均2.5件 is an average.
        if clause(facts, n).contains(['均', '每']) {
            continue;
        }
        let message = format!("“{}”带小数，应当是整数", facts.shown(n));
        out.push(
            Spot::new(quantity.start..quantity.end, message)
                .hint("请核对：可能漏了“万”，或多打了小数点"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn counts_in_fractions_are_found() {
        finds(
            "F010",
            &[
                ("培训12.5人。", "12.5人"),
                ("发放资料3.5万份。", ""),
                ("人均办案12.5件。", ""),
                ("受理案件20.0件。", ""),
                ("挽回损失3.5万元，缩短2.5天。", ""),
            ],
        );
    }
}
