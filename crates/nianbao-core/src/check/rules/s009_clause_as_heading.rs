use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "S009",
    name: "照抄规定条文作标题",
    severity: Severity::Hint,
    why: "“上一年度”是规定里的说法，写在报告里应当换成具体的年份。",
    source: "公开报告中常见的差错",
    strength: Strength::Practice,
    wrong: "一、上一年度推进法治政府建设的主要举措和成效",
    right: "一、2023年推进法治政府建设的主要举措和成效",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, context: &Context, out: &mut Spots) {
    if !facts.is_heading() {
        return;
    }
    for at in facts.places("上一年度") {
        let message = "标题里的“上一年度”是规定条文的说法";
        let year = context.year.map_or("具体的年份".to_owned(), |year| format!("“{year}年”"));
        out.push(Spot::new(at, message).hint(format!("请换成{year}")));
    }
}
