//! The words by which parts of a report are known. A list is one string, its words apart by spaces.

/// What a part of the report is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    Results,
    Duties,
    Problems,
    Causes,
    Plans,
    /// Problems and plans under one heading.
    ProblemsAndPlans,
    Other,
}

pub fn has(text: &str, words: &'static str) -> bool {
    words.split(' ').any(|w| text.contains(w))
}

pub fn begins(text: &str, words: &'static str) -> bool {
    words.split(' ').any(|w| text.starts_with(w))
}

pub fn ends(text: &str, words: &'static str) -> bool {
    words.split(' ').any(|w| text.ends_with(w))
}

/// What a heading's words make of its part. `year` is the report's.
pub fn part(title: &str, year: Option<i32>) -> Part {
    let bare = bare(title);
    if is_duties(&bare) {
        return Part::Duties;
    }
    let short = bare.chars().count() <= 40;
    match (short && is_problems(&bare), short && is_plans(&bare, year)) {
        (true, true) => Part::ProblemsAndPlans,
        (true, false) => Part::Problems,
        (false, true) => Part::Plans,
        _ if is_causes(&bare) => Part::Causes,
        _ if bare.starts_with("其他") && has(&bare, "情况 事项 工作") => Part::Other,
        _ => Part::Results,
    }
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// A heading over what the head did.
pub fn is_duties(title: &str) -> bool {
    has(title, "第一责任人") || has(title, "主要负责人") && has(title, "履行 履职")
}

const LACKS: &str = "问题 不足 短板 困难 差距 薄弱环节 弱项";

fn is_problems(bare: &str) -> bool {
    // 着力解决突出问题 is something done.
    let mended = has(bare, "解决 整治 化解 破解 整改 聚焦 针对 查摆 坚持问题");
    let opens = begins(bare.trim_start_matches("主要"), LACKS);
    let stands = has(bare, "存在 面临 工作中的") && has(bare, LACKS);
    let closes = LACKS.split(' ').any(|w| {
        let before = bare.strip_suffix("和原因").or_else(|| bare.strip_suffix(w));
        before.is_some_and(|b| b.ends_with('的') || b.ends_with(w))
    });
    (opens || stands || closes) && !mended
}

fn is_plans(bare: &str, year: Option<i32>) -> bool {
    let next = year.is_some_and(|y| bare.contains(&format!("{}年", y + 1)));
    let named = has(bare, "改进措施 整改措施 努力方向 工作打算 工作安排")
        && ends(bare, "计划 打算 安排 思路 设想 重点 举措 措施 方向 任务 工作");
    let plan = bare.ends_with("工作计划") && bare.chars().count() <= 12;
    has(bare, "下一步 下步 下一阶段 下阶段 下一年 来年 明年 今后") || next || named || plan
}

fn is_causes(bare: &str) -> bool {
    let named = ends(bare, "原因 原因分析 原因剖析 根源") || begins(bare, "原因 主要原因");
    named && bare.chars().count() <= 20
}

/// Words that name a part.
const NAMES: &str = "问题 不足 短板 困难 差距 薄弱环节 弱项 原因 根源 下一步 下步 下一阶段 下一年 计划 打算 安排 \
    思路 改进措施 努力方向";
/// Words beside them in a heading that names its part and nothing else.
const FILLERS: &str = "推进 法治政府 法治 建设 依法行政 工作 主要 突出 存在 面临 当前 目前 以及 中 的 和 与 及 、 之处 \
    分析 剖析 情况 表现 产生 一些 还 有关 年度 本 方面 有待 解决 我局";

/// A heading that says only that problems, causes or plans follow: then what stands under it are
/// parts, not items. 队伍建设存在短板 is an item.
pub fn is_bare_part(title: &str) -> bool {
    let bare: String = bare(title).chars().filter(|c| !c.is_ascii_digit()).collect();
    let mut rest = bare.trim_start_matches('年');
    let mut named = false;
    while !rest.is_empty() {
        if let Some(left) = NAMES.split(' ').find_map(|w| rest.strip_prefix(w)) {
            named = true;
            rest = left;
        } else if let Some(left) = FILLERS.split(' ').find_map(|w| rest.strip_prefix(w)) {
            rest = left;
        } else {
            return false;
        }
    }
    named
}

/// A heading that says only that results follow: what stands under it are areas.
pub fn is_bare_results(title: &str) -> bool {
    let named =
        "举措 成效 做法 工作情况 开展情况 进展情况 总体情况 主要工作 工作成绩 落实情况 建设情况";
    title.chars().count() <= 40 && has(title, named)
}

/// How far into a sentence the word 原因 may stand that opens a cause.
const OPENING: usize = 16;

/// Whether a sentence opens the causes: 分析原因, 主要原因是, 究其原因, 存在上述问题的原因.
pub fn opens_causes(sentence: &[char]) -> bool {
    let head: String = sentence
        .iter()
        .take(OPENING)
        .take_while(|c| !"。；;，,：:！？".contains(**c))
        .filter(|c| !c.is_whitespace())
        .collect();
    let opens = "分析 剖析 究其 主要原因 主要是原因 其原因 其主要原因 原因 产生 造成 存在 上述 以上 出现 深层次原因 \
        主观原因 客观原因 导致 形成 根本原因 这些 问题原因 问题产生 问题的 深刻剖析 深入分析 经分析";
    has(&head, "原因 根源") && begins(&head, opens)
}

/// Where in a text the first sentence stands that opens the causes.
pub fn causes_from(text: &[char]) -> Option<usize> {
    let begins = |at: usize| at == 0 || "。；;！？\n".contains(text[at - 1]);
    (0..text.len()).filter(|&at| begins(at)).find(|&at| opens_causes(&text[at..]))
}

/// Whether a paragraph turns from problems to what is to be done about them.
pub fn opens_plans(text: &str, year: Option<i32>) -> bool {
    begins(text, "下一步 下步 下一阶段 下阶段 今后 针对以上 针对上述 针对存在 来年 明年")
        || year.is_some_and(|y| text.starts_with(&format!("{}年", y + 1)))
}

/// Whether a paragraph only leads to what follows: 主要有以下几方面：
pub fn only_leads(text: &str) -> bool {
    let led = "如下 以下几方面 以下几个方面 以下问题 以下不足 以下方面";
    text.chars().count() <= 120
        && (text.ends_with(['：', ':']) || ends(text.trim_end_matches('。'), led))
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
}
