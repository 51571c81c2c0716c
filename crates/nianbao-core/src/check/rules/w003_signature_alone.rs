use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::check::{Measured, Severity};

pub(super) static RULE: Rule = Rule {
    code: "W003",
    name: "落款单独在一页",
    severity: Severity::Hint,
    why: "落款所在的页没有正文，容易被人换页；可以调整行距、字距或增减文字。",
    source: "GB/T 9704—2012 第7.3.5.5条",
    strength: Strength::Usual,
    wrong: "（第4页只有署名和成文日期）",
    right: "（署名和成文日期与正文的最后几行在同一页）",
    looks: Looks::Document(look),
};

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    for found in document.measured() {
        let Measured::SignatureAlone { para, page } = found else { continue };
        let message = format!("第{}页从落款开始，没有正文", page + 1);
        let spot = Spot::new(document.whole_of(*para), message);
        out.push((Some(*para), spot.hint("增减几行正文，使落款所在的页有正文")));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::Measured;
    use crate::check::rules::tests::finds_on_pages;

    #[test]
    fn a_signature_on_a_page_without_text_is_found() {
        let found = vec![Measured::SignatureAlone { para: 1, page: 1 }];
        finds_on_pages("W003", "加强学习。\n甲局\n2024年2月1日", found, "甲局");
        finds_on_pages("W003", "加强学习。\n甲局\n2024年2月1日", Vec::new(), "");
    }
}
