use crate::check::Severity;
use crate::check::compared::{change, clause, last_years, this_years};
use crate::check::facts::Facts;
use crate::check::reckon::{Amount, is_percent, same_unit, shown};
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};
use crate::ledger::range::whole;

pub(super) static RULE: Rule = Rule {
    code: "F007",
    name: "增减数不符",
    severity: Severity::Warning,
    why: "增加或减少多少由两年的数相减得来，文中都有的，应当减得出来。",
    source: "统计数据的基本勾稽关系",
    strength: Strength::Usual,
    wrong: "受理行政复议申请120件，比去年的100件增加30件。",
    right: "受理行政复议申请120件，比去年的100件增加20件。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, context: &Context, out: &mut Spots) {
    for sentence in &facts.sentences {
        let own = facts.quantities_in(sentence);
        if own.len() < 3 {
            continue;
        }
        let Some(base) = last_years(facts, &own, context.year) else { continue };
        for n in own.clone().filter(|&n| n != base && !is_percent(&facts.quantities[n])) {
            let said = &facts.quantities[n];
            let Some(up) = change(&clause(facts, n)) else { continue };
            if !same_unit(said, &facts.quantities[base]) {
                continue;
            }
            let candidates = this_years(facts, &own, base, n);
            let Some(&now) = candidates.first() else { continue };
            let last = Amount::of(&facts.quantities[base]);
            let result = |m: usize| {
                let now = Amount::of(&facts.quantities[m]);
                let (plain, range) = (now.plain - &last.plain, now.range.minus(&last.range));
                if up { (plain, range) } else { (-plain, range.times(&whole(-1))) }
            };
            if candidates.iter().any(|&m| Amount::of(said).says(&result(m).1)) {
                continue;
            }
            let message = format!(
                "文中写{}{}，{}与{}相差{}",
                if up { "增加" } else { "减少" },
                facts.shown(n),
                facts.shown(now),
                facts.shown(base),
                shown(&result(now).0, said),
            );
            out.push(Spot::new(said.start..said.end, message).hint("请核对增减数和两年的数"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn changes_that_do_not_follow_are_found() {
        finds(
            "F007",
            &[
                ("受理案件120件，比去年的100件增加20件。", ""),
                ("受理案件120件，比去年的100件增加22件。", "22件"),
                ("受理案件80件，比去年的100件减少30件。", "30件"),
                ("受理案件80件，比去年的100件减少20件。", ""),
                ("受理案件120件，比去年增加20件。", ""),
            ],
        );
    }
}
