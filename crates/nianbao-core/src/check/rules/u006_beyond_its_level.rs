use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::doc::Role;
use crate::record::UnitKind;
use crate::text::parts::Part;

pub(super) static RULE: Rule = Rule {
    code: "U006",
    name: "写了本级没有的立法权",
    severity: Severity::Warning,
    why: "县区和乡镇、街道不能制定地方性法规和政府规章，把立法写成自己的工作或问题，多半是抄了上级的报告。",
    source: "《中华人民共和国立法法》关于地方性法规、规章制定权限的规定",
    strength: Strength::Binding,
    wrong: "甲县司法局2023年法治政府建设年度报告\n一、存在问题\n重点领域立法滞后。",
    right: "甲县司法局2023年法治政府建设年度报告\n一、存在问题\n参与上级立法征求意见不够主动。",
    looks: Looks::Document(look),
};

/// It takes part in what others make.
const TAKES_PART: [&str; 14] = [
    "配合",
    "参与",
    "协助",
    "征求",
    "意见",
    "建议",
    "联系点",
    "调研",
    "上级",
    "科学立法",
    "立法法",
    "省",
    "市人大",
    "国家",
];
const BLAMED: [&str; 9] =
    ["滞后", "不足", "不够", "不完善", "不健全", "空白", "缺位", "跟不上", "质量"];
const MADE: [&str; 6] = ["制定", "修订", "出台", "颁布", "起草", "完善"];
const LAWS: [&str; 2] = ["地方性法规", "政府规章"];

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    if !is_below_city(document) {
        return;
    }
    for (n, facts) in document.facts.iter().enumerate() {
        if facts.role != Role::Body || !(facts.says("立法") || LAWS.iter().any(|w| facts.says(w)))
        {
            continue;
        }
        for sentence in &facts.sentences {
            let text = facts.slice(sentence.clone());
            if TAKES_PART.iter().any(|word| text.contains(word)) {
                continue;
            }
            let Some(word) = claimed(&text, facts) else { continue };
            let from = text.find(word).map_or(0, |at| text[..at].chars().count());
            let at = sentence.start + from..sentence.start + from + word.chars().count();
            let spot = Spot::new(at, format!("本级没有立法权，这里写了“{word}”"));
            out.push((Some(n), spot.hint("写配合、参与上级立法的，请写明")));
        }
    }
}

fn claimed(text: &str, facts: &Facts) -> Option<&'static str> {
    let before = |word: &str| text.split(word).next().unwrap_or_default().to_owned();
    let near = |word: &str, words: &[&str]| {
        let head: String = before(word).chars().rev().take(12).collect();
        let head: String = head.chars().rev().collect();
        words.iter().any(|w| head.contains(w))
    };
    let law = LAWS.into_iter().find(|law| text.contains(law) && near(law, &MADE));
    let lacking =
        matches!(facts.part, Some(Part::Problems | Part::Causes | Part::ProblemsAndPlans));
    let behind: String = text.split("立法").nth(1).unwrap_or_default().chars().take(8).collect();
    let blamed = lacking && BLAMED.iter().any(|word| behind.contains(word));
    let planned = facts.part == Some(Part::Plans)
        && text.contains("立法")
        && near("立法", &["加强", "加快", "推进", "做好", "提高"]);
    law.or_else(|| (blamed || planned).then_some("立法"))
}

/// A county, a district, or a part of one, by its name.
fn is_below_city(document: &Document<'_>) -> bool {
    if document.year.is_some_and(|year| year.records.unit.kind == UnitKind::Township) {
        return true;
    }
    let title = document.facts.iter().find(|facts| facts.role == Role::Title);
    let name = match document.context.unit.as_str() {
        "" => title.map_or("", |facts| facts.text.split("20").next().unwrap_or_default()),
        unit => unit,
    };
    // 自治区 is a province, and none of the others is a district.
    let others =
        ["自治区", "地区", "城区", "社区", "园区", "景区", "林区", "库区", "新区", "开发区"];
    let name = others.iter().fold(name.to_owned(), |name, other| name.replace(other, ""));
    let township = ["镇", "乡", "街道"].iter().any(|end| {
        let bare = name.trim_end_matches("人民政府").trim_end_matches("办事处");
        bare.ends_with(end)
    });
    township || name.contains(['县', '区', '旗'])
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn law_making_by_who_makes_no_laws_is_found() {
        let text = |unit: &str, body: &str| {
            format!(
                "{unit}2023年法治政府建设年度报告\n一、存在问题\n{body}\n二、下一步工作计划\n加强培训。"
            )
        };
        finds(
            "U006",
            &[
                (&text("甲镇人民政府", "基层治理领域立法滞后。"), "立法"),
                (&text("甲市乙区司法局", "制定政府规章的质量有待提高。"), "政府规章"),
                (&text("甲市司法局", "重点领域立法滞后。"), ""),
                (&text("甲自治区司法厅", "重点领域立法滞后。"), ""),
                (&text("甲县司法局", "参与立法征求意见不够主动。"), ""),
            ],
        );
    }
}
