use crate::check::Severity;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};

pub(super) static RULE: Rule = Rule {
    code: "N005",
    name: "只有一是，没有二是",
    severity: Severity::Warning,
    why: "只有一条不必编号；写了“一是”，读的人会去找“二是”。",
    source: "公文写作通例",
    strength: Strength::Usual,
    wrong: "一是加强领导，召开会议研究部署法治政府建设工作。",
    right: "加强领导，召开会议研究部署法治政府建设工作。",
    looks: Looks::Document(look),
};

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    for run in document.runs() {
        let &[(para, at, mark)] = run.as_slice() else { continue };
        if mark.n == 1 {
            let spot = Spot::new(at..at + mark.length, "只有“一是”，后面没有“二是”");
            out.push((Some(para), spot.hint("请补上其他几条，或去掉“一是”")));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn a_first_without_a_second_is_found() {
        finds(
            "N005",
            &[
                ("一是甲。", "一是"),
                ("一是甲。\n二是乙。", ""),
                ("一、甲\n一是乙。\n二、丙\n一是丁。二是戊。", "一是"),
                ("统一是前提。", ""),
            ],
        );
    }
}
