use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use nianbao_core::record::{Figure, Id, Kind, Record};
use nianbao_store::Change;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::figure::figure;
use super::record::{Changed, edit};
use super::year::records;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::paste::{self, Start};

#[derive(Debug, Clone, Deserialize, TS)]
pub struct FigurePaste {
    pub year: i32,
    /// Cells as Excel and WPS copy them: tabs between cells, a line a row.
    pub text: String,
    /// The figure whose row the block begins in, where it has no header. Left out: rows are found by
    /// their names, and those not found are added.
    #[serde(default)]
    #[ts(optional)]
    pub at: Option<Id>,
    /// The column it begins in; left out: `value`.
    #[serde(default)]
    #[ts(optional)]
    pub column: Option<FigureColumn>,
}

/// A column of the ledger that can be typed in, in the grid's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FigureColumn {
    Label,
    Unit,
    Previous,
    Value,
    Scope,
    Cutoff,
    Source,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Pasted {
    pub changed: Changed,
    /// Cells that were taken.
    pub taken: usize,
    /// Figures that were added.
    pub added: Vec<Id>,
    /// Header rows of the block, and how its columns were understood.
    pub header_rows: usize,
    pub columns: Vec<PastedColumn>,
    /// Cells that were not taken, with what stood in them.
    pub faults: Vec<CellFault>,
    /// Taken, but not all that stood there; a sentence each.
    pub notes: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PastedColumn {
    /// As the header names it, merged cells joined: `数量/本年`. Empty: no header.
    pub name: String,
    /// None: it was not read, and `note` says why.
    pub column: Option<FigureColumn>,
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CellFault {
    /// In the block, from 1.
    pub row: usize,
    pub column: usize,
    pub typed: String,
    pub message: String,
    /// The figure of the row, where it is known.
    pub figure: Option<Id>,
}

pub fn paste(desk: &Desk, args: FigurePaste) -> Result<Pasted, Fault> {
    let column = args.column.unwrap_or(FigureColumn::Value);
    let at = args.at.map(|row| Start { row, column });
    desk.with(|open| {
        let records = records(open, args.year)?;
        let taken = paste::take(&records, &args.text, at)?;
        let count = taken.changed.len() + taken.added.len();
        let figures = taken.changed.into_iter().chain(taken.added);
        let changes = figures.map(|figure| Change::Put(Record::Figure(figure))).collect();
        let changed = edit(open, format!("粘贴{count}个数据"), changes, None)?;
        let known = |id| records.figures.iter().any(|figure| figure.id == id);
        let new = changed.records.iter().filter(|r| r.kind() == Kind::Figure && !known(r.id()));
        Ok(Pasted {
            added: new.map(Record::id).collect(),
            changed,
            taken: taken.cells,
            header_rows: taken.header_rows,
            columns: taken.columns,
            faults: taken.faults,
            notes: taken.notes,
        })
    })
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct FigureClear {
    pub cells: Vec<FigureCell>,
}

#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct FigureCell {
    pub id: Id,
    pub column: FigureColumn,
}

pub fn clear(desk: &Desk, args: FigureClear) -> Result<Changed, Fault> {
    let name = format!("清空{}格", args.cells.len());
    desk.with(|open| {
        let mut figures: BTreeMap<i64, Figure> = BTreeMap::new();
        for FigureCell { id, column } in args.cells {
            let figure = match figures.entry(id.0) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(place) => place.insert(figure(open, id)?),
            };
            match column {
                FigureColumn::Label => figure.label.clear(),
                FigureColumn::Unit => figure.unit.clear(),
                FigureColumn::Previous => figure.previous = None,
                FigureColumn::Value => figure.value = None,
                FigureColumn::Scope => figure.scope.clear(),
                FigureColumn::Cutoff => figure.cutoff = None,
                FigureColumn::Source => figure.source.clear(),
            }
        }
        let put = |figure| Change::Put(Record::Figure(figure));
        edit(open, name, figures.into_values().map(put).collect(), None)
    })
}
