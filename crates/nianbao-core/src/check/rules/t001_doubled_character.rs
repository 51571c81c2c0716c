use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "T001",
    name: "多打了一个字",
    severity: Severity::Warning,
    why: "同一个字连打两遍，是录入时最常见的差错。",
    source: "公开报告中常见的差错",
    strength: Strength::Practice,
    wrong: "稳步推进行政执法规范化的的各项工作。",
    right: "稳步推进行政执法规范化的各项工作，做到人人知晓、事事有人管。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, context: &Context, out: &mut Spots) {
    let chars = &facts.chars;
    let mut at = 0;
    while at + 1 < chars.len() {
        let c = chars[at];
        let length = chars[at..].iter().take_while(|next| **next == c).count();
        let stutters = length > 1;
        if let Some(doubled) = stutters.then(|| context.lists.words.doubled.get(&c)).flatten() {
            let stands = |side: Option<&char>, allowed: &str| {
                side.is_some_and(|side| allowed.contains(*side))
            };
            let before = at.checked_sub(1).and_then(|before| chars.get(before));
            let makes_words =
                stands(chars.get(at + length), &doubled.next) || stands(before, &doubled.prev);
            if !(length == 2 && makes_words) {
                let message = format!("“{c}”字重复了");
                out.push(Spot::new(at..at + length, message).fix(c.to_string()));
            }
        }
        at += length;
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn characters_typed_twice_are_found_and_words_that_meet_are_not() {
        finds(
            "T001",
            &[
                ("区委的的决策部署", "的的"),
                ("完成了了任务", "了了"),
                ("进行行检查", "行行"),
                ("以公开为目的的制度", ""),
                ("为了了解情况", ""),
                ("推进行政执法，进行行政检查", ""),
                ("强化职工工资保障", ""),
                ("改进工作作风", ""),
                ("公开开展招标", ""),
                ("落实立法法", ""),
                ("人人参与、常常提醒、一一核对、是是非非", ""),
                ("扎扎实实推进", ""),
                ("银行行长", ""),
                ("政政政府", "政政政"),
            ],
        );
    }
}
