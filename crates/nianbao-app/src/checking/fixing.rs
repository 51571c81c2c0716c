//! What a finding offers is put into the fields.

use std::collections::BTreeMap;

use nianbao_core::check::Finding;
use nianbao_core::record::{Id, Record};
use serde_json::{Map, Value};

use super::{PlacedFinding, Records, text};
use crate::calls::record::with_fields;
use crate::fault::Fault;

/// The field must read at the place as the report does: a figure is printed from its reference and is
/// mended in the ledger.
pub(crate) fn can_fix(finding: &Finding, field: &[char]) -> bool {
    let (Some(_), Some(at), Some(record)) = (&finding.fix, &finding.at, &finding.record) else {
        return false;
    };
    let typed = field.get(record.start..record.end).unwrap_or_default();
    !typed.is_empty() && typed.iter().copied().eq(at.text.chars())
}

/// From, to, and what is to stand there.
type Spot<'a> = (usize, usize, &'a str);

/// The records as they are to be. Of two that overlap the later one waits for the next time.
pub(crate) fn fixed(chosen: &[&PlacedFinding], records: &Records) -> Result<Vec<Record>, Fault> {
    let mut spots: BTreeMap<(Id, &str), Vec<Spot<'_>>> = BTreeMap::new();
    for found in chosen {
        if let (Some(at), Some(fix)) = (&found.finding.record, &found.finding.fix) {
            let spot = (at.start, at.end, fix.replacement.as_str());
            spots.entry((at.id, &at.field)).or_default().push(spot);
        }
    }
    let mut out: BTreeMap<Id, Record> = BTreeMap::new();
    for ((id, field), mut spots) in spots {
        let record = out.get(&id).or_else(|| records.get(&id)).ok_or_else(Fault::no_such_record)?;
        let before: Vec<char> =
            text(record, field).ok_or_else(Fault::no_such_record)?.chars().collect();
        spots.sort_unstable();
        let mut after = String::new();
        let mut next = 0;
        for (start, end, replacement) in spots {
            if start >= next && end <= before.len() {
                after.extend(&before[next..start]);
                after.push_str(replacement);
                next = end;
            }
        }
        after.extend(&before[next..]);
        let fields: Map<String, Value> =
            [(field.to_owned(), Value::String(after))].into_iter().collect();
        let record = with_fields(record.clone(), &fields)?;
        out.insert(id, record);
    }
    Ok(out.into_values().collect())
}
