//! A figure's value as text. No float ever holds one.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A figure's value, as typed: `0.30` stays `0.30`. At most 28 digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(rust_decimal::Decimal);

impl Decimal {
    pub fn value(self) -> rust_decimal::Decimal {
        self.0
    }

    /// How many digits stand after the point, zeros included.
    pub fn decimals(self) -> u32 {
        self.0.scale()
    }

    /// The value that these digits make with so many of them after the point. None: more than 28 digits.
    pub(super) fn from_digits(digits: i128, decimals: u32) -> Option<Self> {
        const MOST: u128 = 10_u128.pow(28);
        let fits = digits.unsigned_abs() < MOST;
        let value = rust_decimal::Decimal::try_from_i128_with_scale(digits, decimals).ok()?;
        fits.then_some(Self(value))
    }
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecimalError {
    #[error("这里要填一个数")]
    Empty,
    #[error("“{0}”不是一个数")]
    NotANumber(String),
    #[error("这个数太长，最多 28 位")]
    TooLong,
}

impl FromStr for Decimal {
    type Err = DecimalError;

    /// Reads what a clerk types: full-width digits, thousands separators in threes, a leading sign.
    ///
    /// # Errors
    /// Anything else, a unit or 约 included: the field says so and keeps what was typed.
    fn from_str(typed: &str) -> Result<Self, DecimalError> {
        let narrow: String = typed.trim().chars().map(narrow).collect();
        if narrow.is_empty() {
            return Err(DecimalError::Empty);
        }
        let wrong = || DecimalError::NotANumber(typed.trim().chars().take(20).collect());
        let (sign, digits) = match narrow.strip_prefix('-') {
            Some(rest) => ("-", rest),
            None => ("", narrow.strip_prefix('+').unwrap_or(&narrow)),
        };
        let (whole, fraction) = match digits.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (digits, None),
        };
        let whole = without_separators(whole).ok_or_else(wrong)?;
        let all_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(&whole) || !fraction.is_none_or(all_digits) {
            return Err(wrong());
        }
        if whole.len() + fraction.map_or(0, str::len) > 28 {
            return Err(DecimalError::TooLong);
        }
        let clean = match fraction {
            Some(fraction) => format!("{sign}{whole}.{fraction}"),
            None => format!("{sign}{whole}"),
        };
        rust_decimal::Decimal::from_str_exact(&clean).map(Self).map_err(|_| DecimalError::TooLong)
    }
}

fn narrow(c: char) -> char {
    match c {
        '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
        '．' => '.',
        '，' => ',',
        '－' | '−' => '-',
        '＋' => '+',
        c => c,
    }
}

/// `12,925` → `12925`; None where the commas do not stand in threes.
fn without_separators(whole: &str) -> Option<String> {
    if !whole.contains(',') {
        return Some(whole.to_owned());
    }
    let mut groups = whole.split(',');
    let first = groups.next()?;
    if first.is_empty() || first.len() > 3 || groups.any(|g| g.len() != 3) {
        return None;
    }
    Some(whole.replace(',', ""))
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Decimal({})", self.0)
    }
}

impl Serialize for Decimal {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl TS for Decimal {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;

    fn name(_: &ts_rs::Config) -> String {
        "string".to_owned()
    }

    fn inline(_: &ts_rs::Config) -> String {
        "string".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_numbers_are_read_as_meant() {
        for (typed, meant) in [
            ("1234", "1234"),
            ("１，２３４", "1234"),
            ("12,925", "12925"),
            ("0.30", "0.30"),
            (" 99.97 ", "99.97"),
            ("-3", "-3"),
            ("00123", "123"),
        ] {
            assert_eq!(typed.parse::<Decimal>().unwrap().to_string(), meant, "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for typed in ["", "12宗", "约20", "1,23", "1.2.3", "1e5", ".5", "5.", "--1", "一百"] {
            assert!(typed.parse::<Decimal>().is_err(), "{typed}");
        }
        assert_eq!("9".repeat(29).parse::<Decimal>(), Err(DecimalError::TooLong));
    }
}
