use std::collections::BTreeSet;

use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "L004",
    name: "书名号里又用了双书名号",
    severity: Severity::Warning,
    why: "书名号里面还要用书名号时，外面用双书名号，里面用单书名号。",
    source: "GB/T 15834—2011《标点符号用法》",
    strength: Strength::Binding,
    wrong: "印发《关于贯彻实施《甲市养犬条例》的通知》。",
    right: "印发《关于贯彻实施〈甲市养犬条例〉的通知》。",
    looks: Looks::Paragraph(look),
};

/// No title is longer.
const LONG: usize = 120;

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    let mut open: Vec<usize> = Vec::new();
    // A title with the one it stands in.
    let mut inner: Vec<(usize, usize, usize)> = Vec::new();
    let mut closed: BTreeSet<usize> = BTreeSet::new();
    for (at, &c) in facts.chars.iter().enumerate() {
        match c {
            '《' => open.push(at),
            '》' => {
                let Some(from) = open.pop() else { continue };
                closed.insert(from);
                if let Some(&outer) = open.last().filter(|outer| at - **outer <= LONG) {
                    inner.push((from, at, outer));
                }
            }
            _ => {}
        }
    }
    // 《甲《乙》 is a mark left out, not a title in a title: the outer one must close too.
    for (from, at, _) in inner.into_iter().filter(|(_, _, outer)| closed.contains(outer)) {
        let title = facts.slice(from + 1..at);
        let message = format!("里面的《{title}》应当用单书名号");
        out.push(Spot::new(from..at + 1, message).fix(format!("〈{title}〉")));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn double_marks_in_double_marks_are_found() {
        finds(
            "L004",
            &[
                ("《关于实施《甲条例》的通知》", "《甲条例》"),
                ("《关于实施〈甲条例〉的通知》", ""),
                ("《甲条例》《乙条例》", ""),
                ("《甲条例《乙条例》。", ""),
            ],
        );
        finds("L004", &[(&"《".repeat(10_000), "")]);
    }
}
