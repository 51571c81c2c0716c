//! Whole journeys: through the one door, and through the command line.

// A helper that finds nothing is a failed test, and these files are the tests' own.
#![allow(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods)]

mod cli;
mod desk;
mod hostile;
mod sample;
mod serve;
