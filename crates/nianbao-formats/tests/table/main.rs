//! Tables in and out, and what is packed beside them.
// A helper that finds nothing is a failed test.
#![allow(clippy::unwrap_used, clippy::panic)]

mod book;
mod evidence;
mod hostile;
mod indicators;
mod read;
mod sheets;
