//! All that was entered as a workbook.

use nianbao_core::record::YearRecords;
use nianbao_formats::export::sheet::{Properties, records, verify_xlsx, write_xlsx};

use super::{Format, Make};
use crate::fault::Fault;

pub(super) const FORMAT: Format = Format {
    key: "xlsx",
    ending: "xlsx",
    name: "Excel 表格",
    purpose: "台账、成效、问题、计划等每一条记录的每一项，便于核对和统计",
    editions: false,
    make: Make::Records(write),
};

fn write(year: &YearRecords) -> Result<Vec<u8>, Fault> {
    let sheets = records(year);
    let title = format!("{}{}年法治政府建设记录", year.unit.name, year.year.year);
    let properties = Properties { title, unit: year.unit.name.clone() };
    let bytes = write_xlsx(&sheets, &properties)?;
    verify_xlsx(&sheets, &bytes)?;
    Ok(bytes)
}
