//! Which column of a block is which, from its header rows, merged cells among them; without a header,
//! from the place it is pasted at or from what stands in it.

use super::number::Number;
use crate::calls::paste::{FigureColumn, PastedColumn};

pub(super) struct Columns {
    pub header_rows: usize,
    pub roles: Vec<Option<FigureColumn>>,
    pub told: Vec<PastedColumn>,
}

/// What the ledger reckons itself.
const RECKONED: &str = "同比由台账自己核算，没有读入";
const UNKNOWN: &str = "没有认出这一列，没有读入";
const TWICE: &str = "前面已有一列是同样的内容，这一列没有读入";

/// Beyond so many rows without a number a block has no header.
const MOST_HEADER_ROWS: usize = 6;

/// A column of a table, whether the ledger takes it or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meant {
    Column(FigureColumn),
    Change,
    Unknown,
}

pub(super) fn read(rows: &[Vec<String>], year: i32, at: Option<FigureColumn>) -> Columns {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let header_rows = header_rows(rows, year);
    let names = names(&rows[..header_rows], width);
    let meant: Vec<Meant> = match at {
        _ if header_rows > 0 => names.iter().map(|parts| by_name(parts, year)).collect(),
        Some(first) => from_place(first, width),
        None => by_content(rows, width),
    };
    let mut told = Vec::new();
    let mut roles: Vec<Option<FigureColumn>> = Vec::new();
    for (parts, meant) in names.iter().zip(meant) {
        let (role, note) = match meant {
            Meant::Column(role) if roles.contains(&Some(role)) => (None, TWICE),
            Meant::Column(role) => (Some(role), ""),
            Meant::Change => (None, RECKONED),
            Meant::Unknown => (None, UNKNOWN),
        };
        roles.push(role);
        let name = parts.join("/");
        told.push(PastedColumn { name, column: role, note: note.to_owned() });
    }
    Columns { header_rows, roles, told }
}

/// The rows before the first number that name columns, and what stands above them.
fn header_rows(rows: &[Vec<String>], year: i32) -> usize {
    let is_number = |cell: &String| {
        Number::read(cell).is_ok_and(|n| n.unit.is_empty()) && !is_year(cell.trim(), year)
    };
    let above = rows.iter().take(MOST_HEADER_ROWS).take_while(|row| !row.iter().any(is_number));
    let above: Vec<Vec<Meant>> =
        above.map(|row| row.iter().map(|cell| meaning(&squeezed(cell), year)).collect()).collect();
    let Some(first) = (0..above.len()).find(|n| is_header(&above[*n], &rows[*n])) else { return 0 };
    let label = Meant::Column(FigureColumn::Label);
    let mut named = above[first].iter().position(|meant| *meant == label);
    let mut end = first + 1;
    // Below the name of the names nothing stands in a second header row: there it would be a name.
    while let Some(next) = above.get(end)
        && next.iter().any(|meant| *meant != Meant::Unknown)
        && named.is_none_or(|c| rows[end].get(c).is_none_or(|cell| cell.trim().is_empty()))
    {
        named = named.or_else(|| next.iter().position(|meant| *meant == label));
        end += 1;
    }
    end
}

/// A name of a figure may hold 全年 as well: one such word beside others makes no header.
fn is_header(meant: &[Meant], row: &[String]) -> bool {
    let known = meant.iter().filter(|meant| **meant != Meant::Unknown).count();
    let filled = row.iter().filter(|cell| !cell.trim().is_empty()).count();
    let names = meant.contains(&Meant::Column(FigureColumn::Label));
    known > 0 && (names || known > 1 || known == filled)
}

/// This year or one close to it, as a header names a column.
fn is_year(text: &str, year: i32) -> bool {
    let digits = text.trim_end_matches(['年', '度']);
    digits.len() == 4
        && digits.parse::<i32>().is_ok_and(|named| (year - 10..=year + 1).contains(&named))
}

/// The words over each column, from the top: a merged cell stands over all that it spans. A title over
/// the whole table stands over none.
fn names(header: &[Vec<String>], width: usize) -> Vec<Vec<String>> {
    let mut names = vec![Vec::new(); width];
    for (n, row) in header.iter().enumerate() {
        let below = &header[n + 1..];
        let filled: Vec<usize> = (0..row.len()).filter(|c| !row[*c].trim().is_empty()).collect();
        if filled.len() == 1 && width > 1 && !below.is_empty() {
            continue;
        }
        let mut over = String::new();
        for (c, names) in names.iter_mut().enumerate() {
            let own = row.get(c).map_or("", |cell| cell.trim());
            let named_below =
                below.iter().any(|row| row.get(c).is_some_and(|cell| !cell.trim().is_empty()));
            if !own.is_empty() {
                over = squeezed(own);
                names.push(over.clone());
            } else if named_below && !over.is_empty() {
                names.push(over.clone());
            }
        }
    }
    names
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The lowest words that say something win, but 上年 and 同比 win over 数量.
fn by_name(parts: &[String], year: i32) -> Meant {
    let all: Vec<Meant> = parts.iter().rev().map(|part| meaning(part, year)).collect();
    let value = Meant::Column(FigureColumn::Value);
    let telling = all.iter().find(|meant| **meant != Meant::Unknown && **meant != value);
    let said = telling.or_else(|| all.iter().find(|meant| **meant == value));
    said.copied().unwrap_or(Meant::Unknown)
}

/// In order: 比上年增长 is no 上年.
const WORDS: [(Meant, &[&str]); 8] = [
    (
        Meant::Change,
        &["同比", "增长", "增减", "增幅", "降幅", "比上年", "较上年", "比去年", "较去年", "升降"],
    ),
    (Meant::Column(FigureColumn::Previous), &["上年", "去年", "上一年", "往年"]),
    (Meant::Column(FigureColumn::Value), &["本年", "今年", "当年", "全年"]),
    (Meant::Column(FigureColumn::Scope), &["口径", "统计范围"]),
    (Meant::Column(FigureColumn::Cutoff), &["截止", "截至"]),
    (
        Meant::Column(FigureColumn::Source),
        &["来源", "提供单位", "提供科室", "责任单位", "责任科室", "填报单位", "填报科室"],
    ),
    (Meant::Column(FigureColumn::Unit), &["计量单位"]),
    (Meant::Column(FigureColumn::Label), &["指标名称", "数据名称", "项目名称"]),
];

/// Words that say it only when they stand alone.
const ALONE: [(Meant, &[&str]); 3] = [
    (
        Meant::Column(FigureColumn::Label),
        &["指标", "名称", "项目", "数据", "内容", "事项", "指标内容", "统计项目"],
    ),
    (Meant::Column(FigureColumn::Unit), &["单位"]),
    (
        Meant::Column(FigureColumn::Value),
        &["数值", "数量", "数", "值", "完成数", "合计数", "件数", "数据值"],
    ),
];

fn meaning(part: &str, year: i32) -> Meant {
    // A heading is short; a row of the table may hold any of these words.
    const LONGEST: usize = 12;
    if part.is_empty() || part.chars().count() > LONGEST {
        return Meant::Unknown;
    }
    let alone = part.trim_end_matches(['：', ':']);
    if let Some((meant, _)) = ALONE.iter().find(|(_, words)| words.contains(&alone)) {
        return *meant;
    }
    if let Some((meant, _)) =
        WORDS.iter().find(|(_, words)| words.iter().any(|word| part.contains(word)))
    {
        return *meant;
    }
    let names = |year: i32| part.contains(&year.to_string());
    match (names(year), names(year - 1)) {
        (true, false) => Meant::Column(FigureColumn::Value),
        (false, true) => Meant::Column(FigureColumn::Previous),
        _ => Meant::Unknown,
    }
}

/// The columns of the grid from one on, 同比 in its place.
fn from_place(first: FigureColumn, width: usize) -> Vec<Meant> {
    use FigureColumn::{Cutoff, Label, Previous, Scope, Source, Unit, Value};
    let grid = [Label, Unit, Previous, Value].into_iter().map(Meant::Column);
    let grid = grid.chain([Meant::Change]);
    let grid = grid.chain([Scope, Cutoff, Source].into_iter().map(Meant::Column));
    let own = grid.skip_while(|meant| *meant != Meant::Column(first));
    own.chain(std::iter::repeat(Meant::Unknown)).take(width).collect()
}

/// The first column of words is the name, a second one of short words the unit; of two columns of
/// numbers the first is last year's, as in the ledger.
fn by_content(rows: &[Vec<String>], width: usize) -> Vec<Meant> {
    let cells = |c: usize| {
        let column = rows.iter().filter_map(move |row| row.get(c));
        column.map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    };
    let is_numeric = |c: usize| {
        let (all, numbers) = cells(c).fold((0, 0), |(all, numbers), cell| {
            (all + 1, numbers + usize::from(Number::read(cell).is_ok()))
        });
        all > 0 && numbers * 2 >= all
    };
    let numeric: Vec<bool> = (0..width).map(is_numeric).collect();
    let numbers = numeric.iter().filter(|numeric| **numeric).count();
    let mut met = 0;
    let mut named = false;
    let mut with_unit = false;
    (0..width)
        .map(|c| {
            if numeric[c] {
                met += 1;
                return match (numbers, met) {
                    (1, 1) | (2.., 2) => Meant::Column(FigureColumn::Value),
                    (2.., 1) => Meant::Column(FigureColumn::Previous),
                    _ => Meant::Unknown,
                };
            }
            if !named && cells(c).next().is_some() {
                named = true;
                Meant::Column(FigureColumn::Label)
            } else if named && !with_unit && cells(c).all(|cell| cell.chars().count() <= 4) {
                with_unit = cells(c).next().is_some();
                if with_unit { Meant::Column(FigureColumn::Unit) } else { Meant::Unknown }
            } else {
                Meant::Unknown
            }
        })
        .collect()
}
