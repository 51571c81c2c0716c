//! What may lean on what. A new arrow is a decision: it is written down in docs/decisions/ and then here.

use std::collections::BTreeSet;

use crate::tree::{FILES, File};
use crate::{Wrong, hold, places};

const RULE: &str = "Arrows between the crates point down only, and only along the table in tests/house/arrows.rs: \
     a core that leans on the store needs a database to be tested, and a shell that leaks inward can never be changed.";

/// A package, where its Cargo.toml lies, and the crates of ours it may name.
const ARROWS: [(&str, &str, &[&str]); 10] = [
    ("nianbao-core", "crates/nianbao-core", &[]),
    ("nianbao-store", "crates/nianbao-store", &["nianbao-core"]),
    ("nianbao-formats", "crates/nianbao-formats", &["nianbao-core"]),
    ("nianbao-typeset", "crates/nianbao-typeset", &["nianbao-core"]),
    (
        "nianbao-app",
        "crates/nianbao-app",
        &["nianbao-core", "nianbao-store", "nianbao-formats", "nianbao-typeset"],
    ),
    ("nianbao-cli", "crates/nianbao-cli", &["nianbao-app"]),
    // The window.
    ("nianbao-window", "", &["nianbao-app"]),
    // Journeys go through the door; the page tests lay the press's bytes before other programs.
    ("nianbao-tests", "tests", &["nianbao-app", "nianbao-core", "nianbao-formats"]),
    ("nianbao-window-journeys", "tests/window", &[]),
    ("xtask", "xtask", &[]),
];

const OUTSIDE_RULE: &str = "A library that a wall keeps in one crate may not be a dependency of another: \
     what Cargo.toml does not name, no line of code can use.";

/// Libraries from outside, and the only packages that may depend on them.
const OUTSIDE: [(&str, &[&str]); 7] = [
    ("rusqlite", &["nianbao-store"]),
    ("tauri", &["nianbao-window"]),
    ("typst", &["nianbao-typeset"]),
    ("axum", &["nianbao-cli"]),
    ("reqwest", &[]),
    ("ureq", &[]),
    // Under the WebDriver client.
    ("hyper", &["nianbao-window-journeys"]),
];

/// Core speaks serde, never JSON: what a report is does not depend on how it travels.
const NOT_IN_CORE: [&str; 3] = ["serde_json", "tokio", "tempfile"];

const LINTS_RULE: &str = "Every package takes the workspace's lints (`[lints] workspace = true`): \
     a crate without them may use unsafe code and nobody notices.";

struct Manifest {
    path: String,
    name: String,
    depends: BTreeSet<String>,
    lints: bool,
}

fn manifests(files: &[File]) -> Vec<Manifest> {
    let cargo = files.iter().filter(|f| f.path.rsplit('/').next() == Some("Cargo.toml"));
    cargo.filter_map(manifest).collect()
}

/// None for a workspace that is no package.
fn manifest(file: &File) -> Option<Manifest> {
    let table: toml::Table = file.text.parse().unwrap_or_else(|e| panic!("{}: {e}", file.path));
    let name = table.get("package")?.get("name")?.as_str()?.to_owned();
    let mut depends = BTreeSet::new();
    dependencies(&table, &mut depends);
    for target in table.get("target").and_then(|t| t.as_table()).into_iter().flatten() {
        target.1.as_table().inspect(|table| dependencies(table, &mut depends));
    }
    let lints = table.get("lints").and_then(|l| l.get("workspace")).and_then(|w| w.as_bool());
    Some(Manifest { path: file.path.clone(), name, depends, lints: lints == Some(true) })
}

fn dependencies(table: &toml::Table, into: &mut BTreeSet<String>) {
    for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
        for (name, value) in table.get(kind).and_then(|d| d.as_table()).into_iter().flatten() {
            let real = value.get("package").and_then(|p| p.as_str());
            into.insert(real.unwrap_or(name).to_owned());
        }
    }
}

fn wrong_arrows(files: &[File]) -> Vec<Wrong> {
    let mut wrongs = Vec::new();
    for manifest in manifests(files) {
        let folder = manifest.path.trim_end_matches("Cargo.toml").trim_end_matches('/');
        let Some((_, _, allowed)) =
            ARROWS.iter().find(|(name, at, _)| *name == manifest.name && *at == folder)
        else {
            let what = format!("{} is not in the table", manifest.name);
            wrongs.push(Wrong::new(manifest.path, what));
            continue;
        };
        let ours = |name: &&String| ARROWS.iter().any(|(known, _, _)| known == name);
        for name in manifest.depends.iter().filter(ours) {
            if !allowed.contains(&name.as_str()) {
                let what = format!("{} → {name} is not allowed", manifest.name);
                wrongs.push(Wrong::new(manifest.path.clone(), what));
            }
        }
    }
    wrongs
}

fn wrong_libraries(files: &[File]) -> Vec<Wrong> {
    let mut wrongs = Vec::new();
    for manifest in manifests(files) {
        for name in &manifest.depends {
            let family = |library: &str| {
                name.strip_prefix(library)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
            };
            let walled = OUTSIDE.iter().find(|(library, _)| family(library));
            let outside = walled.is_some_and(|(_, by)| !by.contains(&manifest.name.as_str()));
            let inner = manifest.name == "nianbao-core" && NOT_IN_CORE.contains(&name.as_str());
            if outside || inner {
                let what = format!("{} may not depend on {name}", manifest.name);
                wrongs.push(Wrong::new(manifest.path.clone(), what));
            }
        }
    }
    wrongs
}

fn without_lints(files: &[File]) -> Vec<Wrong> {
    let lax = manifests(files).into_iter().filter(|manifest| !manifest.lints);
    lax.map(|manifest| Wrong::new(manifest.path, "no workspace lints")).collect()
}

#[test]
fn the_crates_lean_on_each_other_only_along_the_table() {
    hold(RULE, wrong_arrows(&FILES));
}

#[test]
fn walled_libraries_are_dependencies_of_their_crate_only() {
    hold(OUTSIDE_RULE, wrong_libraries(&FILES));
}

#[test]
fn every_package_takes_the_workspace_lints() {
    hold(LINTS_RULE, without_lints(&FILES));
}

#[test]
fn an_arrow_upward_is_seen_wherever_it_is_written() {
    let core = "[package]\nname = \"nianbao-core\"\n";
    for arrow in [
        "[dependencies]\nnianbao-store.workspace = true\n",
        "[dev-dependencies]\nnianbao-formats = { path = \"../nianbao-formats\" }\n",
        "[build-dependencies]\nnianbao-app = \"1\"\n",
        "[target.'cfg(windows)'.dependencies]\nnianbao-cli = \"1\"\n",
        "[dependencies]\nother = { package = \"nianbao-store\", version = \"1\" }\n",
    ] {
        let files = [File::invented("crates/nianbao-core/Cargo.toml", &format!("{core}{arrow}"))];
        assert_eq!(places(&wrong_arrows(&files)), ["crates/nianbao-core/Cargo.toml"], "{arrow}");
    }
    let good = "[package]\nname = \"nianbao-store\"\n[dependencies]\nnianbao-core = \"1\"\nserde = \"1\"\n";
    assert_eq!(wrong_arrows(&[File::invented("crates/nianbao-store/Cargo.toml", good)]), []);
}

#[test]
fn a_crate_that_is_not_in_the_table_or_lies_elsewhere_is_seen() {
    for (path, name) in [
        ("crates/nianbao-utils/Cargo.toml", "nianbao-utils"),
        ("crates/nianbao-core/Cargo.toml", "nianbao-store"),
    ] {
        let text = format!("[package]\nname = \"{name}\"\n");
        assert_eq!(places(&wrong_arrows(&[File::invented(path, &text)])), [path]);
    }
    let workspace = File::invented("Cargo.toml", "[workspace]\nmembers = []\n");
    assert_eq!(wrong_arrows(&[workspace]), []);
}

#[test]
fn a_library_outside_its_wall_is_seen() {
    for (name, library) in [
        ("nianbao-app", "rusqlite"),
        ("nianbao-cli", "tauri-plugin-dialog"),
        ("nianbao-store", "reqwest"),
        ("nianbao-core", "serde_json"),
    ] {
        let text = format!("[package]\nname = \"{name}\"\n[dependencies]\n{library} = \"1\"\n");
        let path = format!("crates/{name}/Cargo.toml");
        assert_eq!(places(&wrong_libraries(&[File::invented(&path, &text)])), [path.as_str()]);
    }
    let text = "[package]\nname = \"nianbao-store\"\n[dependencies]\nrusqlite = \"1\"\n";
    assert_eq!(wrong_libraries(&[File::invented("crates/nianbao-store/Cargo.toml", text)]), []);
}

#[test]
fn a_package_without_lints_is_seen() {
    let lax = File::invented("crates/x/Cargo.toml", "[package]\nname = \"x\"\n");
    let strict = "[package]\nname = \"y\"\n[lints]\nworkspace = true\n";
    let strict = File::invented("crates/y/Cargo.toml", strict);
    assert_eq!(places(&without_lints(&[lax, strict])), ["crates/x/Cargo.toml"]);
}
