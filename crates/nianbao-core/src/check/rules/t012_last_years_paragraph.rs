use crate::check::Severity;
use crate::check::noted::fingerprint;
use crate::check::rule::{Document, DocumentSpots, Looks, Rule, Spot, Strength};
use crate::doc::Role;
use crate::text::punctuation::is_han;

pub(super) static RULE: Rule = Rule {
    code: "T012",
    name: "沿用了上年的一段",
    severity: Severity::Warning,
    why: "整段与上年报告相同，会被当作没有新工作，是通报里常点的毛病。",
    source: "公开报告中常见的差错",
    strength: Strength::Practice,
    wrong: "（上年报告有“开展执法培训，提升执法人员依法办事能力，规范执法行为，树立良好形象。”，今年一字未改）",
    right: "（今年写的是今年做的事）",
    looks: Looks::Document(look),
};

/// Shorter paragraphs are formulas: 现将有关情况报告如下。
const SHORT: usize = 30;

fn look(document: &Document<'_>, out: &mut DocumentSpots) {
    let Some(before) = document.before else { return };
    for (n, facts) in document.facts.iter().enumerate().filter(|(_, f)| f.role == Role::Body) {
        let Some(numbers) = facts.noted().words.and_then(|own| before.said.get(&own)) else {
            continue;
        };
        let message = if *numbers == digits(&facts.text) {
            "这一段与上年报告一字不差"
        } else {
            "这一段只改了上年报告里的数字"
        };
        let at = 0..facts.chars.len();
        out.push((Some(n), Spot::new(at, message).hint("请写今年做的事")));
    }
}

/// What a paragraph says without its numbers and marks; None where that is short.
pub(in crate::check) fn words(text: &[char]) -> Option<u128> {
    let words = text.iter().filter(|c| is_han(**c));
    (words.clone().count() >= SHORT).then(|| fingerprint(words))
}

pub(in crate::check) fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use crate::catalog::Catalog;
    use crate::check::{Options, YearInput, check_year};
    use crate::compose::Edition;
    use crate::record::{Passage, Slot, Unit, Year, YearRecords};

    fn year(year: i32, body: &str) -> YearRecords {
        let mut records = YearRecords::new(Unit::default(), Year { year, ..Year::default() });
        let body = body.to_owned();
        records.passages.push(Passage { slot: Slot::Lead, body, ..Passage::default() });
        records
    }

    #[test]
    fn a_paragraph_of_last_year_is_found_with_other_numbers_too() {
        let old =
            "开展执法培训12次，提升执法人员依法办事的能力，规范执法行为，树立良好形象，群众满意。";
        for (new, meant) in [
            (old.to_owned(), Some("一字不差")),
            (old.replace("12", "15"), Some("只改了")),
            (old.replace("执法培训", "旁听庭审"), None),
            ("现将情况报告如下。".to_owned(), None),
        ] {
            let (last, now) = (year(2022, old), year(2023, &new));
            let input = YearInput {
                records: &now,
                last: Some(&last),
                edition: Edition::Submission,
                catalog: Catalog::built_in(),
            };
            let report = check_year(&input, &Options::default());
            let found = report.findings.iter().find(|f| f.code == "T012");
            assert_eq!(found.is_some(), meant.is_some(), "{new}");
            assert!(found.is_none_or(|f| f.message.contains(meant.unwrap_or_default())));
        }
    }
}
