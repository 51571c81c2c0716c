use crate::check::Severity;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::text::numbering;

pub(super) static RULE: Rule = Rule {
    code: "N002",
    name: "一是、三是之间缺二是",
    severity: Severity::Error,
    why: "“一是……三是……”中间缺一个，读的人会以为漏了一条。",
    source: "公文写作通例",
    strength: Strength::Usual,
    wrong: "一是加强领导。三是加强监督。",
    right: "一是加强领导。二是加强监督。",
    looks: Looks::Document(look),
};

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    for run in document.runs() {
        for pair in run.windows(2) {
            let ((_, _, before), (para, at, now)) = (pair[0], pair[1]);
            if now.n > before.n + 1 {
                let word = |n: u32| numbering::run_in(n as usize);
                let message = format!("“{}”之后直接到了“{}”", word(before.n), word(now.n));
                let spot = Spot::new(at..at + now.length, message);
                out.push((Some(para), spot.hint("请补上缺的一条，或改正序号")));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn a_count_that_leaves_one_out_is_found() {
        finds(
            "N002",
            &[
                ("一是甲。二是乙。三是丙。", ""),
                ("一是甲。二是乙。四是丙。", "四是"),
                ("一是甲。\n二是乙。\n四是丙。", "四是"),
                ("一是甲。二是乙。\n一是丙。二是丁。", ""),
                ("这一是非问题，三是三非。", ""),
            ],
        );
    }
}
