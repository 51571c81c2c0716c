use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};
use crate::check::titles::numbers;

pub(super) static RULE: Rule = Rule {
    code: "L007",
    name: "文号编了虚位",
    severity: Severity::Warning,
    why: "发文顺序号不编虚位，1不编为001。",
    source: "GB/T 9704—2012 第7.2.5条",
    strength: Strength::Binding,
    wrong: "落实甲府办〔2023〕005号文件要求。",
    right: "落实甲府办〔2023〕5号文件要求。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    for number in numbers(facts).iter().filter(|number| number.named) {
        let bare = number.digits.trim_start_matches('0');
        if bare.len() < number.digits.len() && !bare.is_empty() {
            let at = number.digits_at..number.digits_at + number.digits.len();
            let message = format!("“{}”应为“{bare}”", number.digits);
            out.push(Spot::new(at, message).fix(bare));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn zeros_before_document_numbers_are_found() {
        finds(
            "L007",
            &[
                ("甲府办〔2023〕005号", "005"),
                ("甲府办〔2023〕第05号", "05"),
                ("甲府办〔2023〕100号", ""),
                ("编号005号", ""),
            ],
        );
    }
}
