use crate::check::Severity;
use crate::check::outline::marked;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::text::numbering::Dialect;

pub(super) static RULE: Rule = Rule {
    code: "N007",
    name: "同级序号套在自己下面",
    severity: Severity::Warning,
    why: "“（一）”下面又从“（一）”编起，分不清哪个在哪个里面。",
    source: "GB/T 9704—2012 第7.3.3条：层次序数依次为一、（一）1.（1）",
    strength: Strength::Binding,
    wrong: "一、主要工作\n（一）加强领导\n开展学习。\n（二）加强监督，做好以下工作：\n（一）开展督察。\n（二）开展考核。",
    right: "一、主要工作\n（一）加强领导\n开展学习。\n（二）加强监督，做好以下工作：\n1.开展督察。\n2.开展考核。",
    looks: Looks::Document(look),
};

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    let marks: Vec<_> = marked(&document.facts).collect();
    let mut last: Vec<(Dialect, u32)> = Vec::new();
    for (para, mark) in marks {
        // （一） is above 1., wherever it stands.
        last.retain(|(dialect, _)| *dialect <= mark.dialect);
        match last.iter().position(|(dialect, _)| *dialect == mark.dialect) {
            Some(depth) => {
                last.truncate(depth + 1);
                let before = last[depth].1;
                if mark.n == 1 && before > 1 {
                    let said = document.facts[para].slice(0..mark.length);
                    let message = format!("“{}”又从头编起，套在了同一级里", said.trim());
                    let spot = Spot::new(0..mark.length, message);
                    out.push((Some(para), spot.hint("请改用下一级序号，或接着上面往下编")));
                }
                last[depth].1 = mark.n;
            }
            None => last.push((mark.dialect, mark.n)),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn a_level_within_itself_is_found() {
        finds(
            "N007",
            &[
                ("一、甲\n（一）乙\n（二）丙\n（一）丁", "（一）"),
                ("一、甲\n（一）乙\n（二）丙\n二、丁\n（一）戊", ""),
                ("一、甲\n1.乙\n2.丙\n（一）丁\n1.戊\n2.己\n（二）庚\n1.辛", ""),
                ("一、甲\n（一）乙\n1.丙\n2.丁\n（二）戊\n1.己", ""),
            ],
        );
    }
}
