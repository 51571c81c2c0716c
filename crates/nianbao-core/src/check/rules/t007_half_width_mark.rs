use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};
use crate::text::punctuation;

pub(super) static RULE: Rule = Rule {
    code: "T007",
    name: "中文里用了半角标点",
    severity: Severity::Warning,
    why: "中文用全角标点。网址、时间、小数、千分位、比例和英文里的半角标点不用改。",
    source: "GB/T 15834—2011《标点符号用法》",
    strength: Strength::Binding,
    wrong: "全年开展检查12次,发现问题3个。",
    right: "全年开展检查12次，发现问题3个，满意率99.5%，网址https://a.gov.cn:8080。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    for fix in punctuation::fixes_in(&facts.chars) {
        let message = format!("半角的“{}”应为全角的“{}”", fix.from, fix.to);
        out.push(Spot::new(fix.at..fix.at + 1, message).fix(fix.to.to_string()));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn half_width_marks_in_chinese_are_found() {
        finds(
            "T007",
            &[
                ("2023年,我局检查12次.", ",|."),
                ("一村(社区)一法律顾问", "(|)"),
                ("8:30开门，比例9:1，99.5%，1,234件", ""),
                ("见https://a.gov.cn:8080/x?y=1", ""),
                ("the Court, and the rest.", ""),
            ],
        );
    }
}
