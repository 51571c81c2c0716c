//! Reports in text, read and taken into records.

mod any;
mod cases;
mod common;
mod sample;
