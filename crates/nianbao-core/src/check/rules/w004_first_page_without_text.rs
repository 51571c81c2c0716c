use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::check::{Measured, Severity};

pub(super) static RULE: Rule = Rule {
    code: "W004",
    name: "首页没有正文",
    severity: Severity::Warning,
    why: "公文首页必须显示正文；版头、标题、主送机关太长会把正文挤到第二页。",
    source: "GB/T 9704—2012 第7.3.3条",
    strength: Strength::Binding,
    wrong: "（第1页只有版头、标题和主送机关）",
    right: "（第1页有正文）",
    looks: Looks::Document(look),
};

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    if document.measured().contains(&Measured::FirstPageWithoutText) {
        let spot = Spot::new(0..0, "首页没有正文");
        out.push((None, spot.hint("请缩短标题或主送机关，使首页显示正文")));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::Measured;
    use crate::check::rules::tests::on_pages;

    #[test]
    fn a_first_page_without_text_is_told_of_the_report_as_a_whole() {
        let told = |found| on_pages("W004", "加强学习。", found).findings.len();
        assert_eq!(told(vec![Measured::FirstPageWithoutText]), 1);
        assert_eq!(told(Vec::new()), 0);
    }
}
