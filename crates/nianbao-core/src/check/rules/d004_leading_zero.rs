use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};
use crate::check::when;

pub(super) static RULE: Rule = Rule {
    code: "D004",
    name: "月、日前面多了0",
    severity: Severity::Warning,
    why: "公文中的日期用阿拉伯数字写全年、月、日，月、日不编虚位。",
    source: "GB/T 9704—2012 第7.3.5.4条",
    strength: Strength::Binding,
    wrong: "2023年05月08日，区委全面依法治区委员会召开会议。",
    right: "2023年5月8日，区委全面依法治区委员会召开会议。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    for (start, end) in when::padded(&facts.chars) {
        let whole = facts.slice(start..end);
        let bare = whole.replacen('0', "", 1).replacen('０', "", 1);
        let message = format!("“{whole}”前面的0应当去掉");
        out.push(Spot::new(start..end, message).fix(bare));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn zeros_before_months_and_days_are_found() {
        finds(
            "D004",
            &[
                ("2023年05月08日印发", "05月|08日"),
                ("5月08日印发", "08日"),
                ("2023年10月20日印发", ""),
                ("2023年5月8日印发", ""),
                ("发布时间：2023-05-08", ""),
                ("1000月", ""),
            ],
        );
    }
}
