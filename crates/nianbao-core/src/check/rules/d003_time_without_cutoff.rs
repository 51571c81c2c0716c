use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};
use crate::text::parts::Part;

pub(super) static RULE: Rule = Rule {
    code: "D003",
    name: "时间说法没有截止日",
    severity: Severity::Warning,
    why: "报告次年才报出、才公开，“今年来”“截至目前”到那时说的是哪一天，读的人不知道。",
    source: "公开报告中常见的差错",
    strength: Strength::Practice,
    wrong: "今年来，全区共收到行政复议申请247宗。",
    right: "2023年，全区共收到行政复议申请247宗。",
    looks: Looks::Paragraph(look),
};

const WORDS: [&str; 9] = [
    "今年来",
    "今年以来",
    "截至目前",
    "截止目前",
    "到目前为止",
    "截至今日",
    "近年来",
    "近期以来",
    "一年来",
];

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    if !matches!(facts.part, None | Some(Part::Results | Part::Duties)) || !facts.is_text() {
        return;
    }
    for word in WORDS {
        for at in facts.places(word) {
            // Only a count needs the day it was counted on.
            let sentence = facts.sentence_at(at.start);
            let counted = sentence.is_some_and(|s| !facts.quantities_in(s).is_empty());
            let dated = facts.slice(at.end..(at.end + 14).min(facts.chars.len()));
            if !counted || dated.contains('日') && dated.contains('月') {
                continue;
            }
            let message = format!("“{word}”没有说明截止到哪一天");
            let hint = "请改为具体的时间，如“2023年”或“截至2023年12月31日”";
            out.push(Spot::new(at, message).hint(hint));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn counts_without_a_day_they_were_counted_on_are_found() {
        finds(
            "D003",
            &[
                ("今年来，全区开展排查39186人次。", "今年来"),
                ("截至目前，持有执法证人员1578人。", "截至目前"),
                ("截至2023年12月31日，持有执法证人员1578人。", ""),
                ("今年来（截至11月30日），开展排查39186人次。", ""),
                ("今年以来，我局认真学习。", ""),
                ("三、下一步计划\n近年来案件增加到300件，明年加强培训。", ""),
            ],
        );
    }
}
