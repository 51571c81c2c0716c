//! The words by which parts of a report are known.

use nianbao_core::text::{date, numeral, punctuation};

/// What a part of the report is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Results,
    Duties,
    Problems,
    Causes,
    Plans,
    /// Problems and plans under one heading.
    ProblemsAndPlans,
    Other,
}

/// What a heading's words make of its part. `year` is the report's.
pub(super) fn part(title: &str, year: Option<i32>) -> Part {
    let bare: String = title.chars().filter(|c| !c.is_whitespace()).collect();
    let has = |words: &[&str]| words.iter().any(|w| bare.contains(w));
    let long = bare.chars().count() > 40;
    if has(&["第一责任人"]) || has(&["主要负责人"]) && has(&["履行", "履职"]) {
        return Part::Duties;
    }
    let problems = !long && is_problems(&bare);
    let plans = !long && is_plans(&bare, year);
    match (problems, plans) {
        (true, true) => Part::ProblemsAndPlans,
        (true, false) => Part::Problems,
        (false, true) => Part::Plans,
        _ if is_causes(&bare) => Part::Causes,
        _ if bare.starts_with("其他") && has(&["情况", "事项", "工作"]) => Part::Other,
        _ => Part::Results,
    }
}

const LACKS: [&str; 7] = ["问题", "不足", "短板", "困难", "差距", "薄弱环节", "弱项"];

fn is_problems(bare: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|w| bare.contains(w));
    // 着力解决突出问题 is something done.
    let mended = has(&["解决", "整治", "化解", "破解", "整改", "聚焦", "针对", "查摆", "坚持问题"]);
    let begins = LACKS.iter().any(|w| bare.trim_start_matches("主要").starts_with(w));
    let stands = has(&["存在", "面临", "工作中的"]) && has(&LACKS);
    let ends = LACKS
        .iter()
        .any(|w| bare.ends_with(&format!("的{w}")) || bare.ends_with(&format!("{w}和原因")));
    (begins || stands || ends) && !mended
}

fn is_plans(bare: &str, year: Option<i32>) -> bool {
    let has = |words: &[&str]| words.iter().any(|w| bare.contains(w));
    let next = year.is_some_and(|y| bare.contains(&format!("{}年", y + 1)));
    let ends =
        ["计划", "打算", "安排", "思路", "设想", "重点", "举措", "措施", "方向", "任务", "工作"]
            .iter()
            .any(|w| bare.ends_with(w));
    has(&["下一步", "下步", "下一阶段", "下阶段", "下一年", "来年", "明年", "今后"])
        || next
        || has(&["改进措施", "整改措施", "努力方向", "工作打算", "工作安排"]) && ends
        || has(&["工作计划"]) && bare.ends_with("计划") && bare.chars().count() <= 12
}

fn is_causes(bare: &str) -> bool {
    bare.chars().count() <= 20
        && (["原因", "原因分析", "原因剖析", "根源"].iter().any(|w| bare.ends_with(w))
            || bare.starts_with("原因")
            || bare.starts_with("主要原因"))
}

/// Words of which headings consist that name their part and nothing else.
const FILLERS: [&str; 34] = [
    "推进",
    "法治政府",
    "法治",
    "建设",
    "依法行政",
    "工作",
    "主要",
    "突出",
    "存在",
    "面临",
    "当前",
    "目前",
    "以及",
    "中",
    "的",
    "和",
    "与",
    "及",
    "、",
    "之处",
    "分析",
    "剖析",
    "情况",
    "表现",
    "产生",
    "一些",
    "还",
    "有关",
    "年度",
    "本",
    "方面",
    "有待",
    "解决",
    "我局",
];

/// A heading that says only that problems, causes or plans follow: then what stands under it are
/// parts, not items. 队伍建设存在短板 is an item.
pub(super) fn is_bare_part(title: &str) -> bool {
    let bare: String =
        title.chars().filter(|c| !c.is_whitespace() && !c.is_ascii_digit()).collect();
    let mut rest = bare.trim_start_matches("年");
    let mut named = false;
    while !rest.is_empty() {
        let names = LACKS.iter().chain(&[
            "原因",
            "根源",
            "下一步",
            "下步",
            "下一阶段",
            "下一年",
            "计划",
            "打算",
            "安排",
            "思路",
            "改进措施",
            "努力方向",
        ]);
        if let Some(left) = names.into_iter().find_map(|w| rest.strip_prefix(*w)) {
            named = true;
            rest = left;
        } else if let Some(left) = FILLERS.iter().find_map(|w| rest.strip_prefix(*w)) {
            rest = left;
        } else {
            return false;
        }
    }
    named
}

/// A heading that says only that results follow: what stands under it are areas.
pub(super) fn is_bare_results(title: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|w| title.contains(w));
    title.chars().count() <= 40
        && has(&[
            "举措",
            "成效",
            "做法",
            "工作情况",
            "开展情况",
            "进展情况",
            "总体情况",
            "主要工作",
            "工作成绩",
            "落实情况",
            "建设情况",
        ])
}

/// How far into a sentence the word 原因 may stand that opens a cause.
const OPENING: usize = 16;

/// Whether a sentence opens the causes: 分析原因, 主要原因是, 究其原因, 存在上述问题的原因.
pub(super) fn opens_causes(sentence: &[char]) -> bool {
    let head: String = sentence
        .iter()
        .take(OPENING)
        .take_while(|c| !"。；;，,：:！？".contains(**c))
        .filter(|c| !c.is_whitespace())
        .collect();
    let begins = [
        "分析",
        "剖析",
        "究其",
        "主要原因",
        "其原因",
        "其主要原因",
        "原因",
        "产生",
        "造成",
        "存在",
        "上述",
        "以上",
        "出现",
        "深层次原因",
        "主观原因",
        "客观原因",
        "主观上",
        "导致",
        "形成",
        "根本原因",
        "这些",
        "问题原因",
        "问题产生",
        "问题的",
        "从原因",
        "主要是原因",
        "深刻剖析",
        "深入分析",
        "经分析",
    ];
    (head.contains("原因") || head.contains("根源")) && begins.iter().any(|w| head.starts_with(w))
}

/// Where in a text the first sentence stands that opens the causes.
pub(super) fn causes_from(text: &[char]) -> Option<usize> {
    let begins = |at: usize| at == 0 || "。；;！？\n".contains(text[at - 1]);
    (0..text.len()).filter(|&at| begins(at)).find(|&at| opens_causes(&text[at..]))
}

/// Whether a paragraph turns from problems to what is to be done about them.
pub(super) fn opens_plans(text: &str, year: Option<i32>) -> bool {
    let head: String = text.chars().take(12).collect();
    [
        "下一步",
        "下步",
        "下一阶段",
        "下阶段",
        "今后",
        "针对以上",
        "针对上述",
        "针对存在",
        "来年",
        "明年",
    ]
    .iter()
    .any(|w| head.starts_with(w))
        || year.is_some_and(|y| head.starts_with(&format!("{}年", y + 1)))
}

/// Whether a paragraph only leads to what follows: 主要有以下几方面：
pub(super) fn only_leads(text: &str) -> bool {
    let end = text.trim_end_matches('。');
    text.chars().count() <= 120
        && (text.ends_with(['：', ':'])
            || ["如下", "以下几方面", "以下几个方面", "以下问题", "以下不足", "以下方面"]
                .iter()
                .any(|w| end.ends_with(w)))
}

/// 特此报告。 and its like.
pub(super) fn is_ending(text: &str) -> bool {
    let bare = text.trim_end_matches(['。', '.', '！', '!']);
    bare.chars().count() <= 16
        && ([
            "特此报告",
            "专此报告",
            "特此汇报",
            "以上报告",
            "此报告",
            "特此报送",
            "专此汇报",
            "以上汇报",
        ]
        .iter()
        .any(|w| bare.starts_with(w))
            || bare.ends_with("请审阅")
            || bare.ends_with("请审示"))
}

const ORGANS: [&str; 27] = [
    "委员会",
    "人民政府",
    "办公室",
    "办事处",
    "政府",
    "中心",
    "街道",
    "分局",
    "支队",
    "大队",
    "总队",
    "局",
    "委",
    "办",
    "厅",
    "院",
    "镇",
    "乡",
    "处",
    "所",
    "部",
    "站",
    "室",
    "组",
    "协会",
    "联合会",
    "总社",
];

/// The name of an organ and nothing else.
pub(super) fn is_organ(text: &str) -> bool {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let length = bare.chars().count();
    (3..=40).contains(&length)
        && bare.chars().all(|c| punctuation::is_han(c) || "（）()".contains(c))
        && ORGANS.iter().any(|w| bare.trim_end_matches(['）', ')']).ends_with(w))
}

/// A paragraph that is one date in Chinese writing or digits, brackets round it allowed.
pub(super) fn dated(text: &str) -> Option<jiff::civil::Date> {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let inside = bare.strip_prefix(['（', '(']).and_then(|s| s.strip_suffix(['）', ')']));
    date::read(inside.unwrap_or(&bare))
}

/// The year a text speaks of first: 2023年, 二〇二三年度.
pub(super) fn year(text: &str) -> Option<i32> {
    let chars: Vec<char> = text.chars().collect();
    let digit = |i: usize| chars.get(i).is_some_and(|&c| numeral::digit_by_digit(&[c]).is_some());
    (0..chars.len())
        .filter(|&at| at == 0 || !digit(at - 1))
        .find_map(|at| year_at(&chars[at..]))
        .map(|(year, _)| year)
}

/// The year a text begins with, and the characters it takes, 年 or 年度 with it.
pub(super) fn year_at(text: &[char]) -> Option<(i32, usize)> {
    let read = numeral::digit_by_digit(text.get(..4)?)?;
    let at = 4 + text[4..].iter().take(2).take_while(|c| c.is_whitespace()).count();
    if !(1990..=2100).contains(&read) || text.get(at) != Some(&'年') {
        return None;
    }
    let whole = text.get(at + 1) == Some(&'度');
    Some((i32::try_from(read).ok()?, at + 1 + usize::from(whole)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_name_their_part() {
        for (title, meant) in [
            ("突出政治引领，筑牢法治政府建设阵地", Part::Results),
            ("推进法治政府建设的主要举措和成效", Part::Results),
            ("着力解决突出问题，优化营商环境", Part::Results),
            ("加快社会治理法治化进程，着力多元化解各层级风险", Part::Results),
            ("存在问题", Part::Problems),
            ("推进法治政府建设存在的不足和原因", Part::Problems),
            ("主要问题和困难", Part::Problems),
            ("2023年推进法治政府建设工作中的不足", Part::Problems),
            ("原因分析", Part::Causes),
            ("下一步工作计划", Part::Plans),
            ("2024年推进法治政府建设的主要安排", Part::Plans),
            ("下一年度推进法治政府建设的主要安排", Part::Plans),
            ("存在的问题及下一步工作打算", Part::ProblemsAndPlans),
            ("党政主要负责人履行推进法治建设第一责任人职责的有关情况", Part::Duties),
            ("其他需要报告的情况", Part::Other),
        ] {
            assert_eq!(part(title, Some(2023)), meant, "{title}");
        }
    }

    #[test]
    fn a_bare_part_is_told_from_an_item() {
        for title in
            ["存在的主要问题", "原因分析", "下一步工作打算", "问题和不足", "2024年工作计划"]
        {
            assert!(is_bare_part(title), "{title}");
        }
        for title in ["思想认识不到位", "队伍建设存在短板", "普法宣传还有差距", ""]
        {
            assert!(!is_bare_part(title), "{title}");
        }
    }

    #[test]
    fn causes_are_known_by_their_opening() {
        for text in
            ["分析原因主要在于思想上", "主要原因：一是", "究其原因，", "存在上述问题的主要原因是"]
        {
            assert!(opens_causes(&text.chars().collect::<Vec<_>>()), "{text}");
        }
        for text in ["由于历史原因，档案不全", "对投诉原因逐一登记", "存在畏难情绪", "分析研判"]
        {
            assert!(!opens_causes(&text.chars().collect::<Vec<_>>()), "{text}");
        }
        let text: Vec<char> = "力量不足。主要原因是编制少。".chars().collect();
        assert_eq!(causes_from(&text), Some(5));
    }

    #[test]
    fn organs_and_years_are_read() {
        for text in [
            "某区司法局",
            "中共某区委全面依法治区委员会办公室",
            "某镇人民政府",
            "某街道办事处",
            "某镇",
        ] {
            assert_eq!(is_organ(text), text.chars().count() > 2, "{text}");
        }
        for text in ["我们依法行政", "某区司法局。", "下一步工作", "共12个部"] {
            assert!(!is_organ(text), "{text}");
        }
        for (text, meant) in [
            ("某局2023年度报告", Some(2023)),
            ("二〇二三年", Some(2023)),
            ("规划（2021-2035年）", Some(2035)),
            ("12023年", None),
            ("今年", None),
        ] {
            assert_eq!(year(text), meant, "{text}");
        }
    }
}
