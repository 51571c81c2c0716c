//! Reports in text, read and taken into records.

#![allow(clippy::unwrap_used)] // A fault in a test is a fault of the test.

mod any;
mod cases;
mod common;
mod docx;
mod edited;
mod sample;
mod word;
