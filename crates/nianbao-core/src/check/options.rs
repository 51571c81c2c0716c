//! What a person chose: rules that are off, and words of his own beside the catalogue's.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Options {
    /// Codes of the rules that are not run.
    #[ts(type = "string[]")]
    pub off: BTreeSet<String>,
    /// Wrong words and the right ones.
    pub words: Vec<Own>,
    /// Fixed phrases: how they are often miswritten, and their exact wording.
    pub phrases: Vec<Own>,
    /// Names of laws: outdated or wrong, and in force.
    pub laws: Vec<Own>,
}

/// A line of the person's own list. An empty `right` takes the catalogue's line for `wrong` out.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Own {
    pub wrong: String,
    pub right: String,
}
