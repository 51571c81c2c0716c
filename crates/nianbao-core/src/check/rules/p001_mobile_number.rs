use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "P001",
    name: "有手机号码",
    severity: Severity::Warning,
    why: "报告要向社会公开，个人手机号码属于个人信息。",
    source: "《中华人民共和国个人信息保护法》《中华人民共和国政府信息公开条例》",
    strength: Strength::Binding,
    wrong: "联系人手机13812341234。",
    right: "联系人手机138****1234，拨打12345热线。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    for number in facts.digits() {
        let text = &number.digits;
        let mobile = text.len() == 11
            && text.starts_with('1')
            && text[1..2].chars().all(|c| ('3'..='9').contains(&c));
        let counted = facts.chars.get(number.at.end).is_some_and(|c| "元万亿件人次份".contains(*c));
        if mobile && !counted {
            let masked = format!("{}****{}", &text[..3], &text[7..]);
            let hint = format!("公开前请删去，或者写成{masked}");
            out.push(Spot::new(number.at.clone(), "这里有一个手机号码").hint(hint).mask(masked));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn mobile_numbers_are_found_and_other_numbers_are_not() {
        finds(
            "P001",
            &[
                ("电话13812341234", "13812341234"),
                ("电话138 1234 1234", "138 1234 1234"),
                ("电话138****1234", ""),
                ("资金13812341234元", ""),
                ("编号2013812341234", ""),
                ("资金12012341234元", ""),
            ],
        );
    }
}
