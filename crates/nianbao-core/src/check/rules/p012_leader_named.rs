use crate::check::Severity;
use crate::check::named::{named, names_a_post};
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};

pub(super) static RULE: Rule = Rule {
    code: "P012",
    name: "写出了领导姓名",
    severity: Severity::Hint,
    why: "公开的报告一般写职务不写姓名；写了的，公开前由人看一遍是否要留。",
    source: "办报告的经验",
    strength: Strength::Practice,
    wrong: "区委书记张建国主持召开委员会会议。",
    right: "区委书记主持召开委员会会议。",
    looks: Looks::Document(look),
};

/// Names that belong to history.
const HISTORY: [&str; 5] = ["毛泽东", "周恩来", "邓小平", "江泽民", "胡锦涛"];

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    // A 库 has a list of who is named, to be ticked off, for the edition to be published; what is sent up
    // names whom it likes.
    if document.year.is_some() {
        return;
    }
    for (n, facts) in document.facts.iter().enumerate().filter(|(_, f)| f.is_text()) {
        if !names_a_post(facts) {
            continue;
        }
        for at in named(&facts.text, &[]) {
            let name = facts.slice(at.clone());
            if !HISTORY.contains(&name.as_str()) {
                let spot = Spot::new(at, format!("写出了“{name}”的姓名"));
                out.push((Some(n), spot.hint("不必写姓名的，请只写职务")));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn names_behind_a_post_are_found() {
        finds(
            "P012",
            &[
                ("区委书记张建国主持会议。", "张建国"),
                ("副区长李明带队督察，局长王晓东、副局长陈立参加。", "李明|王晓东|陈立"),
                ("区委书记主持会议，局长高度重视。", ""),
                ("习近平总书记关于法治的重要论述。", ""),
            ],
        );
    }
}
