use crate::check::Severity;
use crate::check::facts::Facts;
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};

pub(super) static RULE: Rule = Rule {
    code: "S012",
    name: "留着网页上的文字",
    severity: Severity::Warning,
    why: "从网页上复制的导航、分享、打印等文字不是报告的内容。",
    source: "公开报告中常见的差错",
    strength: Strength::Practice,
    wrong: "扫一扫在手机打开当前页",
    right: "在网站公开年度报告，方便群众用手机查阅。",
    looks: Looks::Paragraph(look),
};

const WORDS: [&str; 9] = [
    "扫一扫在手机",
    "分享到：",
    "分享到:",
    "【字体",
    "打印本页",
    "关闭窗口",
    "责任编辑：",
    "您当前的位置",
    "返回顶部",
];

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    for at in WORDS.iter().flat_map(|word| facts.places(word)) {
        let message = format!("“{}”是网页上的文字", facts.slice(at.clone()));
        out.push(Spot::new(at, message).hint("请删去"));
    }
}
