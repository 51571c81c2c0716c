use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "P002",
    name: "有固定电话",
    severity: Severity::Hint,
    why: "办公电话可以公开，家庭和个人的电话不可以。",
    source: "《中华人民共和国个人信息保护法》",
    strength: Strength::Binding,
    wrong: "投诉人电话0754-85851234。",
    right: "监督电话0754-85851234。",
    looks: Looks::Paragraph(look),
};

/// Before a number that is there to be called.
const PUBLIC: [&str; 8] = ["监督", "热线", "咨询", "举报", "服务", "办公", "值班", "受理"];

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    for number in facts.digits() {
        let written = facts.slice(number.at.clone());
        let coded = written.split_once('-').is_some_and(|(code, rest)| {
            code.starts_with('0') && matches!(code.len(), 3 | 4) && matches!(rest.len(), 7 | 8)
        });
        let before = facts.slice(number.at.start.saturating_sub(8)..number.at.start);
        let bare = matches!(number.digits.len(), 7 | 8)
            && written.len() == number.digits.len()
            && before.trim_end_matches(['：', ':', '为', ' ']).ends_with("电话");
        if (coded || bare) && !PUBLIC.iter().any(|word| before.contains(word)) {
            let hint = "是个人电话的，公开前请删去，或者写成0754-****1234的样子";
            let (code, rest) = written.split_once('-').filter(|_| coded).unwrap_or(("", &written));
            let dash = if coded { "-" } else { "" };
            let masked =
                format!("{code}{dash}{}{}", "*".repeat(rest.len() - 4), &rest[rest.len() - 4..]);
            out.push(Spot::new(number.at.clone(), "这里有一个电话号码").hint(hint).mask(masked));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn fixed_phones_are_found_but_those_of_the_office_are_not() {
        finds(
            "P002",
            &[
                ("家庭电话：0754-85851234", "0754-85851234"),
                ("联系电话：85851234", "85851234"),
                ("监督电话：0754-85851234", ""),
                ("2023-2024年", ""),
                ("2023-12-15", ""),
                ("发放85851234元", ""),
            ],
        );
    }
}
