//! XLSX into cells. The file is weighed before it is opened, and a sheet is read cell by cell: one value
//! in the last corner of a sheet must not cost the memory of all that lie between.

use std::io::Cursor;
use std::panic::catch_unwind;

use calamine::{Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::{Cell, Grid, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Merged, TableError, unpack};

/// The visible sheets in order.
///
/// # Errors
/// No XLSX file, a broken one, a hostile one; more cells than a person's table has.
pub fn read(bytes: &[u8]) -> Result<Vec<Grid>, TableError> {
    unpack::check(bytes)?;
    // calamine reckons with whatever a file says of rows and columns, and panics where that overflows.
    catch_unwind(|| sheets(bytes)).unwrap_or(Err(TableError::Broken))
}

fn sheets(bytes: &[u8]) -> Result<Vec<Grid>, TableError> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(not_read)?;
    let sheets: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|s| s.typ == SheetType::WorkSheet && s.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    sheets.into_iter().map(|sheet| grid(&mut book, sheet)).collect()
}

fn not_read(error: XlsxError) -> TableError {
    match error {
        XlsxError::Password => TableError::OldExcel,
        XlsxError::FileNotFound(_) => TableError::NotExcel,
        _ => TableError::Broken,
    }
}

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

fn grid(book: &mut Book<'_>, sheet: String) -> Result<Grid, TableError> {
    let rows = rows(book, &sheet)?;
    let merged = book.merge_cells_by_sheet_name(&sheet).map_err(not_read)?;
    let merged = merged
        .into_iter()
        .map(|m| Merged {
            top: m.start.0 as usize,
            left: m.start.1 as usize,
            bottom: m.end.0 as usize,
            right: m.end.1 as usize,
        })
        .filter(|m| m.top < rows.len() && m.left < MOST_COLUMNS)
        .collect();
    Ok(Grid { sheet, rows, merged })
}

fn rows(book: &mut Book<'_>, sheet: &str) -> Result<Vec<Vec<Cell>>, TableError> {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut cells = 0;
    let mut reader = book.worksheet_cells_reader(sheet).map_err(not_read)?;
    let formats: Vec<Option<String>> = reader
        .styles()
        .iter()
        .map(|style| style.number_format.as_ref().map(|format| format.format_code.clone()))
        .collect();
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(not_read)? {
        let format = formats.get(style).and_then(Option::as_deref);
        let value = Cell::of(cell.get_value(), format);
        if value.is_empty() {
            continue;
        }
        let (row, column) = cell.get_position();
        let (row, column) = (row as usize, column as usize);
        cells += 1;
        if row >= MOST_ROWS || column >= MOST_COLUMNS || cells > MOST_CELLS {
            return Err(TableError::TooManyCells);
        }
        if rows.len() <= row {
            rows.resize(row + 1, Vec::new());
        }
        if rows[row].len() <= column {
            rows[row].resize(column + 1, Cell::Empty);
        }
        rows[row][column] = value;
    }
    Ok(rows)
}
