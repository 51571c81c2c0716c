//! `cargo xtask fuzz`: the doors of `tests/fuzz` with inputs nobody thought of, for as long as one likes.
//! The tests of every day take a seeded handful and whatever was found before.

use std::fs;
use std::path::Path;

use crate::shell::{Failure, Shell, say};

/// Each door, unless it is told otherwise.
const MINUTES: &str = "1";
/// Far above what an input needs at this speed: it ends what would never end.
const SECONDS: &str = "60";

/// A folder in memory, where the system has one.
const MEMORY: &str = "/dev/shm";

/// What reads and reckons is built fast; overflow and debug checks stay on.
const FAST: [&str; 3] = ["nianbao-core", "nianbao-formats", "nianbao-store"];

pub fn fuzz(shell: &Shell, arguments: &[String]) -> Result<(), Failure> {
    let mut minutes = MINUTES;
    let mut door = "";
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--minutes" => minutes = rest.next().map_or("", String::as_str),
            name => door = name,
        }
    }
    if minutes.parse::<u32>().is_err() {
        return Err(Failure::new(
            "--minutes 后面要写一个整数，例如 cargo xtask fuzz --minutes 10 check",
        ));
    }
    let mut test = shell.cargo(&["test", "-p", "nianbao-tests", "--test", "fuzz"]);
    for package in FAST {
        test.args(["--config", &format!("profile.dev.package.{package}.opt-level=3")]);
    }
    test.args(["nothing_that_a_seed_makes_breaks_a_door", "--", "--nocapture"]);
    test.envs([("FUZZ_MINUTES", minutes), ("FUZZ_DOOR", door), ("FUZZ_SECONDS", SECONDS)]);
    // Every edit is synced to its disk, and a hard disk takes longer for that than for all the rest.
    if Path::new(MEMORY).is_dir() {
        test.env("TMPDIR", MEMORY);
    }
    let done = shell.step("模糊测试", &mut test);
    if done.is_err() {
        keep_what_ended_it(shell)?;
    }
    done
}

/// An input that took the whole process with it is still where its door was entered.
fn keep_what_ended_it(shell: &Shell) -> Result<(), Failure> {
    let failed = |error| Failure::new(format!("没能留下这份输入：{error}"));
    let Ok(folder) = fs::read_dir(shell.target("tmp/fuzz")) else { return Ok(()) };
    for file in folder.filter_map(Result::ok) {
        // The door and the process.
        let path = file.path();
        let door = path.file_stem().unwrap_or_default();
        let found = shell.path("tests/fuzz/found").join(door);
        fs::create_dir_all(&found).map_err(failed)?;
        let kept = found.join("ended_the_process");
        fs::copy(file.path(), &kept).map_err(failed)?;
        fs::remove_file(file.path()).map_err(failed)?;
        say(&format!("   已留下：{}", kept.display()));
    }
    Ok(())
}
