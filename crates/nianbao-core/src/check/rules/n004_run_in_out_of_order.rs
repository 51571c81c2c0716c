use crate::check::Severity;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::text::numbering;

pub(super) static RULE: Rule = Rule {
    code: "N004",
    name: "一是、二是重复或倒序",
    severity: Severity::Error,
    why: "“二是”之后又是“二是”，多半是插入一条后没有改后面的。",
    source: "公文写作通例",
    strength: Strength::Usual,
    wrong: "一是加强领导。二是加强学习。二是加强监督。",
    right: "一是加强领导。二是加强学习。三是加强监督。",
    looks: Looks::Document(look),
};

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    for run in document.runs() {
        for pair in run.windows(2) {
            let ((_, _, before), (para, at, now)) = (pair[0], pair[1]);
            if now.n <= before.n {
                let word = |n: u32| numbering::run_in(n as usize);
                let message = format!("“{}”之后又是“{}”", word(before.n), word(now.n));
                out.push((Some(para), Spot::new(at..at + now.length, message).hint("请改正序号")));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn a_count_that_repeats_or_goes_back_is_found() {
        finds(
            "N004",
            &[
                ("一是甲。二是乙。二是丙。", "二是"),
                ("一是甲。二是乙。三是丙。二是丁。", "二是"),
                ("一是甲。二是乙。一是丙。二是丁。", ""),
                ("一是甲。\n二是乙。", ""),
            ],
        );
    }
}
