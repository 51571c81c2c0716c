//! Wholes and their parts in a sentence: 共12宗，其中甲7宗、乙5宗; 268人（缓刑261人、假释7人）;
//! 甲7宗、乙5宗，共计12宗.

use std::ops::Range;

use super::reckon::{is_percent, same_unit};
use crate::text::quantity::Quantity;

/// Quantities by number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Group {
    pub whole: usize,
    pub parts: Vec<usize>,
    /// The parts are said to be all of it.
    pub complete: bool,
    /// Others are left unsaid: 等, 主要.
    pub open: bool,
}

/// What a part is called is no longer.
const LABEL: usize = 16;

/// Words behind which a number is no further part: another fact follows.
const OTHER_FACT: [&str; 30] = [
    "是", "较", "同比", "环比", "比", "均", "另", "还", "占", "再", "增长", "下降", "增加", "减少",
    "全年", "累计", "共", "至", "由", "从", "达", "上年", "去年", "同时", "此外", "涉及", "参加",
    "发放", "惠及", "覆盖",
];

/// Stages of one thing's way; what was 立案 may be 结案 as well.
const STAGES: [&str; 22] = [
    "立案", "办结", "审结", "结案", "受理", "开庭", "整改", "执行", "移送", "回复", "答复", "采纳",
    "完成", "通过", "签约", "审核", "审查", "印发", "备案", "公开", "公示", "检查",
];

/// Properties that one person or thing may have together.
const OVERLAPPING: [&str; 16] = [
    "女",
    "党员",
    "学历",
    "岁",
    "本科",
    "硕士",
    "研究生",
    "民族",
    "残疾",
    "首次",
    "当场",
    "新",
    "律师",
    "重大",
    "涉企",
    "涉外",
];

/// A sentence has no more numbers than this that say something of each other; more are some machine's,
/// and comparing all of them would take for ever.
const MOST: usize = 80;

/// The quantities of a sentence, by number.
pub(super) fn quantities_in(all: &[Quantity], sentence: &Range<usize>) -> Range<usize> {
    let from = all.partition_point(|q| q.start < sentence.start);
    let to = all.partition_point(|q| q.start < sentence.end);
    if to - from > MOST { from..from } else { from..to }
}

pub(crate) fn groups(chars: &[char], sentences: &[Range<usize>], all: &[Quantity]) -> Vec<Group> {
    let mut out = Vec::new();
    if all.len() < 2 {
        return out;
    }
    for sentence in sentences {
        let Range { start: from, end: to } = quantities_in(all, sentence);
        let reader = Reader { chars, all, from, to };
        let mut n = from;
        while n < to {
            let group = reader.bracket(n).or_else(|| reader.among(n)).or_else(|| reader.total(n));
            if let Some(group) = group {
                out.push(group);
            }
            n += 1;
        }
    }
    out
}

struct Reader<'a> {
    chars: &'a [char],
    all: &'a [Quantity],
    /// The quantities of the sentence.
    from: usize,
    to: usize,
}

impl Reader<'_> {
    fn between(&self, n: usize) -> &[char] {
        let from = self.all[n].end;
        self.all.get(n + 1).map_or(&[], |next| self.chars.get(from..next.start).unwrap_or(&[]))
    }

    /// `268人（缓刑261人、假释7人）`: a bracket right behind, and nothing else counted in it.
    fn bracket(&self, n: usize) -> Option<Group> {
        let open = self.all[n].end;
        if !matches!(self.chars.get(open), Some('（' | '(')) || n + 1 >= self.to {
            return None;
        }
        let close =
            self.chars[open..].iter().take(200).position(|c| matches!(c, '）' | ')'))? + open;
        let inside = (n + 1..self.to).take_while(|&m| self.all[m].end <= close);
        let parts: Vec<usize> = inside.filter(|&m| !is_percent(&self.all[m])).collect();
        if parts.is_empty() || parts.iter().any(|&m| !same_unit(&self.all[m], &self.all[n])) {
            return None;
        }
        let words: String = self.chars[open + 1..close].iter().collect();
        let of_another_time = ["年", "去", "上", "同", "比", "较", "含", "不", "另"];
        if of_another_time.iter().any(|word| words.starts_with(word))
            || words.contains('年')
            || !self.are_parts(&parts)
        {
            return None;
        }
        let open = is_open(&words);
        let complete = parts.len() > 1 && !words.starts_with("其中") && !self.overlap(&parts);
        Some(Group { whole: n, parts, complete, open })
    }

    /// `12宗，其中甲7宗、乙5宗`
    fn among(&self, n: usize) -> Option<Group> {
        if n + 1 >= self.to {
            return None;
        }
        let between: String = self.between(n).iter().collect();
        let words = between.trim_start_matches(['，', ',', '、', '；', ';', '：', ':', '（', '(']);
        let words =
            ["其中", "包括", "分别是", "分别为"].iter().find_map(|w| words.strip_prefix(w))?;
        let words = words.trim_start_matches(['，', ',', '：', ':']);
        if words.chars().count() > LABEL || OTHER_FACT.iter().any(|w| words.starts_with(w)) {
            return None;
        }
        let first = n + 1;
        let whole = self.whole_of(n, first)?;
        let mut parts = vec![first];
        for m in first + 1..self.to {
            if is_percent(&self.all[m]) {
                // 12447宗，占96.3%
                continue;
            }
            let label: String = self.label(m).iter().collect();
            if !same_unit(&self.all[m], &self.all[first]) || self.is_other(m, parts.len()) {
                break;
            }
            if label.contains(['。', '；', ';', '）', ')']) {
                break;
            }
            parts.push(m);
        }
        let behind = self.all[*parts.last()?].end;
        let rest: String = self.chars[behind..].iter().take(6).collect();
        let overlap = self.overlap(&parts) && !self.complement(&parts);
        Some(Group {
            whole,
            complete: parts.len() > 2 && !overlap || self.complement(&parts),
            open: is_open(words) || is_open(&rest) || overlap,
            parts,
        })
    }

    /// `甲7宗、乙5宗，共计12宗`
    fn total(&self, n: usize) -> Option<Group> {
        let last = n.checked_sub(1).filter(|&last| last >= self.from)?;
        let words: String = self.between(last).iter().collect();
        let words = words.trim_start_matches(['，', ',', '、', ' ']);
        if !["共计", "合计", "总计"].contains(&words) {
            return None;
        }
        let mut parts = vec![last];
        for m in (self.from..last).rev() {
            let next = self.between(m);
            let list = matches!(next.first(), Some('、' | '，' | ',' | '和' | '及'));
            if !list || !same_unit(&self.all[m], &self.all[n]) || next.len() > LABEL {
                break;
            }
            parts.insert(0, m);
        }
        let same = parts.iter().all(|&m| same_unit(&self.all[m], &self.all[n]));
        let plain = same && parts.len() > 1 && self.are_parts(&parts);
        plain.then_some(Group { whole: n, parts, complete: true, open: false })
    }

    /// The nearest before that is counted in the same.
    fn whole_of(&self, n: usize, first: usize) -> Option<usize> {
        let near = (self.from..=n).rev().take(3);
        near.filter(|&m| !is_percent(&self.all[m]))
            .find(|&m| same_unit(&self.all[m], &self.all[first]))
    }

    /// What stands between the quantity before and this one, without the mark that parts them.
    fn label(&self, n: usize) -> &[char] {
        let words = n.checked_sub(1).map_or(&[][..], |last| self.between(last));
        let skip = words.iter().take_while(|c| "，,、；; 和及".contains(**c)).count();
        &words[skip..]
    }

    /// Whether a number after the first part says something else.
    fn is_other(&self, n: usize, taken: usize) -> bool {
        let words = n.checked_sub(1).map_or(&[][..], |last| self.between(last));
        let listed = matches!(words.first(), Some('，' | ',' | '、' | '；' | ';' | '和' | '及'));
        let label: String = self.label(n).iter().collect();
        let complement = taken == 1 && self.is_rest(n);
        let said = OTHER_FACT.iter().any(|word| label.starts_with(word));
        let two = label.contains(['，', ',']);
        let length = label.chars().count();
        !listed
            || two
            || said
            || length == 0
            || length > LABEL
            || !complement && label.starts_with(['已', '未', '尚', '正'])
    }

    /// 未办结, 正在办理: the rest of what was said 已 of.
    fn is_rest(&self, n: usize) -> bool {
        let label: String = self.label(n).iter().collect();
        label.starts_with(['未', '尚', '正'])
    }

    fn complement(&self, parts: &[usize]) -> bool {
        let [_, second] = parts else { return false };
        self.is_rest(*second)
    }

    fn are_parts(&self, parts: &[usize]) -> bool {
        parts.iter().skip(1).all(|&m| {
            let label: String = self.label(m).iter().collect();
            !OTHER_FACT.iter().any(|word| label.starts_with(word))
        })
    }

    /// One thing may be in two of the parts.
    fn overlap(&self, parts: &[usize]) -> bool {
        let labels: Vec<String> = parts.iter().map(|&m| self.label(m).iter().collect()).collect();
        let stages = labels.iter().filter(|l| STAGES.iter().any(|s| l.ends_with(s))).count();
        let owned = labels.iter().any(|l| OVERLAPPING.iter().any(|s| l.contains(s)));
        stages > 1 || owned
    }
}

fn is_open(words: &str) -> bool {
    words.starts_with('等') || ["主要", "重点", "以"].iter().any(|w| words.starts_with(w))
}

#[cfg(test)]
mod tests {
    use crate::check::{Para, facts::Facts};
    use crate::doc::Role;

    /// 12=7+5, ! for complete, ? for open.
    fn seen(text: &str) -> String {
        let para = Para::at(Role::Body, None, text.to_owned(), 0);
        let facts = Facts::of(&para, Some(2023));
        let value = |n: usize| facts.quantities[n].value.to_string();
        let groups = facts.groups.iter().map(|g| {
            let parts: Vec<_> = g.parts.iter().map(|&n| value(n)).collect();
            let complete = if g.complete { "!" } else { "" };
            let open = if g.open { "?" } else { "" };
            format!("{}={}{complete}{open}", value(g.whole), parts.join("+"))
        });
        groups.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn wholes_and_parts_are_read_from_a_sentence() {
        for (text, meant) in [
            (
                "办理案件12925宗,其中行政检查12447宗,行政处罚465宗,行政强制13宗,是去年的6.56倍(2022年共办理案件1970宗)。",
                "12925=12447+465+13!",
            ),
            ("目前在册268人(缓刑261人、假释2人、管制0人、暂予监外执行5人)。", "268=261+2+0+5!"),
            ("持有执法证人员共1578人,其中镇街1028人。", "1578=1028"),
            ("共15宗,其中经复议再提起诉讼13宗,已开庭7宗,已结案6宗。", "15=13"),
            ("受理20件，其中已办结18件，未办结2件。", "20=18+2!"),
            ("行政检查7宗、行政处罚5宗，共计12宗。", "12=7+5!"),
            ("受理100件，其中立案80件、结案75件、移送2件。", "100=80+75+2?"),
            ("参训80人，其中党员50人，女性30人，硕士20人。", "80=50+30+20?"),
            ("举办培训12期1200人次，其中镇级5期。", "12=5"),
            ("受理案件100件，同比增长5%。", ""),
            ("受理案件100件。其中调解5件。", ""),
        ] {
            assert_eq!(seen(text), meant, "{text}");
        }
    }
}
