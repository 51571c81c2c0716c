//! A table as a workbook, ready to be printed. The same table gives the same bytes.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Workbook,
    Worksheet, XlsxError,
};

use super::{Cell, Shape, Sheet, clean};
use crate::export::ExportError;
use crate::import::table::xlsx::read;

/// What the file says of itself. No user, no path, no time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Properties {
    pub title: String,
    pub unit: String,
}

/// A cell holds no more; a longer text goes on in a row below.
const MOST_IN_A_CELL: usize = 32_767;

const A4: u8 = 9;
const AMBER: u32 = 0x00FF_E8B3;
const SHADE: u32 = 0x00F0_F0F0;

/// Writes sheets, each on its own tab.
///
/// # Errors
/// [`ExportError::Sheet`] if the workbook cannot be put together.
pub fn write(sheets: &[Sheet], properties: &Properties) -> Result<Vec<u8>, ExportError> {
    book(sheets, properties).map_err(|_| ExportError::Sheet)
}

fn book(sheets: &[Sheet], properties: &Properties) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let properties = DocProperties::new()
        .set_title(clean(&properties.title))
        .set_author(clean(&properties.unit))
        .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
    book.set_properties(&properties);
    for sheet in sheets {
        fill(book.add_worksheet(), sheet)?;
    }
    book.save_to_buffer()
}

struct Looks {
    title: Format,
    note: Format,
    header: Format,
    text: Format,
    gap: Format,
}

impl Looks {
    fn new() -> Self {
        let framed =
            Format::new().set_border(FormatBorder::Thin).set_text_wrap().set_font_name("宋体");
        let text = framed.clone().set_align(FormatAlign::Top).set_font_size(10);
        Self {
            title: Format::new()
                .set_font_name("黑体")
                .set_font_size(16)
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter),
            note: Format::new().set_font_name("宋体").set_font_size(10),
            header: framed
                .set_bold()
                .set_font_size(10)
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(Color::RGB(SHADE)),
            gap: text.clone().set_background_color(Color::RGB(AMBER)),
            text,
        }
    }
}

fn fill(to: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let looks = Looks::new();
    to.set_name(tab(&sheet.name))?;
    to.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    to.set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3).set_footer("&C第 &P 页，共 &N 页");
    let last = u16::try_from(sheet.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let mut row = 0;
    across(to, row, last, &sheet.title, &looks.title)?;
    to.set_row_height(row, 28)?;
    row += 1;
    if !sheet.note.is_empty() {
        across(to, row, last, &sheet.note, &looks.note)?;
        row += 1;
    }
    for (column, head) in (0..).zip(&sheet.columns) {
        to.set_column_width(column, head.width)?;
        to.write_string_with_format(row, column, clean(&head.header), &looks.header)?;
    }
    to.set_repeat_rows(row, row)?;
    to.set_freeze_panes(row + 1, 0)?;
    let rows = whole(&sheet.rows);
    for (n, cells) in (row + 1..).zip(&rows) {
        for (column, cell) in (0..).zip(cells) {
            write_cell(to, (n, column), cell, &looks)?;
        }
    }
    // Codes are text on purpose; no green corner need say so.
    if let Some(end) = u32::try_from(rows.len()).ok().filter(|count| *count > 0) {
        to.ignore_error_range(row + 1, 0, row + end, last, IgnoreError::NumberStoredAsText)?;
    }
    for merge in merges(sheet, &rows) {
        let text = &rows[merge.top][merge.column].text;
        let column = u16::try_from(merge.column).unwrap_or(u16::MAX);
        let at = |n: usize| row + 1 + u32::try_from(n).unwrap_or(u32::MAX / 2);
        to.merge_range(at(merge.top), column, at(merge.bottom), column, text, &looks.text)?;
    }
    Ok(())
}

/// A day as people here write it.
const DAY: &str = "yyyy\"年\"m\"月\"d\"日\"";

fn write_cell(
    to: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let look = if cell.gap { &looks.gap } else { &looks.text };
    match cell.shape {
        Shape::Number => {
            if let Some((number, format)) = number(&cell.text) {
                let look = look.clone().set_num_format(format).set_align(FormatAlign::Right);
                to.write_number_with_format(row, column, number, &look)?;
                return Ok(());
            }
        }
        Shape::Date(date) => {
            let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
            let year = u16::try_from(date.year()).unwrap_or_default();
            // Spreadsheets know no day before 1900.
            if let Ok(moment) = ExcelDateTime::from_ymd(year, month, day) {
                let look = look.clone().set_num_format(DAY);
                to.write_datetime_with_format(row, column, &moment, &look)?;
                return Ok(());
            }
        }
        Shape::Text => {}
    }
    to.write_string_with_format(row, column, &cell.text, look)?;
    Ok(())
}

/// A decimal as a number and the format that shows each of its digits. None: a spreadsheet keeps fifteen
/// digits, and this has more.
fn number(text: &str) -> Option<(f64, String)> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let count = digits.trim_start_matches(['0', '.']).bytes().filter(u8::is_ascii_digit).count();
    let typed = whole == "0" || !whole.starts_with('0');
    if whole.is_empty() || !plain(whole) || !plain(decimals) || !typed || count > 15 {
        return None;
    }
    let number: f64 = text.parse().ok()?;
    let zeros = "0".repeat(decimals.len());
    let format = if decimals.is_empty() { "0".to_owned() } else { format!("0.{zeros}") };
    (format!("{number:.*}", decimals.len()) == text).then_some((number, format))
}

fn across(
    to: &mut Worksheet,
    row: u32,
    last: u16,
    text: &str,
    look: &Format,
) -> Result<(), XlsxError> {
    if last == 0 {
        to.write_string_with_format(row, 0, clean(text), look)?;
    } else {
        to.merge_range(row, 0, row, last, &clean(text), look)?;
    }
    Ok(())
}

/// At most 31 characters, and none that a tab may not have.
fn tab(name: &str) -> String {
    let kept = clean(name).replace(['[', ']', ':', '*', '?', '/', '\\', '\''], "");
    let short: String = kept.chars().take(31).collect();
    if short.is_empty() { "表".to_owned() } else { short }
}

/// Rows whose texts fit into cells: what is too long for one goes on in the row below.
fn whole(rows: &[Vec<Cell>]) -> Vec<Vec<Cell>> {
    let mut out = Vec::with_capacity(rows.len());
    for row in rows {
        let pieces: Vec<Vec<String>> = row.iter().map(|cell| pieces(&clean(&cell.text))).collect();
        let count = pieces.iter().map(Vec::len).max().unwrap_or(1);
        for n in 0..count {
            let cells = row.iter().zip(&pieces).map(|(cell, pieces)| Cell {
                text: pieces.get(n).cloned().unwrap_or_default(),
                gap: cell.gap,
                shape: if n == 0 { cell.shape } else { Shape::Text },
            });
            out.push(cells.collect());
        }
    }
    out
}

/// Spreadsheets count in UTF-16.
fn pieces(text: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut length = 0;
    for c in text.chars() {
        if length + c.len_utf16() > MOST_IN_A_CELL {
            out.push(String::new());
            length = 0;
        }
        length += c.len_utf16();
        if let Some(last) = out.last_mut() {
            last.push(c);
        }
    }
    out
}

struct Merge {
    column: usize,
    top: usize,
    bottom: usize,
}

/// Runs of equal texts down a column, as far as the columns before it are merged along with it.
fn merges(sheet: &Sheet, rows: &[Vec<Cell>]) -> Vec<Merge> {
    let mut out = Vec::new();
    for column in 0..sheet.columns.len() {
        if !sheet.columns[column].merges {
            break;
        }
        let same = |a: usize, b: usize| {
            (0..=column).all(|c| rows[a].get(c).map(|x| &x.text) == rows[b].get(c).map(|x| &x.text))
        };
        let mut top = 0;
        for n in 1..=rows.len() {
            if n < rows.len() && same(top, n) {
                continue;
            }
            let text = rows[top].get(column).is_some_and(|cell| !cell.text.is_empty());
            if n - 1 > top && text {
                out.push(Merge { column, top, bottom: n - 1 });
            }
            top = n;
        }
    }
    out
}

/// Reads a written workbook and compares every cell with the tables; gives the number of cells.
///
/// # Errors
/// [`ExportError::Unreadable`] if it is no workbook, [`ExportError::SheetDifferent`] where a cell reads
/// otherwise.
pub fn verify(sheets: &[Sheet], bytes: &[u8]) -> Result<usize, ExportError> {
    let grids = read(bytes).map_err(|_| ExportError::Unreadable)?;
    if grids.len() != sheets.len() {
        return Err(ExportError::SheetDifferent);
    }
    let mut count = 0;
    for (sheet, grid) in sheets.iter().zip(grids) {
        let grid = grid.filled_down();
        let head = 1 + usize::from(!sheet.note.is_empty());
        let header: Vec<Cell> =
            sheet.columns.iter().map(|column| column.header.as_str().into()).collect();
        let rows = whole(&sheet.rows);
        for (n, row) in std::iter::once(&header).chain(&rows).enumerate() {
            for (column, cell) in row.iter().enumerate() {
                if grid.text(head + n, column) != clean(&cell.text).trim() {
                    return Err(ExportError::SheetDifferent);
                }
                count += 1;
            }
        }
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_is_a_number_only_where_a_spreadsheet_shows_each_of_its_digits() {
        for (text, meant) in [
            ("0", Some("0")),
            ("12925", Some("0")),
            ("-3", Some("0")),
            ("0.30", Some("0.00")),
            ("99.97", Some("0.00")),
            ("0.000000000000001", Some("0.000000000000000")),
            ("123456789012345", Some("0")),
            ("1234567890123456", None),
            ("0.1234567890123456", None),
            ("00123", None),
            ("-0", Some("0")),
            ("", None),
            ("1e5", None),
            ("约20", None),
        ] {
            assert_eq!(number(text).map(|n| n.1).as_deref(), meant, "{text}");
        }
    }
}
