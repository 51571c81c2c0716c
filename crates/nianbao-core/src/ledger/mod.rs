//! The ledger: each figure once, as a decimal in text, and how figures follow from each other.
//!
//! Relations are checked, never written: a value that a person typed stays as typed, and what the
//! relation gives is shown beside it. Nothing here is rounded before it is compared.

mod agreement;
mod circle;
mod decimal;
pub(crate) mod range;
mod relation;
mod uses;
mod words;

pub use agreement::{Agreement, Trouble};
pub use decimal::{Decimal, DecimalError};
pub use relation::Ledger;
pub use uses::{Use, uses};
pub use words::formula;
