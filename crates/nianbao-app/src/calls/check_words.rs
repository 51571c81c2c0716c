//! Rules on and off, and the person's own words.

use std::collections::BTreeSet;
use std::path::Path;

use nianbao_core::check::{self, Options, Own, Severity};
use nianbao_formats::export::sheet::{Column, Sheet};
use nianbao_formats::import::table;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Nothing;
use crate::desk::{Desk, Open};
use crate::fault::{Fault, FaultCode};
use crate::{files, sheet_file};

/// Nobody keeps more by hand.
const MOST: usize = 5000;
/// Characters of a line's side.
const LONGEST: usize = 100;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CheckRules {
    /// In the order of their codes.
    pub rules: Vec<RuleInfo>,
    pub words: Vec<Own>,
    pub phrases: Vec<Own>,
    pub laws: Vec<Own>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RuleInfo {
    pub code: String,
    /// The wrong it finds.
    pub name: String,
    pub severity: Severity,
    pub why: String,
    pub source: String,
    /// 规定, 一般, 实务.
    pub strength: String,
    pub wrong: String,
    pub right: String,
    pub on: bool,
}

pub fn rules(desk: &Desk, _: Nothing) -> Result<CheckRules, Fault> {
    desk.with(|open| told(open))
}

fn told(open: &Open) -> Result<CheckRules, Fault> {
    let options = open.store.check_options()?;
    let rules = check::rules().iter().map(|rule| RuleInfo {
        code: rule.code.to_owned(),
        name: rule.name.to_owned(),
        severity: rule.severity,
        why: rule.why.to_owned(),
        source: rule.source.to_owned(),
        strength: rule.strength.word().to_owned(),
        wrong: rule.wrong.to_owned(),
        right: rule.right.to_owned(),
        on: !options.off.contains(rule.code),
    });
    let rules = rules.collect();
    Ok(CheckRules { rules, words: options.words, phrases: options.phrases, laws: options.laws })
}

/// What is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CheckSet {
    /// Codes of rules to run again.
    #[serde(default)]
    #[ts(optional)]
    pub on: Option<Vec<String>>,
    /// Codes of rules not to run.
    #[serde(default)]
    #[ts(optional)]
    pub off: Option<Vec<String>>,
    /// The whole list, as it is to be.
    #[serde(default)]
    #[ts(optional)]
    pub words: Option<Vec<Own>>,
    #[serde(default)]
    #[ts(optional)]
    pub phrases: Option<Vec<Own>>,
    #[serde(default)]
    #[ts(optional)]
    pub laws: Option<Vec<Own>>,
}

pub fn set(desk: &Desk, args: CheckSet) -> Result<CheckRules, Fault> {
    desk.with(|open| {
        let mut options = open.store.check_options()?;
        for code in args.on.unwrap_or_default() {
            options.off.remove(&code);
        }
        for code in args.off.unwrap_or_default() {
            if check::rule(&code).is_none() {
                return Err(Fault::new(
                    FaultCode::BadArguments,
                    format!("没有“{code}”这条规则"),
                    "用 check.rules 可以列出所有规则",
                ));
            }
            options.off.insert(code);
        }
        let lists = [
            (OwnList::Words, args.words),
            (OwnList::Phrases, args.phrases),
            (OwnList::Laws, args.laws),
        ];
        for (list, lines) in lists {
            if let Some(lines) = lines {
                *list.of(&mut options) = sound(lines)?;
            }
        }
        open.store.set_check_options(&options)?;
        told(open)
    })
}

/// Lines as they are kept: trimmed, each wrong word once.
fn sound(lines: Vec<Own>) -> Result<Vec<Own>, Fault> {
    let refused = |message: String, hint: &str| Err(Fault::new(FaultCode::Refused, message, hint));
    if lines.len() > MOST {
        return refused(format!("词表最多 {MOST} 条"), "请只留下本单位用得着的");
    }
    let mut seen = BTreeSet::new();
    let mut out = Vec::with_capacity(lines.len());
    for line in lines {
        let own = Own { wrong: line.wrong.trim().to_owned(), right: line.right.trim().to_owned() };
        if own.wrong.is_empty() {
            return refused(
                "还没有填要找的写法".to_owned(),
                "请填写要找的字词，正确的写法可以空着",
            );
        }
        if own.wrong.chars().count().max(own.right.chars().count()) > LONGEST {
            return refused(format!("一条最多 {LONGEST} 个字"), "请只填字词本身，不要填整段文字");
        }
        if own.wrong == own.right {
            return refused(format!("“{}”的两种写法一样", own.wrong), "请改其中一种，或删去这一条");
        }
        if !seen.insert(own.wrong.clone()) {
            return refused(format!("“{}”列了两次", own.wrong), "请只留一条");
        }
        out.push(own);
    }
    Ok(out)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OwnList {
    Words,
    Phrases,
    Laws,
}

impl OwnList {
    fn of(self, options: &mut Options) -> &mut Vec<Own> {
        match self {
            OwnList::Words => &mut options.words,
            OwnList::Phrases => &mut options.phrases,
            OwnList::Laws => &mut options.laws,
        }
    }

    fn word(self) -> &'static str {
        match self {
            OwnList::Words => "错别字词表",
            OwnList::Phrases => "固定表述词表",
            OwnList::Laws => "法规名称词表",
        }
    }
}

const WRONG: &str = "要找的写法";
const RIGHT: &str = "正确的写法";

#[derive(Debug, Clone, Deserialize, TS)]
pub struct CheckImport {
    pub list: OwnList,
    /// A table of two columns: the wrong writing, the right one.
    pub path: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CheckImported {
    pub added: usize,
    /// Were there with another right writing.
    pub changed: usize,
    /// Rows without a wrong writing, or with the same twice.
    pub skipped: usize,
    pub rules: CheckRules,
}

pub fn import(desk: &Desk, args: CheckImport) -> Result<CheckImported, Fault> {
    let path = Path::new(&args.path);
    let grids = table::read(&files::read(path)?)?;
    desk.with(|open| {
        let mut options = open.store.check_options()?;
        let list = args.list.of(&mut options);
        let (mut added, mut changed, mut skipped) = (0, 0, 0);
        for row in
            grids.iter().take(1).flat_map(|grid| (0..grid.rows.len()).map(move |n| (grid, n)))
        {
            let cell = |column| row.0.text(row.1, column).trim().to_owned();
            let own = Own { wrong: cell(0), right: cell(1) };
            if own.wrong == WRONG || own.wrong.is_empty() && own.right.is_empty() {
                continue;
            }
            match list.iter_mut().find(|known| known.wrong == own.wrong) {
                _ if own.wrong.is_empty() || own.wrong == own.right => skipped += 1,
                Some(known) if known.right == own.right => {}
                Some(known) => {
                    known.right = own.right;
                    changed += 1;
                }
                None => {
                    list.push(own);
                    added += 1;
                }
            }
        }
        *list = sound(std::mem::take(list))?;
        open.store.set_check_options(&options)?;
        Ok(CheckImported { added, changed, skipped, rules: told(open)? })
    })
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct CheckExport {
    pub list: OwnList,
    /// A name that ends in .xlsx or .csv.
    pub path: String,
    #[serde(default)]
    pub overwrite: bool,
}

/// How many lines were written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CheckExported {
    pub path: String,
    pub lines: usize,
}

pub fn export(desk: &Desk, args: CheckExport) -> Result<CheckExported, Fault> {
    let (unit, lines) = desk.with(|open| {
        let mut options = open.store.check_options()?;
        Ok((open.store.unit()?.name, std::mem::take(args.list.of(&mut options))))
    })?;
    let column = |header: &str| Column { header: header.to_owned(), width: 40, merges: false };
    let sheet = Sheet {
        name: args.list.word().to_owned(),
        columns: vec![column(WRONG), column(RIGHT)],
        rows: lines
            .iter()
            .map(|own| vec![own.wrong.as_str().into(), own.right.as_str().into()])
            .collect(),
        ..Sheet::default()
    };
    sheet_file::write(sheet, &unit, Path::new(&args.path), args.overwrite)?;
    Ok(CheckExported { path: args.path, lines: lines.len() })
}
