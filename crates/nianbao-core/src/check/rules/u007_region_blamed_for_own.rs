use crate::check::Severity;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::doc::Role;
use crate::record::UnitKind;
use crate::text::parts::Part;

pub(super) static RULE: Rule = Rule {
    code: "U007",
    name: "部门的问题写成了全区的",
    severity: Severity::Hint,
    why: "部门报告写的是本部门的不足；写成“全区干部”“我市执法人员”，多半是抄了政府的报告。",
    source: "公开报告中常见的差错",
    strength: Strength::Practice,
    wrong: "甲区农业农村局2023年法治政府建设年度报告\n一、存在问题\n全区执法人员依法行政意识还不强。",
    right: "甲区农业农村局2023年法治政府建设年度报告\n一、存在问题\n我局执法人员依法行政意识还不强。",
    looks: Looks::Document(look),
};

const REGIONS: [&str; 6] = ["全区", "全市", "全县", "我区", "我市", "我县"];
const OWN: [&str; 7] =
    ["执法人员", "干部", "执法队伍", "法治意识", "法治思维", "依法行政", "思想认识"];
/// They speak for the whole region.
const LEADING: [&str; 5] = ["司法", "政府", "依法治", "法治", "办公室"];

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    if !is_one_department(document) {
        return;
    }
    for (n, facts) in document.facts.iter().enumerate() {
        let lacking = matches!(facts.part, Some(Part::Problems | Part::Causes));
        if !lacking || facts.role != Role::Body {
            continue;
        }
        for region in REGIONS {
            for at in facts.places(region) {
                let clause: String = facts.chars[at.end..]
                    .iter()
                    .take(12)
                    .take_while(|c| !"，。；、".contains(**c))
                    .collect();
                if OWN.iter().any(|word| clause.contains(word)) {
                    let spot = Spot::new(at, format!("问题写的是“{region}”的"));
                    out.push((Some(n), spot.hint("是本单位的，请改为本单位")));
                }
            }
        }
    }
}

fn is_one_department(document: &Document<'_>) -> bool {
    let title = document.facts.iter().find(|facts| facts.role == Role::Title);
    let name = match document.context.unit.as_str() {
        "" => title.map_or("", |facts| facts.text.split("20").next().unwrap_or_default()),
        unit => unit,
    };
    let kind = document.year.map(|year| year.records.unit.kind);
    let named = name.ends_with(['局', '委']) || name.ends_with("委员会");
    named
        && kind.is_none_or(|kind| kind == UnitKind::Department)
        && !LEADING.iter().any(|word| name.contains(word))
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn lacks_of_a_region_in_the_report_of_one_department_are_found() {
        let text =
            |unit: &str, body: &str| format!("{unit}2023年度法治建设报告\n一、存在问题\n{body}");
        finds(
            "U007",
            &[
                (&text("甲区水务局", "全区干部法治意识不强。"), "全区"),
                (&text("甲区司法局", "全区干部法治意识不强。"), ""),
                (&text("甲区水务局", "全区河道管护任务重，我局执法人员少。"), ""),
            ],
        );
    }
}
