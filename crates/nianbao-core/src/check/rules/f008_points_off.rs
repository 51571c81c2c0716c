use crate::check::Severity;
use crate::check::compared::{change, clause};
use crate::check::facts::Facts;
use crate::check::reckon::{Amount, is_percent, shown};
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};
use crate::ledger::range::whole;

pub(super) static RULE: Rule = Rule {
    code: "F008",
    name: "百分点不符",
    severity: Severity::Warning,
    why: "两个百分比相减是几个百分点，文中都有的，应当减得出来。",
    source: "统计数据的基本勾稽关系",
    strength: Strength::Usual,
    wrong: "负责人出庭应诉率由82%提高到91%，提高8个百分点。",
    right: "负责人出庭应诉率由82%提高到91%，提高9个百分点。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    for sentence in &facts.sentences {
        let own = facts.quantities_in(sentence);
        let Some(n) = own.clone().find(|&n| facts.quantities[n].unit == "个百分点") else {
            continue;
        };
        let rates: Vec<usize> = own.clone().filter(|&m| is_percent(&facts.quantities[m])).collect();
        let (&[from, to], Some(up)) = (rates.as_slice(), change(&clause(facts, n))) else {
            continue;
        };
        let words = facts.slice(facts.quantities[from].end..facts.quantities[to].start);
        if own.len() != 3 || to > n || !words.ends_with(['到', '至']) {
            continue;
        }
        let said = &facts.quantities[n];
        let (from, to) = (Amount::of(&facts.quantities[from]), Amount::of(&facts.quantities[to]));
        let (mut plain, mut range) = (to.plain - from.plain, to.range.minus(&from.range));
        if !up {
            (plain, range) = (-plain, range.times(&whole(-1)));
        }
        if Amount::of(said).says(&range) {
            continue;
        }
        let message = format!("文中写{}，两个百分比相差{}", facts.shown(n), shown(&plain, said));
        out.push(Spot::new(said.start..said.end, message).hint("请核对百分点和两个百分比"));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn points_that_do_not_follow_are_found() {
        finds(
            "F008",
            &[
                ("应诉率由82%提高到91%，提高9个百分点。", ""),
                ("应诉率由82%提高到91%，提高10个百分点。", "10个百分点"),
                ("败诉率由8%下降至5.5%，下降2.5个百分点。", ""),
                ("败诉率由8%下降至5.5%，下降3.5个百分点。", "3.5个百分点"),
                ("应诉率91%，提高9个百分点。", ""),
            ],
        );
    }
}
