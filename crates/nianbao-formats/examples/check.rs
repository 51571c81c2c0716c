//! What 体检 costs, for `cargo xtask bench check`: with a file, the file is checked as a whole process;
//! with `--edit` before it, checking it anew and checking it after one edit are timed in turns.

use std::io::Write;
use std::time::{Duration, Instant};

use nianbao_core::check::{Checker, Options, Paper, check_text};
use nianbao_formats::import;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// Rounds of which the median is told.
const ROUNDS: usize = 101;

fn main() -> Outcome<()> {
    let mut arguments = std::env::args().skip(1);
    let mut path = arguments.next().ok_or("no file")?;
    let edit = path == "--edit";
    if edit {
        path = arguments.next().ok_or("no file")?;
    }
    let text = import::decode(&std::fs::read(path)?)?.text;
    let paper = import::paper(&text);
    if edit {
        return edited(&paper);
    }
    let counts = check_text(&paper, &Options::default()).counts;
    say(&format!("{} {} {}", counts.error, counts.warning, counts.hint))
}

/// Characters of the text, and nanoseconds of a full run and of a run after one paragraph grew by a
/// character.
fn edited(paper: &Paper) -> Outcome<()> {
    let (mut full, mut again) = (Vec::new(), Vec::new());
    let mut kept = Checker::new(Options::default());
    kept.check_text(paper);
    // Each paragraph in turn, the long ones too.
    for round in 0..ROUNDS.max(paper.paras.len()) {
        let mut changed = paper.clone();
        let n = round % changed.paras.len();
        if let Some(para) = changed.paras.get_mut(n) {
            let middle = para.text.chars().count() / 2;
            let at = para.text.char_indices().nth(middle).map_or(0, |(at, _)| at);
            para.text.insert(at, '又');
            if let Some(last) = para.places.last_mut() {
                last.length += 1;
            }
        }
        for place in changed.paras.iter_mut().skip(n + 1).flat_map(|para| &mut para.places) {
            place.at += 1;
        }
        full.push(timed(|| Checker::new(Options::default()).check_text(&changed)));
        again.push(timed(|| kept.check_text(&changed)));
        kept.check_text(paper);
    }
    let length: usize = paper.paras.iter().map(|para| para.text.chars().count()).sum();
    let (full, again) = (median(&mut full), median(&mut again));
    say(&format!("{length} {full} {again}"))
}

fn timed<T>(act: impl FnOnce() -> T) -> Duration {
    let begin = Instant::now();
    std::hint::black_box(act());
    begin.elapsed()
}

fn median(times: &mut [Duration]) -> u128 {
    times.sort_unstable();
    times.get(times.len() / 2).map_or(0, Duration::as_nanos)
}

fn say(line: &str) -> Outcome<()> {
    Ok(writeln!(std::io::stdout().lock(), "{line}")?)
}
