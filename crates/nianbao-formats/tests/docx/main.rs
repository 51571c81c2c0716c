//! Word files as written: small goldens, the rules of the layout read off the XML, and any document at all.
// A helper that finds nothing is a failed test.
#![allow(clippy::unwrap_used, clippy::panic)]

mod acceptance;
mod any;
mod approved;
mod build;
mod golden;
mod parts;
mod redline;
