//! Short texts written for the purpose, right and wrong, in `tests/cases/check/`, a file a letter.
//! Precision and recall are printed a rule a line; an error must nearly never be wrong.

use std::collections::{BTreeMap, BTreeSet};

use nianbao_core::check::{self, Severity};

use crate::case::{self, place};

/// Found and meant, found only, meant only.
#[derive(Default)]
struct Score {
    /// Cases in which it is to speak, and in which it is to be silent.
    wrong: usize,
    right: usize,
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
        *(if meant.is_empty() { &mut self.right } else { &mut self.wrong }) += 1;
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

/// What is found must be right; what is missed is printed, and bounded less strictly.
fn least(severity: Severity) -> u32 {
    match severity {
        Severity::Error => 990,
        Severity::Warning => 950,
        Severity::Hint => 900,
    }
}

#[test]
fn rules_find_what_is_meant_in_the_cases_and_nearly_nothing_else() {
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    let mut wrong = Vec::new();
    let cases = case::all();
    for case in &cases {
        let all = case.findings();
        let said =
            if case.text.is_empty() { format!("{:?}", case.this) } else { case.text.clone() };
        let about = case.rule.as_deref().unwrap_or_default();
        // A piece of a year lacks nearly everything; of it only the rule meant is asked.
        let loud = all.iter().filter(|f| f.severity != Severity::Hint && case.this.is_none());
        for found in loud
            .filter(|f| f.code != about && !case.also.iter().any(|code| *code == f.code.as_str()))
        {
            println!("{} speaks in a case of {about}: {said}", found.code);
            scores.entry(found.code.to_string()).or_default().noise += 1;
        }
        let codes: BTreeSet<&str> = all.iter().map(|finding| finding.code.as_str()).collect();
        let silent = case.also.iter().filter(|code| !codes.contains(code.as_str()));
        wrong.extend(silent.map(|code| format!("{code} is silent: {said}")));
        let Some(code) = &case.rule else { continue };
        assert!(check::rule(code).is_some(), "no rule {code}");
        let own: Vec<String> = all.iter().filter(|f| f.code == code.as_str()).map(place).collect();
        if own != case.finds {
            println!("{code} finds {own:?}, meant {:?}: {said}", case.finds);
        }
        scores.entry(code.clone()).or_default().count(&own, &case.finds);
    }
    println!("{} cases", cases.len());
    println!("{:<6}{:>7}{:>7}{:>11}{:>8}", "rule", "wrong", "right", "precision", "recall");
    for rule in check::rules() {
        let score = scores.remove(rule.code).unwrap_or_default();
        let (precision, recall) = (score.precision(), score.recall());
        let code = rule.code;
        println!("{code:<6}{:>7}{:>7}{precision:>10}‰{recall:>7}‰", score.wrong, score.right);
        if precision < least(rule.severity) || recall < 800 {
            wrong.push(format!("{code}: precision {precision}‰, recall {recall}‰"));
        }
        if score.wrong < 2 || score.right < 2 {
            wrong.push(format!("{code} has {} wrong and {} right cases", score.wrong, score.right));
        }
    }
    assert!(cases.len() >= 300, "{}", cases.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
}
