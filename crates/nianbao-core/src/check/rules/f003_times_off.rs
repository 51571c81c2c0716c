use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::reckon::{Amount, quotient, same_unit, shown};
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "F003",
    name: "倍数不符",
    severity: Severity::Warning,
    why: "倍数由两个数相除得来，文中已有这两个数的，读的人会自己除一遍。",
    source: "统计数据的基本勾稽关系",
    strength: Strength::Usual,
    wrong: "今年办理案件1200宗，是去年的6.5倍（2022年共办理案件200宗）。",
    right: "今年办理案件1200宗，是去年的6倍（2022年共办理案件200宗）。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    for sentence in &facts.sentences {
        let own = facts.quantities_in(sentence);
        for n in own.clone().filter(|&n| facts.quantities[n].unit == "倍") {
            let times = &facts.quantities[n];
            let before = facts.slice(sentence.start..times.start);
            // 增长3倍 is four times as much to some and three to others.
            let of_last = ["去年的", "上年的", "去年同期的", "上年同期的", "上一年的", "年的"];
            if !of_last.iter().any(|words| before.ends_with(words)) {
                continue;
            }
            let Some(base) = base(facts, n, own.end) else { continue };
            let heads = heads(facts, own.start..n, base);
            let Some(&head) = heads.first() else { continue };
            let holds = |of: usize| {
                let (of, by) =
                    (Amount::of(&facts.quantities[of]), Amount::of(&facts.quantities[base]));
                quotient(&of, &by).map(|(plain, range)| (plain, Amount::of(times).says(&range)))
            };
            if heads.iter().any(|&of| holds(of).is_none_or(|(_, holds)| holds)) {
                continue;
            }
            let Some((plain, _)) = holds(head) else { continue };
            let message = format!(
                "文中写{}，{}除以{}是{}",
                facts.shown(n),
                facts.shown(head),
                facts.shown(base),
                shown(&plain, times),
            );
            out.push(Spot::new(times.start..times.end, message).hint("请核对倍数和两年的数"));
        }
    }
}

/// Last year's number: the next one behind, said to be of another year.
fn base(facts: &Facts, times: usize, end: usize) -> Option<usize> {
    let next = times + 1;
    let words = facts.slice(facts.quantities[times].end..facts.quantities.get(next)?.start);
    let other_year = ["去年", "上年", "上一年", "年"].iter().any(|word| words.contains(word));
    (next < end && other_year && words.chars().count() <= 20).then_some(next)
}

/// What can be the number that grew: counted in the same, and no part of another.
fn heads(facts: &Facts, before: std::ops::Range<usize>, base: usize) -> Vec<usize> {
    let same = |n: &usize| same_unit(&facts.quantities[*n], &facts.quantities[base]);
    before.rev().filter(same).filter(|n| !facts.is_part_of_earlier(*n)).collect()
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn times_that_do_not_follow_are_found() {
        let sample = |times: &str| {
            format!(
                "办理案件12925宗,其中行政检查12447宗,行政处罚465宗,行政强制13宗,是去年的{times}倍(2022年共办理案件1970宗)。"
            )
        };
        finds(
            "F003",
            &[
                (&sample("6.56"), ""),
                (&sample("6.6"), ""),
                (&sample("约6.5"), ""),
                (&sample("6.57"), "6.57倍"),
                (&sample("65.6"), "65.6倍"),
                ("办理案件1200宗，是去年的3倍。", ""),
                ("办理案件1200宗，增长3倍（去年400宗）。", ""),
            ],
        );
    }
}
