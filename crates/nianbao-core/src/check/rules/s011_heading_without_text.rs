use crate::check::Severity;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::doc::Role;

pub(super) static RULE: Rule = Rule {
    code: "S011",
    name: "标题下面没有内容",
    severity: Severity::Warning,
    why: "只有标题没有内容，读的人会以为漏了一段。",
    source: "公文写作通例",
    strength: Strength::Usual,
    wrong: "一、主要举措\n二、存在问题\n力量不足。",
    right: "一、主要举措\n加强学习。\n二、存在问题\n力量不足。",
    looks: Looks::Document(look),
};

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    let facts = &document.facts;
    for (n, one) in facts.iter().enumerate().filter(|(_, f)| f.role == Role::Heading(1)) {
        let next = facts.get(n + 1).map(|next| next.role);
        let empty = matches!(next, Some(Role::Heading(1) | Role::Signature | Role::Date));
        if empty {
            let spot = Spot::new(0..one.chars.len(), format!("“{}”下面没有内容", one.text));
            out.push((Some(n), spot.hint("请补上内容，或删去这个标题")));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn headings_with_nothing_under_them_are_found() {
        finds(
            "S011",
            &[
                ("一、甲\n二、乙\n丙。", "一、甲"),
                ("一、甲\n（一）乙\n丙。\n二、丁\n戊。", ""),
                ("一、甲", ""),
            ],
        );
    }
}
