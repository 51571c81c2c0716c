//! Who is named in a text: a list for a person to look over, no verdict.

use std::collections::BTreeSet;
use std::ops::Range;

use super::facts::Facts;
use super::personal::name_before;

/// Behind these a name may stand.
const POSTS: [&str; 24] = [
    "书记",
    "局长",
    "县长",
    "区长",
    "市长",
    "州长",
    "镇长",
    "乡长",
    "厅长",
    "部长",
    "主任",
    "主席",
    "院长",
    "检察长",
    "处长",
    "科长",
    "股长",
    "所长",
    "队长",
    "支队长",
    "会长",
    "庭长",
    "组长",
    "律师",
];
/// What a named person does, or is called by.
const BEHIND: [&str; 20] = [
    "同志", "主持", "带队", "带领", "出席", "出庭", "参加", "部署", "亲自", "多次", "作", "讲",
    "批示", "审定", "听取", "率", "赴", "到", "任", "调研",
];
const MARKS: &str = "，。；、,;：:（(）) 与和及在向等的";

/// Where `known` names stand, and those behind a post; in order, in characters.
pub(crate) fn named(text: &str, known: &[&str]) -> Vec<Range<usize>> {
    let chars: Vec<char> = text.chars().collect();
    let mut out: BTreeSet<(usize, usize)> = BTreeSet::new();
    for name in known {
        let length = name.chars().count();
        out.extend(places(text, name).map(|at| (at, at + length)));
    }
    for post in POSTS {
        let length = post.chars().count();
        for at in places(text, post) {
            if let Some(name) = name_before(&chars, at + length, ends) {
                out.insert((name.start, name.end));
            }
        }
    }
    let mut last = 0;
    let mut apart = Vec::new();
    for (start, end) in out {
        if start >= last {
            apart.push(start..end);
            last = end;
        }
    }
    apart
}

/// Whether one of the posts stands in it, without looking for a name.
pub(super) fn names_a_post(facts: &Facts) -> bool {
    POSTS.iter().any(|post| facts.says(post))
}

fn ends(rest: &[char]) -> bool {
    let Some(first) = rest.first() else { return true };
    let rest: String = rest.iter().take(2).collect();
    MARKS.contains(*first) || BEHIND.iter().any(|word| rest.starts_with(word))
}

fn places<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let (mut chars, mut last) = (0, 0);
    text.match_indices(word).map(move |(at, _)| {
        chars += text[last..at].chars().count();
        last = at;
        chars
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_behind_posts_and_those_of_the_heads_are_found_and_what_heads_do_is_not() {
        for (text, known, meant) in [
            ("局长张建国主持会议。", vec![], "张建国"),
            ("党组书记、局长李明同志讲课", vec![], "李明"),
            ("欧阳雪出庭应诉，😀欧阳雪批示。", vec!["欧阳雪"], "欧阳雪 欧阳雪"),
            ("局长高度重视，主任张贴公告，县长主持。", vec![], ""),
            ("局长办公会研究，书记、县长参加。", vec![], ""),
            ("局长张建国，", vec!["张建国"], "张建国"),
            ("局长张某出庭。", vec![], ""),
        ] {
            let chars: Vec<char> = text.chars().collect();
            let found = named(text, &known).into_iter();
            let found: Vec<String> = found.map(|at| chars[at].iter().collect()).collect();
            assert_eq!(found.join(" "), meant, "{text}");
        }
    }
}
