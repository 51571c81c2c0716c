use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};
use crate::check::titles::addressees;
use crate::doc::Role;

pub(super) static RULE: Rule = Rule {
    code: "U002",
    name: "主送机关写了两遍",
    severity: Severity::Error,
    why: "同一机关在主送里只写一次，写两遍多半是粘贴时留下的。",
    source: "《党政机关公文处理工作条例》关于主送机关的规定",
    strength: Strength::Usual,
    wrong: "甲局2023年法治政府建设年度报告\n区委、区政府、区委：\n现将有关情况报告如下。",
    right: "甲局2023年法治政府建设年度报告\n区委、区政府：\n现将有关情况报告如下。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    if facts.role != Role::Addressee {
        return;
    }
    let all = addressees(facts);
    for (n, (name, at)) in all.iter().enumerate() {
        if all[..n].iter().any(|(before, _)| before == name) {
            let spot = Spot::new(at.clone(), format!("主送里“{name}”写了两遍"));
            out.push(spot.hint("请留下一处"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn one_organ_named_twice_is_found() {
        let text = |to: &str| format!("甲局2023年度报告\n{to}：\n现报告如下。");
        finds(
            "U002",
            &[
                (&text("区委、区政府、区委"), "区委"),
                (&text("市司法局、市司法局"), "市司法局"),
                (&text("区委、区委依法治区办"), ""),
            ],
        );
    }
}
