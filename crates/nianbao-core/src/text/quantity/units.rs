//! The units official prose counts in, and the words that only look like one.

/// Two characters and more; the longest first.
const LONG: [&str; 33] = [
    "个百分点",
    "个工作日",
    "平方公里",
    "平方米",
    "立方米",
    "个小时",
    "人次",
    "场次",
    "件次",
    "户次",
    "车次",
    "批次",
    "班次",
    "家次",
    "例次",
    "宗次",
    "条次",
    "份次",
    "项次",
    "台次",
    "艘次",
    "课时",
    "学时",
    "小时",
    "分钟",
    "公里",
    "公斤",
    "千克",
    "公顷",
    "海里",
    "美元",
    "台套",
    "人份",
];

/// One character, and what may not follow it: 12部门 has no 部 in it, 20名额 no 名.
const SHORT: [(char, &str); 55] = [
    ('宗', "教旨"),
    ('件', "套"),
    ('份', "额"),
    ('人', "民大社口才力事员格均身"),
    ('名', "单录义称誉额下"),
    ('个', "别性月年"),
    ('条', "例件款文"),
    ('场', "所地馆景面合"),
    ('次', "数日年要序于生"),
    ('项', ""),
    ('部', "门委署分队长级下位落"),
    ('起', "诉草点来步到源"),
    ('例', "如外会行"),
    ('张', "贴某姓"),
    ('册', ""),
    ('本', "级地单年部区市局着次月职科人身报省县镇辖"),
    ('期', "间满限末初望货内"),
    ('篇', "章幅"),
    ('户', "籍口"),
    ('家', "庭长属中园教"),
    ('所', "有属在以长需谓"),
    ('支', "持部出付撑援行"),
    ('辆', ""),
    ('台', "账阶风湾"),
    ('套', "用餐取"),
    ('幅', "度员"),
    ('块', ""),
    ('处', "罚理置分于长室级以在境"),
    ('批', "准示复评"),
    ('轮', "流换岗训值"),
    ('类', "别似型"),
    ('间', "接隔断"),
    ('座', "谈位"),
    ('栋', ""),
    ('幢', ""),
    ('只', "有是要能"),
    ('头', ""),
    ('株', ""),
    ('棵', ""),
    ('亩', ""),
    ('吨', ""),
    ('米', ""),
    ('元', "旦素月宵"),
    ('倍', "增受感"),
    ('天', "然津气河平网眼使"),
    ('位', "置于居列"),
    ('组', "织成建长员合团"),
    ('节', "约日假能点"),
    ('堂', ""),
    ('艘', ""),
    ('架', "构"),
    ('卷', "入"),
    ('款', "项"),
    ('对', "于象照接外比口应"),
    ('枚', ""),
];

/// How many characters the unit takes that stands at `at`. 分 counts marks only at the end of its
/// clause, and 元 and its like after 万 need no look at what follows.
pub(super) fn at(text: &[char], at: usize, scaled: bool) -> Option<usize> {
    let rest = text.get(at..)?;
    let &first = rest.first()?;
    if matches!(first, '%' | '％' | '‰') {
        return Some(1);
    }
    if let Some(long) = LONG.iter().find(|unit| starts(rest, unit)) {
        return Some(long.chars().count());
    }
    let next = rest.get(1).copied();
    if first == '分' {
        let ends = next.is_none_or(|c| !c.is_alphanumeric());
        return (ends && !scaled).then_some(1);
    }
    let (_, not) = SHORT.iter().find(|(unit, _)| *unit == first)?;
    let looks = match (first, next, rest.get(2)) {
        // 12项目标 counts 目标, 12项目 is short for 12个项目.
        ('项', Some('目'), third) => !third.is_some_and(|c| "标的录".contains(*c)),
        // 3支队伍 counts 队伍, 3支队 is not said.
        ('支', Some('队'), third) => third != Some(&'伍'),
        (_, Some(next), _) => not.contains(next),
        (_, None, _) => false,
    };
    (!looks).then_some(1)
}

fn starts(text: &[char], word: &str) -> bool {
    let mut at = 0;
    word.chars().all(|c| {
        at += 1;
        text.get(at - 1) == Some(&c)
    })
}
