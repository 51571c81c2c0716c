//! Reckoning with quantities met in prose, exactly: 万 counts, 约 and 余 leave room.

use crate::ledger::Decimal;
use crate::ledger::range::{Exact, Range, exact, rounded, whole};
use crate::record::Precision;
use crate::text::quantity::Quantity;

/// A quantity as a number of its bare unit: 3.5万件 is 35000件.
#[derive(Debug, Clone)]
pub(super) struct Amount {
    pub plain: Exact,
    /// What it stands for when others are reckoned from it.
    pub range: Range,
    meant: Meant,
}

/// The exact results a number is right for; reckoned where it is asked, which is seldom.
#[derive(Debug, Clone)]
struct Meant {
    value: Decimal,
    precision: Precision,
    scale: u32,
}

impl Meant {
    fn range(&self) -> Range {
        Range::meant_by(self.value, self.precision).times(&power_of_ten(self.scale))
    }
}

impl Amount {
    pub fn of(quantity: &Quantity) -> Self {
        let (value, precision) = (quantity.value, quantity.precision);
        let (scale, _) = scaled(&quantity.unit);
        let meant = Meant { value, precision, scale };
        if scale == 0 {
            return Self { plain: exact(value), range: Range::of(value, precision), meant };
        }
        // 3.5万 was rounded, whatever it says.
        let range = match precision {
            Precision::Exact => meant.range(),
            _ => Range::of(value, precision).times(&power_of_ten(scale)),
        };
        Self { plain: exact(value) * power_of_ten(scale), range, meant }
    }

    /// Whether a result is what the number says.
    pub fn says(&self, result: &Range) -> bool {
        self.meant.range().meets(result)
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
