use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::personal::name_at;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "P007",
    name: "写出了未成年人",
    severity: Severity::Warning,
    why: "不得披露能认出未成年人的姓名、年龄、学校等信息。",
    source: "《中华人民共和国未成年人保护法》",
    strength: Strength::Binding,
    wrong: "帮教未成年人陈小明，督促其返校。",
    right: "帮教未成年人陈某某，督促其返校，对未成年人开展普法。",
    looks: Looks::Paragraph(look),
};

const ROLES: [&str; 9] =
    ["未成年人", "学生", "儿童", "少年", "女童", "男童", "孤儿", "同学", "未成年犯"];

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    for role in ROLES {
        for at in facts.places(role) {
            let Some(name) = name_at(&facts.chars, at.end) else { continue };
            let family = facts.chars[name.start];
            let message = format!("“{}”像是未成年人的姓名", facts.slice(name.clone()));
            out.push(Spot::new(name, message).hint(format!("请写成{family}某某，不写学校和年龄")));
        }
    }
    // 王小红（女，13岁）, 王小红，男，15岁.
    let digit = |n: usize| facts.chars.get(n).and_then(|c| c.to_digit(10));
    for at in facts.places("岁") {
        let Some(ones) = at.start.checked_sub(1).and_then(digit) else { continue };
        let tens = at.start.checked_sub(2).and_then(digit).unwrap_or_default();
        let start = at.start - if tens > 0 { 2 } else { 1 };
        let before = facts.slice(start.saturating_sub(8)..start);
        let bare = before.trim_end_matches(['，', '、', '（', '(', ',', '男', '女', '今', '年']);
        if tens * 10 + ones >= 18 || bare.len() == before.len() {
            continue;
        }
        let end = start - before.chars().count() + bare.chars().count();
        let starts = [3, 2].into_iter().filter_map(|length| end.checked_sub(length));
        let name = starts.filter_map(|from| name_at(&facts.chars, from)).find(|n| n.end == end);
        if let Some(name) = name.filter(|name| out.iter().all(|spot| spot.start != name.start)) {
            let message = format!("“{}”像是未成年人的姓名", facts.slice(name.clone()));
            let family = facts.chars[name.start];
            out.push(Spot::new(name, message).hint(format!("请写成{family}某某，不写学校和年龄")));
        }
    }
    out.sort_by_key(|spot| spot.start);
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn names_of_minors_are_found() {
        finds(
            "P007",
            &[
                ("帮教未成年人陈小明，返校", "陈小明"),
                ("救助王小红（女，13岁）", "王小红"),
                ("救助王小红，男，35岁", ""),
                ("未成年人保护，学生法治教育", ""),
                ("帮教未成年人陈某某，返校", ""),
                ("14岁以下儿童", ""),
            ],
        );
    }
}
