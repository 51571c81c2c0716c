//! A 库 of so many pages, and what the program takes for its pages after one more character typed:
//! `cargo xtask bench pages` runs it. Arguments: a folder, about how many pages.
//! Prints pages, milliseconds to save, milliseconds to the new page, most memory in KiB.

use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::time::Instant;

use nianbao_app::{Desk, Env};
use serde_json::{Value, json};

const ROUNDS: usize = 31;
const SENTENCE: &str = "对照任务清单逐项抓好落实，按季度调度、按半年通报、按年度考核，推动法治建设与业务工作\
                        同部署、同检查、同考核，各项任务按期完成。";

type Done<T> = Result<T, Box<dyn Error>>;

fn main() -> Done<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("a folder")?;
    let pages: usize = arguments.next().ok_or("a number of pages")?.parse()?;
    let folder = Path::new(&folder);
    let desk = Desk::new(Env { data: folder.join("data") });
    let records = fill(&desk, &folder.join(format!("pages-{pages}.nianbao")), pages)?;
    let doc = call(&desk, "draft.compose", json!({ "year": 2023 }))?;
    put(&folder.join(format!("pages-{pages}.json")), &serde_json::to_vec(&doc)?)?;
    let laid = call(&desk, "pages.lay", json!({ "year": 2023 }))?;
    let count = laid["pages"].as_u64().unwrap_or_default();
    let typed = records.get(records.len() / 2).ok_or("no record")?;
    let (mut saving, mut drawing) = (Vec::new(), Vec::new());
    let mut body = SENTENCE.to_owned();
    for _ in 0..ROUNDS {
        body.push('字');
        let begin = Instant::now();
        let fields = json!({ "body": body });
        call(&desk, "record.set", json!({ "kind": "achievement", "id": typed, "fields": fields }))?;
        let saved = begin.elapsed();
        call(&desk, "pages.lay", json!({ "year": 2023 }))?;
        call(&desk, "pages.show", json!({ "year": 2023, "page": count / 2 }))?;
        saving.push(saved);
        drawing.push(begin.elapsed() - saved);
    }
    saving.sort_unstable();
    drawing.sort_unstable();
    let ms = |times: &[std::time::Duration]| times[ROUNDS / 2].as_secs_f64() * 1000.0;
    let out = format!("{count} {:.3} {:.3} {}", ms(&saving), ms(&drawing), peak()?);
    writeln!(std::io::stdout(), "{out}")?;
    Ok(())
}

fn call(desk: &Desk, name: &str, args: Value) -> Done<Value> {
    desk.call(name, args).map_err(|fault| format!("{name}: {}", fault.message).into())
}

/// A year of so many pages; the ids of its achievements.
fn fill(desk: &Desk, path: &Path, pages: usize) -> Done<Vec<Value>> {
    if path.exists() {
        std::fs::remove_file(path)?;
    }
    let unit = json!({ "name": "云溪市林业局", "short": "我局", "unit_kind": "department" });
    let library = json!({ "path": path, "unit": unit, "year": 2023, "template": "statutory" });
    call(desk, "library.create", library)?;
    let year = call(desk, "year.get", json!({ "year": 2023 }))?;
    let area = &year["areas"][0]["id"];
    // A page holds some two and a half of them.
    for n in 0..pages * 12 / 5 {
        let title = format!("抓好重点任务{}", "落实".repeat(1 + n % 4));
        let record = json!({
            "kind": "achievement", "year": 2023, "area": area, "title": title,
            "body": SENTENCE.repeat(2 + n % 5),
        });
        call(desk, "record.add", json!({ "record": record }))?;
    }
    let year = call(desk, "year.get", json!({ "year": 2023 }))?;
    let all = year["achievements"].as_array().map_or(&[][..], Vec::as_slice);
    Ok(all.iter().map(|one| one["id"].clone()).collect())
}

#[allow(clippy::disallowed_methods, reason = "a file of our own under target/, not a person's")]
fn put(path: &Path, bytes: &[u8]) -> Done<()> {
    Ok(std::fs::write(path, bytes)?)
}

/// Most memory this process ever held, in KiB; where the system does not say, nought.
fn peak() -> Done<u64> {
    let Ok(status) = std::fs::read_to_string("/proc/self/status") else { return Ok(0) };
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next()).unwrap_or("0");
    Ok(number.parse()?)
}
