//! A 库 to begin with, and this test program run again as another process.
#![allow(dead_code, reason = "each test program uses its part of it")]

use std::path::Path;
use std::process::Command;

use jiff::Timestamp;
use nianbao_core::record::{Unit, Year};
use nianbao_store::{Store, StoreError};

/// Where the child is to look; set for it alone.
pub const PATH: &str = "NIANBAO_CHILD_PATH";

pub fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + seconds).unwrap()
}

pub fn create(path: &Path) -> Result<Store, StoreError> {
    let unit = Unit { name: "某区水务局".into(), short: "我局".into(), ..Unit::default() };
    Store::create(path, unit, Year { year: 2023, ..Year::default() }, at(0))
}

/// This test program as another process, which runs one ignored test of it on a path.
pub fn child(test: &str, path: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", test, "--ignored", "--nocapture"]).env(PATH, path);
    command
}

/// How often, as the environment says it.
pub fn rounds(name: &str, otherwise: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// In memory where the system has such a folder: hundreds of files are synced here.
pub fn fast_folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}
