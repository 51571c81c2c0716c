//! Two states of a year, or two years, compared in the terminal.

use std::io::{self, IsTerminal};
use std::path::Path;

use nianbao_app::{Desk, Fault, FaultCode};
use serde_json::{Value, json};

use crate::commands::{self, Done, list, opened, say, say_json, word};

/// Characters of unchanged text that are shown at either side of a change.
const AROUND: usize = 12;

pub fn diff(lib: &Path, a: &str, b: &str, as_json: bool) -> Done {
    let desk = opened(lib)?;
    let versions = Versions::of(&desk)?;
    let (a, b) = versions.both(a, b)?;
    let done = desk.call("snapshot.compare", json!({ "a": a, "b": b }))?;
    if as_json {
        say_json(&done);
        return Ok(());
    }
    let ink = Ink::here();
    say(&format!("{} → {}", word(&done["a"]), word(&done["b"])));
    let records = list(&done["records"]);
    if records.is_empty() {
        say("没有不同");
    }
    for record in records {
        let sign = match word(&record["change"]) {
            "added" => ink.added("＋ 新增"),
            "removed" => ink.removed("－ 删除"),
            _ if list(&record["fields"]).is_empty() => "＝ 移动".to_owned(),
            _ => "～ 修改".to_owned(),
        };
        say(&format!("{sign} {}", word(&record["name"])));
        for field in list(&record["fields"]) {
            let runs = list(&field["runs"]);
            let last = runs.len().saturating_sub(1);
            let line = runs.iter().enumerate().map(|(n, run)| {
                let words = word(&run["text"]).replace('\n', "⏎");
                match word(&run["side"]) {
                    "old" => ink.removed(&words),
                    "new" => ink.added(&words),
                    _ => shortened(&words, n > 0, n < last),
                }
            });
            say(&format!("    {}：{}", word(&field["word"]), line.collect::<String>()));
        }
    }
    Ok(())
}

/// A year as it is now, with what differs from another version as tracked changes.
pub fn redline(lib: &Path, year: i32, against: &str, edition: &str, to: &Path) -> Done {
    let desk = opened(lib)?;
    let versions = Versions::of(&desk)?;
    let a = versions.find(against, year.into())?;
    let path = commands::text(to)?;
    let args = json!({
        "a": a,
        "b": { "now": year },
        "edition": edition,
        "path": path,
        "overwrite": true,
    });
    desk.call("export.redline", args)?;
    say(&format!("已导出花脸稿：{}", to.display()));
    Ok(())
}

/// Unchanged text between changes: what stands next to them.
fn shortened(words: &str, after: bool, before: bool) -> String {
    let chars: Vec<char> = words.chars().collect();
    let most = AROUND * (usize::from(after) + usize::from(before));
    if chars.len() <= most + 1 {
        return words.to_owned();
    }
    let head: String = chars[..if after { AROUND } else { 0 }].iter().collect();
    let tail: String = chars[chars.len() - if before { AROUND } else { 0 }..].iter().collect();
    format!("{head}…{tail}")
}

/// Colours in a terminal, marks elsewhere.
struct Ink {
    colours: bool,
}

impl Ink {
    fn here() -> Self {
        let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Self { colours: io::stdout().is_terminal() && !plain }
    }

    fn removed(&self, words: &str) -> String {
        if self.colours { format!("\x1b[31;9m{words}\x1b[0m") } else { format!("[-{words}-]") }
    }

    fn added(&self, words: &str) -> String {
        if self.colours { format!("\x1b[32m{words}\x1b[0m") } else { format!("{{+{words}+}}") }
    }
}

/// What of a 库 can be compared.
struct Versions {
    /// The newest first.
    years: Vec<i64>,
    /// Number, year and name, the newest of a year first.
    snapshots: Vec<(i64, i64, String)>,
}

impl Versions {
    fn of(desk: &Desk) -> Result<Self, Fault> {
        let status = desk.call("app.status", json!({}))?;
        let years: Vec<i64> =
            list(&status["library"]["years"]).iter().filter_map(Value::as_i64).collect();
        let mut snapshots = Vec::new();
        for year in &years {
            let own = desk.call("snapshot.list", json!({ "year": year }))?;
            for snapshot in list(&own) {
                let id = snapshot["id"].as_i64().unwrap_or_default();
                snapshots.push((id, *year, word(&snapshot["name"]).to_owned()));
            }
        }
        Ok(Self { years, snapshots })
    }

    /// `now` is the year of the other one, else the newest.
    fn both(&self, a: &str, b: &str) -> Result<(Value, Value), Fault> {
        let newest = self.years.first().copied().unwrap_or_default();
        let year = [a, b].iter().find_map(|word| self.year_of(word)).unwrap_or(newest);
        Ok((self.find(a, year)?, self.find(b, year)?))
    }

    fn year_of(&self, word: &str) -> Option<i64> {
        if word == "now" {
            return None;
        }
        let year = word.parse().ok().filter(|year| self.years.contains(year));
        year.or_else(|| self.snapshot(word).map(|(_, year, _)| *year))
    }

    fn snapshot(&self, word: &str) -> Option<&(i64, i64, String)> {
        let by_name = self.snapshots.iter().find(|(_, _, name)| name == word);
        by_name.or_else(|| self.snapshots.iter().find(|(id, _, _)| id.to_string() == word))
    }

    fn find(&self, word: &str, year: i64) -> Result<Value, Fault> {
        if word == "now" {
            return Ok(json!({ "now": year }));
        }
        if let Some(year) = word.parse().ok().filter(|year: &i64| self.years.contains(year)) {
            return Ok(json!({ "now": year }));
        }
        if let Some((id, _, _)) = self.snapshot(word) {
            return Ok(json!({ "snapshot": id }));
        }
        let years = self.years.iter().map(i64::to_string);
        let names = self.snapshots.iter().map(|(id, _, name)| format!("{id}（{name}）"));
        let known: Vec<String> = years.chain(names).collect();
        Err(Fault::new(
            FaultCode::NotFound,
            format!("库里没有“{word}”这个年度或版本"),
            format!("可以用 now，或者：{}", known.join("、")),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn now_is_the_year_of_the_other_and_names_come_before_numbers() {
        let versions = Versions {
            years: vec![2023, 2022],
            snapshots: vec![(7, 2022, "送审稿".to_owned()), (8, 2022, "7".to_owned())],
        };
        let both = |a, b| versions.both(a, b).unwrap();
        assert_eq!(both("送审稿", "now"), (json!({"snapshot": 7}), json!({"now": 2022})));
        assert_eq!(both("now", "now"), (json!({"now": 2023}), json!({"now": 2023})));
        assert_eq!(both("2022", "2023"), (json!({"now": 2022}), json!({"now": 2023})));
        assert_eq!(both("7", "8").0, json!({"snapshot": 8}));
        let fault = versions.both("无", "now").unwrap_err();
        assert!(fault.hint.contains("7（送审稿）"), "{}", fault.hint);
    }

    #[test]
    fn unchanged_text_is_shown_next_to_changes_only() {
        let long = "甲".repeat(40);
        assert_eq!(shortened(&long, false, true), format!("…{}", "甲".repeat(12)));
        assert_eq!(shortened(&long, true, false), format!("{}…", "甲".repeat(12)));
        assert_eq!(shortened("短", true, true), "短");
    }
}
