//! Exact numbers, and the ranges that 约 and 余 leave open.

use num_bigint::BigInt;
use num_rational::Ratio;

use super::Decimal;
use crate::record::Precision;

pub(crate) type Exact = Ratio<BigInt>;

/// What 约 allows: so many hundredths of the exact number, above and below.
const ABOUT_PERCENT: i32 = 5;

pub(crate) fn exact(value: Decimal) -> Exact {
    let value = value.value();
    if value.scale() == 0 {
        return Ratio::from_integer(BigInt::from(value.mantissa()));
    }
    Ratio::new(BigInt::from(value.mantissa()), power(value.scale()))
}

pub(crate) fn whole(n: i32) -> Exact {
    Ratio::from_integer(BigInt::from(n))
}

fn power(exponent: u32) -> BigInt {
    BigInt::from(10).pow(exponent)
}

/// 四舍五入 to so many decimals, halves away from zero. None: more digits than a value may have.
pub(crate) fn rounded(number: &Exact, decimals: u32) -> Option<Decimal> {
    let digits = (number * Ratio::from_integer(power(decimals))).round().to_integer();
    Decimal::from_digits(i128::try_from(digits).ok()?, decimals)
}

/// One end of a range.
#[derive(Debug, Clone, PartialEq, Eq)]
struct End {
    at: Exact,
    /// The number itself is not in the range.
    open: bool,
}

/// The numbers from one to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Range {
    low: End,
    high: End,
}

impl Range {
    pub fn point(at: Exact) -> Self {
        let end = End { at, open: false };
        Self { low: end.clone(), high: end }
    }

    /// What a printed number can stand for when others are reckoned from it: 约20 is 20 within 5 %,
    /// 20余 is 20 or more and less than 30. An exact one is itself.
    pub fn of(value: Decimal, precision: Precision) -> Self {
        match precision {
            Precision::Exact => Self::point(exact(value)),
            Precision::About | Precision::Over => Self::meant_by(value, precision),
        }
    }

    /// The exact results that a printed number is right for. An exact one: those that are it when
    /// rounded 四舍五入 to its own decimals.
    pub fn meant_by(value: Decimal, precision: Precision) -> Self {
        let at = exact(value);
        let negative = at < whole(0);
        let size = if negative { -at } else { at };
        let (low, high) = match precision {
            Precision::Exact => {
                let half = Ratio::new(BigInt::from(1), BigInt::from(2) * power(value.decimals()));
                let zero = size == whole(0);
                (End { at: &size - &half, open: zero }, End { at: size + half, open: true })
            }
            Precision::About => {
                let share = |n: i32| whole(100) / whole(n);
                (
                    End { at: &size * share(100 + ABOUT_PERCENT), open: false },
                    End { at: size * share(100 - ABOUT_PERCENT), open: false },
                )
            }
            Precision::Over => {
                let next = &size + step(value);
                (End { at: size, open: false }, End { at: next, open: true })
            }
        };
        let range = Self { low, high };
        if negative { range.negated() } else { range }
    }

    fn negated(self) -> Self {
        let turned = |end: End| End { at: -end.at, ..end };
        Self { low: turned(self.high), high: turned(self.low) }
    }

    pub fn plus(&self, other: &Self) -> Self {
        let add = |a: &End, b: &End| End { at: &a.at + &b.at, open: a.open || b.open };
        Self { low: add(&self.low, &other.low), high: add(&self.high, &other.high) }
    }

    pub fn minus(&self, other: &Self) -> Self {
        self.plus(&other.clone().negated())
    }

    pub fn times(&self, by: &Exact) -> Self {
        let scaled = |end: &End| End { at: &end.at * by, open: end.open };
        let range = Self { low: scaled(&self.low), high: scaled(&self.high) };
        if *by < whole(0) { Self { low: range.high, high: range.low } } else { range }
    }

    /// None where the divisor can be zero.
    pub fn over(&self, other: &Self) -> Option<Self> {
        let zero = whole(0);
        if other.low.at <= zero && other.high.at >= zero {
            return None;
        }
        let mut corners = Vec::with_capacity(4);
        for a in [&self.low, &self.high] {
            for b in [&other.low, &other.high] {
                // Nothing divided by whatever is nothing, also where the divisor only comes near.
                let open = a.open || (b.open && a.at != zero);
                corners.push(End { at: &a.at / &b.at, open });
            }
        }
        // Of equal corners the one that belongs to the range counts.
        corners.sort_by(|a, b| a.at.cmp(&b.at).then(a.open.cmp(&b.open)));
        let low = corners.first()?.clone();
        corners.sort_by(|a, b| b.at.cmp(&a.at).then(a.open.cmp(&b.open)));
        let high = corners.first()?.clone();
        Some(Self { low, high })
    }

    /// Whether a number lies in both.
    pub fn meets(&self, other: &Self) -> bool {
        let reaches = |low: &End, high: &End| {
            low.at < high.at || (low.at == high.at && !low.open && !high.open)
        };
        reaches(&self.low, &other.high) && reaches(&other.low, &self.high)
    }
}

/// What the last digit that is not zero counts for: 20 → 10, 9300 → 100, 2.5 → 0.1.
fn step(value: Decimal) -> Exact {
    let plain = value.value().normalize();
    let mut digits = plain.mantissa().unsigned_abs();
    let mut step = Ratio::new(BigInt::from(1), power(plain.scale()));
    while digits != 0 && digits.is_multiple_of(10) {
        digits /= 10;
        step *= whole(10);
    }
    step
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Exact {
        exact(text.parse().unwrap())
    }

    #[test]
    fn a_printed_number_is_right_for_some_exact_ones() {
        use Precision::{About, Exact, Over};
        for (printed, precision, right, wrong) in [
            ("6.56", Exact, vec!["6.555", "6.56", "6.5649"], vec!["6.5549", "6.565"]),
            ("-6.56", Exact, vec!["-6.555", "-6.5649"], vec!["-6.565", "-6.5549"]),
            ("0", Exact, vec!["0.4", "-0.4"], vec!["0.5", "-0.5"]),
            ("0.30", Exact, vec!["0.295", "0.30"], vec!["0.305", "0.29"]),
            ("20", About, vec!["19.2", "20", "21"], vec!["18", "22"]),
            ("20", Over, vec!["20", "29.9"], vec!["19", "30"]),
            ("9300", Over, vec!["9300", "9399"], vec!["9400"]),
            ("100", Over, vec!["100", "199"], vec!["99", "200"]),
            ("2.5", Over, vec!["2.55"], vec!["2.6"]),
            ("0", Over, vec!["0", "0.5"], vec!["1"]),
            ("-20", Over, vec!["-25"], vec!["-15", "-30"]),
        ] {
            let range = Range::meant_by(printed.parse().unwrap(), precision);
            let holds = |n: &str| range.meets(&Range::point(number(n)));
            assert!(right.iter().all(|n| holds(n)), "{printed} {precision:?}");
            assert!(!wrong.iter().any(|n| holds(n)), "{printed} {precision:?}");
        }
    }

    #[test]
    fn halves_are_rounded_away_from_zero() {
        for (text, decimals, meant) in [
            ("6.555", 2, "6.56"),
            ("-6.555", 2, "-6.56"),
            ("0.5", 0, "1"),
            ("-0.4", 0, "0"),
            ("3", 2, "3.00"),
        ] {
            assert_eq!(rounded(&number(text), decimals).unwrap().to_string(), meant, "{text}");
        }
        assert_eq!(rounded(&number(&"9".repeat(28)), 1), None);
    }

    #[test]
    fn ranges_are_divided_end_by_end() {
        let over = |a: &str, b: &str| {
            let of = |t: &str| Range::of(t.parse().unwrap(), Precision::Over);
            of(a).over(&of(b))
        };
        // 20余 by 10余: more than 1, less than 3.
        let range = over("20", "10").unwrap();
        let holds = |n: &str| range.meets(&Range::point(number(n)));
        assert!(holds("1.01") && holds("2.99") && !holds("1") && !holds("3"));
        assert_eq!(over("20", "0"), None);
    }
}
