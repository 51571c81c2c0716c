use std::ops::Range;

use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};

pub(super) static RULE: Rule = Rule {
    code: "U009",
    name: "同一机关用了两个简称",
    severity: Severity::Hint,
    why: "一份报告里同一机关只用一个规范化简称，两个混着用，像是两家单位。",
    source: "公文写作通例",
    strength: Strength::Usual,
    wrong: "区市场监管局开展检查。区市监局开展培训。",
    right: "区市场监管局开展检查。区市场监管局开展培训。",
    looks: Looks::Document(look),
};

/// What people say for one organ; a longer one stands before one that it ends with.
const GROUPS: [&[&str]; 6] = [
    &["市场监督管理局", "市场监管局", "市监局"],
    &["人力资源和社会保障局", "人力资源社会保障局", "人社局"],
    &["住房和城乡建设局", "住房城乡建设局", "住建局"],
    &["发展和改革局", "发展改革局", "发改局"],
    &["文化广电旅游体育局", "文广旅体局", "文旅局"],
    &["城市管理和综合执法局", "城管执法局", "城管局"],
];

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    for group in GROUPS {
        // The full name may stand beside one short form.
        let (full, shorts) =
            group.split_first().map_or(("", &[][..]), |(full, rest)| (*full, rest));
        let mut known: Vec<(char, &str)> = Vec::new();
        for (n, facts) in document.facts.iter().enumerate().filter(|(_, f)| f.is_text()) {
            for (name, at) in places(facts, shorts) {
                let level = at.start.checked_sub(1).map_or(' ', |before| facts.chars[before]);
                if !"省市区县旗".contains(level) {
                    continue;
                }
                match known.iter().find(|(other, _)| *other == level) {
                    None => known.push((level, name)),
                    Some((_, other)) if *other != name => {
                        let message = format!("前面写“{other}”，这里写“{name}”");
                        let hint = format!("都是{full}的，请统一用一个");
                        out.push((Some(n), Spot::new(at, message).hint(hint)));
                    }
                    Some(_) => {}
                }
            }
        }
    }
}

fn places(facts: &Facts, names: &[&'static str]) -> Vec<(&'static str, Range<usize>)> {
    let own = |name: &&'static str| {
        let name = *name;
        facts.places(name).into_iter().map(move |at| (name, at))
    };
    let mut out: Vec<_> = names.iter().flat_map(own).collect();
    out.sort_by_key(|(_, at)| at.start);
    out
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn a_second_short_form_of_one_organ_is_found() {
        finds(
            "U009",
            &[
                ("区市场监管局检查。\n区市监局培训。", "市监局"),
                ("区市场监督管理局检查，区市监局培训，区市监局总结。", ""),
                ("市人社局指导，区人力资源社会保障局落实。", ""),
            ],
        );
    }
}
