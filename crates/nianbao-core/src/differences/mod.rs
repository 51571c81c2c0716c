//! What the published edition says otherwise than the one that is sent, line by line and each with its
//! reason, for the person who reviews it before publication. Nothing is left out without being listed:
//! the lines together turn the one text into the other.

mod flat;
mod paper;
mod script;
mod why;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::catalog::Catalog;
use crate::compose::{Edition, unmasked};
use crate::doc::Doc;
use crate::record::{RecordRef, YearRecords};
pub use paper::paper;

use flat::{Flat, Masked};
use script::Stretch;

/// One place where the two editions differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Difference {
    pub reason: Reason,
    /// What is masked in it besides.
    pub masked: bool,
    /// What it is: 成效“加大培训力度”, 主送.
    pub what: String,
    /// The heading above it; empty: before the first.
    pub place: String,
    pub record: Option<RecordRef>,
    /// Place in the text of the submission edition, in characters.
    pub start: usize,
    pub end: usize,
    /// A few characters of its paragraph at either side.
    pub before: String,
    pub after: String,
    pub sent: String,
    /// As published; empty: nothing.
    pub public: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// 仅报送
    SentOnly,
    /// 公开版写法
    PublicWording,
    /// 隐私遮盖
    Masked,
    /// 版式: 主送, 结尾, 落款, 版头, 版记.
    Layout,
    /// A heading under which nothing is left.
    Bare,
    /// A row of the annex whose figure nothing published tells.
    Untold,
    /// 序号 and marks that follow from the rest.
    Renumbered,
}

impl Reason {
    pub const ALL: [Reason; 7] = [
        Reason::SentOnly,
        Reason::PublicWording,
        Reason::Masked,
        Reason::Layout,
        Reason::Bare,
        Reason::Untold,
        Reason::Renumbered,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Reason::SentOnly => "仅报送",
            Reason::PublicWording => "公开版写法",
            Reason::Masked => "隐私遮盖",
            Reason::Layout => "版式",
            Reason::Bare => "标题下没有公开的内容",
            Reason::Untold => "公开版没有写到这个数据",
            Reason::Renumbered => "序号、标点顺延",
        }
    }
}

/// Every difference between the two editions of a year's report, in the order of the text.
pub fn differences(records: &YearRecords, catalog: &Catalog) -> Vec<Difference> {
    let sent = Flat::of(&unmasked(records, Edition::Submission, catalog), &records.unmasked);
    let public = Flat::of(&unmasked(records, Edition::Public, catalog), &records.unmasked);
    let texts =
        Texts { sent: sent.text().chars().collect(), public: public.text().chars().collect() };
    let stretches = script::script(&sent, &public);
    let mut why = why::Why::new(records, &sent, &public);
    let changed = stretches.iter().filter_map(|stretch| {
        let edit = stretch.edit.as_ref()?;
        let (start, end) = (stretch.sent.start, stretch.sent.end);
        let old: String = texts.sent[start..end].iter().collect();
        let new = texts.published(stretch, &public.masks);
        if old == new {
            return None;
        }
        let told = why.of(stretch, edit);
        Some(Difference {
            reason: told.reason,
            masked: stretch.masked,
            what: told.what,
            place: told.place,
            record: told.record,
            start,
            end,
            before: String::new(),
            after: String::new(),
            sent: old,
            public: new,
        })
    });
    let mut all: Vec<Difference> = changed.collect();
    texts.beside(&mut all);
    all
}

/// The text that [`differences`] count in: 版头, blocks, 版记, a line a paragraph or row.
pub fn whole_text(doc: &Doc) -> String {
    Flat::of(doc, &BTreeSet::new()).text()
}

/// The text with the differences applied to it.
pub fn applied(sent: &str, differences: &[Difference]) -> String {
    let chars: Vec<char> = sent.chars().collect();
    let mut out = String::new();
    let mut from = 0;
    for difference in differences {
        out.extend(&chars[from..difference.start]);
        out.push_str(&difference.public);
        from = difference.end;
    }
    out.extend(&chars[from..]);
    out
}

struct Texts {
    sent: Vec<char>,
    public: Vec<char>,
}

/// Characters shown at either side.
const AROUND: usize = 10;

impl Texts {
    fn published(&self, stretch: &Stretch, masks: &[Masked]) -> String {
        let (start, end) = (stretch.public.start, stretch.public.end);
        let mut out = String::new();
        let mut from = start;
        for mask in masks.iter().filter(|mask| mask.start >= start && mask.end <= end) {
            out.extend(&self.public[from..mask.start]);
            out.push_str(&mask.text);
            from = mask.end;
        }
        out.extend(&self.public[from..end]);
        out
    }

    /// What stands at either side of each, as far as both editions have it.
    fn beside(&self, all: &mut [Difference]) {
        let starts = all.iter().skip(1).map(|line| line.start).chain([self.sent.len()]);
        let starts: Vec<usize> = starts.collect();
        let mut from = 0;
        for (line, to) in all.iter_mut().zip(starts) {
            let before = self.sent[from..line.start].iter().rev();
            let before: Vec<char> =
                before.take(AROUND).take_while(|c| **c != '\n').copied().collect();
            line.before = before.into_iter().rev().collect();
            let after = self.sent[line.end..to].iter();
            line.after = after.take(AROUND).take_while(|c| **c != '\n').collect();
            from = line.end;
        }
    }
}
