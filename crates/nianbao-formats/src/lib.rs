//! The press: a document value becomes bytes, and bytes become a proposal. Never reads a 库, never writes a file.

pub mod export;
pub mod import;
mod xml;
