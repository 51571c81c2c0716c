use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "T006",
    name: "引号、括号、书名号不成对",
    severity: Severity::Warning,
    why: "只有一半的引号、括号、书名号，看不出到哪里为止。",
    source: "GB/T 15834—2011《标点符号用法》",
    strength: Strength::Binding,
    wrong: "落实“谁执法谁普法普法责任制。",
    right: "落实“谁执法谁普法”普法责任制。",
    looks: Looks::Paragraph(look),
};

const PAIRS: [(char, char); 8] = [
    ('“', '”'),
    ('‘', '’'),
    ('《', '》'),
    ('〈', '〉'),
    ('（', '）'),
    ('【', '】'),
    ('〔', '〕'),
    ('「', '」'),
];

/// More in one paragraph say nothing new: it is no text but rubbish.
const MOST: usize = 20;

/// Half-width brackets count as full-width ones: （社区) is a pair, if an ugly one.
fn plain(c: char) -> char {
    match c {
        '(' => '（',
        ')' => '）',
        other => other,
    }
}

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    let chars = &facts.chars;
    let mut open: Vec<(usize, char)> = Vec::new();
    // How many of each kind are open, so that a lone closing mark is known without a search.
    let mut depth = [0_usize; PAIRS.len()];
    let mut alone: Vec<usize> = Vec::new();
    for (at, &c) in chars.iter().enumerate() {
        let c = plain(c);
        if let Some(kind) = PAIRS.iter().position(|(opening, _)| *opening == c) {
            open.push((at, c));
            depth[kind] += 1;
        } else if let Some(kind) = PAIRS.iter().position(|(_, closing)| *closing == c) {
            if depth[kind] == 0 {
                if !is_of_item(chars, at) && !is_apostrophe(chars, at) {
                    alone.push(at);
                }
                continue;
            }
            // What was opened within and not closed stands alone.
            while let Some((opened, opening)) = open.pop() {
                if let Some(of) = PAIRS.iter().position(|(o, _)| *o == opening) {
                    depth[of] -= 1;
                    if of == kind {
                        break;
                    }
                }
                alone.push(opened);
            }
        }
    }
    alone.extend(open.into_iter().map(|(at, _)| at));
    alone.sort_unstable();
    for at in alone.into_iter().take(MOST) {
        let message = format!("“{}”没有另一半", chars[at]);
        let message = if "“”‘’".contains(chars[at]) {
            format!("引号{}没有另一半", chars[at])
        } else {
            message
        };
        out.push(Spot::new(at..at + 1, message).hint("请补上，或者删去这一个"));
    }
}

/// `1）`, `（一`: the mark of an item needs no partner.
fn is_of_item(chars: &[char], at: usize) -> bool {
    let before = &chars[at.saturating_sub(3)..at];
    let number = before
        .iter()
        .rev()
        .take_while(|c| c.is_ascii_alphanumeric() || "一二三四五六七八九十".contains(**c))
        .count();
    let start = at - number;
    let begins = start == 0 || "。；;：:\n，, 　".contains(chars[start - 1]);
    matches!(chars[at], ')' | '）') && number > 0 && begins
}

/// `it’s`.
fn is_apostrophe(chars: &[char], at: usize) -> bool {
    chars[at] == '’' && at > 0 && chars[at - 1].is_ascii_alphabetic()
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::{finds, found};

    #[test]
    fn marks_without_their_other_half_are_found() {
        finds(
            "T006",
            &[
                ("落实“放管服改革。", "“"),
                ("落实放管服”改革。", "”"),
                ("印发《要点并落实。", "《"),
                ("“一村（社区”建设", "（"),
                ("（社区)法律顾问", ""),
                ("1）学习；2）培训。", ""),
                ("“双随机、一公开”和《要点》（征求意见稿）", ""),
                ("《关于印发〈办法〉的通知》", ""),
                ("it’s", ""),
            ],
        );
    }

    /// A stack, not a search: each mark is put on and taken off once.
    #[test]
    fn ten_thousand_lone_marks_are_told_by_the_first_few() {
        for text in ["“".repeat(10_000), "”".repeat(10_000), "《“（".repeat(5_000) + "》"]
        {
            assert_eq!(found("T006", &text).len(), 20);
        }
    }
}
