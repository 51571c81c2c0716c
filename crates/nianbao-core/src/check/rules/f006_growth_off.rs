use crate::check::Severity;
use crate::check::compared::{change, clause, last_years, this_years};
use crate::check::facts::Facts;
use crate::check::reckon::{Amount, is_percent, percent, shown};
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};
use crate::ledger::range::{Range, whole};

pub(super) static RULE: Rule = Rule {
    code: "F006",
    name: "增减百分比不符",
    severity: Severity::Warning,
    why: "同比由两年的数算得，文中两个数都有的，应当算得出来。",
    source: "统计数据的基本勾稽关系",
    strength: Strength::Usual,
    wrong: "受理行政复议申请120件，较去年的100件增长30%。",
    right: "受理行政复议申请120件，较去年的100件增长20%。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, context: &Context, out: &mut Spots) {
    for sentence in &facts.sentences {
        let own = facts.quantities_in(sentence);
        let changes = || own.clone().filter(|&n| is_percent(&facts.quantities[n]));
        if changes().count() == 0 {
            continue;
        }
        let Some(base) = last_years(facts, &own, context.year) else { continue };
        for n in changes() {
            let Some(up) = change(&clause(facts, n)) else { continue };
            let said = &facts.quantities[n];
            let result = |now: usize| {
                let (now, last) = (&facts.quantities[now], &facts.quantities[base]);
                let (plain, range) = percent(&Amount::of(now), &Amount::of(last))?;
                let hundred = whole(100);
                let (plain, range) = (plain - &hundred, range.minus(&Range::point(hundred)));
                Some(if up { (plain, range) } else { (-plain, range.times(&whole(-1))) })
            };
            let candidates = this_years(facts, &own, base, n);
            let Some(&now) = candidates.first() else { continue };
            let holds = |m: usize| result(m).is_none_or(|(_, r)| Amount::of(said).says(&r));
            if candidates.iter().any(|&m| holds(m)) {
                continue;
            }
            let Some((plain, _)) = result(now) else { continue };
            let (word, plain) = match (up, plain < whole(0)) {
                (true, false) | (false, true) => ("增长", if up { plain } else { -plain }),
                (true, true) | (false, false) => ("下降", if up { -plain } else { plain }),
            };
            let message = format!(
                "文中写{}{}，从{}到{}是{word}{}",
                if up { "增长" } else { "下降" },
                facts.shown(n),
                facts.shown(base),
                facts.shown(now),
                shown(&plain, said),
            );
            out.push(Spot::new(said.start..said.end, message).hint("请核对百分比和两年的数"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn growth_that_does_not_follow_is_found() {
        finds(
            "F006",
            &[
                ("受理案件120件，同比增长20%（去年100件）。", ""),
                ("受理案件120件，同比增长25%（去年100件）。", "25%"),
                ("受理案件80件，比去年的100件下降20%。", ""),
                ("受理案件80件，比去年的100件下降25%。", "25%"),
                ("受理案件120件，比去年的100件下降20%。", "20%"),
                ("受理案件由去年的100件增加到120件，增长20%。", ""),
                ("受理案件由去年的100件增加到120件，增长12%。", "12%"),
                ("受理案件120件，同比增长20%。", ""),
                ("受理案件120余件，比去年的100件增长25%。", ""),
                ("受理案件120件，较去年增长20%，调解50件，较去年增长30%。", ""),
            ],
        );
    }
}
