//! Short texts written for the purpose, right and wrong, in `tests/cases/check/`, a file a letter.
//! Precision and recall are printed a rule a line; an error must nearly never be wrong.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use nianbao_core::check::{self, Finding, Options, Paper, Severity};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// The rule it is about. None: good text, in which no rule finds more than hints.
    rule: Option<String>,
    text: String,
    /// The places meant, as they stand in the text, in its order.
    #[serde(default)]
    finds: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

/// Found and meant, found only, meant only.
#[derive(Default)]
struct Score {
    cases: usize,
    hit: u32,
    noise: u32,
    missed: u32,
}

impl Score {
    /// Of a thousand; nothing found is nothing wrongly found.
    fn precision(&self) -> u32 {
        share(self.hit, self.hit + self.noise)
    }

    fn recall(&self) -> u32 {
        share(self.hit, self.hit + self.missed)
    }

    /// Each finding answers one place that is meant; how many are said, not where else they might be.
    fn count(&mut self, found: &[String], meant: &[String]) {
        self.cases += 1;
        let mut left: Vec<&String> = meant.iter().collect();
        for text in found {
            match left.iter().position(|meant| *meant == text) {
                Some(n) => {
                    left.remove(n);
                    self.hit += 1;
                }
                None => self.noise += 1,
            }
        }
        self.missed += u32::try_from(left.len()).unwrap();
    }
}

fn share(part: u32, whole: u32) -> u32 {
    (part * 1000).checked_div(whole).unwrap_or(1000)
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/check");
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|f| f.unwrap().path()).collect();
    // The other letters' cases are lines of text, counted beside their rules in nianbao-core.
    files.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    let read = |path: &Path| -> File {
        toml::from_str(&fs::read_to_string(path).unwrap())
            .unwrap_or_else(|why| panic!("{}: {why}", path.display()))
    };
    files.iter().flat_map(|path| read(path).case).collect()
}

fn findings(text: &str) -> Vec<Finding> {
    check::check_text(&Paper::plain(text), &Options::default()).findings
}

fn place(finding: &Finding) -> String {
    finding.at.as_ref().map_or_else(String::new, |at| at.text.to_string())
}

#[test]
fn rules_find_what_is_meant_in_the_cases_and_nearly_nothing_else() {
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    let mut wrong = Vec::new();
    for case in cases() {
        let all = findings(&case.text);
        let Some(code) = &case.rule else {
            let loud = all.iter().filter(|f| f.severity != Severity::Hint);
            wrong.extend(loud.map(|f| format!("{} in good text: {}", f.code, case.text)));
            continue;
        };
        assert!(check::rule(code).is_some(), "no rule {code}");
        let own: Vec<String> = all.iter().filter(|f| f.code == *code).map(place).collect();
        if own != case.finds {
            println!("{code} finds {own:?}, meant {:?}: {}", case.finds, case.text);
        }
        scores.entry(code.clone()).or_default().count(&own, &case.finds);
    }
    println!("{:<6}{:>6}{:>11}{:>8}", "rule", "cases", "precision", "recall");
    for (code, score) in &scores {
        let (precision, recall) = (score.precision(), score.recall());
        println!("{code:<6}{:>6}{:>10}‰{:>7}‰", score.cases, precision, recall);
        let least = match check::rule(code).unwrap().severity {
            Severity::Error => 990,
            Severity::Warning => 950,
            Severity::Hint => 900,
        };
        // What is found must be right; what is missed is printed, and bounded less strictly.
        if precision < least || recall < 600 {
            wrong.push(format!("{code}: precision {precision}‰, recall {recall}‰"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
