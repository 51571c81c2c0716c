//! Times, their medians and means, and the table they make.

use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

pub type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// What one thing cost here and on the bare side.
pub struct Row {
    pub what: String,
    pub ours: Vec<Duration>,
    pub bare: Vec<Duration>,
    pub bar: Bar,
}

pub enum Bar {
    /// Ours is at most so many times the bare one.
    AtMost(f64),
    /// The bare one is at least so many times ours.
    Faster(f64),
    None,
}

impl Row {
    pub fn new(what: impl Into<String>, bar: Bar) -> Self {
        Self { what: what.into(), ours: Vec::new(), bare: Vec::new(), bar }
    }

    fn cell(&self) -> String {
        let (ours, bare) = (median(&self.ours), median(&self.bare));
        let ratio = |ours: f64, bare: f64| match self.bar {
            Bar::Faster(_) => bare / ours,
            _ => ours / bare,
        };
        let by_mean = ratio(mean(&self.ours), mean(&self.bare));
        format!("{ours:8.3} / {bare:8.3} ms {:6.2}× ({by_mean:.2}×)", ratio(ours, bare))
    }

    fn bar(&self) -> String {
        match self.bar {
            Bar::AtMost(times) => format!("应 ≤ {times}×"),
            Bar::Faster(times) => format!("应快 ≥ {times}×"),
            Bar::None => String::new(),
        }
    }

    fn met(&self) -> Option<bool> {
        let (ours, bare) = (median(&self.ours), median(&self.bare));
        match self.bar {
            Bar::AtMost(times) => Some(ours / bare <= times),
            Bar::Faster(times) => Some(bare / ours >= times),
            Bar::None => None,
        }
    }
}

/// How long it takes, and what comes of it.
pub fn timed<T>(times: &mut Vec<Duration>, act: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    let begin = Instant::now();
    let result = act();
    times.push(begin.elapsed());
    result
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn median(times: &[Duration]) -> f64 {
    let mut times = times.to_vec();
    times.sort_unstable();
    times.get(times.len() / 2).copied().map_or(f64::NAN, milliseconds)
}

fn mean(times: &[Duration]) -> f64 {
    milliseconds(times.iter().sum()) / times.len() as f64
}

/// A line of standard output.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

/// A block for each thing measured, a line for each size.
pub fn print(sizes: &[String], columns: &[Vec<Row>]) {
    say("  本程序 / 裸 SQLite 的中位数，二者之比（括号内是平均数之比）");
    for n in 0..columns.first().map_or(0, Vec::len) {
        for (size, column) in sizes.iter().zip(columns) {
            let Some(row) = column.get(n) else { continue };
            if std::ptr::eq(column, &columns[0]) {
                say(&format!("  {}  {}", row.what, row.bar()));
            }
            let largest = std::ptr::eq(column, &columns[columns.len() - 1]);
            let verdict = match row.met() {
                Some(true) => "✓",
                // How many times a search is faster grows with what there is to scan.
                Some(false) if matches!(row.bar, Bar::Faster(_)) && !largest => "",
                Some(false) => "✗ 没有达到",
                None => "",
            };
            say(&format!("    {size:>5}  {}  {verdict}", row.cell()));
        }
    }
}

/// Removes a database and what may lie beside it.
pub fn remove(path: &Path) -> Outcome<()> {
    for ending in ["", "-wal", "-journal", "-shm"] {
        let mut name = path.to_owned().into_os_string();
        name.push(ending);
        match std::fs::remove_file(&name) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}
