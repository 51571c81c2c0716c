use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};
use crate::check::titles::numbers;

pub(super) static RULE: Rule = Rule {
    code: "L006",
    name: "文号里加了“第”",
    severity: Severity::Warning,
    why: "发文顺序号前不加“第”字。令的编号（第5号令）不在此列。",
    source: "GB/T 9704—2012 第7.2.5条",
    strength: Strength::Binding,
    wrong: "落实甲府办〔2023〕第5号文件要求。",
    right: "落实甲府办〔2023〕5号文件要求，学习第5号令。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    for number in numbers(facts).iter().filter(|number| number.ordinal && number.named) {
        let at = number.digits_at - 1..number.end;
        let right = format!("{}号", number.digits);
        let message = format!("“{}”前面的“第”应当去掉", facts.slice(at.clone()));
        out.push(Spot::new(at, message).fix(right));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn ordinals_in_document_numbers_are_found() {
        finds(
            "L006",
            &[("甲府办〔2023〕第5号", "第5号"), ("甲府办〔2023〕5号", ""), ("国务院令第711号", "")],
        );
    }
}
