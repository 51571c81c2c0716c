use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};
use crate::check::titles::numbers;

pub(super) static RULE: Rule = Rule {
    code: "L005",
    name: "文号的年份没有用六角括号",
    severity: Severity::Error,
    why: "发文字号的年份用六角括号“〔〕”括起来。",
    source: "GB/T 9704—2012 第7.2.5条",
    strength: Strength::Binding,
    wrong: "落实国办发[2023]27号文件要求。",
    right: "落实国办发〔2023〕27号文件要求。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    for number in numbers(facts).iter().filter(|number| number.named && number.year.len() == 4) {
        if (number.opening, number.closing) == ('〔', '〕') {
            continue;
        }
        let right = format!("〔{}〕", number.year);
        let at = number.start..number.start + right.chars().count();
        let message = format!("“{}”应为“{right}”", facts.slice(at.clone()));
        out.push(Spot::new(at, message).fix(right));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn years_of_document_numbers_in_other_brackets_are_found() {
        finds(
            "L005",
            &[
                ("国办发[2023]27号、粤府办（2022）5号", "[2023]|（2022）"),
                ("国办发〔2023〕27号", ""),
                ("（2023）粤0515民初12号", ""),
                ("见附件（2023）", ""),
                ("规划(2021)印发", ""),
            ],
        );
    }
}
