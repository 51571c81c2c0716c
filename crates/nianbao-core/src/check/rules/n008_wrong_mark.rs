use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};
use crate::text::numbering::{self, Dialect};

pub(super) static RULE: Rule = Rule {
    code: "N008",
    name: "序号后的标点不对",
    severity: Severity::Warning,
    why: "层次序数的写法是“一、”“（一）”“1.”“（1）”：阿拉伯数字后用下脚点，括号后不再加标点。",
    source: "GB/T 9704—2012 第7.3.3条，GB/T 15834—2011 附录A",
    strength: Strength::Binding,
    wrong: "1、加强组织领导。",
    right: "1.加强组织领导。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    if !facts.is_text() {
        return;
    }
    let Some(mark) = facts.mark else { return };
    let level = match mark.dialect {
        Dialect::Chinese => 1,
        Dialect::ChineseInBrackets => 2,
        Dialect::Arabic => 3,
        Dialect::ArabicInBrackets => 4,
        Dialect::Circled | Dialect::RunIn => return,
    };
    let said = facts.slice(0..mark.length);
    let meant = numbering::mark(level, mark.n as usize);
    let last = said.chars().last();
    let wrong = match mark.dialect {
        Dialect::Chinese => matches!(last, Some('.' | '．')),
        Dialect::Arabic => last == Some('、'),
        Dialect::ChineseInBrackets | Dialect::ArabicInBrackets => last == Some('、'),
        Dialect::Circled | Dialect::RunIn => false,
    };
    if wrong {
        let message = format!("序号“{said}”应写作“{meant}”");
        out.push(Spot::new(0..mark.length, message).fix(meant));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn marks_that_do_not_fit_their_number_are_found() {
        finds(
            "N008",
            &[
                ("1、加强领导", "1、"),
                ("1.加强领导", ""),
                ("1．加强领导", ""),
                ("一、加强领导", ""),
                ("一．加强领导", "一．"),
                ("（一）、加强领导", "（一）、"),
                ("(一)加强领导", ""),
                ("1、2号楼改造", ""),
            ],
        );
    }
}
