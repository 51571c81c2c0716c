//! What a check says.

use ecow::EcoString;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::record::{Id, Kind};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Wrong whatever was meant.
    Error,
    /// Wrong unless somebody knows why.
    Warning,
    /// Worth a look.
    Hint,
}

/// One thing that is wrong, and where. Most are the same check after check, so their words are shared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Finding {
    #[ts(as = "String")]
    pub code: EcoString,
    pub severity: Severity,
    #[ts(as = "String")]
    pub message: EcoString,
    /// What to do about it; may be empty.
    #[ts(as = "String")]
    pub hint: EcoString,
    /// None: the report as a whole, or a record that prints nothing.
    pub at: Option<At>,
    pub record: Option<InRecord>,
    /// Only where one text can be meant.
    pub fix: Option<Fix>,
}

/// A place in the text, in Unicode characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct At {
    pub start: usize,
    pub end: usize,
    #[ts(as = "String")]
    pub text: EcoString,
}

/// A place in a field of a record, in Unicode characters of the field as typed. Equal ends: the field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InRecord {
    pub kind: Kind,
    pub id: Id,
    #[ts(as = "String")]
    pub field: EcoString,
    pub start: usize,
    pub end: usize,
}

/// What should stand at the finding's place instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Fix {
    #[ts(as = "String")]
    pub replacement: EcoString,
}

/// All findings, in the order of the text; those without a place first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Report {
    pub findings: Vec<Finding>,
    pub counts: Counts,
    pub rules_run: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Counts {
    pub error: usize,
    pub warning: usize,
    pub hint: usize,
}

impl Severity {
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "错误",
            Severity::Warning => "警告",
            Severity::Hint => "提示",
        }
    }
}

impl Counts {
    pub(super) fn of(findings: &[Finding]) -> Self {
        let of = |severity| findings.iter().filter(|f| f.severity == severity).count();
        Self {
            error: of(Severity::Error),
            warning: of(Severity::Warning),
            hint: of(Severity::Hint),
        }
    }
}
