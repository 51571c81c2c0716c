use crate::check::Severity;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::text::parts::Part;

pub(super) static RULE: Rule = Rule {
    code: "S007",
    name: "一个部分写得太少",
    severity: Severity::Hint,
    why: "公开的完整报告里，成效约占七八成，计划一两成；一两句话带过的部分会被认为没有做。",
    source: "对公开报告的统计",
    strength: Strength::Practice,
    wrong: "甲局2023年法治政府建设年度报告\n一、主要举措和成效\n加强学习。\n二、存在问题\n力量不足。\n三、下一步工作计划\n加强培训。",
    right: "一、主要举措和成效\n加强学习。",
    looks: Looks::Document(look),
};

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    if !document.is_whole() {
        return;
    }
    for (parts, least, word) in [
        (&[Part::Results][..], 400, "举措和成效"),
        (&[Part::Problems, Part::Causes], 60, "不足和原因"),
        (&[Part::Plans], 80, "下一年度安排"),
    ] {
        let own = || {
            let all = document.facts.iter().enumerate();
            all.filter(|(_, facts)| facts.part.is_some_and(|part| parts.contains(&part)))
        };
        let Some((first, _)) = own().next() else { continue };
        let length: usize = own().map(|(_, facts)| facts.chars.len()).sum();
        if length < least {
            let spot = Spot::new(
                0..document.facts[first].chars.len(),
                format!("“{word}”部分只有{length}个字"),
            );
            out.push((Some(first), spot.hint("请看看是否还有应写的内容")));
        }
    }
}
