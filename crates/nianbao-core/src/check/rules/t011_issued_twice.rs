use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
use std::ops::Range;

use crate::check::Severity;
use crate::check::facts::{Facts, Mentions};
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::doc::Role;
use crate::text::parts::Part;

pub(super) static RULE: Rule = Rule {
    code: "T011",
    name: "同一份文件印发了两次",
    severity: Severity::Hint,
    why: "同一件事分在两处写，各写一遍印发，像是两件事。",
    source: "公开报告中常见的差错",
    strength: Strength::Practice,
    wrong: "印发甲区2023年全面依法治区工作要点，压实责任。制定印发《甲区2023年全面依法治区工作要点》，抓好落实。",
    right: "制定印发《甲区2023年全面依法治区工作要点》，压实责任。对照《甲区2023年全面依法治区工作要点》逐项督办。",
    looks: Looks::Document(look),
};

/// A title of so many characters stands for one document.
const TITLE: std::ops::RangeInclusive<usize> = 8..=40;
/// No report names so many.
const MOST: usize = 1_000;

const ISSUES: [&str; 5] = ["印发", "制定", "出台", "下发", "制发"];

/// So far before a title is looked for the verb.
const CLAUSE: usize = 60;

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    let own = || document.facts.iter().enumerate().filter(|(_, f)| f.noted().issues);
    let titles: BTreeSet<&str> =
        own().flat_map(|(_, facts)| facts.noted().issued.iter().map(String::as_str)).collect();
    let titles: Vec<&str> = titles.into_iter().take(MOST).collect();
    let list = BuildHasherDefault::<DefaultHasher>::default().hash_one(&titles);
    let mut all: Vec<(usize, &Facts, usize, Range<usize>)> = Vec::new();
    for (n, facts) in own() {
        let mentions = facts.mentions(list, || mentions(facts, &titles));
        all.extend(mentions.into_iter().map(|(title, at)| (n, *facts, title, at)));
    }
    // Nearly every title stands once: nothing of it is read again.
    let mut times = vec![0_usize; titles.len()];
    all.iter().for_each(|(_, _, title, _)| times[*title] += 1);
    let mut first: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for (n, facts, title, at) in all.into_iter().filter(|(_, _, title, _)| times[*title] > 1) {
        let s = facts.sentences.partition_point(|sentence| sentence.end <= at.start);
        let Some(sentence) = facts.sentences.get(s) else { continue };
        let from = sentence.start.max(at.start.saturating_sub(CLAUSE));
        if is_issued(&facts.slice(from..at.start))
            && *first.entry(title).or_insert((n, s)) != (n, s)
        {
            let spot = Spot::new(at, "前面已经写过印发这份文件");
            out.push((Some(n), spot.hint("请看是不是同一件事，是的话留一处")));
        }
    }
}

/// Where titles stand, with 《》 or without; of two that overlap the first and longer one.
fn mentions(facts: &Facts, titles: &[&str]) -> Mentions {
    let all = titles.iter().enumerate();
    let mut out: Mentions =
        all.flat_map(|(n, title)| facts.places(title).into_iter().map(move |at| (n, at))).collect();
    out.sort_by_key(|(_, at)| (at.start, Reverse(at.end)));
    let mut end = 0;
    out.retain(|(_, at)| {
        let apart = at.start >= end;
        end = if apart { at.end } else { end };
        apart
    });
    out
}

/// Whether something may be issued in it.
pub(in crate::check) fn issues(facts: &Facts) -> bool {
    counts(facts) && ISSUES.iter().any(|word| facts.says(word))
}

fn counts(facts: &Facts) -> bool {
    facts.role == Role::Body && !matches!(facts.part, Some(Part::Plans | Part::ProblemsAndPlans))
}

/// Titles inside 《》 that are said to be issued.
pub(in crate::check) fn titles(facts: &Facts) -> Vec<String> {
    let mut out = Vec::new();
    for sentence in &facts.sentences {
        let text = facts.slice(sentence.clone());
        let mut from = 0;
        while let Some(open) = text[from..].find('《').map(|at| from + at + '《'.len_utf8()) {
            let Some(close) = text[open..].find('》').map(|at| open + at) else { break };
            let title = &text[open..close];
            if TITLE.contains(&title.chars().count()) && is_issued(&text[..open]) {
                out.push(title.to_owned());
            }
            from = close;
        }
    }
    out
}

/// The words before a title, back to the last mark, issue it; they do not go by it.
fn is_issued(before: &str) -> bool {
    // The words just before are enough; a sentence of a thousand titles must not be read a thousand times.
    let start = before.char_indices().rev().nth(CLAUSE).map_or(0, |(at, _)| at);
    let before = &before[start..];
    let clause = before.rsplit(['，', ',', '。', '；', ';', '：']).next().unwrap_or(before);
    let said = |words: &[&str]| words.iter().any(|word| clause.contains(word));
    said(&ISSUES) && !said(&["按照", "根据", "依据", "对照", "落实《", "贯彻", "围绕", "结合"])
}

#[cfg(test)]
mod tests {
    use crate::check::rules::tests::finds;

    #[test]
    fn a_document_issued_in_two_places_is_found() {
        finds(
            "T011",
            &[
                (
                    "印发甲区2023年依法治区工作要点，压实责任。制定《甲区2023年依法治区工作要点》。",
                    "甲区2023年依法治区工作要点",
                ),
                (
                    "制定《甲区2023年依法治区工作要点》。对照《甲区2023年依法治区工作要点》督办。",
                    "",
                ),
                ("制定《甲区2023年依法治区工作要点》《甲区2023年普法工作要点清单》。", ""),
            ],
        );
    }
}
