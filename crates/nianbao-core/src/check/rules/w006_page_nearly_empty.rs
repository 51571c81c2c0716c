use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::check::{Measured, Severity};

pub(super) static RULE: Rule = Rule {
    code: "W006",
    name: "末页只有一两行",
    severity: Severity::Hint,
    why: "一两行字占一整页，删几句话就可以少一页。",
    source: "办报告的经验",
    strength: Strength::Practice,
    wrong: "（第5页只有两行正文）",
    right: "（末页有三行以上）",
    looks: Looks::Document(look),
};

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    for found in document.measured() {
        let Measured::PageNearlyEmpty { para, page, lines } = found else { continue };
        let message = format!("第{}页只有{lines}行字", page + 1);
        let spot = Spot::new(document.whole_of(*para), message);
        out.push((Some(*para), spot.hint("删几句话可以少一页")));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::Measured;
    use crate::check::rules::tests::finds_on_pages;

    #[test]
    fn a_last_page_of_a_line_or_two_is_found() {
        let found = vec![Measured::PageNearlyEmpty { para: 1, page: 4, lines: 2 }];
        finds_on_pages("W006", "加强学习。\n加强监督。", found, "加强监督。");
        finds_on_pages("W006", "加强学习。\n加强监督。", Vec::new(), "");
    }
}
