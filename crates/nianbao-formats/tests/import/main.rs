//! Reports in text, read and taken into records.

// A fault in a test is a fault of the test.
#![allow(clippy::unwrap_used, clippy::panic)]

mod any;
mod cases;
mod common;
mod docx;
mod edited;
mod sample;
mod word;
