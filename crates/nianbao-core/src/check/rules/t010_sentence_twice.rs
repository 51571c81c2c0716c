use std::collections::BTreeSet;
use std::ops::Range;

use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::noted::fingerprint;
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
    let all = || document.facts.iter().flat_map(|facts| &facts.noted().said);
    let mut sorted: Vec<u128> = all().map(|(words, _)| *words).collect();
    sorted.sort_unstable();
    // Nearly no sentence stands twice.
    let twice: BTreeSet<u128> =
        sorted.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
    if twice.is_empty() {
        return;
    }
    let mut seen: BTreeSet<u128> = BTreeSet::new();
    for (n, facts) in document.facts.iter().enumerate().filter(|(_, f)| f.role == Role::Body) {
        for (words, at) in &facts.noted().said {
            if twice.contains(words) && !seen.insert(*words) {
                let spot = Spot::new(at.clone(), "这句话前面写过了");
                out.push((Some(n), spot.hint("请删去一处，或者换一种写法")));
            }
        }
    }
}

/// Sentences that say enough, each by what it says.
pub(in crate::check) fn said(facts: &Facts) -> Vec<(u128, Range<usize>)> {
    let mut out = Vec::new();
    for sentence in &facts.sentences {
        let chars = &facts.chars[sentence.clone()];
        let mark = numbering::read_in(&chars[..chars.len().min(12)]);
        let start = sentence.start + mark.map_or(0, |mark| mark.length);
        // A title said again beside a table is no sentence.
        if !chars.iter().any(|c| matches!(c, '。' | '！' | '？' | '；')) {
            continue;
        }
        let words =
            facts.chars[start..sentence.end].iter().filter(|c| is_han(**c) || c.is_alphanumeric());
        if words.clone().filter(|c| is_han(**c)).count() >= SHORT {
            out.push((fingerprint(words), start..sentence.end));
        }
    }
    out
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
