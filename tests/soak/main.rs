//! A year's typing in one go, with backups on: memory stays flat, the file bounded, edits quick.
//! A few edits as a rule; `cargo xtask soak edits` makes 100,000 and asserts on what they cost.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]
#![allow(clippy::print_stdout, reason = "it speaks to who measures")]

use std::time::{Duration, Instant};

use nianbao_app::{Desk, Env};
use serde_json::json;

/// With fewer, one slow sync is all there is to see.
const TO_JUDGE: usize = 20_000;

/// Pages of memory of this process, where the system tells.
fn memory() -> u64 {
    let told = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    told.split(' ').nth(1).and_then(|pages| pages.parse().ok()).unwrap_or_default()
}

#[test]
fn a_years_typing_with_backups_leaves_a_bounded_file_and_flat_memory() {
    let wanted = std::env::var("NIANBAO_EDITS").ok().and_then(|n| n.parse().ok()).unwrap_or(600);
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::new(Env { data: folder.path().join("data") });
    let path = folder.path().join("库.nianbao");
    let call = |name: &str, args| desk.call(name, args).unwrap_or_else(|f| panic!("{name}: {f}"));
    let unit = json!({"name": "云溪市林业局", "short": "我局", "unit_kind": "department"});
    let made = json!({"path": path, "unit": unit, "year": 2023, "template": "statutory"});
    call("library.create", made);
    let mut ids = Vec::new();
    for n in 0..40 {
        let record = json!({"kind": "problem", "year": 2023, "title": format!("问题{n}")});
        let changed = call("record.add", json!({"record": record}));
        ids.push(changed["records"][0]["id"].clone());
    }
    let mut took = Vec::with_capacity(wanted);
    let (mut early, mut early_size) = (0, 0);
    for n in 0..wanted {
        // A sentence grows letter by letter and is then begun anew.
        let body =
            "经核查，部分工作人员运用法治思维和法治方式的能力仍需提高".repeat(1 + n / 40 % 9);
        let body: String = body.chars().take(1 + n % 240).collect();
        let args = json!({
            "kind": "problem", "id": ids[n / 60 % ids.len()], "fields": {"body": body}, "typing": true,
        });
        let begun = Instant::now();
        call("record.set", args);
        took.push(begun.elapsed());
        if n == wanted / 5 {
            early = memory();
            early_size = std::fs::metadata(&path).unwrap().len();
        }
    }
    let (late, size) = (memory(), std::fs::metadata(&path).unwrap().len());
    took.sort_unstable();
    let nth = |share: usize| took[(took.len() * share / 1000).min(took.len() - 1)];
    let (median, p99, worst) = (nth(500), nth(990), nth(999));
    let sets = call("backup.list", json!({}));
    let kept = sets[0]["backups"].as_array().unwrap();
    let weight: u64 = kept.iter().map(|one| one["size"].as_u64().unwrap()).sum();
    println!(
        "{wanted} edits: median {median:?}, p99 {p99:?}, p99.9 {worst:?}; memory {early} then {late} pages; file {early_size} then {size} bytes; {} backups of {weight} bytes",
        kept.len()
    );
    assert!(!kept.is_empty() && kept.len() <= 40 && weight <= 512 << 20);
    call("library.verify", json!({}));
    if wanted >= TO_JUDGE {
        assert!(p99 <= median * 5 || p99 < Duration::from_millis(1), "{p99:?} against {median:?}");
        assert!(late <= early + early / 4 + 4096, "memory grew from {early} to {late} pages");
    }
}
