//! Whole journeys: through the one door, and through the command line.

// A helper that finds nothing is a failed test, and these files are the tests' own.
#![allow(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods)]

mod any;
mod around;
mod bad_input;
mod bad_text;
mod check;
mod cli;
mod desk;
mod editions;
mod evidence;
mod exports;
mod fonts;
mod history;
mod hostile;
mod indicators;
mod ledger;
mod pages;
mod publication;
mod reading;
mod safety;
mod sample;
mod serve;
mod templates;
mod turning;
mod two_years;
mod undo;
mod wild;
