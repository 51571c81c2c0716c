use std::collections::BTreeSet;

use crate::check::Severity;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::doc::Role;
use crate::text::numbering;
use crate::text::punctuation::is_han;

pub(super) static RULE: Rule = Rule {
    code: "T010",
    name: "同一句话写了两遍",
    severity: Severity::Warning,
    why: "同一句话在报告里出现两次，读的人会以为是拼凑的。",
    source: "公开报告中常见的差错",
    strength: Strength::Practice,
    wrong: "组织全区执法人员参加综合法律知识考试。推进平台应用。组织全区执法人员参加综合法律知识考试。",
    right: "组织全区执法人员参加综合法律知识考试。推进平台应用。组织镇街执法人员开展实操培训。",
    looks: Looks::Document(look),
};

/// Short sentences may well be said again: 成效明显。
const SHORT: usize = 15;

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for (n, facts) in document.facts.iter().enumerate().filter(|(_, f)| f.role == Role::Body) {
        for sentence in &facts.sentences {
            let chars = &facts.chars[sentence.clone()];
            let mark = numbering::read_in(&chars[..chars.len().min(12)]);
            let start = sentence.start + mark.map_or(0, |mark| mark.length);
            // A title said again beside a table is no sentence.
            if !chars.iter().any(|c| "。！？；".contains(*c)) {
                continue;
            }
            let words: String =
                facts.chars[start..sentence.end].iter().filter(|c| c.is_alphanumeric()).collect();
            if words.chars().filter(|c| is_han(*c)).count() < SHORT {
                continue;
            }
            if !seen.insert(words) {
                let spot = Spot::new(start..sentence.end, "这句话前面写过了");
                out.push((Some(n), spot.hint("请删去一处，或者换一种写法")));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn sentences_said_again_are_found() {
        let one = "一是组织全区执法人员参加综合法律知识考试。";
        let other = "二是组织全区执法人员，参加综合法律知识考试。";
        finds(
            "T010",
            &[
                (&format!("{one}{other}"), "组织全区执法人员，参加综合法律知识考试。"),
                (&format!("{one}\n{other}"), "组织全区执法人员，参加综合法律知识考试。"),
                ("成效明显。\n成效明显。", ""),
                (one, ""),
            ],
        );
    }
}
