use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "U005",
    name: "用了下行文的话",
    severity: Severity::Warning,
    why: "报告是写给上级的，“请遵照执行”“特此通知”是上级对下级说的话，多半是从通知里抄来的。",
    source: "《党政机关公文处理工作条例》对报告、通知适用范围的划分",
    strength: Strength::Usual,
    wrong: "以上工作，请遵照执行。",
    right: "以上报告，请审阅。",
    looks: Looks::Paragraph(look),
};

const WORDS: [&str; 16] = [
    "特此通知",
    "特此通报",
    "请遵照执行",
    "望遵照执行",
    "请认真遵照执行",
    "请认真贯彻执行",
    "望认真贯彻执行",
    "请结合实际认真贯彻",
    "现印发给你们",
    "现转发给你们",
    "现通知如下",
    "现通报如下",
    "请各单位认真",
    "望各单位认真",
    "请各镇街认真",
    "希望各单位",
];

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    if !facts.is_text() {
        return;
    }
    for word in WORDS {
        for at in facts.places(word) {
            // Quoted from a notice.
            let quoted = at.start.checked_sub(1).is_some_and(|n| "“《".contains(facts.chars[n]));
            let hint = "请改成向上级报告的说法，如“特此报告”“请审阅”";
            if !quoted {
                out.push(Spot::new(at, format!("“{word}”是对下级说的话")).hint(hint));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn what_is_said_to_those_below_is_found() {
        finds(
            "U005",
            &[
                ("以上意见，请认真贯彻执行。", "请认真贯彻执行"),
                ("特此通知。", "特此通知"),
                ("印发通知，要求各单位认真贯彻执行。", ""),
                ("文件末尾写着“特此通知”。", ""),
                ("特此报告。", ""),
            ],
        );
    }
}
