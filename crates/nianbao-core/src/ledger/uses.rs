//! Where a figure stands: the sentences that name it, and the relations that reckon with it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Ledger, formula};
use crate::fields::prose;
use crate::record::{Id, Kind, YearRecords};
use crate::text::reference::{Piece, pieces};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Use {
    pub kind: Kind,
    pub id: Id,
    /// Name of the record's field; `relation` for a figure that follows from it.
    pub field: String,
    /// The sentence, figures printed in it; for a relation the formula.
    pub sentence: String,
}

/// Every use of every key, in the year's order. Keys that the ledger lacks are among them.
pub fn uses(records: &YearRecords) -> BTreeMap<String, Vec<Use>> {
    let mut found: BTreeMap<String, Vec<Use>> = BTreeMap::new();
    let printed: BTreeMap<&str, String> = records
        .figures
        .iter()
        .rev()
        .filter_map(|figure| Some((figure.key.as_str(), figure.in_text()?)))
        .collect();
    for record in records.records() {
        for (field, text) in prose(&record) {
            for (sentence, keys) in sentences(text, &printed) {
                for key in keys {
                    found.entry(key).or_default().push(Use {
                        kind: record.kind(),
                        id: record.id(),
                        field: field.to_owned(),
                        sentence: sentence.clone(),
                    });
                }
            }
        }
    }
    let ledger = Ledger::new(records, None);
    for figure in &records.figures {
        let Some(relation) = &figure.relation else { continue };
        let sentence = format!("{} {}", figure.label_or_key(), formula(relation, &ledger));
        let mut keys = relation.this_years_keys();
        keys.extend(relation.last_years_keys());
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            found.entry(key.to_owned()).or_default().push(Use {
                kind: Kind::Figure,
                id: figure.id,
                field: "relation".to_owned(),
                sentence: sentence.clone(),
            });
        }
    }
    found
}

/// The sentences of a text that name figures, each with its keys.
fn sentences(text: &str, printed: &BTreeMap<&str, String>) -> Vec<(String, Vec<String>)> {
    let mut out = Vec::new();
    let mut sentence = String::new();
    let mut keys: Vec<String> = Vec::new();
    let mut close = |sentence: &mut String, keys: &mut Vec<String>| {
        let (sentence, keys) = (std::mem::take(sentence), std::mem::take(keys));
        if !keys.is_empty() {
            out.push((sentence.trim().to_owned(), keys));
        }
    };
    for piece in pieces(text) {
        match piece {
            Piece::Figure { key, .. } => {
                match printed.get(key) {
                    Some(value) => sentence.push_str(value),
                    None => sentence.push_str(&format!("〔待填：{key}〕")),
                }
                if !keys.iter().any(|known| known == key) {
                    keys.push(key.to_owned());
                }
            }
            Piece::Text(text) => {
                for c in text.chars() {
                    sentence.push(c);
                    if "。！？\n".contains(c) {
                        close(&mut sentence, &mut keys);
                    }
                }
            }
        }
    }
    close(&mut sentence, &mut keys);
    out
}
