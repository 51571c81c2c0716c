//! The formats that are text: web page, plain text, Markdown.
// A helper that finds nothing is a failed test.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "../docx/approved.rs"]
mod approved;
#[path = "../docx/build.rs"]
mod build;
mod golden;
mod survive;
