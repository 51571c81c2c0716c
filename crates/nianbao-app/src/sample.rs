//! The invented bureau that a new user may look at: two years, written for the purpose.

use std::path::Path;

use nianbao_core::record::{Record, Unit, Year};
use serde::Deserialize;

use crate::calls::library;
use crate::fault::{Fault, FaultCode};

#[derive(Deserialize)]
struct SampleYear {
    unit: Unit,
    year: Year,
    records: Vec<Record>,
}

const YEARS: [&str; 2] = [include_str!("../sample/2022.json"), include_str!("../sample/2023.json")];

/// Writes the sample into a new file.
///
/// # Errors
/// As for any new 库: something is there, or the place cannot be written.
pub fn make(path: &Path) -> Result<(), Fault> {
    let mut unit = None;
    let mut all = Vec::new();
    for text in YEARS {
        let sample: SampleYear = serde_json::from_str(text).map_err(|e| {
            Fault::new(FaultCode::Damaged, format!("示例读不出来：{e}"), "请重新安装程序")
        })?;
        // All placeholders differ, so that the second year answers the first in one edit.
        all.push(Record::Year(sample.year));
        all.extend(sample.records);
        unit = Some(sample.unit);
    }
    library::make(path, unit.unwrap_or_default(), all)
}
