//! A table as a file, in the format its ending names.

use std::path::Path;

use nianbao_formats::export::sheet::{Properties, Sheet, verify_xlsx, write_csv, write_xlsx};

use crate::fault::{Fault, ending};
use crate::files;

/// Gives the bytes that were written.
///
/// # Errors
/// [`Unsupported`](crate::FaultCode::Unsupported) for an ending we do not write; see [`files::write`].
pub(crate) fn write(
    sheet: Sheet,
    unit: &str,
    path: &Path,
    overwrite: bool,
) -> Result<usize, Fault> {
    let bytes = match ending(path).as_str() {
        "xlsx" => xlsx(sheet, unit)?,
        "csv" => write_csv(&sheet),
        _ => return Err(Fault::ending(path, ".xlsx 或 .csv")),
    };
    files::write(path, &bytes, overwrite)?;
    Ok(bytes.len())
}

/// The workbook, with every cell read back.
///
/// # Errors
/// It cannot be put together, or reads otherwise.
pub(crate) fn xlsx(sheet: Sheet, unit: &str) -> Result<Vec<u8>, Fault> {
    let properties = Properties { title: sheet.title.clone(), unit: unit.to_owned() };
    let sheets = [sheet];
    let bytes = write_xlsx(&sheets, &properties)?;
    verify_xlsx(&sheets, &bytes)?;
    Ok(bytes)
}
