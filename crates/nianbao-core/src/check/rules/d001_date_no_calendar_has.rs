use jiff::civil::Date;

use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};
use crate::check::when;

pub(super) static RULE: Rule = Rule {
    code: "D001",
    name: "日期不存在",
    severity: Severity::Error,
    why: "日历上没有的日期一定是笔误。",
    source: "公历",
    strength: Strength::Usual,
    wrong: "2023年2月30日，召开全面依法治区委员会会议。",
    right: "2023年2月28日，召开全面依法治区委员会会议。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, context: &Context, out: &mut Spots) {
    for day in when::days(&facts.chars) {
        // Without a year a leap day is given the benefit of it.
        let year = day.year.or(context.year.filter(|_| day.month != 2)).unwrap_or(2024);
        let exists = i16::try_from(year)
            .ok()
            .zip(i8::try_from(day.month).ok())
            .zip(i8::try_from(day.day).ok())
            .is_some_and(|((year, month), day)| Date::new(year, month, day).is_ok());
        if !exists {
            let message = format!("日历上没有{}", facts.slice(day.start..day.end));
            out.push(Spot::new(day.start..day.end, message).hint("请核对日期"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn days_that_no_calendar_has_are_found() {
        finds(
            "D001",
            &[
                ("于2023年2月29日印发", "2023年2月29日"),
                ("于2024年2月29日印发", ""),
                ("于2023年13月1日印发", "2023年13月1日"),
                ("6月31日前完成", "6月31日"),
                ("2月29日前完成", ""),
                ("2月30日前完成", "2月30日"),
                ("12月4日国家宪法日", ""),
                ("二〇二三年十一月三十一日", "二〇二三年十一月三十一日"),
            ],
        );
    }
}
