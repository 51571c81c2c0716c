use jiff::civil::{Date, Weekday};

use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};
use crate::check::when;

pub(super) static RULE: Rule = Rule {
    code: "D002",
    name: "星期与日期不符",
    severity: Severity::Error,
    why: "日期和星期总有一个写错了，读的人会以为是另一天。",
    source: "公历",
    strength: Strength::Usual,
    wrong: "2023年5月8日（星期二），区委全面依法治区委员会召开会议。",
    right: "2023年5月8日（星期一），区委全面依法治区委员会召开会议。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, context: &Context, out: &mut Spots) {
    for day in when::days(&facts.chars) {
        let Some((said, length)) = weekday(&facts.chars[day.end..]) else { continue };
        let year = day.year.or(context.year).and_then(|year| i16::try_from(year).ok());
        let month_day = i8::try_from(day.month).ok().zip(i8::try_from(day.day).ok());
        let date = year.zip(month_day).and_then(|(y, (m, d))| Date::new(y, m, d).ok());
        let Some(date) = date.filter(|date| date.weekday() != said) else { continue };
        let word = name(date.weekday());
        let message = format!("{}是{word}", facts.slice(day.start..day.end));
        out.push(Spot::new(day.start..day.end + length, message).hint("请核对日期和星期"));
    }
}

/// `（星期二）`, `星期二`, `（周二）` right behind a day.
fn weekday(rest: &[char]) -> Option<(Weekday, usize)> {
    let open = usize::from(matches!(rest.first(), Some('（' | '(')));
    let words = rest.get(open..)?;
    let skip = if words.starts_with(&['星', '期']) {
        2
    } else if words.starts_with(&['周']) && open > 0 {
        1
    } else {
        return None;
    };
    let n = "一二三四五六日天".chars().position(|c| Some(&c) == words.get(skip))?;
    let day = Weekday::from_monday_one_offset(i8::try_from(n.min(6)).ok()? + 1).ok()?;
    Some((day, open + skip + 1 + open))
}

fn name(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "星期一",
        Weekday::Tuesday => "星期二",
        Weekday::Wednesday => "星期三",
        Weekday::Thursday => "星期四",
        Weekday::Friday => "星期五",
        Weekday::Saturday => "星期六",
        Weekday::Sunday => "星期日",
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn a_weekday_of_another_day_is_found() {
        finds(
            "D002",
            &[
                ("2023年5月8日（星期一）召开会议", ""),
                ("2023年5月8日（星期三）召开会议", "2023年5月8日（星期三）"),
                ("2023年5月8日星期天召开会议", "2023年5月8日星期天"),
                ("2023年12月31日（周日）", ""),
                ("5月8日（星期三）召开会议", ""),
            ],
        );
    }
}
