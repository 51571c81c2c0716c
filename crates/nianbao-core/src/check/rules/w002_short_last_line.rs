use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::check::{Measured, Severity};

pub(super) static RULE: Rule = Rule {
    code: "W002",
    name: "末行只有一两个字",
    severity: Severity::Hint,
    why: "一两个字占一整行不好看；删几个字可以少一行，有时可以少一页。",
    source: "办报告的经验",
    strength: Strength::Practice,
    wrong: "（一段的最后一行只有“到位。”里的“位。”）",
    right: "（一段的最后一行有三个字以上）",
    looks: Looks::Document(look),
};

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    for found in document.measured() {
        let Measured::ShortLastLine { para, page, text } = found else { continue };
        let whole = document.whole_of(*para);
        let from = whole.end.saturating_sub(text.trim().chars().count());
        let message = format!("第{}页这一段的末行只有“{}”", page + 1, text.trim());
        let spot = Spot::new(from..whole.end, message);
        out.push((Some(*para), spot.hint("增减几个字可以使版面更好看")));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::Measured;
    use crate::check::rules::tests::finds_on_pages;

    #[test]
    fn the_characters_of_a_short_last_line_are_found() {
        let found = vec![Measured::ShortLastLine { para: 0, page: 0, text: "位。".to_owned() }];
        finds_on_pages("W002", "督促整改到位。\n加强学习。", found, "位。");
        finds_on_pages("W002", "督促整改到位。", Vec::new(), "");
    }
}
