//! Finding records of all years by words in their texts.

mod find;
mod fold;
pub(crate) mod index;
mod texts;

pub use find::Hit;
