//! A block of cells, as Excel and WPS copy it, taken into the ledger. What cannot be taken is told cell
//! by cell; the rest is.

mod cells;
mod columns;
mod names;
mod number;

use nianbao_core::order::GAP;
use nianbao_core::record::{Figure, Id, YearRecords};
use nianbao_core::text::date;

use crate::calls::paste::{CellFault, FigureColumn, PastedColumn};
use crate::fault::{Fault, FaultCode};
use names::Names;
use number::Number;

/// More rows than a ledger has.
const MOST_ROWS: usize = 5000;

/// Where a block without a header begins.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Start {
    pub row: Id,
    pub column: FigureColumn,
}

/// The figures as they are to be, and what was not taken.
#[derive(Debug, Default)]
pub(crate) struct Taken {
    pub changed: Vec<Figure>,
    /// Without ids.
    pub added: Vec<Figure>,
    pub cells: usize,
    pub header_rows: usize,
    pub columns: Vec<PastedColumn>,
    pub faults: Vec<CellFault>,
    /// Taken, but not all that stood there.
    pub notes: Vec<String>,
}

/// # Errors
/// There is nothing in the block, or nothing tells which figure a row is.
pub(crate) fn take(records: &YearRecords, text: &str, at: Option<Start>) -> Result<Taken, Fault> {
    let rows = cells::rows(text);
    if rows.is_empty() {
        return Err(Fault::new(
            FaultCode::Refused,
            "没有可以粘贴的内容",
            "请先在 Excel 或 WPS 表格里选中单元格并复制",
        ));
    }
    if rows.len() > MOST_ROWS {
        return Err(Fault::new(
            FaultCode::TooLarge,
            format!("一次粘贴了{}行，最多{MOST_ROWS}行", rows.len()),
            "请分几次粘贴",
        ));
    }
    let columns = columns::read(&rows, records.year.year, at.map(|at| at.column));
    let names = columns.roles.contains(&Some(FigureColumn::Label));
    let by_place = at.filter(|_| columns.header_rows == 0 || !names);
    if by_place.is_none() && !names {
        return Err(Fault::new(
            FaultCode::Refused,
            "没有找到指标名称这一列",
            "请连同指标名称一起复制，或者先选中台账里的一格，再粘贴数字",
        ));
    }
    let mut pen = Pen {
        figures: records.figures.clone(),
        old: records.figures.len(),
        met: vec![false; records.figures.len()],
        names: Names::of(&records.figures),
        year: records.year.year,
        roles: columns.roles,
        done: Taken { header_rows: columns.header_rows, columns: columns.told, ..Taken::default() },
    };
    let start = by_place.and_then(|at| records.figures.iter().position(|f| f.id == at.row));
    if by_place.is_some() && start.is_none() {
        return Err(Fault::no_such_record());
    }
    for (n, row) in rows.iter().enumerate().skip(columns.header_rows) {
        let place = start.map(|start| start + n - columns.header_rows);
        pen.row(n, row, place);
    }
    Ok(pen.finish(&records.figures))
}

struct Pen {
    figures: Vec<Figure>,
    /// So many of them were there before.
    old: usize,
    /// Those that a row of the block was already.
    met: Vec<bool>,
    names: Names,
    year: i32,
    roles: Vec<Option<FigureColumn>>,
    done: Taken,
}

impl Pen {
    fn row(&mut self, n: usize, row: &[String], place: Option<usize>) {
        let filled = |c: usize| row.get(c).is_some_and(|cell| !is_blank(cell));
        let read: Vec<usize> =
            (0..self.roles.len()).filter(|c| self.roles[*c].is_some() && filled(*c)).collect();
        let Some(&first) = read.first() else { return };
        let figure = match place {
            Some(place) if place < self.old => place,
            Some(_) => {
                let message = "台账到这里为止，下面没有数据可填".to_owned();
                return self.fault(n, first, &row.join(" "), message, None);
            }
            None => match self.named(n, row, &read) {
                Some(figure) => figure,
                None => return,
            },
        };
        // The unit first: what stands behind a number is compared with it.
        let unit_first = |c: &usize| self.roles[*c] != Some(FigureColumn::Unit);
        let mut read = read;
        read.sort_by_key(unit_first);
        for c in read {
            let Some(role) = self.roles[c] else { continue };
            let typed = row[c].trim();
            match write(&mut self.figures[figure], role, typed, place.is_some()) {
                Ok(()) => {
                    self.done.cells += 1;
                    let rounded = Number::read(typed).is_ok_and(|n| n.precision.is_some());
                    if role == FigureColumn::Previous && rounded {
                        let name = self.figures[figure].label_or_key();
                        self.done.notes.push(format!(
                            "“{name}”的上年数“{}”只记了数，上年这一栏不记“约”“余”",
                            number::short(typed)
                        ));
                    }
                }
                Err(message) => {
                    let id = self.figures[figure].id;
                    self.fault(n, c, typed, message, id.is_stored().then_some(id));
                }
            }
        }
    }

    /// The figure a row names: one that is there, or a new one.
    fn named(&mut self, n: usize, row: &[String], read: &[usize]) -> Option<usize> {
        let label_at = self.roles.iter().position(|r| *r == Some(FigureColumn::Label))?;
        let label = row.get(label_at).map_or("", |cell| cell.trim());
        if label.is_empty() {
            self.fault(n, label_at, &row.join(" "), "这一行没有指标名称".to_owned(), None);
            return None;
        }
        if read.len() == 1 {
            self.fault(n, label_at, label, "这一行只有名称，没有内容".to_owned(), None);
            return None;
        }
        let (short, unit) = without_unit(label);
        let mut fitting = self.names.called(label);
        if fitting.is_empty() && !unit.is_empty() {
            fitting = self.names.called(short);
        }
        if let Some(figure) = fitting.iter().copied().find(|n| !self.met[*n]) {
            self.met[figure] = true;
            return Some(figure);
        }
        if !fitting.is_empty() {
            self.fault(n, label_at, label, "上面已经有一行叫这个名称".to_owned(), None);
            return None;
        }
        let figure = Figure {
            id: Id::NEW,
            year: self.year,
            key: self.names.free_key(short),
            label: short.to_owned(),
            unit: unit.to_owned(),
            order: self.figures.last().map_or(0, |f| f.order).saturating_add(GAP),
            ..Figure::default()
        };
        self.names.add(self.figures.len(), &figure);
        self.figures.push(figure);
        self.met.push(true);
        Some(self.figures.len() - 1)
    }

    fn fault(&mut self, n: usize, c: usize, typed: &str, message: String, figure: Option<Id>) {
        let typed = typed.trim().to_owned();
        self.done.faults.push(CellFault { row: n + 1, column: c + 1, typed, message, figure });
    }

    fn finish(mut self, before: &[Figure]) -> Taken {
        self.done.added = self.figures.split_off(self.old);
        // As text: 0.30 and 0.3 are the same number, but not the same figure.
        let same = |a: &Figure, b: &Figure| format!("{a:?}") == format!("{b:?}");
        let changed = self.figures.into_iter().zip(before).filter(|(a, b)| !same(a, b));
        self.done.changed = changed.map(|(figure, _)| figure).collect();
        self.done
    }
}

/// Nothing, or a dash that stands for nothing.
fn is_blank(cell: &str) -> bool {
    matches!(cell.trim(), "" | "-" | "—" | "——" | "－" | "/" | "\\")
}

/// `办结案件（宗）` → the name, and the unit behind it; empty where there is none.
fn without_unit(label: &str) -> (&str, &str) {
    let inner = label.strip_suffix(['）', ')']).and_then(|rest| rest.rsplit_once(['（', '(']));
    match inner {
        Some((name, unit))
            if !name.trim().is_empty() && (1..=4).contains(&unit.chars().count()) =>
        {
            (name.trim(), unit.trim())
        }
        _ => (label, ""),
    }
}

fn write(figure: &mut Figure, role: FigureColumn, typed: &str, named: bool) -> Result<(), String> {
    match role {
        // Elsewhere the name is what the row was found by.
        FigureColumn::Label if named => figure.label = typed.to_owned(),
        FigureColumn::Label => {}
        FigureColumn::Unit => figure.unit = typed.to_owned(),
        FigureColumn::Scope => figure.scope = typed.to_owned(),
        FigureColumn::Source => figure.source = typed.to_owned(),
        FigureColumn::Cutoff => {
            let day = date::read(typed).ok_or_else(|| {
                format!("“{}”不是一个日期，请写成 2023-12-31 的样子", number::short(typed))
            })?;
            figure.cutoff = Some(day);
        }
        FigureColumn::Value => {
            let number = Number::read(typed)?;
            number.take_unit(&mut figure.unit)?;
            figure.precision = number.precision.unwrap_or(figure.precision);
            figure.value = Some(number.value);
        }
        FigureColumn::Previous => {
            let number = Number::read(typed)?;
            number.take_unit(&mut figure.unit)?;
            figure.previous = Some(number.value);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
