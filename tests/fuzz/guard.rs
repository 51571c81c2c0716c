//! One input through one door: what breaks, hangs or swallows memory is kept as a file that is tried
//! again in every later run.

use std::alloc::System;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, Once, PoisonError};
use std::time::{Duration, Instant};

use cap::Cap;

use crate::doors::Door;

#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, usize::MAX);

/// More than this no input of a fuzz run is worth; what asks for more ends the process.
const MOST_MEMORY: usize = 1 << 30;

/// The input that is in a door now.
static INSIDE: Mutex<Option<Inside>> = Mutex::new(None);
/// Doors take one input at a time: memory and time are the process's.
static ONE: Mutex<()> = Mutex::new(());
static SAID: Mutex<String> = Mutex::new(String::new());
static WATCH: Once = Once::new();

struct Inside {
    since: Instant,
    kept: PathBuf,
    door: &'static str,
}

/// Where what was found lies, by door.
pub fn found(door: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/found").join(door)
}

/// Where an input lies while it is in its door: after an abort nothing else tells which it was.
fn under_way(door: &str) -> PathBuf {
    let name = format!("{door}.{}", std::process::id());
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("fuzz").join(name)
}

/// Where the input lies that took longest, to be looked into.
pub fn slowest(door: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("slowest_{door}"))
}

/// How long one input may take. Far above what any needs: it only ends what would never end.
fn most_time() -> Duration {
    let seconds = std::env::var("FUZZ_SECONDS").ok().and_then(|text| text.parse().ok());
    Duration::from_secs(seconds.unwrap_or(60))
}

/// # Errors
/// What the panic said.
pub fn enter(door: &Door, input: &[u8]) -> Result<(), String> {
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    WATCH.call_once(watch);
    let kept = under_way(door.name);
    fs::create_dir_all(kept.parent().unwrap()).unwrap();
    fs::write(&kept, input).unwrap();
    *inside() = Some(Inside { since: Instant::now(), kept: kept.clone(), door: door.name });
    MEMORY.set_limit(MEMORY.allocated() + MOST_MEMORY).unwrap();
    let outcome = catch_unwind(AssertUnwindSafe(|| (door.enter)(input)));
    MEMORY.set_limit(usize::MAX).unwrap();
    *inside() = None;
    fs::remove_file(&kept).unwrap();
    outcome.map_err(|_| SAID.lock().unwrap_or_else(PoisonError::into_inner).clone())
}

/// Keeps a found input; gives its path.
pub fn keep(door: &str, input: &[u8]) -> PathBuf {
    let folder = found(door);
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(&name_of(input)[..12]);
    fs::write(&path, input).unwrap();
    path
}

/// A name that the same input always has.
fn name_of(input: &[u8]) -> String {
    let mut hash = 0xCBF2_9CE4_8422_2325_u64;
    for byte in input {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01B3);
    }
    format!("{hash:016x}")
}

fn inside() -> std::sync::MutexGuard<'static, Option<Inside>> {
    INSIDE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn watch() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if inside().is_none() {
            before(panic);
            return;
        }
        *SAID.lock().unwrap_or_else(PoisonError::into_inner) = panic.to_string();
    }));
    let most = most_time();
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(Duration::from_millis(100));
            let inside = inside();
            if let Some(Inside { since, kept, door }) = &*inside
                && since.elapsed() > most
            {
                let input = fs::read(kept).unwrap_or_default();
                let path = keep(door, &input);
                drop(fs::remove_file(kept));
                eprintln!("{door}: more than {most:?} over {}", path.display());
                std::process::exit(101);
            }
        }
    });
}
