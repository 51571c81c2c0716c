use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::lists::Kind;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "T003",
    name: "错别字",
    severity: Severity::Error,
    why: "这些写法在什么语境里都不对，公开后最容易被人指出来。",
    source: "《现代汉语词典》《第一批异形词整理表》",
    strength: Strength::Usual,
    wrong: "对法治建设重点任务作出布署。",
    right: "对法治建设重点任务作出部署，并公布署名文章。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, context: &Context, out: &mut Spots) {
    for (at, word) in context.lists.wrong(facts, Kind::Certain) {
        let (wrong, right) = (&word.wrong, &word.right);
        let message = format!("“{wrong}”应为“{right}”");
        out.push(Spot::new(at..at + wrong.chars().count(), message).fix(right));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn wrong_words_are_found_and_words_that_hold_them_are_not() {
        finds(
            "T003",
            &[
                ("作出布署，建立帐目，按装设备。", "布署|帐目|按装"),
                ("发布署名文章。按装机容量补贴。", ""),
                ("法制机构负责法制审核。", ""),
                ("究竟争什么", ""),
                ("形势严峻工作繁重", ""),
            ],
        );
    }
}
