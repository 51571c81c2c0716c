//! A relation in words, as the ledger shows it: `= 检查 + 处罚 + 强制`.

use super::Ledger;
use crate::record::Relation;

/// The formula with the labels of the figures it names.
pub fn formula(relation: &Relation, ledger: &Ledger<'_>) -> String {
    let name = |key: &str| {
        if key.is_empty() { "〔未选〕".to_owned() } else { ledger.label(key) }
    };
    let names = |keys: &[String], mark: &str| {
        let named: Vec<_> = keys.iter().map(|key| name(key)).collect();
        if named.is_empty() { "〔未选〕".to_owned() } else { named.join(mark) }
    };
    match relation {
        Relation::Sum { parts } => format!("= {}", names(parts, " + ")),
        Relation::Difference { from, less } => {
            format!("= {} − {}", name(from), names(less, " − "))
        }
        Relation::Share { part, whole } => format!("= {} ÷ {} × 100%", name(part), name(whole)),
        Relation::YearOnYear { of } => {
            let of = name(of);
            format!("=（{of} − 上年{of}）÷ 上年{of} × 100%")
        }
        Relation::Times { of, base, last_year } => {
            let year = if *last_year { "上年" } else { "" };
            format!("= {} ÷ {year}{}", name(of), name(base))
        }
        Relation::Points { of } => {
            let of = name(of);
            format!("= {of} − 上年{of}")
        }
    }
}
