use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::personal::name_at;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "P006",
    name: "写出了当事人姓名",
    severity: Severity::Warning,
    why: "案件当事人、信访人、受援人等的姓名公开时要隐去。",
    source: "《中华人民共和国个人信息保护法》《最高人民法院关于人民法院在互联网公布裁判文书的规定》的做法",
    strength: Strength::Practice,
    wrong: "申请人张建国不服某局处罚决定。",
    right: "申请人张某某不服某局处罚决定，经听取当事人陈述、申辩后结案。",
    looks: Looks::Paragraph(look),
};

pub(super) const ROLES: [&str; 26] = [
    "当事人",
    "原告",
    "被告",
    "申请人",
    "第三人",
    "上诉人",
    "违法行为人",
    "嫌疑人",
    "罪犯",
    "矫正对象",
    "服刑人员",
    "信访人",
    "举报人",
    "投诉人",
    "受害人",
    "被害人",
    "死者",
    "伤者",
    "受援人",
    "吸毒人员",
    "刑满释放人员",
    "被执行人",
    "困难群众",
    "上访人",
    "被处罚人",
    "精神障碍患者",
];

static FIND: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(ROLES).ok()
});

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    let text = &facts.text;
    let (mut chars, mut last) = (0, 0);
    for hit in FIND.iter().flat_map(|find| find.find_iter(text)) {
        chars += text[last..hit.end()].chars().count();
        last = hit.end();
        let colon = facts.chars.get(chars).is_some_and(|c| "：:".contains(*c));
        let from = chars + usize::from(colon);
        if let Some(name) = name_at(&facts.chars, from) {
            let family = facts.chars[name.start];
            let masked = format!("{family}{}", if name.len() == 2 { "某" } else { "某某" });
            let message = format!("“{}”像是当事人的姓名", facts.slice(name.clone()));
            out.push(Spot::new(name, message).hint(format!("公开前请写成{masked}")));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn names_of_parties_are_found_and_what_parties_do_is_not() {
        finds(
            "P006",
            &[
                ("申请人张建国不服处罚", "张建国"),
                ("原告：李明，被告：某局", "李明"),
                ("社区矫正对象王大伟、陈某", "王大伟"),
                ("听取当事人陈述、申辩", ""),
                ("当事人应当履行", ""),
                ("申请人许可证", ""),
                ("当事人高度认可。", ""),
                ("被告某局负责人出庭", ""),
                ("矫正对象季度考核", ""),
            ],
        );
    }
}
