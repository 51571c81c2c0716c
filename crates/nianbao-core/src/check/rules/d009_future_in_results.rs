use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};
use crate::text::parts::Part;

pub(super) static RULE: Rule = Rule {
    code: "D009",
    name: "成效里写了将来的事",
    severity: Severity::Warning,
    why: "成效写已经做的，“下一步”“将继续”放到下一年度安排里。",
    source: "《法治政府建设与责任落实督察工作规定》关于报告五项内容的划分",
    strength: Strength::Practice,
    wrong: "一、主要举措和成效\n完成执法培训。下一步，我局将加强考核。",
    right: "一、主要举措和成效\n完成执法培训。",
    looks: Looks::Paragraph(look),
};

const OPENS: [&str; 5] = ["下一步", "下步", "下阶段", "下一阶段", "今后"];
const WILL: [&str; 7] = ["我局将", "我委将", "我镇将", "我办将", "我街道将", "将继续", "将进一步"];

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    if !matches!(facts.part, Some(Part::Results | Part::Duties)) || facts.is_heading() {
        return;
    }
    if !OPENS.iter().chain(&WILL).any(|word| facts.says(word)) {
        return;
    }
    for sentence in &facts.sentences {
        let text = facts.slice(sentence.clone());
        let words = OPENS.iter().find(|word| text.starts_with(**word));
        if let Some(word) = words {
            let at = sentence.start..sentence.start + word.chars().count();
            out.push(told(at, word));
            continue;
        }
        for word in WILL {
            let Some(at) = text.find(word) else { continue };
            let from = sentence.start + text[..at].chars().count();
            out.push(told(from..from + word.chars().count(), word));
            break;
        }
    }
}

fn told(at: std::ops::Range<usize>, word: &str) -> Spot {
    let message = format!("成效部分写了“{word}”");
    Spot::new(at, message).hint("请移到下一年度安排，或改写已经做的事")
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn what_is_still_to_come_among_results_is_found() {
        finds(
            "D009",
            &[
                ("一、主要举措\n完成培训。下一步，加强考核。", "下一步"),
                ("一、主要举措\n我局将继续加强考核。", "我局将"),
                ("一、主要举措\n召开推进会，部署下一步推进工作。", ""),
                ("一、主要举措\n将规划列入目录。", ""),
                ("一、下一步工作计划\n我局将继续加强考核。", ""),
            ],
        );
    }
}
