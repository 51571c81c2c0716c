//! What stands at the top of the house. `ls` tells the story.

use crate::tree::root;
use crate::{Wrong, hold, places};

const RULE: &str = "Everything house paper section 2 names at the top is there: \
     a newcomer finds the way by the names, and a missing one is a room nobody built.";

const NAMES: [&str; 21] = [
    "Cargo.toml",
    "tauri.conf.json",
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "LICENSE",
    "clippy.toml",
    "src-tauri",
    "crates/nianbao-core",
    "crates/nianbao-core/catalog",
    "crates/nianbao-store",
    "crates/nianbao-formats",
    "crates/nianbao-app",
    "crates/nianbao-cli",
    "ui/src",
    "tests",
    "xtask",
    "docs/glossary.md",
    "docs/decisions",
    ".ci/run",
];

fn missing(exists: impl Fn(&str) -> bool) -> Vec<Wrong> {
    let gone = NAMES.iter().filter(|name| !exists(name));
    gone.map(|name| Wrong::new(*name, "is not there")).collect()
}

#[test]
fn every_room_of_the_house_is_there() {
    let root = root();
    hold(RULE, missing(|name| root.join(name).exists()));
}

#[test]
fn a_missing_room_is_seen() {
    assert_eq!(places(&missing(|name| name != "ui/src")), ["ui/src"]);
}
