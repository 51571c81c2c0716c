use crate::check::Severity;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::doc::Role;
use crate::text::date;
use crate::text::parts::Part;

pub(super) static RULE: Rule = Rule {
    code: "D006",
    name: "已做的事晚于成文日期",
    severity: Severity::Warning,
    why: "成效里写的是已经做的事，日期不会在报告成文之后。",
    source: "公开报告中常见的差错",
    strength: Strength::Practice,
    wrong: "一、主要举措\n2024年5月8日召开委员会会议。\n甲局\n2024年2月1日",
    right: "一、主要举措\n2023年5月8日召开委员会会议。\n甲局\n2024年2月1日",
    looks: Looks::Document(look),
};

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    let signed = document.facts.iter().find(|facts| facts.role == Role::Date);
    let Some(signed) = signed.and_then(|facts| date::read(&facts.text)) else { return };
    for (n, facts) in document.facts.iter().enumerate() {
        if !matches!(facts.part, Some(Part::Results | Part::Duties)) {
            continue;
        }
        for day in &facts.noted().days {
            let Some(year) = day.year else { continue };
            let parts = (i64::from(year), i64::from(day.month), i64::from(day.day));
            let last =
                (i64::from(signed.year()), i64::from(signed.month()), i64::from(signed.day()));
            // 于2025年12月31日前建成, 规划至2025年12月31日: not done yet.
            let behind = facts.slice(day.end..(day.end + 1).min(facts.chars.len()));
            let before = facts.slice(day.start.saturating_sub(2)..day.start);
            let planned = behind == "前" || behind == "起" || before.ends_with(['至', '到']);
            if parts > last && !planned {
                let day_text = facts.slice(day.start..day.end);
                let message = format!("{day_text}晚于成文日期{}", date::written(signed));
                let spot = Spot::new(day.start..day.end, message);
                out.push((Some(n), spot.hint("请核对这两个日期")));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn what_was_done_after_the_report_was_signed_is_found() {
        let report = |day: &str| format!("一、主要举措\n{day}召开会议。\n甲局\n2024年2月1日");
        finds(
            "D006",
            &[
                (&report("2024年2月2日"), "2024年2月2日"),
                (&report("2024年2月1日"), ""),
                (&report("2025年12月31日前"), ""),
                ("一、主要举措\n2025年5月8日召开会议。", ""),
            ],
        );
    }
}
