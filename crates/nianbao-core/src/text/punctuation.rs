//! Half-width punctuation in Chinese text, and the full-width mark it should be.
//!
//! A mark is offered when it stands beside Chinese. Addresses, times, decimals, thousands, ratios and
//! brackets round pure Latin are refused, because a changed address no longer works and a changed
//! number is another number. Quotation marks are left: which of “ and ” is meant is not certain.

use std::ops::Range;

/// One mark to widen; `at` counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fix {
    pub at: usize,
    pub from: char,
    pub to: char,
}

/// Every half-width mark of the text that should be full-width.
pub fn fixes(text: &str) -> Vec<Fix> {
    fixes_in(&text.chars().collect::<Vec<_>>())
}

/// [`fixes`], in characters. Linear in the text.
pub fn fixes_in(text: &[char]) -> Vec<Fix> {
    let addresses = addresses(text);
    let mut next = addresses.iter().peekable();
    let mut out = Vec::new();
    let mut open: Vec<Bracket> = Vec::new();
    let mut count = Count::default();
    let dotted = is_dotted(text);
    for (at, &c) in text.iter().enumerate() {
        while next.peek().is_some_and(|a| a.end <= at) {
            next.next();
        }
        if next.peek().is_some_and(|a| a.contains(&at)) {
            count.see(c);
            continue;
        }
        match c {
            '(' | '（' => open.push(Bracket { at, half: c == '(', before: count }),
            ')' | '）' => {
                if let Some(opened) = open.pop() {
                    close(text, opened, at, count, &mut out);
                }
            }
            '\n' => open.clear(),
            _ => {
                if let Some(to) = wide(text, at, dotted) {
                    out.push(Fix { at, from: c, to });
                }
            }
        }
        count.see(c);
    }
    out.sort_by_key(|fix| fix.at);
    out
}

/// The text with every [`fixes`] taken.
pub fn widen(text: &str) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for fix in fixes_in(&chars) {
        chars[fix.at] = fix.to;
    }
    chars.into_iter().collect()
}

/// A Chinese character, not a mark.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' | '〇')
}

/// A mark of Chinese text that no Latin text has. Curly quotes and dashes belong to both.
fn is_chinese_mark(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{301F}' | '\u{FF01}'..='\u{FF65}')
}

/// The mark at a place, widened; None where it should stay.
fn wide(text: &[char], at: usize, dotted: bool) -> Option<char> {
    let c = text[at];
    let to = match c {
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '?' => '？',
        '!' => '！',
        '.' => return ends_chinese_sentence(text, at, dotted).then_some('。'),
        _ => return None,
    };
    let digit = |i: Option<usize>| {
        i.and_then(|i| text.get(i)).is_some_and(|c| c.is_ascii_digit() || ('０'..='９').contains(c))
    };
    if digit(at.checked_sub(1)) && digit(Some(at + 1)) {
        return None;
    }
    let chinese = match c {
        '?' | '!' => text.get(at + 1) != Some(&'=') && chinese_before(text, at),
        ';' => !is_entity(text, at) && (chinese_before(text, at) || chinese_after(text, at)),
        ':' if text.get(at + 1) == Some(&'/') && text.get(at + 2) == Some(&'/') => false,
        _ => chinese_before(text, at) || chinese_after(text, at),
    };
    chinese.then_some(to)
}

/// A text that has no 。 and ends in a dot closes its sentences with dots.
pub fn is_dotted(text: &[char]) -> bool {
    let last = text.iter().rev().find(|c| !c.is_whitespace());
    last == Some(&'.') && !text.contains(&'。')
}

/// `完成任务.` at the end of a line or before a closing quote; between two words only where sentences
/// are closed by dots, for else it may be the dot of a foreign name. `.docx` is a file's ending.
pub fn ends_chinese_sentence(text: &[char], at: usize, dotted: bool) -> bool {
    let chinese = |c: char| is_han(c) || is_chinese_mark(c);
    let mut before = text[..at].iter().rev().take(REACH).skip_while(|c| ")”%".contains(**c));
    let word = before.next().copied();
    // A number at the end of a sentence; 1. alone is the number of an item.
    let figure = word.is_some_and(|c| c.is_ascii_digit())
        && before
            .find(|c| !c.is_ascii_digit() && !",.:".contains(**c))
            .is_some_and(|&c| chinese(c));
    let after = text.get(at + 1).copied();
    let ends = after.is_none_or(|c| c.is_whitespace() || "”’）)".contains(c));
    let word = word.is_some_and(chinese);
    text.get(at) == Some(&'.')
        && (ends && (word || figure) || dotted && word && after.is_some_and(is_han))
}

/// Marks and digits that take their side from what stands before or after them.
fn is_neutral(c: char) -> bool {
    c.is_ascii_digit() || c == ' ' || "“”‘’\"'%.()[]".contains(c)
}

/// So far is looked for Chinese past digits and quotes: the reading stays linear.
const REACH: usize = 16;

fn chinese_before(text: &[char], at: usize) -> bool {
    let side = text[..at].iter().rev().take(REACH).find(|&&c| !is_neutral(c));
    side.is_some_and(|&c| is_han(c) || is_chinese_mark(c))
}

fn chinese_after(text: &[char], at: usize) -> bool {
    let side = text[at + 1..].iter().take(REACH).find(|&&c| !is_neutral(c));
    side.is_some_and(|&c| is_han(c) || is_chinese_mark(c))
}

/// `&nbsp;` and its like.
fn is_entity(text: &[char], at: usize) -> bool {
    let name = text[..at].iter().rev().take(9).take_while(|c| c.is_ascii_alphanumeric()).count();
    name > 0 && at > name && matches!(text[at - name - 1], '&' | '#')
}

#[derive(Clone, Copy)]
struct Bracket {
    at: usize,
    half: bool,
    before: Count,
}

/// How many Chinese characters and Latin letters have gone by.
#[derive(Clone, Copy, Default)]
struct Count {
    han: usize,
    latin: usize,
}

impl Count {
    fn see(&mut self, c: char) {
        self.han += usize::from(is_han(c));
        self.latin += usize::from(c.is_ascii_alphabetic());
    }
}

/// A pair of brackets is widened together, when there is Chinese in it, or figures alone in it and
/// Chinese before it, or when its partner is full-width already.
fn close(text: &[char], open: Bracket, at: usize, now: Count, out: &mut Vec<Fix>) {
    let half = text[at] == ')';
    let empty = at == open.at + 1;
    let han = now.han > open.before.han;
    let figures = now.latin == open.before.latin && !empty && chinese_before(text, open.at);
    if !(han || figures || open.half != half) {
        return;
    }
    if open.half {
        out.push(Fix { at: open.at, from: '(', to: '（' });
    }
    if half {
        out.push(Fix { at, from: ')', to: '）' });
    }
}

/// Where addresses stand: `https://a.gov.cn:8080/x?y=1`, `www.a.gov.cn`.
fn addresses(text: &[char]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let free = out.last().map_or(0, |last| last.end);
        let start = if rest.starts_with(&[':', '/', '/']) {
            let scheme = text[free..at].iter().rev().take(12);
            at - scheme.take_while(|c| c.is_ascii_alphanumeric()).count()
        } else if rest.starts_with(&['w', 'w', 'w', '.']) {
            at
        } else {
            at += 1;
            continue;
        };
        let end = address_end(text, at + 1);
        out.push(start..end);
        at = end.max(at + 1);
    }
    out
}

/// Chinese inside an address goes on after `/`, `?`, `=` and `&`; marks at its end are the sentence's.
fn address_end(text: &[char], from: usize) -> usize {
    let mut end = from;
    let mut path = false;
    while let Some(&c) = text.get(end) {
        let inside = c.is_ascii_graphic() || path && is_han(c);
        if !inside {
            break;
        }
        path = "/=&?".contains(c) && end > from + 1
            || path && (is_han(c) || c.is_ascii_alphanumeric());
        end += 1;
    }
    while end > from && ",;:?!.)".contains(text[end - 1]) {
        end -= 1;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_width_marks_beside_chinese_are_offered_as_full_width() {
        for (typed, meant) in [
            ("2023年,区司法局坚持", "2023年，区司法局坚持"),
            ("达到100%,优秀率99.97%。", "达到100%，优秀率99.97%。"),
            ("达到100%,99%", "达到100%，99%"),
            ("处罚465宗,强制13宗", "处罚465宗，强制13宗"),
            ("“庭所共建”,推进", "“庭所共建”，推进"),
            ("来源: 本网", "来源： 本网"),
            ("村(社区)一法律顾问", "村（社区）一法律顾问"),
            ("规划(2021-2035年)》", "规划（2021-2035年）》"),
            ("规划(2021-2035)", "规划（2021-2035）"),
            ("在册268人(缓刑261人、假释2人)。", "在册268人（缓刑261人、假释2人）。"),
            ("是否继续?", "是否继续？"),
            ("办得好!", "办得好！"),
            ("缺乏认识;工作上", "缺乏认识；工作上"),
            ("完成选任工作任务.", "完成选任工作任务。"),
            ("优秀率99.97%.", "优秀率99.97%。"),
            (
                "严格检查.全年检查(含暗访),好评与差评9:1.",
                "严格检查。全年检查（含暗访），好评与差评9:1。",
            ),
            ("更新装备(含执法记录仪).", "更新装备（含执法记录仪）。"),
            ("他说“依法办.”", "他说“依法办。”"),
            ("（社区)", "（社区）"),
            ("(一)思想认识", "（一）思想认识"),
            ("见https://a.gov.cn:8080,并转发", "见https://a.gov.cn:8080，并转发"),
            ("时间:8:30", "时间：8:30"),
        ] {
            assert_eq!(widen(typed), meant, "{typed}");
        }
    }

    #[test]
    fn what_is_no_chinese_punctuation_is_left_alone() {
        for text in [
            "https://a.gov.cn:8080",
            "见 https://a.gov.cn:8080/x?y=1,2;z=(3)!",
            "https://a.gov.cn/查询?名称=司法局&页=1",
            "www.a.gov.cn/办事?x=1",
            "邮箱a.b@c.gov.cn收",
            "每日8:30开门",
            "占3.5%",
            "0.30",
            "共12,925宗",
            "比例为1:3",
            "(see [a](b))",
            "详见(see [a](b))说明",
            "A,B;C:D?E!",
            "the Court, and (the) rest.",
            "名单.docx",
            "1.",
            "12.5",
            "卡尔.马克思",
            "等等...",
            "第(a)项",
            "他说\"依法\"行政",
            "空&nbsp;格",
            "单独的(不成对",
            "不成对的)括号",
            "()",
            "",
        ] {
            assert_eq!(widen(text), text, "{text}");
        }
    }

    #[test]
    fn a_fix_says_where_it_stands() {
        assert_eq!(
            fixes("甲,乙(丙)"),
            [
                Fix { at: 1, from: ',', to: '，' },
                Fix { at: 3, from: '(', to: '（' },
                Fix { at: 5, from: ')', to: '）' },
            ]
        );
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_widened_mark_for_mark_and_once(text in "[,;:?!().，（）“”中文a-z0-9/&@ \n]{0,60}|\\PC{0,40}") {
            let chars: Vec<char> = text.chars().collect();
            for fix in fixes(&text) {
                assert_eq!(chars[fix.at], fix.from, "{text}");
            }
            let wide = widen(&text);
            assert_eq!(wide.chars().count(), chars.len(), "{text}");
        }
    }
}
