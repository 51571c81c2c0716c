//! The matter: records of a year's work, the ledger, the catalogue, and how they compose into a document.
//!
//! Knows no disk, no clock, no locale, no SQL and no JSON. Today's date is always an argument.

pub mod carry;
pub mod catalog;
pub mod check;
pub mod closed_loop;
pub mod compose;
pub mod coverage;
pub mod diff;
pub mod differences;
pub mod directory;
pub mod doc;
pub mod fields;
pub mod ledger;
pub mod looks;
pub mod missing;
pub mod order;
pub mod record;
pub mod remarks;
pub mod text;
pub mod turn;
