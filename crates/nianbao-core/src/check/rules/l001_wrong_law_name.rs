use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::lists::Law;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "L001",
    name: "法规名称写错",
    severity: Severity::Error,
    why: "法律法规的名称写错一个字，就不是那部法了。",
    source: "国家法律法规数据库、中国政府网公布的名称",
    strength: Strength::Binding,
    wrong: "组织学习《未成年保护法》。",
    right: "组织学习《未成年人保护法》。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, context: &Context, out: &mut Spots) {
    for (title, law) in facts.titles(&context.lists) {
        if let Some(Law::Wrong(right)) = law {
            let message = format!("《{}》的名称应为《{right}》", title.name);
            out.push(Spot::new(title.start..title.end, message).hint("请核对是不是指这部法规"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn names_known_to_be_miswritten_are_found() {
        finds(
            "L001",
            &[
                ("学习《生产安全法》《招标投标法》", "《生产安全法》"),
                ("学习《中华人民共和国老年人权益保护法》", "《中华人民共和国老年人权益保护法》"),
                ("学习《广东省优化营商环境条例》", ""),
                ("老年人权益保护法律知识", ""),
            ],
        );
    }
}
