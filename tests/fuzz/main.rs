//! Whatever comes in from outside: no door breaks, hangs, or swallows the machine's memory. What is
//! found lies in `found/` and is tried again for ever; `cargo xtask fuzz` looks for more.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::cast_possible_truncation
)]

mod doors;
mod feed;
mod guard;
mod smaller;

use std::fs;
use std::time::{Duration, Instant};

use doors::{DOORS, Door};
use feed::Feed;

/// Of the test of every day: the same inputs each time.
const SEED: u64 = 20_231_231;

fn hold(door: &Door, input: &[u8], whence: &str) {
    if let Err(said) = guard::enter(door, input) {
        let input = smaller::smaller(door, input, &said);
        let path = guard::keep(door.name, &input);
        panic!("{} broke on {} ({whence}): {said}", door.name, path.display());
    }
}

#[test]
fn what_once_broke_a_door_goes_through_it() {
    for door in DOORS {
        let Ok(folder) = fs::read_dir(guard::found(door.name)) else { continue };
        for file in folder {
            let path = file.unwrap().path();
            let said = guard::enter(door, &fs::read(&path).unwrap());
            assert_eq!(said, Ok(()), "{}", path.display());
        }
    }
}

#[test]
fn nothing_that_a_seed_makes_breaks_a_door() {
    let wanted = std::env::var("FUZZ_DOOR").unwrap_or_default();
    let doors = || DOORS.iter().filter(|door| wanted.is_empty() || door.name == wanted);
    assert!(
        doors().count() > 0,
        "no door {wanted}: {:?}",
        DOORS.iter().map(|door| door.name).collect::<Vec<_>>()
    );
    let minutes = std::env::var("FUZZ_MINUTES").ok().and_then(|text| text.parse().ok());
    for door in doors() {
        match minutes {
            None => handful(door),
            Some(minutes) => for_minutes(door, minutes),
        }
    }
}

fn handful(door: &Door) {
    let mut feed = Feed::new(door.food, SEED);
    for n in 0..door.few {
        hold(door, &feed.next(), &format!("input {n} of seed {SEED}"));
    }
}

fn for_minutes(door: &Door, minutes: u64) {
    let begin = Instant::now();
    let since_1970 = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    let given = std::env::var("FUZZ_SEED").ok().and_then(|text| text.parse().ok());
    let seed = given.unwrap_or(since_1970.as_nanos() as u64);
    eprintln!("{}: seed {seed}", door.name);
    let mut feed = Feed::new(door.food, seed);
    let (mut count, mut bytes, mut slowest) = (0, 0, Duration::ZERO);
    while begin.elapsed() < Duration::from_secs(60 * minutes) {
        let input = feed.next();
        let entered = Instant::now();
        hold(door, &input, &format!("input {count} of seed {seed}"));
        if entered.elapsed() > slowest {
            slowest = entered.elapsed();
            fs::write(guard::slowest(door.name), &input).unwrap();
        }
        (count, bytes) = (count + 1, bytes + input.len());
    }
    eprintln!("{}: {count} inputs, {} bytes each, slowest {slowest:?}", door.name, bytes / count);
}
