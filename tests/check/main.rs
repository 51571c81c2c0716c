//! 体检 as a whole: the page of its rules, and the texts it is tried on.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, clippy::disallowed_methods)]

mod case;
mod corpus;
mod page;
