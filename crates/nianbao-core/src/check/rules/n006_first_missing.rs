use crate::check::Severity;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::text::numbering;

pub(super) static RULE: Rule = Rule {
    code: "N006",
    name: "没有一是，直接二是",
    severity: Severity::Warning,
    why: "“二是”之前没有“一是”，多半是删改时漏掉了。",
    source: "公文写作通例",
    strength: Strength::Usual,
    wrong: "一、主要工作\n加强领导。二是加强学习。三是加强监督。",
    right: "一、主要工作\n一是加强领导。二是加强学习。三是加强监督。",
    looks: Looks::Document(look),
};

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    // A piece of a report may begin anywhere.
    let numbered = document.facts.iter().any(|facts| facts.is_heading());
    for run in document.runs().iter().filter(|_| numbered) {
        let Some(&(para, at, mark)) = run.first() else { continue };
        if mark.n > 1 {
            let word = numbering::run_in(mark.n as usize);
            let message = format!("“{word}”之前没有“一是”");
            out.push((
                Some(para),
                Spot::new(at..at + mark.length, message).hint("请补上，或改正序号"),
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn a_second_without_a_first_is_found() {
        finds(
            "N006",
            &[("一、甲\n乙。二是丙。", "二是"), ("一、甲\n一是乙。二是丙。", ""), ("二是丙。", "")],
        );
    }
}
