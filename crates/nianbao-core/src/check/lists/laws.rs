//! Names of laws as they are, as they are miswritten, and as they were.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::near::distance;
use super::read;
use crate::check::options::Own;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    name: String,
    #[serde(default)]
    wrong: Vec<String>,
    #[serde(default)]
    short: Vec<String>,
    #[serde(default)]
    old: Vec<String>,
    since: Option<i32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    law: Vec<Line>,
}

/// What a name inside 《》 is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Law {
    Right,
    /// Known to be miswritten: the right name.
    Wrong(String),
    /// What people say for it: the name in full.
    Short(String),
    /// A character or two off: the name that is meant.
    Near(String),
    /// Gave way to the name in that year.
    Old {
        now: String,
        since: i32,
    },
}

pub struct Laws {
    known: BTreeMap<String, Law>,
    /// Right names long enough for one that is a little off to be meant for them, by their length.
    long: BTreeMap<usize, Vec<(Vec<char>, String)>>,
}

/// Before many names; a text may leave it out.
pub const STATE: &str = "中华人民共和国";
/// 行政处罚法 and 行政诉讼法 are two steps apart: shorter names must be known word for word.
const SHORT: usize = 8;
/// From so many characters on, two steps are one slip.
const LONG: usize = 14;

impl Laws {
    pub(super) fn with(own: &[Own]) -> Self {
        let file: File = read(include_str!("../../../catalog/laws.toml"), "laws.toml");
        let replaced: BTreeSet<String> = own.iter().map(|own| key(&own.wrong)).collect();
        let mut laws = Self { known: BTreeMap::new(), long: BTreeMap::new() };
        for line in file.law {
            for wrong in line.wrong {
                laws.known.insert(key(&wrong), Law::Wrong(line.name.clone()));
            }
            for short in line.short {
                laws.known.insert(key(&short), Law::Short(line.name.clone()));
            }
            for old in line.old {
                let since = line.since.unwrap_or_default();
                laws.known.insert(key(&old), Law::Old { now: line.name.clone(), since });
            }
            laws.right(&line.name);
        }
        laws.known.retain(|name, law| *law == Law::Right || !replaced.contains(name));
        for own in own.iter().filter(|own| !own.wrong.is_empty() && !own.right.is_empty()) {
            laws.known.insert(key(&own.wrong), Law::Wrong(own.right.clone()));
            laws.right(&own.right);
        }
        // Switched off: right as it stands.
        for own in own.iter().filter(|own| !own.wrong.is_empty() && own.right.is_empty()) {
            laws.known.insert(key(&own.wrong), Law::Right);
        }
        laws
    }

    fn right(&mut self, name: &str) {
        let key = key(name);
        let chars: Vec<char> = key.chars().collect();
        if chars.len() >= SHORT {
            self.long.entry(chars.len()).or_default().push((chars, name.to_owned()));
        }
        self.known.insert(key, Law::Right);
    }

    /// What a name is; None: not known.
    pub fn of(&self, name: &str) -> Option<Law> {
        let key = key(name);
        if let Some(known) = self.known.get(&key) {
            return Some(known.clone());
        }
        let chars: Vec<char> = key.chars().collect();
        let most = 1 + usize::from(chars.len() >= LONG);
        let lengths = chars.len().saturating_sub(most)..=chars.len() + most;
        let mut near = self
            .long
            .range(lengths)
            .flat_map(|(_, names)| names)
            .filter_map(|name| Some((distance(&chars, &name.0, most)?, &name.1)));
        let first = near.next()?;
        let (_, name) = near.fold(first, |best, one| if one.0 < best.0 { one } else { best });
        Some(Law::Near(name.clone()))
    }
}

/// A name without what may differ: the state before it, white space, the kind of dash and bracket.
fn key(name: &str) -> String {
    let name = name.trim();
    let bare = name.strip_prefix(STATE).filter(|rest| !rest.is_empty()).unwrap_or(name);
    let plain = bare.chars().filter(|c| !c.is_whitespace()).map(|c| match c {
        '(' => '（',
        ')' => '）',
        '-' | '－' | '–' | '~' | '～' | '至' => '—',
        ',' => '，',
        '"' => '“',
        other => other,
    });
    let mut out: String = plain.collect();
    while out.contains("——") {
        out = out.replace("——", "—");
    }
    for tail in ["（试行）", "（修订）", "（修正）"] {
        if let Some(bare) = out.strip_suffix(tail) {
            out.truncate(bare.len());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_right_wrong_near_and_old() {
        let laws = Laws::with(&[]);
        let near = |name: &str| Some(Law::Near(name.to_owned()));
        let wrong = |name: &str| Some(Law::Wrong(name.to_owned()));
        for (name, meant) in [
            ("中华人民共和国行政处罚法", Some(Law::Right)),
            ("行政处罚法", Some(Law::Right)),
            ("法治政府建设实施纲要(2021-2025年)", Some(Law::Right)),
            ("法治政府建设实施纲要（2021——2025年）", Some(Law::Right)),
            ("招投标法", Some(Law::Short("招标投标法".to_owned()))),
            ("招标法", wrong("招标投标法")),
            (
                "党政主要负责人履行推进法治建设第一负责人职责规定",
                near("党政主要负责人履行推进法治建设第一责任人职责规定"),
            ),
            ("政府信息公开条列", near("政府信息公开条例")),
            (
                "环境噪声污染防治法",
                Some(Law::Old { now: "噪声污染防治法".to_owned(), since: 2022 }),
            ),
            ("甲市养犬管理条例", None),
            ("甲市行政处罚听证办法", None),
            ("", None),
        ] {
            assert_eq!(laws.of(name), meant, "{name}");
        }
    }

    #[test]
    fn right_names_are_far_enough_apart_and_an_old_name_has_its_year() {
        let file: File = read(include_str!("../../../catalog/laws.toml"), "laws.toml");
        let laws = Laws::with(&[]);
        let mut seen = BTreeSet::new();
        for line in &file.law {
            assert!(seen.insert(key(&line.name)), "{} twice", line.name);
            assert_eq!(laws.of(&line.name), Some(Law::Right), "{}", line.name);
            assert_eq!(line.old.is_empty(), line.since.is_none(), "{}", line.name);
        }
    }
}
