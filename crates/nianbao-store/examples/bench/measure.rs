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
    /// Ours takes at most so many times as long.
    AtMost(u128),
    /// Ours is at least so many times as fast; 0: it is only told how many.
    Faster(u128),
    None,
}

impl Row {
    pub fn new(what: impl Into<String>, bar: Bar) -> Self {
        Self { what: what.into(), ours: Vec::new(), bare: Vec::new(), bar }
    }

    /// In hundredths.
    fn ratio(&self, of: fn(&[Duration]) -> u128) -> u128 {
        let (ours, bare) = (of(&self.ours).max(1), of(&self.bare).max(1));
        match self.bar {
            Bar::Faster(_) => bare * 100 / ours,
            _ => ours * 100 / bare,
        }
    }

    fn cell(&self) -> String {
        let (ours, bare) = (median(&self.ours), median(&self.bare));
        let (by_median, by_mean) = (self.ratio(median), self.ratio(mean));
        format!(
            "{:>9} / {:>9} ms {:>7}× ({}×)",
            point(ours / 1000, 3),
            point(bare / 1000, 3),
            point(by_median, 2),
            point(by_mean, 2)
        )
    }

    fn bar(&self) -> String {
        match self.bar {
            Bar::AtMost(times) => format!("应 ≤ {times}×"),
            Bar::Faster(0) | Bar::None => String::new(),
            Bar::Faster(times) => format!("应快 ≥ {times}×"),
        }
    }

    fn met(&self) -> Option<bool> {
        match self.bar {
            Bar::AtMost(times) => Some(self.ratio(median) <= times * 100),
            Bar::Faster(0) | Bar::None => None,
            Bar::Faster(times) => Some(self.ratio(median) >= times * 100),
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

/// In nanoseconds.
fn median(times: &[Duration]) -> u128 {
    let mut times = times.to_vec();
    times.sort_unstable();
    times.get(times.len() / 2).map_or(0, Duration::as_nanos)
}

/// In nanoseconds.
fn mean(times: &[Duration]) -> u128 {
    let all: u128 = times.iter().map(Duration::as_nanos).sum();
    all / (times.len().max(1) as u128)
}

/// A number with its last digits behind the point.
fn point(number: u128, digits: u32) -> String {
    let unit = 10_u128.pow(digits);
    let width = usize::try_from(digits).unwrap_or_default();
    format!("{}.{:0width$}", number / unit, number % unit)
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
