//! Reports from elsewhere, checked.
#![allow(clippy::unwrap_used)]

mod sample;
