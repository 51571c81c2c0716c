use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::check::{Measured, Severity};

pub(super) static RULE: Rule = Rule {
    code: "W001",
    name: "标题落在页末",
    severity: Severity::Hint,
    why: "标题在这一页的最后一行，正文从下一页开始，读的人要翻过去才看得到。",
    source: "公文排版通例",
    strength: Strength::Usual,
    wrong: "（标题是第2页的最后一行，正文在第3页）",
    right: "（标题下面至少有一行正文）",
    looks: Looks::Document(look),
};

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    for found in document.measured() {
        let Measured::HeadingAtFoot { para, page } = found else { continue };
        let message = format!("标题是第{}页的最后一行", page + 1);
        let spot = Spot::new(document.whole_of(*para), message);
        out.push((Some(*para), spot.hint("增减几个字，使标题和正文在同一页")));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::Measured;
    use crate::check::rules::tests::finds_on_pages;

    #[test]
    fn a_heading_whose_text_is_on_the_next_page_is_found() {
        let found = vec![Measured::HeadingAtFoot { para: 1, page: 1 }];
        finds_on_pages("W001", "一、甲\n二、乙\n加强学习。", found, "二、乙");
        finds_on_pages("W001", "一、甲\n二、乙\n加强学习。", Vec::new(), "");
    }
}
