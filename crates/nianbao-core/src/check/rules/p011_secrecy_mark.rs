use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "P011",
    name: "有密级或者内部标志",
    severity: Severity::Warning,
    why: "带密级、内部标志的内容不得写进公开的报告，公开前要先做保密审查。",
    source: "《中华人民共和国保守国家秘密法》",
    strength: Strength::Binding,
    wrong: "机密★1年\n甲局2023年法治政府建设年度报告",
    right: "甲局2023年法治政府建设年度报告\n保守国家秘密，开展保密教育。",
    looks: Looks::Paragraph(look),
};

const MARKS: [&str; 9] = [
    "绝密★",
    "机密★",
    "秘密★",
    "绝密级",
    "机密级",
    "秘密级",
    "内部资料，注意保密",
    "内部文件，注意保存",
    "内部资料 注意保密",
];

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    for word in MARKS {
        for at in facts.places(word) {
            let message = format!("这里有“{word}”");
            out.push(Spot::new(at, message).hint("请先做保密审查，再决定能不能写、能不能公开"));
        }
    }
    // The mark alone at the head of a paper.
    let alone = matches!(facts.text.trim(), "绝密" | "机密" | "秘密" | "内部资料");
    if alone {
        let message = format!("这里有“{}”", facts.text.trim());
        let hint = "请先做保密审查，再决定能不能写、能不能公开";
        out.push(Spot::new(0..facts.chars.len(), message).hint(hint));
    }
    out.sort_by_key(|spot| spot.start);
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn marks_of_secrecy_are_found() {
        finds(
            "P011",
            &[
                ("机密★1年", "机密★"),
                ("秘密\n甲局报告", "秘密"),
                ("保守国家秘密。加强商业秘密保护。", ""),
            ],
        );
    }
}
