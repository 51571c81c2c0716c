use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "S010",
    name: "留着待填的地方",
    severity: Severity::Error,
    why: "XX、〔待填〕这类记号是起草时留的，报出去前要填好。",
    source: "公开报告中常见的差错",
    strength: Strength::Practice,
    wrong: "全年办理案件XX件。",
    right: "全年办理案件12件。",
    looks: Looks::Paragraph(look),
};

const WORDS: [&str; 12] = [
    "〔待填",
    "【待填",
    "（待填",
    "(待填",
    "〔待补",
    "（待补",
    "【待补",
    "[待填",
    "待核实）",
    "___",
    "＿＿",
    "{{",
];

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    for at in WORDS.iter().flat_map(|word| facts.places(word)) {
        let close = facts.chars[at.end..].iter().take(20).position(|c| "〕】）)]".contains(*c));
        let open = facts.chars.get(at.start).is_some_and(|c| "〔【（([".contains(*c));
        let end = close.filter(|_| open).map_or(at.end, |n| at.end + n + 1);
        out.push(told(facts, at.start..end));
    }
    let mut at = 0;
    while at < facts.chars.len() {
        let c = facts.chars[at];
        let length = facts.chars[at..].iter().take_while(|d| **d == c).count();
        let behind = facts.chars.get(at + length).copied();
        let before = at.checked_sub(1).map(|i| facts.chars[i]);
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let left = match c {
            // 138****1234 is a masked number, 大写 letters beside it another word.
            'X' | 'x' => (2..=4).contains(&length) && !latin(before) && !latin(behind),
            '×' => length >= 2,
            '*' | '＊' => length >= 2 && !latin(before) && !latin(behind),
            '□' | '●' => length >= 2,
            _ => false,
        };
        if left {
            out.push(told(facts, at..at + length));
        }
        at += length;
    }
}

fn told(facts: &Facts, at: std::ops::Range<usize>) -> Spot {
    let message = format!("“{}”还没有填", facts.slice(at.clone()));
    Spot::new(at, message).hint("请填好，或把这一句删去")
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn what_was_left_to_fill_in_is_found() {
        finds(
            "S010",
            &[
                ("办理案件XX件，其中××件办结。", "XX|××"),
                ("办理案件〔待填：案件〕。", "〔待填：案件〕"),
                ("办理案件___件。", "___"),
                ("联系电话138****1234。", ""),
                ("办理案件***件。", "***"),
                ("使用XXL系统，推广“互联网+”。", ""),
                ("长×宽×高", ""),
            ],
        );
    }
}
