use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "T002",
    name: "多打了一个词",
    severity: Severity::Warning,
    why: "同一个词连打两遍，多半是粘贴或者改稿时留下的。",
    source: "公开报告中常见的差错",
    strength: Strength::Practice,
    wrong: "扎实开展开展行政执法监督。",
    right: "扎实开展行政执法监督。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, context: &Context, out: &mut Spots) {
    for (at, word) in context.lists.words.said_twice(facts) {
        let length = word.chars().count();
        let message = format!("“{word}”重复了");
        out.push(Spot::new(at..at + 2 * length, message).fix(word));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn words_said_twice_in_a_row_are_found() {
        finds(
            "T002",
            &[
                ("开展开展检查", "开展开展"),
                ("进一步进一步规范", "进一步进一步"),
                ("开展，开展检查", ""),
                ("各级党组织组织学习", ""),
                ("行政执法执法证", ""),
            ],
        );
    }
}
