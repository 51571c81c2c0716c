//! What Chinese official prose is made of: numerals, numbering, dates, quantities, references.

pub mod date;
pub mod numbering;
pub mod numeral;
pub mod parts;
pub mod punctuation;
pub mod quantity;
pub mod reference;
pub mod secrecy;
