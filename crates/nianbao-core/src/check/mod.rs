//! 体检: rules look at a report and say what is wrong with it. What they say is data, never an `Err`.
//!
//! A paragraph is read once into [`Facts`]; rules of a paragraph are functions of its facts, rules of
//! the document of all facts together, rules of the records of the year. So after one edit a
//! [`Checker`] reads one paragraph again.

mod before;
mod checker;
mod compared;
mod facts;
mod finding;
mod lists;
mod masks;
mod measures;
mod named;
mod noted;
mod options;
mod outline;
mod pages;
mod pairs;
mod paper;
mod personal;
mod reckon;
mod rule;
mod rules;
mod sums;
mod titles;
mod when;

pub use checker::{Checker, check_text, check_year};
pub use facts::Facts;
pub use finding::{At, Counts, Finding, Fix, InRecord, Report, Severity};
pub use masks::{Mask, masks};
pub use measures::{Measured, Measures};
pub(crate) use named::named;
pub use options::{Options, Own};
pub use pages::page;
pub use paper::{Paper, Para, Place, RecordPlace, YearInput, settle};
pub use rule::{Rule, Strength};

/// Every rule, in the order of its code.
pub fn rules() -> &'static [&'static Rule] {
    &rules::ALL
}

/// The rule of a code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    rules().iter().copied().find(|rule| rule.code == code)
}
