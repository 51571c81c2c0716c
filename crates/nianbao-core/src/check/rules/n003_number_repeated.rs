use crate::check::Severity;
use crate::check::outline::Trouble;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};

pub(super) static RULE: Rule = Rule {
    code: "N003",
    name: "序号重复",
    severity: Severity::Error,
    why: "同一级里两条用了同一个序号，多半是插入一条后没有改后面的。",
    source: "GB/T 9704—2012 第7.3.3条关于层次序数的要求",
    strength: Strength::Usual,
    wrong: "一、加强领导\n开展学习。\n一、加强监督\n开展督察。",
    right: "一、加强领导\n开展学习。\n二、加强监督\n开展督察。",
    looks: Looks::Document(look),
};

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    for trouble in document.troubles() {
        let Trouble::Repeated { at, mark, said } = trouble else { continue };
        let message = format!("“{said}”在这一级出现了两次");
        out.push((Some(*at), Spot::new(0..mark.length, message).hint("请改正序号")));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn numbers_used_twice_are_found() {
        finds(
            "N003",
            &[
                ("一、甲\n（一）乙\n（一）丙", "（一）"),
                ("一、甲\n（一）乙\n二、丙\n（一）丁", ""),
                ("一、甲\n1.乙\n2.丙\n2.丁", "2."),
            ],
        );
    }
}
