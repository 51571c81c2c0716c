use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::doc::Role;

pub(super) static RULE: Rule = Rule {
    code: "T009",
    name: "段末没有句号",
    severity: Severity::Warning,
    why: "一段话没有收尾的标点，可能是漏了，也可能是后面的话丢了。",
    source: "GB/T 15834—2011《标点符号用法》",
    strength: Strength::Binding,
    wrong: "我局坚持依法行政，全年开展检查12次。发现的问题均已督促整改到位",
    right: "我局坚持依法行政，全年开展检查12次。发现的问题均已督促整改到位。",
    looks: Looks::Document(look),
};

/// Shorter lines may be labels of a table or a list.
const SHORT: usize = 16;

/// Where so many lines and every third one do not end, lines are wrapped, not paragraphs cut.
const WRAPPED: usize = 3;

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    let prose: Vec<usize> =
        (0..document.facts.len()).filter(|&n| document.facts[n].noted().prose).collect();
    let open = prose.iter().filter_map(|&n| Some((n, document.facts[n].noted().open_end?)));
    let open: Vec<_> = open.collect();
    if open.len() >= WRAPPED && open.len() * 3 >= prose.len() {
        return;
    }
    for (n, last) in open {
        let message = if "，、,".contains(last) {
            format!("这一段停在“{last}”上")
        } else {
            "这一段末尾没有标点".to_owned()
        };
        let at = document.facts[n].chars.len() - 1;
        let spot = Spot::new(at..at + 1, message);
        out.push((Some(n), spot.hint("请看后面是不是还有话，没有就加上句号")));
    }
}

/// A line of a list or of what surrounds a page has no 。 before its end.
pub(in crate::check) fn is_prose(facts: &Facts) -> bool {
    facts.role == Role::Body && facts.chars.len() >= SHORT && facts.chars.contains(&'。')
}

/// The last character, where it ends nothing: a word, or a comma that is followed by nothing.
pub(in crate::check) fn open_end(facts: &Facts) -> Option<char> {
    facts.chars.last().copied().filter(|last| last.is_alphanumeric() || "，、,%％".contains(*last))
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn paragraphs_that_do_not_end_are_found() {
        finds(
            "T009",
            &[
                ("全年开展检查12次。问题均已督促整改到位", "位"),
                ("全年开展检查12次。问题均已督促整改，", "，"),
                ("全年开展检查12次。问题均已督促整改到位。", ""),
                ("全年开展检查12次。一是学习；二是问题均已整改；", ""),
                ("全年开展检查12次。他说：“都改了。”", ""),
                ("联系人：张某，电话：略，地址：甲路甲号大楼", ""),
            ],
        );
    }
}
