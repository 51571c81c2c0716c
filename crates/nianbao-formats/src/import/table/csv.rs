//! Text with separators into cells: CSV of Excel and WPS in any of their encodings, and what a
//! spreadsheet puts on the clipboard.

use csv::ReaderBuilder;

use super::{Cell, Grid, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, TableError};
use crate::import::decode;

/// The one sheet of a file.
///
/// # Errors
/// No text; more cells than a person's table has.
pub fn read(bytes: &[u8]) -> Result<Grid, TableError> {
    from_text(&decode(bytes)?.text)
}

/// The separator is found in the text: tab, comma or semicolon.
///
/// # Errors
/// More cells than a person's table has.
pub fn from_text(text: &str) -> Result<Grid, TableError> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let text = unnamed(text);
    let separator = separator(text);
    // An odd quote would swallow all rows after it.
    let quoting = text.bytes().filter(|b| *b == b'"').count().is_multiple_of(2);
    let text = with_empty_rows(text, separator, quoting);
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .quoting(quoting)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut cells = 0;
    for record in reader.records() {
        let record = record.map_err(|_| TableError::Broken)?;
        if rows.len() >= MOST_ROWS {
            return Err(TableError::TooManyCells);
        }
        let mut row: Vec<Cell> = record.iter().map(Cell::of_text).collect();
        while row.last().is_some_and(Cell::is_empty) {
            row.pop();
        }
        cells += row.len();
        if row.len() > MOST_COLUMNS || cells > MOST_CELLS {
            return Err(TableError::TooManyCells);
        }
        rows.push(row);
    }
    Ok(Grid { rows, ..Grid::default() })
}

/// The reader passes over empty lines; so that rows keep the numbers a person sees, each gets a separator.
fn with_empty_rows(text: &str, separator: u8, quoting: bool) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut quoted = false;
    for line in text.split_inclusive('\n') {
        if !quoted && line.trim_end_matches(['\r', '\n']).is_empty() {
            out.push(char::from(separator));
        }
        out.push_str(line);
        quoted ^= quoting && !line.bytes().filter(|b| *b == b'"').count().is_multiple_of(2);
    }
    out
}

/// Excel's own first line `sep=;` names the separator and is no row.
fn unnamed(text: &str) -> &str {
    match text.split_once('\n') {
        Some((first, rest)) if first.trim_end().len() == 5 && first.starts_with("sep=") => rest,
        _ => text,
    }
}

/// The one that stands most often in the first lines, outside quotes.
fn separator(text: &str) -> u8 {
    let mut counts = [(b'\t', 0), (b',', 0), (b';', 0)];
    let mut quoted = false;
    for b in text.lines().take(20).flat_map(str::bytes) {
        quoted ^= b == b'"';
        for (separator, count) in &mut counts {
            if !quoted && b == *separator {
                *count += 1;
            }
        }
    }
    // Of equals the first.
    let mut best = counts[0];
    for next in counts {
        if next.1 > best.1 {
            best = next;
        }
    }
    if best.1 == 0 { b',' } else { best.0 }
}
