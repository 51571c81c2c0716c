use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::personal::is_identity;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "P003",
    name: "有身份证号码",
    severity: Severity::Error,
    why: "身份证号码一旦公开就收不回来，是信息公开里最严重的事故。",
    source: "《中华人民共和国个人信息保护法》",
    strength: Strength::Binding,
    wrong: "当事人身份证号11010519491231002X。",
    right: "当事人身份证号1*****************。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    for number in facts.digits().iter().filter(|number| is_identity(&number.digits)) {
        let tail = &number.digits[15..];
        let masked = format!("{}*************{tail}", &number.digits[..2]);
        let hint = format!("请删去，或者写成{masked}");
        out.push(Spot::new(number.at.clone(), "这里有一个身份证号码").hint(hint).mask(masked));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn identity_numbers_with_a_right_check_digit_are_found() {
        finds(
            "P003",
            &[
                ("身份证11010519491231002X", "11010519491231002X"),
                ("身份证110105194912310021", ""),
                ("统一社会信用代码91440515MA4W1234X1", ""),
                ("身份证11*************02X", ""),
            ],
        );
    }
}
