//! Paragraphs split, joined, moved and turned into other records, with nothing lost.
// A helper that finds nothing is a failed test.
#![allow(clippy::unwrap_used, clippy::panic)]

mod any;
mod cases;
mod links;
mod year;
