use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};
use crate::text::punctuation::is_han;

pub(super) static RULE: Rule = Rule {
    code: "P008",
    name: "点了企业的名",
    severity: Severity::Hint,
    why: "把企业名称和事故、处罚写在一起，公开后影响它的信誉，要想清楚是否必要。",
    source: "办报告的经验",
    strength: Strength::Practice,
    wrong: "对甲运输有限公司客车发生交通事故一事开展监督。",
    right: "对某企业客车发生交通事故一事开展监督。走访甲运输有限公司听取意见。",
    looks: Looks::Paragraph(look),
};

const COMPANIES: [&str; 4] = ["有限公司", "有限责任公司", "股份公司", "集团公司"];
const TROUBLE: [&str; 14] = [
    "事故", "处罚", "罚款", "立案", "查处", "违法", "吊销", "责令", "失信", "欠薪", "拖欠", "曝光",
    "判决", "败诉",
];
/// What is done to it stands before the name.
const VERBS: [&str; 6] = ["查处", "责令", "督促", "依法查处", "约谈", "处罚"];
/// A name is no shorter: 甲运输.
const NAME: usize = 2;
/// No name of a company is longer.
const LONG: usize = 24;

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    let mut places: Vec<_> = COMPANIES.iter().flat_map(|word| facts.places(word)).collect();
    places.sort_by_key(|at| at.start);
    for sentence in facts.sentences.iter().filter(|_| !places.is_empty()) {
        let from = places.partition_point(|at| at.start < sentence.start);
        let to = places.partition_point(|at| at.start < sentence.end);
        let own = &places[from..to];
        if own.is_empty() {
            continue;
        }
        let text = facts.slice(sentence.clone());
        let Some(trouble) = TROUBLE.iter().find(|word| text.contains(**word)) else { continue };
        for at in own {
            let before = facts.chars[sentence.start..at.start].iter().rev().take(LONG);
            // 对, 由, 与 lead over to the name; 某 hides it.
            let name = before.take_while(|c| is_han(**c) && !"对由与向给及和把被将".contains(**c));
            let start = at.start - name.count();
            let before = facts.slice(start..at.start);
            let verb = VERBS.iter().find(|verb| before.starts_with(**verb));
            let start = start + verb.map_or(0, |verb| verb.chars().count());
            let named = facts.slice(start..at.end);
            if !named.contains('某') && at.start >= start + NAME {
                let message = format!("“{named}”与“{trouble}”写在一起");
                let hint = "不必点名的，公开前请写成“某企业”";
                out.push(Spot::new(start..at.end, message).hint(hint));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn companies_beside_accidents_and_punishments_are_found() {
        finds(
            "P008",
            &[
                ("对甲运输有限公司客车发生事故一事开展监督。", "甲运输有限公司"),
                ("对甲某运输有限公司处罚。", ""),
                ("走访甲运输有限公司。查处违法案件3宗。", ""),
                ("“乙建筑有限责任公司”拖欠工资。", "乙建筑有限责任公司"),
            ],
        );
    }
}
