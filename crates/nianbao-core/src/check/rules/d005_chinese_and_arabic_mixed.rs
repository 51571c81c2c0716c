use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};
use crate::check::when;

pub(super) static RULE: Rule = Rule {
    code: "D005",
    name: "日期中汉字和阿拉伯数字混用",
    severity: Severity::Warning,
    why: "一个日期里只用一种数字；公文用阿拉伯数字。",
    source: "GB/T 15835—2011，GB/T 9704—2012 第7.3.5.4条",
    strength: Strength::Binding,
    wrong: "2023年五月8日，区委全面依法治区委员会召开会议。",
    right: "2023年5月8日，区委全面依法治区委员会召开会议。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    for day in when::days(&facts.chars) {
        let written = &facts.chars[day.start..day.end];
        let arabic = written.iter().any(|c| c.is_ascii_digit());
        let chinese = written.iter().any(|c| "〇○零一二三四五六七八九十".contains(*c));
        if arabic && chinese {
            let year = day.year.map(|year| format!("{year}年")).unwrap_or_default();
            let meant = format!("{year}{}月{}日", day.month, day.day);
            let message = format!("“{}”应写作“{meant}”", facts.slice(day.start..day.end));
            out.push(Spot::new(day.start..day.end, message).fix(meant));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn dates_in_two_kinds_of_numerals_are_found() {
        finds(
            "D005",
            &[
                ("2023年五月8日", "2023年五月8日"),
                ("二〇二三年5月8日", "二〇二三年5月8日"),
                ("二〇二三年五月八日", ""),
                ("2023年5月8日", ""),
                ("十二月四日", ""),
            ],
        );
    }
}
