use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::doc::Role;
use crate::text::punctuation::is_han;

pub(super) static RULE: Rule = Rule {
    code: "U008",
    name: "简称用在了全称前面",
    severity: Severity::Warning,
    why: "自定的简称要先写全称、注明简称，再用；简称先出现，读的人不知道指什么。",
    source: "公文写作通例",
    strength: Strength::Usual,
    wrong: "发挥专班作用。成立执法监督工作专班（以下简称“专班”）。",
    right: "成立执法监督工作专班（以下简称“专班”）。发挥专班作用。",
    looks: Looks::Document(look),
};

/// A short form is no longer.
const LONG: usize = 16;
const SAYS: [&str; 3] = ["以下简称", "以下统称", "（简称"];

/// A short form and where it is explained: the paragraph, and the place there.
pub(super) struct Short {
    pub name: String,
    pub para: usize,
    pub at: usize,
}

pub(super) fn shorts(document: &Document<'_>) -> Vec<Short> {
    let mut out = Vec::new();
    for (para, facts) in document.facts.iter().enumerate() {
        for says in SAYS {
            for at in facts.places(says) {
                let name: String = facts.chars[at.end..]
                    .iter()
                    .take(LONG + 3)
                    .take_while(|c| !"）)，。；".contains(**c))
                    .filter(|c| !"“”\"：:".contains(**c))
                    .collect();
                let name = name.trim().to_owned();
                if (2..=LONG).contains(&name.chars().count()) {
                    out.push(Short { name, para, at: at.start });
                }
            }
        }
    }
    out
}

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    for short in shorts(document) {
        let before = document.facts.iter().enumerate().take(short.para + 1);
        let mut body = before.filter(|(_, facts)| facts.role == Role::Body);
        let first = body.find_map(|(n, facts)| {
            let mut own = facts.places(&short.name).into_iter();
            let own = own.find(|at| {
                (n < short.para || at.end <= short.at) && stands_alone(facts, at.start, &short.name)
            });
            own.map(|at| (n, at))
        });
        if let Some((n, at)) = first {
            let spot = Spot::new(at, format!("“{}”是简称，到后面才说明", short.name));
            out.push((Some(n), spot.hint("请在第一次出现的地方写全称，并注明简称")));
        }
    }
}

/// Not the end of a longer name, the full one among them.
fn stands_alone(facts: &Facts, at: usize, name: &str) -> bool {
    let Some(before) = at.checked_sub(1).map(|n| facts.chars[n]) else { return true };
    let leads = "由与和向对在将为以经按同挥靠托照据实";
    !is_han(before) && before != '《' || leads.contains(before) || name.starts_with('《')
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn a_short_form_before_it_is_explained_is_found() {
        finds(
            "U008",
            &[
                ("由专班牵头。\n成立工作专班（以下简称“专班”）。", "专班"),
                ("成立工作专班（以下简称“专班”）。由专班牵头。", ""),
                ("落实《条例》。\n印发《甲市养犬条例》（以下简称《条例》）。", "《条例》"),
                ("召开工作专班会议，成立工作专班（以下简称“专班”）。", ""),
            ],
        );
    }
}
