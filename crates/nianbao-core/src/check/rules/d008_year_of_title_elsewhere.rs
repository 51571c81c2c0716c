use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};
use crate::text::parts::Part;

pub(super) static RULE: Rule = Rule {
    code: "D008",
    name: "留着上年的年份",
    severity: Severity::Warning,
    why: "开头或成效里以上年的年份起句，多半是沿用上年文稿没有改。",
    source: "公开报告中常见的差错",
    strength: Strength::Practice,
    wrong: "甲局2023年法治政府建设年度报告\n2022年，我局坚持依法行政。\n一、主要举措\n加强学习。",
    right: "甲局2023年法治政府建设年度报告\n2023年，我局坚持依法行政。\n一、主要举措\n加强学习。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, context: &Context, out: &mut Spots) {
    let Some(year) = context.year else { return };
    let last = format!("{}年", year - 1);
    let own = matches!(facts.part, None | Some(Part::Results | Part::Duties | Part::Problems));
    if !own || !facts.is_text() || !facts.says(&last) {
        return;
    }
    for sentence in &facts.sentences {
        let text = facts.slice(sentence.clone());
        let Some(rest) = text.strip_prefix(&last) else { continue };
        // 2022年度述法, 2022年12月, 2022年至2023年, and what is set against this year.
        let goes_on = rest.starts_with(['度', '以', '至', '—', '-', '底', '末', '起', '年'])
            || rest.starts_with(|c: char| c.is_ascii_digit());
        let compared = ["比", "相较", "同期", "提出", "督察", "反馈", "考核", "考评", "整改"]
            .iter()
            .any(|word| rest.contains(word))
            || rest.contains(&format!("{year}年"));
        let subject = ["，", ",", "我局", "我委", "我镇", "我市", "我区", "我县", "我街道", "我办"]
            .iter()
            .any(|word| rest.starts_with(word));
        if subject && !goes_on && !compared {
            let at = sentence.start..sentence.start + last.chars().count();
            let message = format!("报告是{year}年的，这句以{last}起头");
            out.push(Spot::new(at, message).hint("请核对年份"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn sentences_that_begin_with_last_year_are_found() {
        let report = |lead: &str| {
            format!("甲局2023年法治政府建设年度报告\n{lead}\n一、主要举措\n加强学习。")
        };
        finds(
            "D008",
            &[
                (&report("2022年，我局坚持依法行政。"), "2022年"),
                (&report("2023年，我局坚持依法行政。"), ""),
                (&report("2022年度述法工作会议召开。"), ""),
                (&report("2022年，中央督察反馈问题3个，均已整改。"), ""),
                (&report("2022年12月，召开会议。"), ""),
            ],
        );
    }
}
