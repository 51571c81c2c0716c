use crate::check::Severity;
use crate::check::outline::Trouble;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};

pub(super) static RULE: Rule = Rule {
    code: "N001",
    name: "序号跳号",
    severity: Severity::Error,
    why: "序号中间缺一个，读的人会以为漏了一条。",
    source: "GB/T 9704—2012 第7.3.3条关于层次序数的要求",
    strength: Strength::Usual,
    wrong: "一、加强领导\n开展学习。\n三、加强监督\n开展督察。",
    right: "一、加强领导\n开展学习。\n二、加强监督\n开展督察。",
    looks: Looks::Document(look),
};

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    for trouble in document.troubles() {
        let Trouble::Skipped { at, mark, after, said, .. } = trouble else { continue };
        let message = match after {
            Some(after) => format!("“{after}”之后直接到了“{said}”"),
            None => format!("这一组从“{said}”开始，前面的序号没有"),
        };
        out.push((
            Some(*at),
            Spot::new(0..mark.length, message).hint("请补上缺的一条，或改正序号"),
        ));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn numbers_left_out_are_found() {
        finds(
            "N001",
            &[
                ("一、甲\n（一）乙\n（二）丙\n二、丁\n（一）戊", ""),
                ("一、甲\n（一）乙\n（三）丙\n二、丁", "（三）"),
                ("一、甲\n1.乙\n2.丙\n二、丁\n3.戊\n4.己", ""),
                ("一、甲\n（二）乙", "（二）"),
                ("一、甲\n二、乙\n四、丙", "四、"),
                ("二、甲", ""),
                ("一、甲\n乙。\n附件：1.清单\n2.目录", ""),
            ],
        );
    }
}
