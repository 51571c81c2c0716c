use crate::check::Severity;
use crate::check::compared::clause;
use crate::check::facts::Facts;
use crate::check::reckon::{Amount, is_percent};
use crate::check::rule::{Context, Looks, Rule, Spot, Spots, Strength};
use crate::ledger::range::whole;

pub(super) static RULE: Rule = Rule {
    code: "F009",
    name: "比率超过100%",
    severity: Severity::Error,
    why: "部分不会超过全部，办结率、合格率、占比这类比率最高是100%。",
    source: "统计数据的基本勾稽关系",
    strength: Strength::Usual,
    wrong: "全年受理投诉举报20件，按期办结率达102%。",
    right: "全年受理投诉举报20件，按期办结率达100%。",
    looks: Looks::Paragraph(look),
};

/// Rates of a part in a whole. 完成率, 增长率 may well be above a hundred.
const RATES: &str = "办结率 结案率 合格率 及格率 优秀率 参考率 参训率 到课率 出庭率 应诉率 败诉率 胜诉率 \
    覆盖率 调解成功率 化解率 成功率 满意率 满意度 知晓率 使用率 审核率 审查率 备案率 公开率 持证率 上线率 达标率 \
    履约率 采纳率 反馈率 回复率 答复率 占比";

fn look(facts: &Facts, _: &Context, out: &mut Spots) {
    for (n, quantity) in facts.quantities.iter().enumerate() {
        if !is_percent(quantity) || Amount::of(quantity).plain <= whole(100) {
            continue;
        }
        let words = clause(facts, n);
        let bare = words.trim_end_matches(['达', '到', '为', '至', '均', '是', '约', '高']);
        let bare = bare.trim_end_matches("分别");
        if RATES.split(' ').any(|rate| bare.ends_with(rate)) {
            let message = format!("{bare}写的是{}，超过了100%", facts.shown(n));
            out.push(Spot::new(quantity.start..quantity.end, message).hint("请核对这个比率"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn rates_above_a_hundred_are_found() {
        finds(
            "F009",
            &[
                ("按期办结率100%。", ""),
                ("按期办结率达到100.5%。", "100.5%"),
                ("同比增长150%。", ""),
                ("任务完成率120%。", ""),
            ],
        );
    }
}
