use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::lists::Kind;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "T004",
    name: "易混的词",
    severity: Severity::Warning,
    why: "这些词常被混用，换一个字意思就变了。本单位词表里加的词也在这里提示。",
    source: "《现代汉语词典》和有关法律法规的用词",
    strength: Strength::Usual,
    wrong: "既使人手紧张，也按期办结。",
    right: "即使人手紧张，也按期办结。",
    looks: Looks::Paragraph(look),
};

/// 又 stands no farther behind 既.
const NEAR: usize = 30;

fn look(facts: &Facts, context: &Context, out: &mut Spots) {
    for (at, word) in context.lists.wrong(facts, Kind::Confused) {
        let (wrong, right) = (&word.wrong, &word.right);
        let at = at..at + wrong.chars().count();
        // 既使群众满意，又使企业受益.
        let both = matches!(wrong.as_str(), "既使" | "既将")
            && facts.chars[at.end..].iter().take(NEAR).any(|c| *c == '又');
        if !both {
            let message = format!("“{wrong}”是不是“{right}”");
            out.push(Spot::new(at, message).hint(word.why.as_str()));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn words_taken_for_one_another_are_found() {
        finds(
            "T004",
            &[
                ("既使经费紧张，也要保障。", "既使"),
                ("既使群众满意，又使企业受益。", ""),
                ("配备法制副校长12名。", "法制副校长"),
                ("以经济建设为中心。", ""),
                ("工作以经完成。", "以经"),
            ],
        );
    }
}
