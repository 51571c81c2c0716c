use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::lists::Law;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "L003",
    name: "法规已被取代",
    severity: Severity::Warning,
    why: "写已经废止或者被取代的法规，会让人以为工作依据过时了。",
    source: "国家法律法规数据库、中国政府网公布的时效",
    strength: Strength::Binding,
    wrong: "深入宣传《婚姻法》《物权法》。",
    right: "深入宣传《民法典》。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, context: &Context, out: &mut Spots) {
    for (title, law) in facts.titles(&context.lists) {
        let Some(Law::Old { now, since }) = law else { continue };
        // A report on a year before the change was right.
        let in_force_then = context.year.is_some_and(|year| year < *since);
        let before = facts.slice(title.start.saturating_sub(4)..title.start);
        let after = facts.slice(title.end..(title.end + 6).min(facts.chars.len()));
        let told = ["废止", "清理", "取代", "失效"]
            .iter()
            .any(|w| before.contains(w) || after.contains(w));
        if !in_force_then && !told {
            let message = format!("《{}》{since}年起由《{now}》取代", title.name);
            out.push(Spot::new(title.start..title.end, message).hint("请核对依据"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn names_of_laws_no_longer_in_force_are_found() {
        let of = |year: i32, text: &str| format!("甲局{year}年法治政府建设年度报告\n{text}");
        finds(
            "L003",
            &[
                (&of(2023, "宣传《合同法》。"), "《合同法》"),
                (&of(2019, "宣传《合同法》。"), ""),
                (&of(2023, "废止《信访条例》配套文件。"), ""),
                (&of(2023, "宣传《劳动合同法》。"), ""),
                (&of(2021, "落实《信访条例》。"), ""),
                (&of(2023, "落实《信访条例》。"), "《信访条例》"),
            ],
        );
    }
}
