use crate::check::facts::Facts;
use crate::check::reckon::{Amount, shown, sum};
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};
use crate::check::{Severity, sums::Group};

pub(super) static RULE: Rule = Rule {
    code: "F001",
    name: "分项与合计不符",
    severity: Severity::Warning,
    why: "合计等于各分项之和，差一个数就会被追问。口径不同的，请在文中说明。",
    source: "统计数据的基本勾稽关系",
    strength: Strength::Usual,
    wrong: "全年办理案件100宗，其中行政检查70宗，行政处罚20宗，行政强制5宗。",
    right: "全年办理案件100宗，其中行政检查70宗，行政处罚25宗，行政强制5宗。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    for group in facts.groups.iter().filter(|group| group.parts.len() > 1) {
        let amounts: Vec<Amount> =
            group.parts.iter().map(|&n| Amount::of(&facts.quantities[n])).collect();
        let whole = &facts.quantities[group.whole];
        let total = Amount::of(whole);
        let (plain, range) = sum(&amounts);
        if total.says(&range) || !is_told(group, &total, &plain) {
            continue;
        }
        let last = group.parts.iter().copied().max().unwrap_or(group.whole).max(group.whole);
        let first = group.parts.iter().copied().min().unwrap_or(group.whole).min(group.whole);
        let at = facts.quantities[first].start..facts.quantities[last].end;
        let parts: Vec<String> = group.parts.iter().map(|&n| facts.shown(n)).collect();
        let message = format!(
            "合计写的是{}，各分项{}相加是{}",
            facts.shown(group.whole),
            parts.join("、"),
            shown(&plain, whole),
        );
        out.push(
            Spot::new(at, message).hint("请核对合计和各分项；口径不同或没有列全的，请在文中说明"),
        );
    }
}

/// A sum that falls short may leave parts unsaid: two parts are told only where little is missing.
fn is_told(group: &Group, total: &Amount, sum: &crate::ledger::range::Exact) -> bool {
    if *sum > total.plain {
        return !group.open;
    }
    let ten = crate::ledger::range::whole(10);
    let little = (&total.plain - sum) * ten <= total.plain;
    !group.open && (group.complete || little)
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn a_total_that_its_parts_do_not_make_is_found() {
        finds(
            "F001",
            &[
                ("办理12宗，其中检查7宗、处罚5宗。", ""),
                ("办理12宗，其中检查7宗、处罚6宗。", "12宗，其中检查7宗、处罚6宗"),
                ("办理12宗，其中检查7宗、处罚1宗。", ""),
                ("办理100宗，其中检查70宗、处罚29宗。", "100宗，其中检查70宗、处罚29宗"),
                ("办理100余宗，其中检查70宗、处罚29宗、强制5宗。", ""),
                (
                    "办理100余宗，其中检查70宗、处罚20宗、强制5宗。",
                    "100余宗，其中检查70宗、处罚20宗、强制5宗",
                ),
                ("在册268人（缓刑261人、假释2人、管制0人、暂予监外执行5人）。", ""),
                (
                    "在册268人（缓刑261人、假释2人、管制1人、暂予监外执行5人）。",
                    "268人（缓刑261人、假释2人、管制1人、暂予监外执行5人",
                ),
                ("发放资料3.5万份，其中手册20000份，折页15020份。", ""),
                ("检查7宗、处罚5宗、强制1宗，合计14宗。", "7宗、处罚5宗、强制1宗，合计14宗"),
                ("办理100宗，其中检查70宗、处罚20宗等。", ""),
            ],
        );
    }
}
