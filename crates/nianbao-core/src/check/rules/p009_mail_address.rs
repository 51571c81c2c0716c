use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "P009",
    name: "有个人邮箱",
    severity: Severity::Hint,
    why: "个人邮箱属于个人信息；政务邮箱（gov.cn）可以公开。",
    source: "《中华人民共和国个人信息保护法》",
    strength: Strength::Binding,
    wrong: "意见发至zhangsan@example.com。",
    right: "意见发至fzb@example.gov.cn。",
    looks: Looks::Paragraph(look),
};

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    let chars = &facts.chars;
    let part = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    for (at, _) in chars.iter().enumerate().filter(|(_, c)| **c == '@') {
        let before = chars[..at].iter().rev().take(64).take_while(|c| part(c)).count();
        let behind = chars[at + 1..].iter().take(64).take_while(|c| part(c)).count();
        let host = facts.slice(at + 1..at + 1 + behind);
        let host = host.trim_end_matches('.');
        let whole = before > 0 && host.contains('.') && !host.ends_with("gov.cn");
        if whole {
            let masked = format!("{}***@{host}", chars[at - before]);
            let at = at - before..at + 1 + host.len();
            let spot = Spot::new(at, "这里有一个个人邮箱");
            out.push(spot.hint("公开前请删去，或者换成政务邮箱").mask(masked));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn mail_addresses_of_persons_are_found() {
        finds(
            "P009",
            &[
                ("发至a.b@example.com。", "a.b@example.com"),
                ("发至fzb@example.gov.cn。", ""),
                ("@", ""),
            ],
        );
    }
}
