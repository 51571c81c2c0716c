use std::ops::Range;

use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::check::titles::addressees;
use crate::doc::Role;

pub(super) static RULE: Rule = Rule {
    code: "U004",
    name: "主送和抄送重复",
    severity: Severity::Warning,
    why: "已经主送的机关不用再抄送，抄送里同一机关也只写一次。",
    source: "《党政机关公文处理工作条例》关于主送、抄送机关的规定",
    strength: Strength::Usual,
    wrong: "甲局2023年法治政府建设年度报告\n区委、区政府：\n现将有关情况报告如下。\n抄送：区政府、区人大常委会。",
    right: "甲局2023年法治政府建设年度报告\n区委、区政府：\n现将有关情况报告如下。\n抄送：区人大常委会、区政协。",
    looks: Looks::Document(look),
};

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    let all = || document.facts.iter().enumerate();
    let addressee = all().find(|(_, facts)| facts.role == Role::Addressee);
    let sent = addressee.map_or(Vec::new(), |(_, facts)| addressees(facts));
    // Of a 库 the copies stand in the imprint, which is no paragraph.
    let imprint = document.year.map(|year| &year.records.year.imprint).filter(|i| i.on);
    if let (Some(imprint), Some((n, _))) = (imprint, addressee) {
        let copies: Vec<&str> = pieces(&imprint.copies).collect();
        for (name, at) in sent.iter().filter(|(name, _)| copies.contains(&name.as_str())) {
            out.push((Some(n), both(name, at.clone())));
        }
        let again = |(k, name): &(usize, &&str)| copies[..*k].contains(*name);
        out.extend(copies.iter().enumerate().filter(again).map(|(_, n)| (None, twice(n, 0..0))));
    }
    for (n, facts) in all().filter(|(_, facts)| is_copies(facts)) {
        let own = copies(facts);
        for (k, (name, at)) in own.iter().enumerate() {
            if sent.iter().any(|(known, _)| known == name) {
                out.push((Some(n), both(name, at.clone())));
            } else if own[..k].iter().any(|(known, _)| known == name) {
                out.push((Some(n), twice(name, at.clone())));
            }
        }
    }
}

fn both(name: &str, at: Range<usize>) -> Spot {
    Spot::new(at, format!("“{name}”既是主送又是抄送")).hint("已经主送的，请从抄送里去掉")
}

fn twice(name: &str, at: Range<usize>) -> Spot {
    Spot::new(at, format!("抄送里“{name}”写了两遍")).hint("请留下一处")
}

fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split(['、', '，', ',', '；', ';', '。', '\n']).map(str::trim).filter(|n| !n.is_empty())
}

fn is_copies(facts: &Facts) -> bool {
    facts.text.starts_with("抄送：") || facts.text.starts_with("抄送:")
}

fn copies(facts: &Facts) -> Vec<(String, Range<usize>)> {
    let own = addressees(facts).into_iter().skip(1);
    own.map(|(name, at)| {
        let bare = name.trim_end_matches('。').to_owned();
        let end = at.start + bare.chars().count();
        (bare, at.start..end)
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::{codes_of_year, finds};
    use crate::record::{ImprintChoice, Unit, Year, YearRecords};

    #[test]
    fn an_organ_that_gets_it_twice_is_found() {
        let text = |copies: &str| {
            format!("甲局2023年度报告\n区委、区政府：\n现报告如下。\n抄送：{copies}。")
        };
        finds(
            "U004",
            &[
                (&text("区人大、区委"), "区委"),
                (&text("区人大、区政协、区人大"), "区人大"),
                (&text("区委办、区政协"), ""),
            ],
        );
    }

    #[test]
    fn the_copies_of_a_year_stand_in_its_imprint() {
        for (on, copies, meant) in [
            (true, "区人大、区委", 1),
            (true, "区人大、区人大", 1),
            (true, "区人大、区政协", 0),
            (false, "区委", 0),
        ] {
            let imprint =
                ImprintChoice { on, copies: copies.to_owned(), ..ImprintChoice::default() };
            let addressee = "区委、区政府".to_owned();
            let year = Year { year: 2023, addressee, imprint, ..Year::default() };
            let told = codes_of_year(&YearRecords::new(Unit::default(), year), None);
            assert_eq!(told.iter().filter(|c| *c == "U004").count(), meant, "{on} {copies}");
        }
    }
}
