use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};
use crate::check::when;

pub(super) static RULE: Rule = Rule {
    code: "D010",
    name: "起止时间颠倒",
    severity: Severity::Warning,
    why: "开始的日子在结束之后，总有一个写错了。",
    source: "公历",
    strength: Strength::Usual,
    wrong: "2023年9月1日至2023年4月30日，集中开展专项整治。",
    right: "2023年4月1日至2023年9月30日，集中开展专项整治。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    let days = when::days(&facts.chars);
    for pair in days.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let between = facts.slice(from.end..to.start);
        if !matches!(between.as_str(), "至" | "到" | "—" | "-" | "－" | "～") {
            continue;
        }
        // Without a year of its own the end is in the same one.
        let Some(year) = from.year else { continue };
        let end = (to.year.unwrap_or(year), to.month, to.day);
        if end < (year, from.month, from.day) {
            let at = from.start..to.end;
            let message = format!("“{}”的开始在结束之后", facts.slice(at.clone()));
            out.push(Spot::new(at, message).hint("请核对起止日期"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn periods_that_end_before_they_begin_are_found() {
        finds(
            "D010",
            &[
                ("2023年4月1日至9月30日", ""),
                ("2023年9月1日至4月30日", "2023年9月1日至4月30日"),
                ("2022年9月1日至2023年4月30日", ""),
            ],
        );
    }
}
