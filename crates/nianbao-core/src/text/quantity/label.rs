//! What a quantity counts, in the words of its clause: those before it (办理案件12925宗), or those
//! after it where it stands in front of what it counts (622份法制件).

use super::Found;
use crate::text::{date, numeral};

/// So far back and forward a label is looked for; keeps the reading linear.
const REACH: usize = 40;
/// A label longer than this is cut down to its last verb and object.
const LONG: usize = 12;
/// No label is longer.
const MOST: usize = 30;

/// Words of time, place and sum that say nothing of what is counted.
const LEADING: [&str; 48] = [
    "今年以来",
    "今年来",
    "一年来",
    "本年度",
    "年度内",
    "年内",
    "全年",
    "今年",
    "去年来",
    "截至目前",
    "截止目前",
    "到目前为止",
    "目前为止",
    "截至",
    "目前",
    "现有",
    "同时",
    "其中",
    "另有",
    "另外",
    "此外",
    "全区各级",
    "全市各级",
    "全县各级",
    "全区",
    "全市",
    "全县",
    "全省",
    "全镇",
    "全街道",
    "全街",
    "全局",
    "我区",
    "我市",
    "我县",
    "我镇",
    "我局",
    "我街道",
    "各级",
    "先后",
    "累计",
    "总计",
    "合计",
    "共计",
    "共",
    "均",
    "并",
    "还",
];
/// Verbs that every such clause has; what they govern is the label.
const WEAK: [&str; 15] = [
    "开展", "进行", "提供", "出具", "收到", "作出", "完成", "举办", "召开", "实施", "组织", "培训",
    "建立", "新建", "建成",
];
/// Verbs that tell one figure from another (受理, 办结); they stay, unless a long clause is cut at one.
const STRONG: [&str; 18] = [
    "办理", "办结", "受理", "审结", "化解", "调解", "调处", "查处", "审查", "审核", "印发", "制定",
    "出台", "发放", "排查", "整改", "处理", "纠正",
];
/// What stands between the words and the number.
const TRAILING: [&str; 24] = [
    "分别为",
    "共计",
    "总计",
    "合计",
    "累计",
    "达到",
    "共有",
    "高达",
    "多达",
    "增至",
    "增加到",
    "增长到",
    "降至",
    "下降到",
    "提升至",
    "提升到",
    "提高到",
    "提高至",
    "分别",
    "突破",
    "共",
    "达",
    "为",
    "的",
];
/// Two characters that end like one of [`TRAILING`] and belong to the words.
const KEPT: [&str; 9] = ["公共", "中共", "到达", "表达", "传达", "行为", "作为", "认为", "目的"];
/// Where the counted noun ends and the sentence goes on.
const STOPS: [&str; 30] = [
    "进行",
    "参加",
    "参与",
    "涉及",
    "其中",
    "全部",
    "分别",
    "通过",
    "用于",
    "同比",
    "环比",
    "予以",
    "获得",
    "纳入",
    "覆盖",
    "的同时",
    "以上",
    "以下",
    "以内",
    "左右",
    "在",
    "已",
    "被",
    "由",
    "将",
    "并",
    "均",
    "较",
    "到",
    "与",
];
/// What people who are counted did, where nothing else follows them.
const TAKING_PART: [&str; 6] = ["参考", "参训", "参会", "参赛", "受训", "到会"];
/// Comparisons, which name nothing of their own.
const COMPARED: [&str; 12] = [
    "同比",
    "环比",
    "较上年",
    "比上年",
    "较去年",
    "比去年",
    "增长",
    "下降",
    "上升",
    "减少",
    "提高",
    "占比",
];

/// A label for every quantity, in order.
pub(super) fn all(text: &[char], found: &[Found], year: Option<i32>) -> Vec<String> {
    let mut out: Vec<String> = Vec::with_capacity(found.len());
    for (n, one) in found.iter().enumerate() {
        let last = n.checked_sub(1).map(|p| (found[p].end, out[p].as_str()));
        let next = found.get(n + 1).map_or(text.len(), |f| f.start);
        out.push(label(text, one, last, next, year));
    }
    out
}

fn label(
    text: &[char],
    one: &Found,
    last: Option<(usize, &str)>,
    next: usize,
    year: Option<i32>,
) -> String {
    let floor = last.map_or(0, |(end, _)| end);
    let start = clause_start(text, one.start, floor);
    let before = before(&text[start..one.start], &one.unit, year);
    let after = after(text, one.end, next);
    if let (Some((end, name)), true) = (last, COMPARED.iter().any(|w| before.starts_with(w)))
        && same_sentence(&text[end..one.start])
    {
        return cut(&format!("{name}{before}"));
    }
    let counted = before.chars().count();
    let label = match after {
        Some(after) if counted == 0 && TAKING_PART.contains(&after.as_str()) => {
            format!("{}{after}", earlier(text, start, floor, &one.unit, year).unwrap_or_default())
        }
        Some(after) if counted == 0 || counted <= 2 && after.chars().count() > 2 => after,
        _ if counted > 0 => before,
        _ => earlier(text, start, floor, &one.unit, year).unwrap_or_else(|| of_unit(&one.unit)),
    };
    cut(&label)
}

fn cut(label: &str) -> String {
    label.chars().take(MOST).collect()
}

/// Where the clause begins that ends at `end`. Brackets inside it belong to it, a list before it too
/// (律师、调解员等12人), but not another quantity.
fn clause_start(text: &[char], end: usize, floor: usize) -> usize {
    let limit = floor.max(end.saturating_sub(REACH));
    let mut at = end;
    while at > limit {
        match text[at - 1] {
            ')' | '）' => match opening(text, at - 1, limit) {
                Some(open) => at = open,
                None => return at,
            },
            '、' if at - 1 > floor => at -= 1,
            c if is_border(c) => return at,
            _ => at -= 1,
        }
    }
    at
}

fn opening(text: &[char], close: usize, limit: usize) -> Option<usize> {
    let inside = text[limit..close].iter().rev().take(15);
    let length = inside.clone().position(|c| matches!(c, '(' | '（'))?;
    (!inside.take(length).any(|c| c.is_numeric())).then_some(close - length - 1)
}

fn is_border(c: char) -> bool {
    "。；;，,：:？?！!（(\t|\n\u{3000}、".contains(c)
}

fn same_sentence(text: &[char]) -> bool {
    text.len() < REACH && !text.iter().any(|c| "。；;！？".contains(*c))
}

/// The words before a number without what says nothing.
fn before(clause: &[char], unit: &str, year: Option<i32>) -> String {
    let bare: String = clause.iter().filter(|c| !"“”‘’\"".contains(**c)).collect();
    let of_what = bare.trim().ends_with('的') && unit == "倍";
    let mut words = bare.trim();
    while let Some(rest) = strip_end(words) {
        words = rest;
    }
    let words = strip_start(words, year);
    let (other_year, words) = split_year(words);
    let words = strip_start(strip_verb(strip_start(words, year)), year);
    if of_what { format!("{other_year}{words}的倍数") } else { format!("{other_year}{words}") }
}

fn strip_end(words: &str) -> Option<&str> {
    let words = words.trim_end_matches([' ', '\u{3000}', '、']);
    if KEPT.iter().any(|word| words.ends_with(word)) {
        return None;
    }
    let bare = TRAILING.iter().find_map(|word| words.strip_suffix(word));
    bare.or_else(|| {
        words.strip_suffix("有").filter(|w| !w.ends_with(['持', '拥', '具', '享', '没', '占']))
    })
}

/// A word of time alone before two characters stays with them: 今年列管, 目前在册.
fn strip_start(words: &str, year: Option<i32>) -> &str {
    let mut rest = words;
    loop {
        rest = rest.trim_start_matches([' ', '、', '\u{3000}']);
        let next = LEADING.iter().find_map(|word| rest.strip_prefix(word)).or_else(|| {
            let chars: Vec<char> = rest.chars().take(12).collect();
            let taken = match date::prefix(&chars) {
                Some((_, taken)) => taken,
                None => own_year(&chars, year)?,
            };
            Some(rest.char_indices().nth(taken).map_or("", |(i, _)| &rest[i..]))
        });
        let Some(next) = next else { return rest };
        let short = next.chars().count() <= 2 && !next.is_empty();
        if short && ["今年", "目前"].iter().any(|word| rest.strip_prefix(word) == Some(next)) {
            return rest;
        }
        rest = next;
    }
}

/// 2023年, 2023年度 where the report is 2023's.
fn own_year(words: &[char], year: Option<i32>) -> Option<usize> {
    let read = numeral::digit_by_digit(words.get(..4)?)?;
    if words.get(4) != Some(&'年') || Some(i64::from(read)) != year.map(i64::from) {
        return None;
    }
    Some(if words.get(5) == Some(&'度') { 6 } else { 5 })
}

/// Another year than the report's stays in front: 2022年共办理案件 → 2022年办理案件.
fn split_year(words: &str) -> (&str, &str) {
    let head: Vec<char> = words.chars().take(5).collect();
    let year = head.len() == 5 && head[4] == '年' && numeral::digit_by_digit(&head[..4]).is_some();
    let end = if year { words.find('年').map_or(0, |at| at + '年'.len_utf8()) } else { 0 };
    words.split_at(end)
}

fn strip_verb(words: &str) -> &str {
    let length = words.chars().count();
    for verb in WEAK {
        if let Some(rest) = words.strip_prefix(verb)
            && (length >= 4 || rest.is_empty())
        {
            return rest;
        }
    }
    if let Some(rest) = words.strip_prefix("办理").filter(|_| length >= 6) {
        return rest;
    }
    if length <= LONG {
        return words;
    }
    let weak = WEAK.iter().filter_map(|verb| words.rfind(verb).map(|at| at + verb.len()));
    let strong = STRONG.iter().filter_map(|verb| words.rfind(verb));
    let last = weak.chain(strong).filter(|&at| words[at..].chars().count() >= 4).max();
    last.map_or(words, |at| &words[at..])
}

/// The noun a number stands in front of; None where the clause ends or another number follows.
fn after(text: &[char], from: usize, next: usize) -> Option<String> {
    let rest = &text[from..text.len().min(from + REACH)];
    let length =
        rest.iter().position(|&c| is_border(c) || c == ')' || c == '）').unwrap_or(rest.len());
    if from + length >= next && next < text.len() {
        return None;
    }
    let phrase: String = rest[..length].iter().filter(|c| !"“”‘’\"".contains(**c)).collect();
    let phrase = phrase.trim().trim_start_matches('的');
    let end = STOPS.iter().filter_map(|stop| phrase.find(stop)).min().unwrap_or(phrase.len());
    let mut noun = phrase[..end].trim();
    if noun.chars().count() > LONG
        && let Some((_, head)) = noun.rsplit_once('的')
        && head.chars().count() >= 2
    {
        noun = head;
    }
    if noun.chars().count() < 2 {
        return None;
    }
    // 6642名国家工作人员进行学法考试: what they did tells them from other people.
    let done = ["进行", "参加"].iter().find_map(|verb| phrase[end..].strip_prefix(verb));
    let done = done.filter(|d| (2..=6).contains(&d.chars().count())).unwrap_or("");
    Some(format!("{done}{noun}"))
}

/// What the clause before it says, for 共12件 and 175人参考 alone.
fn earlier(
    text: &[char],
    start: usize,
    floor: usize,
    unit: &str,
    year: Option<i32>,
) -> Option<String> {
    let end = start.checked_sub(1)?;
    if end <= floor || "。！？\n".contains(text[end]) {
        return None;
    }
    let words = before(&text[clause_start(text, end, floor)..end], unit, year);
    (!words.is_empty()).then_some(words)
}

fn of_unit(unit: &str) -> String {
    match unit {
        "%" | "％" => "比例".to_owned(),
        unit => format!("{unit}数"),
    }
}
