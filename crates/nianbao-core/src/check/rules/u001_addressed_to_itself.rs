use crate::check::Severity;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::check::titles::addressees;
use crate::doc::Role;

pub(super) static RULE: Rule = Rule {
    code: "U001",
    name: "主送写成了本单位",
    severity: Severity::Warning,
    why: "报告是报给上级的，主送机关不能是报告单位自己。",
    source: "《党政机关公文处理工作条例》关于主送机关的规定",
    strength: Strength::Binding,
    wrong: "甲局2023年法治政府建设年度报告\n甲局：\n现将有关情况报告如下。\n甲局\n2024年2月1日",
    right: "甲局2023年法治政府建设年度报告\n区委、区政府：\n现将有关情况报告如下。\n甲局\n2024年2月1日",
    looks: Looks::Document(look),
};

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    let of = |role| document.facts.iter().enumerate().find(move |(_, f)| f.role == role);
    let Some((n, addressee)) = of(Role::Addressee) else { return };
    let signed = of(Role::Signature).map(|(_, facts)| facts.text.trim());
    let unit = document.context.unit.as_str();
    let own = |name: &str| !name.is_empty() && (name == unit || Some(name) == signed);
    for (name, at) in addressees(addressee).into_iter().filter(|(name, _)| own(name)) {
        let spot = Spot::new(at, format!("主送里的“{name}”就是报告单位"));
        out.push((Some(n), spot.hint("请改为报送的上级机关")));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn a_report_to_its_own_unit_is_found() {
        let text = |to: &str| format!("甲局2023年度报告\n{to}：\n现报告如下。\n甲局\n2024年2月1日");
        finds(
            "U001",
            &[(&text("区委、甲局"), "甲局"), (&text("区委、区政府"), ""), (&text("甲局党组"), "")],
        );
    }
}
