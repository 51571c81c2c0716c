//! The sample's sentences: numbers come from the ledger, marks are full-width, names of laws are exact,
//! and nothing is copied.

use std::collections::BTreeSet;

use nianbao_core::record::Record;
use nianbao_core::text::reference::{Piece, pieces};

use super::{Sample, YEARS, all, invented, place};
use crate::tree::root;
use crate::{Wrong, hold, say};

const NUMBER_RULE: &str = "A number of the sample is typed once, in the ledger; text refers to it by {{key}}: \
     typed twice it will one day differ.";

const MARK_RULE: &str = "The sample's punctuation is full-width and its quotes and brackets are paired, \
     as in every official text.";

const LAW_RULE: &str = "Every 《》 of the sample is in the table of titles in tests/house/sample/prose.rs: \
     a wrong title of a law is the fault readers notice first.";

const COPY_RULE: &str = "The sample shares no run of twelve characters with ../shared/seed/report-2023.txt, fixed titles aside: \
     it was written for the purpose.";

const REPEAT_RULE: &str = "The sample's second year repeats no sentence of its first: \
     last year's paragraph brought again is one of the faults the program is there to find.";

/// Titles of laws and papers, as published; the last is the invented county's own.
const TITLES: [&str; 13] = [
    "中华人民共和国反垄断法",
    "中华人民共和国行政处罚法",
    "中华人民共和国行政复议法",
    "优化营商环境条例",
    "促进个体工商户发展条例",
    "信访工作条例",
    "重大行政决策程序暂行条例",
    "党政主要负责人履行推进法治建设第一责任人职责规定",
    "法治政府建设实施纲要（2021—2025年）",
    "提升行政执法质量三年行动计划（2023—2025年）",
    "市场监督管理投诉举报处理暂行办法",
    "公平竞争审查制度实施细则",
    "清禾县农贸市场经营秩序管理办法",
];

/// Wording that is the same in every report.
const FIXED: [&str; 5] = [
    "以习近平新时代中国特色社会主义思想为指导",
    "学习贯彻习近平新时代中国特色社会主义思想主题教育",
    "全面贯彻落实党的二十大精神",
    "履行推进法治建设第一责任人职责",
    "中华人民共和国行政复议法",
];

const RUN: usize = 12;

/// From one year to the next the same things have the same names; a sentence is longer.
const SENTENCE: usize = 18;

/// Stands where a text was cut; none of them uses it.
const CUT: char = '〇';

/// 件 after 三 is a quantity; 次 after 一 need not be.
const COUNTED: &str = "件宗份卷条户家场期";

/// Every text of a record that a report prints.
fn texts(record: &Record) -> Vec<&str> {
    match record {
        Record::Unit(_)
        | Record::Year(_)
        | Record::Figure(_)
        | Record::Indicator(_)
        | Record::Evidence(_)
        | Record::Opinion(_)
        | Record::Template(_) => vec![],
        Record::Area(r) => vec![&r.title],
        Record::Passage(r) => vec![&r.body],
        Record::Achievement(r) => vec![&r.title, &r.body],
        Record::Problem(r) => vec![&r.title, &r.body, &r.cause],
        Record::Plan(r) => vec![&r.title, &r.body],
        Record::Duty(r) => vec![&r.title, &r.body],
    }
}

/// Keys that the records' texts name.
pub fn keys(list: &[Record]) -> BTreeSet<&str> {
    let all = list.iter().flat_map(texts).flat_map(pieces);
    let key = |piece| if let Piece::Figure { key, .. } = piece { Some(key) } else { None };
    all.filter_map(key).collect()
}

/// The text around the references, each of them a [`CUT`].
fn typed(text: &str) -> String {
    let mut out = String::new();
    for piece in pieces(text) {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Figure { .. } => out.push(CUT),
        }
    }
    out
}

/// Years, months, days and the hotline's name are no figures.
fn without_dates(text: &str) -> String {
    let mut text = text.replace("12315平台", "平台");
    for part in ["2021—2025年", "2023—2025年"] {
        text = text.replace(part, "");
    }
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::new();
    let mut at = 0;
    while at < chars.len() {
        let digits = chars[at..].iter().take_while(|c| c.is_ascii_digit()).count();
        let after = chars.get(at + digits);
        let date = (digits == 4 && after == Some(&'年'))
            || ((1..=2).contains(&digits) && matches!(after, Some('月' | '日')));
        if date {
            at += digits + 1;
        } else {
            out.push(chars[at]);
            at += 1;
        }
    }
    out
}

fn typed_numbers(sample: &Sample) -> Vec<Wrong> {
    let mut wrongs = Vec::new();
    for record in &sample.list {
        for text in texts(record) {
            let rest = without_dates(&typed(text));
            let chars: Vec<char> = rest.chars().collect();
            let counted = chars.windows(2).any(|pair| {
                "二两三四五六七八九十百千万".contains(pair[0]) && COUNTED.contains(pair[1])
            });
            if counted || chars.iter().any(|c| c.is_numeric() && c.is_ascii()) {
                wrongs.push(Wrong::new(place(record), rest));
            }
        }
    }
    wrongs
}

fn wrong_marks(sample: &Sample) -> Vec<Wrong> {
    let mut wrongs = Vec::new();
    for record in &sample.list {
        for text in texts(record) {
            let text = typed(text);
            let narrow = text.chars().any(|c| c.is_ascii_punctuation() || c == ' ');
            let doubled = text
                .chars()
                .zip(text.chars().skip(1))
                .any(|(a, b)| "，。；、：".contains(a) && "，。；、：".contains(b));
            let even = |open, close| text.matches(open).count() == text.matches(close).count();
            let paired = even('“', '”') && even('《', '》') && even('（', '）');
            if narrow || doubled || !paired {
                wrongs.push(Wrong::new(place(record), text));
            }
        }
    }
    wrongs
}

fn unknown_titles(sample: &Sample) -> Vec<Wrong> {
    let mut wrongs = Vec::new();
    for record in &sample.list {
        for text in texts(record) {
            for title in text.split('《').skip(1).filter_map(|rest| rest.split('》').next()) {
                if !TITLES.contains(&title) {
                    wrongs.push(Wrong::new(place(record), title));
                }
            }
        }
    }
    wrongs
}

/// The Chinese characters alone, cut where a fixed wording stood: changed punctuation hides no copy.
fn stretches(text: &str) -> Vec<Vec<char>> {
    let chinese = |c: &char| ('一'..='鿿').contains(c) || *c == CUT;
    let mut text: String = text.chars().filter(chinese).collect();
    for fixed in FIXED {
        text = text.replace(fixed, &CUT.to_string());
    }
    text.split(CUT).map(|stretch| stretch.chars().collect()).collect()
}

fn copied(sample: &Sample, from: &str, run: usize) -> Vec<Wrong> {
    let runs: BTreeSet<Vec<char>> = stretches(from)
        .iter()
        .flat_map(|stretch| stretch.windows(run).map(<[char]>::to_vec).collect::<Vec<_>>())
        .collect();
    let mut wrongs = Vec::new();
    for record in &sample.list {
        for stretch in texts(record).into_iter().flat_map(|text| stretches(&typed(text))) {
            if let Some(run) = stretch.windows(run).find(|run| runs.contains(*run)) {
                wrongs.push(Wrong::new(place(record), run.iter().collect::<String>()));
            }
        }
    }
    wrongs
}

#[test]
fn no_number_of_the_ledger_is_typed_in_the_samples_text() {
    hold(NUMBER_RULE, all().flat_map(typed_numbers).collect());
}

#[test]
fn the_samples_punctuation_is_full_width_and_paired() {
    hold(MARK_RULE, all().flat_map(wrong_marks).collect());
}

#[test]
fn the_samples_laws_are_named_exactly() {
    hold(LAW_RULE, all().flat_map(unknown_titles).collect());
    let whole: String = all().flat_map(|s| s.list.iter().flat_map(texts)).collect();
    for title in TITLES {
        assert!(whole.contains(&format!("《{title}》")), "{title} is named nowhere");
    }
}

#[test]
fn no_sentence_of_the_sample_is_last_years() {
    let before = YEARS[&2022].list.iter().flat_map(texts).map(typed);
    let before = before.collect::<Vec<_>>().join(&CUT.to_string());
    hold(REPEAT_RULE, copied(&YEARS[&2023], &before, SENTENCE));
}

#[test]
fn the_sample_is_not_copied_from_the_seed() {
    let seed = root().join("../shared/seed/report-2023.txt");
    let Ok(text) = std::fs::read_to_string(&seed) else {
        say("skipped: ../shared/seed/report-2023.txt is not beside this checkout");
        return;
    };
    hold(COPY_RULE, all().flat_map(|sample| copied(sample, &text, RUN)).collect());
}

#[test]
fn a_fault_of_the_text_is_seen() {
    let with = |body: &str| {
        invented(&[&format!(r#"{{"kind":"problem","id":-1,"year":2023,"body":"{body}"}}"#)])
    };
    for body in ["办理12件", "办理三件", "占85%", "2023件", "办理{{甲}}和3宗"] {
        assert_eq!(typed_numbers(&with(body)).len(), 1, "{body}");
    }
    for body in ["2023年3月1日前", "办理{{2023年}}", "12315平台", "一是一次办好", "三年行动"]
    {
        assert_eq!(typed_numbers(&with(body)), [], "{body}");
    }
    for body in ["好,坏", "好。。", "“好", "《好", "好（", "好 坏"] {
        assert_eq!(wrong_marks(&with(body)).len(), 1, "{body}");
    }
    assert_eq!(wrong_marks(&with("“好”，{{甲}}。")), []);
    assert_eq!(unknown_titles(&with("依照《行政处罚法》")).len(), 1);
    assert_eq!(unknown_titles(&with("依照《中华人民共和国行政处罚法》")), []);
}

#[test]
fn a_copied_run_is_seen_through_changed_punctuation_and_fixed_titles_are_not_copies() {
    let sample =
        invented(&[r#"{"kind":"problem","id":-1,"year":2023,"body":"甲乙丙丁戊己庚辛壬癸子丑"}"#]);
    assert_eq!(copied(&sample, "前甲乙丙，丁戊己庚辛壬癸子丑后", RUN).len(), 1);
    assert_eq!(copied(&sample, "甲乙丙丁戊己庚辛壬癸子寅", RUN), []);
    let fixed = format!(r#"{{"kind":"problem","id":-1,"year":2023,"body":"{}"}}"#, FIXED[0]);
    assert_eq!(copied(&invented(&[&fixed]), FIXED[0], RUN), []);
}
