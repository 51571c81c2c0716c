use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::personal::{is_identity, is_luhn};
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "P004",
    name: "有银行卡号",
    severity: Severity::Warning,
    why: "银行卡号属于敏感个人信息，不应当出现在报告里。",
    source: "《中华人民共和国个人信息保护法》",
    strength: Strength::Binding,
    wrong: "退还至卡号4111111111111111。",
    right: "退还至当事人账户（卡号尾号1111）。",
    looks: Looks::Paragraph(look),
};

/// First digits of cards that people here hold.
const FIRST: [&str; 6] = ["62", "60", "4", "51", "52", "55"];

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    for number in facts.digits() {
        let text = &number.digits;
        let card = (16..=19).contains(&text.len())
            && FIRST.iter().any(|first| text.starts_with(first))
            && !is_identity(text)
            && is_luhn(text);
        if card {
            let tail = &text[text.len() - 4..];
            let hint = format!("请删去，或者只写尾号{tail}");
            let masked = format!("{}{tail}", "*".repeat(text.len() - 4));
            out.push(Spot::new(number.at.clone(), "这里像是一个银行卡号").hint(hint).mask(masked));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn card_numbers_with_a_right_check_digit_are_found() {
        finds(
            "P004",
            &[
                ("卡号4111111111111111", "4111111111111111"),
                ("卡号4111 1111 1111 1111", "4111 1111 1111 1111"),
                ("卡号4111111111111112", ""),
                ("编号2023051500001234", ""),
            ],
        );
    }
}
