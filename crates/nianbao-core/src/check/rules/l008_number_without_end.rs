use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};
use crate::check::titles::numbers;

pub(super) static RULE: Rule = Rule {
    code: "L008",
    name: "文号不完整",
    severity: Severity::Warning,
    why: "发文字号由代字、四位年份、顺序号和“号”字组成，缺一样就查不到文件。",
    source: "GB/T 9704—2012 第7.2.5条",
    strength: Strength::Binding,
    wrong: "落实甲府办〔2023〕5文件要求。",
    right: "落实甲府办〔2023〕5号文件要求。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    for number in numbers(facts) {
        // （12）3次: only where brackets say that it is a number of a document.
        let sure = matches!(number.opening, '〔' | '[' | '［' | '﹝');
        let behind = facts.chars.get(number.end);
        let counted = behind.is_some_and(|c| "-—～~至、.．".contains(*c));
        let at = number.start..number.end;
        if sure && number.year.len() == 2 && number.named {
            let message = format!("“{}”的年份应写四位", facts.slice(at.clone()));
            out.push(Spot::new(at, message).hint("请写全年份"));
        } else if sure && !number.named && !counted && number.year.len() == 4 {
            let message = format!("“{}”后面少了“号”", facts.slice(at.clone()));
            out.push(Spot::new(at, message).hint("请补上“号”"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn document_numbers_that_lack_something_are_found() {
        finds(
            "L008",
            &[
                ("甲府办〔2023〕5文件", "〔2023〕5"),
                ("甲府办〔23〕5号", "〔23〕5号"),
                ("甲府办〔2023〕5号", ""),
                ("甲府办〔2023〕5、6号", ""),
                ("办（12）3次", ""),
            ],
        );
    }
}
