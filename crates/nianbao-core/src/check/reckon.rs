//! Reckoning with quantities met in prose, exactly: 万 counts, 约 and 余 leave room.

use crate::ledger::range::{Exact, Range, exact, rounded, whole};
use crate::record::Precision;
use crate::text::quantity::Quantity;

/// A quantity as a number of its bare unit: 3.5万件 is 35000件.
#[derive(Debug, Clone)]
pub(super) struct Amount {
    pub plain: Exact,
    /// What it stands for when others are reckoned from it.
    pub range: Range,
    /// The exact results it is right for.
    meant: Range,
}

impl Amount {
    pub fn of(quantity: &Quantity) -> Self {
        let (scale, _) = scaled(&quantity.unit);
        let by = power_of_ten(scale);
        let meant = Range::meant_by(quantity.value, quantity.precision).times(&by);
        // 3.5万 was rounded, whatever it says.
        let rough = scale > 0 && quantity.precision == Precision::Exact;
        let range = if rough {
            meant.clone()
        } else {
            Range::of(quantity.value, quantity.precision).times(&by)
        };
        Self { plain: exact(quantity.value) * by, range, meant }
    }

    /// Whether a result is what the number says.
    pub fn says(&self, result: &Range) -> bool {
        self.meant.meets(result)
    }

    pub fn is_zero(&self) -> bool {
        self.plain == whole(0)
    }
}

/// The sum of some.
pub(super) fn sum<'a>(amounts: impl IntoIterator<Item = &'a Amount>) -> (Exact, Range) {
    let mut plain = whole(0);
    let mut range = Range::point(whole(0));
    for amount in amounts {
        plain += &amount.plain;
        range = range.plus(&amount.range);
    }
    (plain, range)
}

/// `a` of `b`, in percent; None where `b` can be zero.
pub(super) fn percent(a: &Amount, b: &Amount) -> Option<(Exact, Range)> {
    let (plain, range) = quotient(a, b)?;
    let hundred = whole(100);
    Some((plain * &hundred, range.times(&hundred)))
}

/// None where `b` can be zero.
pub(super) fn quotient(a: &Amount, b: &Amount) -> Option<(Exact, Range)> {
    if b.is_zero() {
        return None;
    }
    Some((&a.plain / &b.plain, a.range.over(&b.range)?))
}

/// A result as a person would write it beside `like`.
pub(super) fn shown(result: &Exact, like: &Quantity) -> String {
    let (scale, _) = scaled(&like.unit);
    let result = result / power_of_ten(scale);
    let number = rounded(&result, like.value.decimals());
    number.map_or_else(String::new, |number| format!("{number}{}", like.unit))
}

/// 万件 → 4, 件.
pub(super) fn scaled(unit: &str) -> (u32, &str) {
    let bare = unit.trim_start_matches(['十', '百', '千', '万', '亿']);
    let scale = unit[..unit.len() - bare.len()].chars().map(|c| match c {
        '十' => 1,
        '百' => 2,
        '千' => 3,
        '万' => 4,
        _ => 8,
    });
    (scale.sum(), bare)
}

fn power_of_ten(n: u32) -> Exact {
    (0..n).fold(whole(1), |power, _| power * whole(10))
}

/// Whether two are counted in the same thing: 件 and 万件, ％ and %.
pub(super) fn same_unit(a: &Quantity, b: &Quantity) -> bool {
    let bare = |q: &Quantity| scaled(&q.unit).1.replace('％', "%");
    bare(a) == bare(b)
}

pub(super) fn is_percent(quantity: &Quantity) -> bool {
    matches!(quantity.unit.as_str(), "%" | "％")
}
