use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "P010",
    name: "有车牌号",
    severity: Severity::Warning,
    why: "车牌号能查到车主，公开时要隐去。",
    source: "《中华人民共和国个人信息保护法》",
    strength: Strength::Practice,
    wrong: "查获超限车辆粤DA1234。",
    right: "查获超限车辆粤D***34。",
    looks: Looks::Paragraph(look),
};

const PROVINCES: &str = "京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云藏陕甘青宁新蒙";

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    let chars = &facts.chars;
    // Latin letters are few: a province is looked for before them.
    let letters = chars.iter().enumerate().skip(1).filter(|(_, c)| c.is_ascii_uppercase());
    for at in letters.map(|(letter, _)| letter - 1) {
        if !PROVINCES.contains(chars[at]) {
            continue;
        }
        let dot = usize::from(chars.get(at + 2).is_some_and(|c| "·•.".contains(*c)));
        let rest = &chars[(at + 2 + dot).min(chars.len())..];
        let length = rest
            .iter()
            .take(8)
            .take_while(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
            .count();
        let digits = rest[..length].iter().filter(|c| c.is_ascii_digit()).count();
        if matches!(length, 5 | 6) && digits >= 3 {
            let end = at + 2 + dot + length;
            let (head, tail) = (facts.slice(at..at + 2), facts.slice(end - 2..end));
            let masked = format!("{head}***{tail}");
            let hint = format!("公开前请删去，或者写成{masked}");
            out.push(Spot::new(at..end, "这里有一个车牌号").hint(hint).mask(masked));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn car_plates_are_found() {
        finds(
            "P010",
            &[
                ("车辆粤DA1234、粤D·12345", "粤DA1234|粤D·12345"),
                ("新A1级景区", ""),
                ("粤D***34", ""),
                ("新能源车粤DD12345", "粤DD12345"),
            ],
        );
    }
}
