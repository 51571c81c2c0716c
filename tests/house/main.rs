//! The house test: what may lean on what, who may name whom, how long a file may be, and whether the
//! papers say what is so. Each failure says the rule and its reason.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod arrows;
mod code;
mod papers;
mod residue;
mod sample;
mod sizes;
mod top_level;
mod tree;
mod walls;

use std::fmt;
use std::io::Write;

/// One place where a rule is broken.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wrong {
    /// Path from the repository's root, and the line where there is one.
    pub at: String,
    pub what: String,
}

impl Wrong {
    pub fn new(at: impl Into<String>, what: impl Into<String>) -> Self {
        Self { at: at.into(), what: what.into() }
    }

    pub fn on_line(path: &str, line: usize, what: impl Into<String>) -> Self {
        Self::new(format!("{path}:{line}"), what)
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.at, self.what)
    }
}

/// Fails with the rule, its reason and every place where it is broken.
pub fn hold(rule: &str, wrongs: Vec<Wrong>) {
    let list: Vec<String> = wrongs.iter().map(|wrong| format!("  {wrong}")).collect();
    assert!(list.is_empty(), "\n{rule}\n{}\n", list.join("\n"));
}

/// Said past the test runner, which keeps the words of a test that passes to itself.
pub fn say(words: &str) {
    let _ = writeln!(std::io::stderr(), "{words}");
}

/// For the tests of the rules themselves: the places found, without the words.
pub fn places(wrongs: &[Wrong]) -> Vec<&str> {
    wrongs.iter().map(|wrong| wrong.at.as_str()).collect()
}
