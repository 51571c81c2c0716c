use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};
use crate::text::punctuation::is_han;

pub(super) static RULE: Rule = Rule {
    code: "P005",
    name: "地址写到了门牌",
    severity: Severity::Warning,
    why: "写到楼栋、房号的住址能找到具体的人，公开时写到街道、乡镇为止。",
    source: "《中华人民共和国个人信息保护法》",
    strength: Strength::Binding,
    wrong: "走访甲街道文化路12号3栋502房的困难群众。",
    right: "走访甲街道的困难群众。",
    looks: Looks::Paragraph(look),
};

/// Words that a house, a floor or a door is named with, behind its number.
const DOORS: [&str; 9] = ["号楼", "栋", "幢", "座", "单元", "室", "房", "楼", "号"];
/// 甲路12号: the ends of names of streets and places.
const STREETS: &str = "路街巷道弄里村组园苑坊区";

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    let chars = &facts.chars;
    let mut at = 0;
    while at < chars.len() {
        let street = chars[at].is_ascii_digit() && at > 0 && STREETS.contains(chars[at - 1]);
        if !street {
            at += 1;
            continue;
        }
        let mut end = at;
        let mut doors = Vec::new();
        while let Some((door, next)) = door(chars, end) {
            doors.push(door);
            end = next;
        }
        // A street number alone may be an office; with a house or a door behind it somebody lives there.
        if doors.len() > 1 && doors.iter().any(|door| *door != "号") {
            let name = chars[..at].iter().rev().take(10).take_while(|c| is_word(**c)).count();
            let start = at - name;
            let hint = "公开前请写到乡镇、街道为止";
            let masked = format!("{}***", to_township(&chars[start..at]));
            out.push(Spot::new(start..end, "这里有具体的住址").hint(hint).mask(masked));
        }
        at = end.max(at + 1);
    }
}

/// What stands before the numbers, as far as the township where one is named.
fn to_township(before: &[char]) -> String {
    let text: String = before.iter().collect();
    let end =
        ["街道", "镇", "乡"].iter().filter_map(|word| Some(text.rfind(word)? + word.len())).max();
    end.map_or(text.as_str(), |end| &text[..end]).to_owned()
}

fn is_word(c: char) -> bool {
    is_han(c) || c.is_ascii_digit()
}

/// `12号`: a number and what it counts.
fn door(chars: &[char], at: usize) -> Option<(&'static str, usize)> {
    let rest = &chars[at.min(chars.len())..];
    let length =
        rest.iter().take(5).take_while(|c| c.is_ascii_alphanumeric() || **c == '-').count();
    if length == 0 {
        return None;
    }
    let behind: String = rest[length..].iter().take(2).collect();
    let door = DOORS.iter().find(|door| behind.starts_with(**door))?;
    Some((door, at + length + door.chars().count()))
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn addresses_to_the_door_are_found() {
        finds(
            "P005",
            &[
                ("住文化路12号3栋502房", "住文化路12号3栋502房"),
                ("住甲小区，乙苑3栋2单元501室", "乙苑3栋2单元501室"),
                ("区政务服务中心（文化路12号）", ""),
                ("整治道路12条", ""),
                ("村3组2号文件", ""),
            ],
        );
    }
}
