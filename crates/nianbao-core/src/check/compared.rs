//! This year's number and last year's in one sentence.

use std::ops::Range;

use super::facts::Facts;
use super::reckon::{is_percent, same_unit};

/// Words before or behind a number that say it is last year's.
const LAST: [&str; 6] = ["去年", "上年", "上一年", "同期", "前一年", "上年度"];

/// The words that govern a number, back to the last mark.
pub(super) fn clause(facts: &Facts, n: usize) -> String {
    let start = facts.quantities[n].start;
    let floor = n.checked_sub(1).map_or(0, |last| facts.quantities[last].end);
    let from = floor.max(start.saturating_sub(30));
    let words = facts.slice(from..start);
    let last = words.rsplit(['，', ',', '。', '；', ';', '：', '、']).next();
    last.unwrap_or(&words).trim().to_owned()
}

/// The number of a sentence that is said to be last year's; None where none or several are.
pub(super) fn last_years(facts: &Facts, own: &Range<usize>, year: Option<i32>) -> Option<usize> {
    let named = year.map(|year| format!("{}年", year - 1));
    let mut words = LAST.iter().copied().chain(named.as_deref());
    if !words.any(|word| facts.says(word)) {
        return None;
    }
    let mut all = own.clone().filter(|&n| {
        let clause = clause(facts, n);
        let said = LAST.iter().copied().chain(named.as_deref()).any(|word| clause.contains(word));
        // 较去年增长20%, 较去年增加20件: a change against last year.
        said && !is_change(&clause)
    });
    all.next().filter(|_| all.next().is_none())
}

/// Up, down: the sign of a change that the words before a number speak of.
pub(super) fn change(clause: &str) -> Option<bool> {
    let bare = clause.trim_end_matches(['了', '约', '为', '达', '近', '至', '到']);
    if bare.len() < clause.len() && clause.ends_with(['至', '到']) {
        return None;
    }
    let ends = |words: &[&str]| words.iter().any(|word| bare.ends_with(word));
    if ends(&["增长", "上升", "增加", "提高", "提升", "增幅", "多"]) {
        return Some(true);
    }
    ends(&["下降", "减少", "降低", "降幅", "少"]).then_some(false)
}

fn is_change(clause: &str) -> bool {
    change(clause).is_some()
}

/// What may be this year's number beside last year's: counted in the same, the nearest before `n` first.
pub(super) fn this_years(facts: &Facts, own: &Range<usize>, base: usize, n: usize) -> Vec<usize> {
    let fits = |m: &usize| {
        *m != base
            && *m != n
            && same_unit(&facts.quantities[*m], &facts.quantities[base])
            && !is_percent(&facts.quantities[*m])
            && !is_change(&clause(facts, *m))
            && !facts.is_part_of_earlier(*m)
    };
    let mut all: Vec<usize> = own.clone().filter(fits).collect();
    all.sort_by_key(|&m| (m > n, m.abs_diff(n)));
    all
}
