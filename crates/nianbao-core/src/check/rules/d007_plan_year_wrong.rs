use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};
use crate::text::parts::Part;

pub(super) static RULE: Rule = Rule {
    code: "D007",
    name: "计划写成了报告年度或更早",
    severity: Severity::Warning,
    why: "下一年度安排写的是报告年度之后的一年，多半是沿用上年文稿没有改年份。",
    source: "《法治政府建设与责任落实督察工作规定》关于下一年度主要安排的要求",
    strength: Strength::Binding,
    wrong: "甲局2023年法治政府建设年度报告\n一、主要举措\n加强学习。\n二、下一步工作计划\n2023年，我局将加强培训。",
    right: "甲局2023年法治政府建设年度报告\n一、主要举措\n加强学习。\n二、下一步工作计划\n2024年，我局将加强培训。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, context: &Context, out: &mut Spots) {
    let Some(year) = context.year else { return };
    if facts.part != Some(Part::Plans) {
        return;
    }
    for old in [year, year - 1, year - 2] {
        for at in facts.places(&format!("{old}年")) {
            let begins = at.start == 0 || "。；！？，、".contains(facts.chars[at.start - 1]);
            let heading = facts.is_heading();
            let behind = facts.slice(at.end..(at.end + 24).min(facts.chars.len()));
            let clause = behind.split(['。', '；']).next().unwrap_or_default();
            let future = ["将", "计划", "拟", "要继续"].iter().any(|w| clause.contains(w));
            let planned = heading && ["计划", "安排", "打算"].iter().any(|w| behind.contains(w));
            if planned || begins && !heading && future {
                let message = format!("计划部分写的是{old}年，报告是{year}年的");
                let hint = format!("下一年度应为{}年，请核对", year + 1);
                out.push(Spot::new(at, message).hint(hint));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn plans_of_a_year_gone_are_found() {
        let report = |plan: &str| {
            format!(
                "甲局2023年法治政府建设年度报告\n一、主要举措\n加强学习。\n二、下一步工作计划\n{plan}"
            )
        };
        finds(
            "D007",
            &[
                (&report("2023年，我局将加强培训。"), "2023年"),
                (&report("2022年，我局将加强培训。"), "2022年"),
                (&report("2024年，我局将加强培训。"), ""),
                (&report("巩固2023年创建成果，将经验推广。"), ""),
            ],
        );
    }
}
