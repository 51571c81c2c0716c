use crate::check::Severity;
use crate::check::compared::clause;
use crate::check::facts::Facts;
use crate::check::reckon::{Amount, is_percent, percent, same_unit, shown};
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};
use crate::record::Precision;

pub(super) static RULE: Rule = Rule {
    code: "F005",
    name: "占比不符",
    severity: Severity::Warning,
    why: "占比由部分除以总数得来，文中两个数都有的，应当除得出来。",
    source: "统计数据的基本勾稽关系",
    strength: Strength::Usual,
    wrong: "全年受理案件200件，其中调解结案150件，占70%。",
    right: "全年受理案件200件，其中调解结案150件，占75%。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    for sentence in &facts.sentences {
        let own = facts.quantities_in(sentence);
        for n in own.clone().skip(1).filter(|&n| is_percent(&facts.quantities[n])) {
            let words = clause(facts, n);
            let bare = words.trim_end_matches(['约', '为', '达', '的', '到']);
            let share = bare.ends_with("占") || bare.ends_with("占比") || bare.ends_with("比例");
            let of_total = bare.starts_with('占') && bare.ends_with("总数");
            let part = n - 1;
            let gap = facts.quantities[n].start - facts.quantities[part].end;
            if !(share || of_total) || gap > 12 || is_percent(&facts.quantities[part]) {
                continue;
            }
            let mut said = facts.quantities[n].clone();
            // 约占75%
            if words.starts_with(['约', '近']) && said.precision == Precision::Exact {
                said.precision = Precision::About;
            }
            let said = &said;
            let holds = |whole: usize| {
                let of = Amount::of(&facts.quantities[part]);
                let by = Amount::of(&facts.quantities[whole]);
                percent(&of, &by).map(|(plain, range)| (plain, Amount::of(said).says(&range)))
            };
            let wholes = wholes(facts, &own, part);
            let Some(&whole) = wholes.first() else { continue };
            let sure = wholes.len() == 1;
            if !sure || wholes.iter().any(|&w| holds(w).is_none_or(|(_, holds)| holds)) {
                continue;
            }
            let Some((plain, _)) = holds(whole) else { continue };
            let message = format!(
                "文中写占{}，{}占{}的{}",
                facts.shown(n),
                facts.shown(part),
                facts.shown(whole),
                shown(&plain, said),
            );
            out.push(Spot::new(said.start..said.end, message).hint("请核对占比和两个数"));
        }
    }
}

/// What the part may be a share of: the whole it is said to be of, else all larger ones before it.
fn wholes(facts: &Facts, own: &std::ops::Range<usize>, part: usize) -> Vec<usize> {
    if let Some(whole) = facts.whole_of(part) {
        return vec![whole];
    }
    let of = &facts.quantities[part];
    let larger = |n: &usize| {
        let one = &facts.quantities[*n];
        same_unit(one, of) && Amount::of(one).plain >= Amount::of(of).plain
    };
    (own.start..part).filter(larger).collect()
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn shares_that_do_not_follow_are_found() {
        finds(
            "F005",
            &[
                ("检查12925宗，其中行政检查12447宗，占96.3%，行政处罚478宗，占3.7%。", ""),
                ("检查12925宗，其中行政检查12447宗，占93.6%。", "93.6%"),
                ("受理200件，调解150件，占75%。", ""),
                ("受理200件，调解150件，占比70%。", "70%"),
                ("受理300件，立案200件，调解150件，占80%。", ""),
                ("受理200件，调解151件，占约75%。", ""),
                ("受理200件，调解150件，同比增长20%。", ""),
            ],
        );
    }
}
