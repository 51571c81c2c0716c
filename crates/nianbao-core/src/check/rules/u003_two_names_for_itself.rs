use std::ops::Range;

use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};

pub(super) static RULE: Rule = Rule {
    code: "U003",
    name: "自称前后不一",
    severity: Severity::Warning,
    why: "一份报告里又写“我局”又写“我委”，多半有一段是从别处抄来的。",
    source: "公开报告中常见的差错",
    strength: Strength::Practice,
    wrong: "我局坚持依法行政。\n我局加强学习。\n我委开展培训。",
    right: "我局坚持依法行政。\n我局加强学习。\n我区成立了专班，我局开展培训。",
    looks: Looks::Document(look),
};

/// What a unit calls itself; 我区 and 我市 are places.
const NAMES: [&str; 8] = ["我局", "我委", "我办", "我镇", "我乡", "我街道", "我院", "我中心"];

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    let mut seen: Vec<(&str, usize, usize, Spot)> = Vec::new();
    for (n, facts) in document.facts.iter().enumerate().filter(|(_, f)| f.is_text()) {
        for (name, at, count) in &facts.noted().names {
            match seen.iter_mut().find(|(known, ..)| known == name) {
                Some((_, times, ..)) => *times += count,
                None => seen.push((*name, *count, n, Spot::new(at.clone(), ""))),
            }
        }
    }
    // The unit's own word where it is known, else what the report says most.
    let short = document.context.short.as_str();
    let own = seen.iter().find(|(name, ..)| *name == short);
    let Some(own) = own.or_else(|| seen.iter().max_by_key(|(_, times, ..)| *times)) else { return };
    let own = own.0;
    for (name, _, n, spot) in seen.into_iter().filter(|(name, ..)| *name != own) {
        let spot = Spot {
            message: format!("别处自称“{own}”，这里是“{name}”").into(), ..spot
        };
        out.push((Some(n), spot.hint(format!("是本单位的，请统一写作“{own}”"))));
    }
}

/// What a paragraph calls the unit: the first place, and how often.
pub(in crate::check) fn names(facts: &Facts) -> Vec<(&'static str, Range<usize>, usize)> {
    let places = NAMES.iter().map(|name| (*name, facts.places(name)));
    places.filter_map(|(name, at)| Some((name, at.first()?.clone(), at.len()))).collect()
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn another_name_for_itself_is_found_once() {
        finds(
            "U003",
            &[
                ("我局加强学习。我局开展检查。\n我委开展培训。我委加强督察。我局总结。", "我委"),
                ("我镇加强学习，我镇依法决策。我街道开展检查。", "我街道"),
                ("我区加强统筹，我局抓好落实。", ""),
                ("各部门加强学习。", ""),
            ],
        );
    }
}
