use nianbao_core::ledger::{Agreement, Decimal, Use};
use nianbao_core::record::{Figure, Id, Kind, Record, Relation};
use nianbao_store::Change;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::record::{Changed, edit, record};
use super::year::{YearArgs, records};
use crate::desk::{Desk, Open};
use crate::fault::{Fault, FaultCode};
use crate::grid;

#[derive(Debug, Clone, Deserialize, TS)]
pub struct FigureSet {
    pub id: Id,
    /// As typed: full-width digits and thousands separators are understood. Empty: not known yet.
    pub text: String,
    /// Which of its two numbers; left out: this year's.
    #[serde(default)]
    #[ts(optional)]
    pub column: Option<NumberColumn>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NumberColumn {
    #[default]
    Value,
    /// Last year's, as last year's report had it.
    Previous,
}

pub fn set(desk: &Desk, args: FigureSet) -> Result<Changed, Fault> {
    let value = if args.text.trim().is_empty() {
        None
    } else {
        Some(args.text.parse::<Decimal>().map_err(|error| {
            Fault::new(
                FaultCode::BadNumber,
                error.to_string(),
                "请只填数字，例如 1234 或 99.5；单位填在“单位”一栏",
            )
        })?)
    };
    desk.with(|open| {
        let mut figure = figure(open, args.id)?;
        let name = match args.column.unwrap_or_default() {
            NumberColumn::Value => {
                figure.value = value;
                format!("修改{}", Record::Figure(figure.clone()).name())
            }
            NumberColumn::Previous => {
                figure.previous = value;
                format!("修改{}的上年数", Record::Figure(figure.clone()).name())
            }
        };
        edit(open, name, vec![Change::Put(Record::Figure(figure))], None)
    })
}

pub(super) fn figure(open: &mut Open, id: Id) -> Result<Figure, Fault> {
    match record(open, Kind::Figure, id)? {
        Record::Figure(figure) => Ok(figure),
        _ => Err(Fault::no_such_record()),
    }
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct FigureRelate {
    pub id: Id,
    /// Null: it follows from nothing.
    pub relation: Option<Relation>,
}

/// A relation that cannot be reckoned, a circle too, is kept: the ledger says what is wrong with it.
pub fn relate(desk: &Desk, args: FigureRelate) -> Result<Changed, Fault> {
    desk.with(|open| {
        let mut figure = figure(open, args.id)?;
        figure.relation = args.relation;
        let name = format!("修改{}的关系", Record::Figure(figure.clone()).name());
        edit(open, name, vec![Change::Put(Record::Figure(figure))], None)
    })
}

/// The ledger of a year with all that follows from it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Grid {
    pub year: i32,
    /// Whether the 库 holds the year before: then last year's values are its own.
    pub holds_last_year: bool,
    pub rows: Vec<GridRow>,
    /// Keys that a text or a relation names and the ledger lacks.
    pub unknown: Vec<UnknownKey>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct GridRow {
    pub figure: Figure,
    /// Last year's value: of last year's ledger, else the one typed beside this year's.
    pub last_year: Option<Decimal>,
    /// 同比 in percent; of a figure in % itself, in percentage points. None: one of the two is not known.
    pub change: Option<Decimal>,
    pub change_in_points: bool,
    /// `= 检查 + 处罚 + 强制`; None: it follows from nothing.
    pub formula: Option<String>,
    pub agreement: Option<Agreement>,
    pub uses: Vec<Use>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct UnknownKey {
    pub key: String,
    pub uses: Vec<Use>,
}

pub fn grid(desk: &Desk, args: YearArgs) -> Result<Grid, Fault> {
    let (this, last) = desk.with(|open| {
        let this = records(open, args.year)?;
        Ok((this, calendar_year_before(open, args.year)?))
    })?;
    Ok(grid::of(&this, last.as_ref()))
}

/// The year before by the calendar, where the 库 holds it.
pub(crate) fn calendar_year_before(
    open: &mut Open,
    year: i32,
) -> Result<Option<nianbao_core::record::YearRecords>, Fault> {
    let there = open.store.year_numbers()?.iter().any(|y| y + 1 == year);
    there.then(|| records(open, year - 1)).transpose()
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct FigureHistoryArgs {
    pub key: String,
}

/// A figure's values across the years.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FigureHistory {
    pub key: String,
    /// As the newest year has them.
    pub label: String,
    pub unit: String,
    /// The oldest year first; a year without the figure is left out.
    pub points: Vec<FigurePoint>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FigurePoint {
    pub year: i32,
    pub value: Option<Decimal>,
    pub unit: String,
    pub scope: String,
    /// Not of that year's ledger, but typed beside the year after.
    pub typed_beside: bool,
}

pub fn history(desk: &Desk, args: FigureHistoryArgs) -> Result<FigureHistory, Fault> {
    let years = desk.with(|open| {
        let mut years = open.store.year_numbers()?;
        years.sort_unstable();
        years.into_iter().map(|year| records(open, year)).collect::<Result<Vec<_>, _>>()
    })?;
    Ok(grid::history(&args.key, &years))
}
