use crate::check::Severity;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::text::parts::Part;

pub(super) static RULE: Rule = Rule {
    code: "S001",
    name: "缺少规定的部分",
    severity: Severity::Warning,
    why: "年度报告要写举措和成效、不足和原因、下一年度安排，缺一项会被要求重报。",
    source: "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）",
    strength: Strength::Binding,
    wrong: "甲局2023年法治政府建设年度报告\n一、主要举措和成效\n加强学习。\n二、下一步工作计划\n加强培训。",
    right: "甲局2023年法治政府建设年度报告\n一、主要举措和成效\n加强学习。\n二、存在的不足和原因\n力量不足。\n三、下一步工作计划\n加强培训。",
    looks: Looks::Document(look),
};

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    if !document.is_whole() {
        return;
    }
    let has = |parts: &[Part]| {
        document.facts.iter().any(|facts| facts.part.is_some_and(|part| parts.contains(&part)))
    };
    for (parts, word) in [
        (&[Part::Results][..], "举措和成效"),
        (&[Part::Problems, Part::Causes, Part::ProblemsAndPlans], "不足和原因"),
        (&[Part::Plans, Part::ProblemsAndPlans], "下一年度安排"),
    ] {
        if !has(parts) {
            let spot = Spot::new(0..0, format!("报告里没有“{word}”部分"));
            out.push((None, spot.hint("请补上这一部分")));
        }
    }
}
