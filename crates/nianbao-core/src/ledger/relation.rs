//! What a relation gives, beside what was typed.

use std::collections::BTreeMap;

use super::range::{Exact, Range, rounded, whole};
use super::{Agreement, Decimal, Trouble, circle};
use crate::record::{Figure, Precision, Relation, YearRecords};

/// Decimals of a quotient that no typed value gives them to.
const QUOTIENT_DECIMALS: u32 = 2;

/// A number to reckon with.
#[derive(Debug, Clone)]
struct Number {
    /// As if 约 and 余 were not said.
    plain: Exact,
    range: Range,
    decimals: u32,
}

impl Number {
    fn of(value: Decimal, precision: Precision) -> Self {
        Self {
            plain: super::range::exact(value),
            range: Range::of(value, precision),
            decimals: value.decimals(),
        }
    }

    fn plus(&self, other: &Self) -> Self {
        Self {
            plain: &self.plain + &other.plain,
            range: self.range.plus(&other.range),
            decimals: self.decimals.max(other.decimals),
        }
    }

    fn minus(&self, other: &Self) -> Self {
        Self {
            plain: &self.plain - &other.plain,
            range: self.range.minus(&other.range),
            decimals: self.decimals.max(other.decimals),
        }
    }

    /// None: `other` is zero. Where 约 or 余 let it come near zero, they are not heeded.
    fn over(&self, other: &Self) -> Option<Self> {
        if other.plain == whole(0) {
            return None;
        }
        let plain = &self.plain / &other.plain;
        let range = self.range.over(&other.range).unwrap_or_else(|| Range::point(plain.clone()));
        Some(Self { plain, range, decimals: QUOTIENT_DECIMALS })
    }

    fn percent(self, less: i32) -> Self {
        let (hundred, less) = (whole(100), whole(less));
        let range = self.range.times(&hundred).minus(&Range::point(less.clone()));
        Self { plain: self.plain * hundred - less, range, ..self }
    }
}

type Result<T> = std::result::Result<T, Trouble>;

/// The figures of a year, and of the year before as far as it is known.
pub struct Ledger<'a> {
    figures: &'a [Figure],
    index: BTreeMap<&'a str, usize>,
    last: BTreeMap<&'a str, (Decimal, Precision)>,
    /// What each figure's relation gives.
    given: Vec<Option<Result<Number>>>,
}

impl<'a> Ledger<'a> {
    pub fn new(year: &'a YearRecords, last: Option<&'a YearRecords>) -> Self {
        Self::of(&year.figures, last.map_or(&[], |last| &last.figures))
    }

    /// Where a key stands twice, the first figure counts, as in the text.
    pub fn of(figures: &'a [Figure], last: &'a [Figure]) -> Self {
        let mut index = BTreeMap::new();
        for (n, figure) in figures.iter().enumerate() {
            index.entry(figure.key.as_str()).or_insert(n);
        }
        let mut before = BTreeMap::new();
        for figure in last {
            if let Some(value) = figure.value {
                before.entry(figure.key.as_str()).or_insert((value, figure.precision));
            }
        }
        for figure in figures {
            if let Some(value) = figure.previous {
                before.entry(figure.key.as_str()).or_insert((value, Precision::Exact));
            }
        }
        let mut ledger = Self { figures, index, last: before, given: vec![None; figures.len()] };
        ledger.reckon();
        ledger
    }

    /// Last year's value of a key: the one of last year's records, else the one typed beside this year's.
    pub fn last_year(&self, key: &str) -> Option<Decimal> {
        self.last.get(key).map(|(value, _)| *value)
    }

    /// None where the figure is not there or follows from nothing.
    pub fn agreement(&self, key: &str) -> Option<Agreement> {
        let n = *self.index.get(key)?;
        Some(self.agreement_of(&self.figures[n], self.given[n].as_ref()?))
    }

    fn agreement_of(&self, figure: &Figure, given: &Result<Number>) -> Agreement {
        let unknown = |trouble: &Trouble| Agreement::Unknown {
            trouble: trouble.clone(),
            message: trouble.to_string(),
        };
        let number = match given {
            Ok(number) => number,
            Err(trouble) => return unknown(trouble),
        };
        let decimals = figure.value.map_or(number.decimals, Decimal::decimals);
        let Some(computed) = rounded(&number.plain, decimals) else {
            return unknown(&Trouble::TooLong);
        };
        match figure.value {
            None => Agreement::Offered { computed },
            Some(value) if number.range.meets(&Range::meant_by(value, figure.precision)) => {
                Agreement::Holds { computed }
            }
            Some(value) => Agreement::Differs { value, computed },
        }
    }

    fn reckon(&mut self) {
        let needs: Vec<Vec<usize>> =
            self.figures.iter().map(|figure| self.needed_by(figure)).collect();
        for group in circle::groups(&needs) {
            let alone = group.len() == 1 && !needs[group[0]].contains(&group[0]);
            let label = |&n: &usize| self.figures[n].label_or_key().to_owned();
            let circle = Trouble::Circle { labels: group.iter().map(label).collect() };
            for n in group {
                let Some(relation) = &self.figures[n].relation else { continue };
                let given = if alone { self.give(relation) } else { Err(circle.clone()) };
                self.given[n] = Some(given);
            }
        }
    }

    fn needed_by(&self, figure: &Figure) -> Vec<usize> {
        let keys = figure.relation.as_ref().map_or(Vec::new(), Relation::this_years_keys);
        keys.iter().filter_map(|key| self.index.get(*key).copied()).collect()
    }

    fn give(&self, relation: &Relation) -> Result<Number> {
        match relation {
            Relation::Sum { parts } => self.sum(parts),
            Relation::Difference { from, less } => Ok(self.now(from)?.minus(&self.sum(less)?)),
            Relation::Share { part, whole } => {
                let (part, base) = (self.now(part)?, self.now(whole)?);
                part.over(&base).map(|n| n.percent(0)).ok_or_else(|| self.zero(whole))
            }
            Relation::YearOnYear { of } => {
                let (now, before) = (self.now(of)?, self.before(of)?);
                // (now − before) ÷ before, so written that 约 counts once.
                now.over(&before).map(|n| n.percent(100)).ok_or_else(|| self.zero_before(of))
            }
            Relation::Times { of, base, last_year: true } => {
                let (of, before) = (self.now(of)?, self.before(base)?);
                of.over(&before).ok_or_else(|| self.zero_before(base))
            }
            Relation::Times { of, base, last_year: false } => {
                let (of, by) = (self.now(of)?, self.now(base)?);
                of.over(&by).ok_or_else(|| self.zero(base))
            }
            Relation::Points { of } => Ok(self.now(of)?.minus(&self.before(of)?)),
        }
    }

    fn sum(&self, keys: &[String]) -> Result<Number> {
        let mut sum: Option<Number> = None;
        for key in keys {
            let next = self.now(key)?;
            sum = Some(sum.map_or_else(|| next.clone(), |sum| sum.plus(&next)));
        }
        sum.ok_or(Trouble::NoParts)
    }

    /// This year's value as typed; where none was, what its own relation gives.
    fn now(&self, key: &str) -> Result<Number> {
        if key.is_empty() {
            return Err(Trouble::NoParts);
        }
        let missing = || Trouble::NoFigure { key: key.to_owned() };
        let n = *self.index.get(key).ok_or_else(missing)?;
        let figure = &self.figures[n];
        match (figure.value, &self.given[n]) {
            (Some(value), _) => Ok(Number::of(value, figure.precision)),
            (None, Some(given)) => given.clone(),
            (None, None) => Err(Trouble::NoValue { label: self.label(key) }),
        }
    }

    fn before(&self, key: &str) -> Result<Number> {
        if key.is_empty() {
            return Err(Trouble::NoParts);
        }
        let (value, precision) =
            *self.last.get(key).ok_or_else(|| Trouble::NoLastYear { label: self.label(key) })?;
        Ok(Number::of(value, precision))
    }

    fn zero(&self, key: &str) -> Trouble {
        Trouble::ZeroBase { label: self.label(key) }
    }

    fn zero_before(&self, key: &str) -> Trouble {
        Trouble::ZeroLastYear { label: self.label(key) }
    }

    /// What a person knows the key's figure by; the key itself where there is none.
    pub fn label(&self, key: &str) -> String {
        let figure = self.index.get(key).map(|&n| &self.figures[n]);
        figure.map_or(key, |figure| figure.label_or_key()).to_owned()
    }
}

impl Relation {
    /// The keys whose values of this year it reads.
    pub fn this_years_keys(&self) -> Vec<&str> {
        match self {
            Relation::Sum { parts } => parts.iter().map(String::as_str).collect(),
            Relation::Difference { from, less } => {
                std::iter::once(from).chain(less).map(String::as_str).collect()
            }
            Relation::Share { part, whole } => vec![part, whole],
            Relation::Times { of, base, last_year: false } => vec![of, base],
            Relation::Times { of, last_year: true, .. }
            | Relation::YearOnYear { of }
            | Relation::Points { of } => vec![of],
        }
    }

    /// The keys whose values of last year it reads.
    pub fn last_years_keys(&self) -> Vec<&str> {
        match self {
            Relation::Times { base, last_year: true, .. } => vec![base],
            Relation::YearOnYear { of } | Relation::Points { of } => vec![of],
            _ => Vec::new(),
        }
    }
}
