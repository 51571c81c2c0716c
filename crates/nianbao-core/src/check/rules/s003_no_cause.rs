use crate::check::Severity;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::text::parts::Part;

pub(super) static RULE: Rule = Rule {
    code: "S003",
    name: "只写问题，没有写原因",
    severity: Severity::Warning,
    why: "规定要求写不足和原因，只写不足是不完整的。",
    source: "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）",
    strength: Strength::Binding,
    wrong: "甲局2023年法治政府建设年度报告\n一、主要举措和成效\n加强学习。\n二、存在问题\n执法力量不足。\n三、下一步工作计划\n加强培训。",
    right: "甲局2023年法治政府建设年度报告\n一、主要举措和成效\n加强学习。\n二、存在问题\n执法力量不足，主要原因是编制少。\n三、下一步工作计划\n加强培训。",
    looks: Looks::Document(look),
};

const CAUSES: [&str; 8] = ["原因", "根源", "由于", "因为", "症结", "源于", "受限于", "归结"];

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    let own: Vec<usize> = (0..document.facts.len())
        .filter(|&n| {
            let part = document.facts[n].part;
            matches!(part, Some(Part::Problems | Part::Causes | Part::ProblemsAndPlans))
        })
        .collect();
    let Some(&first) = own.first().filter(|_| document.is_whole()) else { return };
    let body = |n: usize| !document.facts[n].is_heading();
    let said = own.iter().any(|&n| {
        let facts = document.facts[n];
        facts.part == Some(Part::Causes) || body(n) && CAUSES.iter().any(|word| facts.says(word))
    });
    if !said {
        let end = document.facts[first].chars.len();
        let spot = Spot::new(0..end, "问题部分没有写原因");
        out.push((Some(first), spot.hint("请在各条问题之后，或在这一部分最后写明原因")));
    }
}
