//! CSV that opens right in Excel and WPS: UTF-8 with its mark, CR LF, every text in quotes.

use super::{Sheet, clean};

/// The header and the rows; title and note are for people's eyes and stay out.
///
/// What a spreadsheet would take for a formula gets an apostrophe in front, as one types it there.
pub fn write(sheet: &Sheet) -> Vec<u8> {
    let mut out = String::from('\u{FEFF}');
    line(&mut out, sheet.columns.iter().map(|column| column.header.as_str()));
    for row in &sheet.rows {
        line(&mut out, row.iter().map(|cell| cell.text.as_str()));
    }
    out.into_bytes()
}

fn line<'a>(out: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (n, cell) in cells.enumerate() {
        if n > 0 {
            out.push(',');
        }
        let cell = clean(cell);
        let formula = cell.starts_with(['=', '+', '-', '@', '\t']) && cell.parse::<f64>().is_err();
        out.push('"');
        if formula {
            out.push('\'');
        }
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    }
    out.push_str("\r\n");
}
