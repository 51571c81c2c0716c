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
    for (n, text) in (1..).zip(YEARS) {
        let sample: SampleYear = serde_json::from_str(text).map_err(|e| {
            Fault::new(FaultCode::Damaged, format!("示例读不出来：{e}"), "请重新安装程序")
        })?;
        // Each year's placeholders are its own; they are kept apart in one edit.
        let apart = |id: nianbao_core::record::Id| {
            if id.0 < 0 { nianbao_core::record::Id(id.0 - n * 100_000) } else { id }
        };
        let records = std::iter::once(Record::Year(sample.year)).chain(sample.records);
        all.extend(records.map(|mut record| {
            record.map_ids(&apart);
            record
        }));
        unit = Some(sample.unit);
    }
    library::make(path, unit.unwrap_or_default(), all)
}
