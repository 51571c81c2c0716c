use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::reckon::{Amount, same_unit, shown};
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "F004",
    name: "余数与总数、减数不符",
    severity: Severity::Warning,
    why: "在册、未结这类数由总数减去已办的数得来，三个数同时出现时应当对得上。",
    source: "统计数据的基本勾稽关系",
    strength: Strength::Usual,
    wrong: "今年列管607人，解除矫正339人，目前在册286人。",
    right: "今年列管607人，解除矫正339人，目前在册268人。",
    looks: Looks::Paragraph(look),
};

/// What is left, what went, and what there was, by the end of the words before the number; the surest
/// words of a whole first.
const LEFT: [&str; 8] = ["在册", "在矫", "未结", "未办结", "正在办理", "尚在办理", "结余", "剩余"];
const GONE: [&str; 9] =
    ["解除矫正", "解除", "解矫", "办结", "审结", "结案", "已结", "销号", "已办结"];
const WHOLE: [&str; 6] = ["列管", "累计", "受理", "收到", "登记", "共有"];

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    let says = |words: &[&str]| words.iter().any(|word| facts.says(word));
    if !says(&LEFT) || !says(&GONE) {
        return;
    }
    for sentence in &facts.sentences {
        let own = facts.quantities_in(sentence);
        if own.len() < 3 {
            continue;
        }
        let is_left = |n: &usize| is_called(facts, *n, &LEFT);
        let one = |words: &[&str], left: bool| {
            let called = |n: &usize| is_called(facts, *n, words) && is_left(n) == left;
            let mut all = own.clone().filter(called);
            all.next().filter(|_| all.next().is_none())
        };
        // 未办结 ends in 办结.
        let (Some(left), Some(gone)) = (one(&LEFT, true), one(&GONE, false)) else { continue };
        let same = |n: usize| {
            same_unit(&facts.quantities[n], &facts.quantities[left]) && n != left && n != gone
        };
        let wholes: Vec<usize> = WHOLE
            .iter()
            .flat_map(|word| own.clone().filter(|&n| is_called(facts, n, &[word])))
            .filter(|&n| same(n) && !facts.is_part(n))
            .collect();
        let (Some(&whole), true) =
            (wholes.first(), same_unit(&facts.quantities[gone], &facts.quantities[left]))
        else {
            continue;
        };
        if facts.is_part(left) || facts.is_part(gone) {
            continue;
        }
        let amount = |n: usize| Amount::of(&facts.quantities[n]);
        let rest = |n: usize| amount(n).range.minus(&amount(gone).range);
        if wholes.iter().any(|&n| amount(left).says(&rest(n))) {
            continue;
        }
        let plain = amount(whole).plain - amount(gone).plain;
        let message = format!(
            "文中写{}，{}减{}是{}",
            facts.shown(left),
            facts.shown(whole),
            facts.shown(gone),
            shown(&plain, &facts.quantities[left]),
        );
        let at = facts.quantities[left].start..facts.quantities[left].end;
        out.push(Spot::new(at, message).hint("请核对这三个数；另有增减的，请在文中说明"));
    }
}

fn is_called(facts: &Facts, n: usize, words: &[&str]) -> bool {
    let start = facts.quantities[n].start;
    let before = facts.slice(start.saturating_sub(12)..start);
    let bare = before.trim_end_matches(['共', '为', '有', '计']);
    let clause = bare.rsplit(['，', ',', '。', '；', '、', '(', '（']).next().unwrap_or(bare);
    words.iter().any(|word| {
        clause.ends_with(word)
            || clause.rfind(word).is_some_and(|at| clause[at + word.len()..].chars().count() <= 4)
                && WHOLE.contains(word)
    })
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn a_rest_that_does_not_follow_is_found() {
        let sample = |whole: &str, gone: &str, left: &str| {
            format!(
                "全区共接收社区矫正282人,解除矫正{gone}人,今年列管{whole}人,目前在册{left}人(缓刑261人、假释2人、管制0人、暂予监外执行5人)。"
            )
        };
        finds(
            "F004",
            &[
                (&sample("607", "339", "268"), ""),
                (&sample("608", "339", "268"), "268人"),
                (&sample("607", "340", "268"), "268人"),
                (&sample("607", "339", "269"), "269人"),
                ("受理案件20件，办结18件，未办结2件。", ""),
                ("受理案件20件，办结18件，未办结3件。", "3件"),
                ("受理案件20件，办结18件。", ""),
                ("受理投诉20件，办结18件，发放文书30份，剩余3份。", ""),
            ],
        );
    }
}
