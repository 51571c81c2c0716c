use crate::check::Severity;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::text::parts::Part;

pub(super) static RULE: Rule = Rule {
    code: "S002",
    name: "没有写第一责任人履职",
    severity: Severity::Warning,
    why: "报告五项内容里最常缺的就是党政主要负责人履行推进法治建设第一责任人职责的情况。",
    source: "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）",
    strength: Strength::Binding,
    wrong: "甲局2023年法治政府建设年度报告\n一、主要举措和成效\n加强学习。\n二、存在问题\n力量不足。\n三、下一步工作计划\n加强培训。",
    right: "甲局2023年法治政府建设年度报告\n一、主要举措和成效\n主要负责人履行推进法治建设第一责任人职责，召开会议4次。\n二、存在问题\n力量不足。\n三、下一步工作计划\n加强培训。",
    looks: Looks::Document(look),
};

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    let said = document.facts.iter().any(|facts| {
        facts.part == Some(Part::Duties)
            || facts.says("第一责任人")
            || facts.says("主要负责人") && facts.says("履职")
    });
    if document.is_whole() && !said {
        let spot = Spot::new(0..0, "全文没有写主要负责人履行第一责任人职责的情况");
        out.push((None, spot.hint("请补上这一部分")));
    }
}
