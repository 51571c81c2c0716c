use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};
use crate::doc::Role;
use crate::text::parts::Part;
use crate::text::punctuation::is_han;

pub(super) static RULE: Rule = Rule {
    code: "T013",
    name: "整段没有事实和数字",
    severity: Severity::Hint,
    why: "成效靠事实和数字说话，整段都是“不断”“切实”“进一步”，读的人记不住做了什么。",
    source: "办报告的经验",
    strength: Strength::Practice,
    wrong: "甲局2023年法治政府建设年度报告\n一、主要举措和成效\n不断强化责任意识，切实增强工作主动性，进一步提升依法行政水平，持续推动各项工作落地见效，全面提高服务能力。",
    right: "甲局2023年法治政府建设年度报告\n一、主要举措和成效\n不断强化责任意识，切实增强工作主动性，进一步提升依法行政水平，持续推动落实，全年开展执法培训12场。",
    looks: Looks::Paragraph(look),
};

/// A shorter paragraph leads over to what follows.
const SHORT: usize = 40;
/// So many of them, and nothing else, say nothing.
const MANY: usize = 4;

const EMPTY: [&str; 16] = [
    "不断",
    "切实",
    "进一步",
    "持续",
    "全面",
    "扎实",
    "深入",
    "积极",
    "大力",
    "着力",
    "有力",
    "有效",
    "充分",
    "认真",
    "始终",
    "牢固",
];

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    let results = facts.role == Role::Body && facts.part == Some(Part::Results);
    if !results || facts.chars.iter().filter(|c| is_han(**c)).count() < SHORT {
        return;
    }
    // A number, a title, a name in quotes: something happened.
    let solid = |c: &char| c.is_ascii_digit() || matches!(c, '０'..='９' | '《' | '“' | '%');
    if facts.chars.iter().any(solid) || !facts.quantities.is_empty() {
        return;
    }
    let empty: usize = EMPTY.iter().map(|word| facts.places(word).len()).sum();
    if empty >= MANY {
        let message = "这一段没有一件具体的事、一个数字";
        let hint = "请补上做了什么、做了多少、有什么变化";
        out.push(Spot::new(0..facts.chars.len(), message).hint(hint));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::rules::tests::found;

    #[test]
    fn paragraphs_that_say_nothing_are_found_among_results_only() {
        let body = RULE.wrong.rsplit('\n').next().unwrap();
        let of = |heading: &str, body: &str| {
            let text = format!("甲局2023年法治政府建设年度报告\n一、{heading}\n{body}");
            found("T013", &text).len()
        };
        assert_eq!(of("主要举措和成效", body), 1);
        assert_eq!(of("下一步工作计划", body), 0);
        assert_eq!(of("主要举措和成效", &format!("{body}印发《要点》。")), 0);
        assert_eq!(of("主要举措和成效", "不断加强学习，切实提高能力。"), 0);
    }
}
