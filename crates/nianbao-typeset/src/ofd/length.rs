//! Lengths in millimetres, counted in ten-thousandths so that sums stay exact.

use typst::layout::Abs;

/// Ten-thousandths of a millimetre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Length(i64);

impl Length {
    pub fn of(abs: Abs) -> Self {
        Self((abs.to_mm() * 1e4).round() as i64)
    }
}

impl std::ops::Sub for Length {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl std::fmt::Display for Length {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (self.0.unsigned_abs() / 10_000, self.0.unsigned_abs() % 10_000);
        let text = format!("{sign}{whole}.{rest:04}");
        f.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

/// `1 2 3`
pub(super) fn array(lengths: &[Length]) -> String {
    let all: Vec<String> = lengths.iter().map(Length::to_string).collect();
    all.join(" ")
}

/// How far a step may stray from its place, a thousandth of a millimetre, so that steps of one length
/// are written once.
const STRAY: i64 = 10;

/// Steps from place to place, as DeltaX has them: `g 27 5.5563 4.2` is 27 of the one and then the other.
pub(super) fn steps(places: &[Length]) -> String {
    let Some((first, rest)) = places.split_first() else { return String::new() };
    let mut here = first.0;
    let mut runs: Vec<(usize, i64)> = Vec::new();
    for place in rest {
        let exact = place.0 - here;
        match runs.last_mut() {
            Some((count, step)) if (exact - *step).abs() <= STRAY => {
                *count += 1;
                here += *step;
            }
            _ => {
                runs.push((1, exact));
                here = place.0;
            }
        }
    }
    let written: Vec<String> = runs
        .into_iter()
        .map(|(count, step)| match count {
            1 => Length(step).to_string(),
            2 => array(&[Length(step), Length(step)]),
            _ => format!("g {count} {}", Length(step)),
        })
        .collect();
    written.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengths(units: &[i64]) -> Vec<Length> {
        units.iter().map(|n| Length(*n)).collect()
    }

    #[test]
    fn a_length_is_written_without_needless_digits() {
        for (units, meant) in [
            (0, "0"),
            (10_000, "1"),
            (55_563, "5.5563"),
            (-500, "-0.05"),
            (2_100_000, "210"),
            (-12_345, "-1.2345"),
        ] {
            assert_eq!(Length(units).to_string(), meant);
        }
        assert_eq!(Length::of(Abs::mm(37.0)).to_string(), "37");
    }

    #[test]
    fn equal_steps_are_written_once() {
        for (places, meant) in [
            (&[][..], ""),
            (&[5], ""),
            (&[0, 10_000], "1"),
            (&[0, 10_000, 20_000], "1 1"),
            (&[0, 10_000, 20_000, 30_000, 45_000], "g 3 1 1.5"),
            (&[0, 10_000, 5_000], "1 -0.5"),
        ] {
            assert_eq!(steps(&lengths(places)), meant);
        }
    }

    #[test]
    fn steps_that_differ_by_rounding_are_equal_and_never_add_up() {
        // 5.55625 mm, rounded at each place.
        let places: Vec<i64> =
            (0..1000).map(|n| (f64::from(n) * 55_562.5).round() as i64).collect();
        let written = steps(&lengths(&places));
        let mut here = 0;
        let mut words = written.split(' ');
        let mut at = 0;
        while let Some(word) = words.next() {
            let (count, step) = if word == "g" {
                (words.next().unwrap().parse().unwrap(), words.next().unwrap())
            } else {
                (1, word)
            };
            let step = (step.parse::<f64>().unwrap() * 1e4).round() as i64;
            for _ in 0..count {
                at += 1;
                here += step;
                assert!((here - places[at]).abs() <= STRAY, "at {at}");
            }
        }
        assert_eq!(at, 999);
        assert!(written.len() < 2000, "{}", written.len());
    }
}
