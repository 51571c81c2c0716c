use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::lists::Kind;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "T005",
    name: "漏了字",
    severity: Severity::Warning,
    why: "固定的词组少了一个字，读起来不成话。",
    source: "公开报告中常见的差错",
    strength: Strength::Practice,
    wrong: "各单位主要负责同志在会上进行述职告。",
    right: "各单位主要负责同志在会上进行述职报告。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, context: &Context, out: &mut Spots) {
    for (at, word) in context.lists.wrong(facts, Kind::Dropped) {
        let (wrong, right) = (&word.wrong, &word.right);
        let message = format!("“{wrong}”好像漏了字，是不是“{right}”");
        out.push(Spot::new(at..at + wrong.chars().count(), message).hint("请对照原意补上"));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn compounds_with_a_character_missing_are_found() {
        finds(
            "T005",
            &[
                ("进行述职告，护航工程高质量。", "述职告|高质量。"),
                ("依统筹整合基层力量。", "依统筹"),
                ("追求更高质量。化解矛盾纷争。", ""),
                ("进行述职报告。推动高质量发展。", ""),
            ],
        );
    }
}
