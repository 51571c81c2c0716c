use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "T014",
    name: "固定提法不准确",
    severity: Severity::Warning,
    why: "固定提法一个字都不能错。这里只提示准确的写法，由您核对后自己改。",
    source: "党的二十大报告和习近平法治思想等权威文献的提法",
    strength: Strength::Usual,
    wrong: "坚持以习近平新时代特色社会主义思想为指导。",
    right: "坚持以习近平新时代中国特色社会主义思想为指导。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, context: &Context, out: &mut Spots) {
    for one in context.lists.wordings.inexact(facts) {
        let found = facts.slice(one.start..one.end);
        let message = format!("“{found}”与固定提法不一致");
        let hint = format!("准确的写法是：{}", one.exact);
        out.push(Spot::new(one.start..one.end, message).hint(hint));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;
    use crate::check::{Options, Paper, check_text};

    #[test]
    fn wordings_that_are_nearly_exact_are_found() {
        finds(
            "T014",
            &[
                ("以习近平新时代特色社会主义思想为指导", "习近平新时代特色社会主义思想"),
                ("学习习近平法制思想", "习近平法制思想"),
                (
                    "推进法治国家、法治政府、法治社会一体化建设",
                    "法治国家、法治政府、法治社会一体化建设",
                ),
                ("在以习近平总书记为核心的党中央领导下", "以习近平总书记为核心的党中央"),
                ("推进国家治理体系与治理能力现代化", "国家治理体系与治理能力现代化"),
                ("贯彻党的20大精神，坚定“四个意识”", "党的20大|坚定“四个意识”"),
                ("习近平新时代中国特色社会主义思想、习近平法治思想", ""),
                ("推进基层治理体系和治理能力现代化", ""),
                ("中国共产党第十九次全国代表大会", ""),
                ("学习总书记重要讲话精神", ""),
                ("法治国家,法治政府", ""),
            ],
        );
    }

    #[test]
    fn a_fixed_wording_is_never_mended_by_the_program() {
        let text = "学习习近平法制思想，以习近平新时代特色社会主义思想为指导。";
        let report = check_text(&Paper::plain(text), &Options::default());
        let own: Vec<_> = report.findings.iter().filter(|f| f.code == "T014").collect();
        assert!(own.len() == 2 && own.iter().all(|f| f.fix.is_none()));
        assert!(own.iter().all(|f| !f.hint.is_empty()));
    }
}
