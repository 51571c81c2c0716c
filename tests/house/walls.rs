//! Who may name whom in code.

use crate::code::{has_word, lines_with, rust};
use crate::tree::{FILES, File};
use crate::{Wrong, hold, places};

const RULE: &str = "A name behind a wall may be used only in the place the table in tests/house/walls.rs gives it: \
     each wall keeps one decision (web view, database, page setter, component library, machine) where it can be changed.";

/// A library and the folders whose Rust code may name it.
const CRATES: [(&str, &[&str]); 4] = [
    ("tauri", &["src-tauri"]),
    ("rusqlite", &["crates/nianbao-store"]),
    ("typst", &["crates/nianbao-typeset"]),
    ("axum", &["crates/nianbao-cli"]),
];

/// Parts of std that bring in the machine. Core is a function of its arguments.
const NOT_IN_CORE: [&str; 6] = ["fs", "env", "net", "process", "thread", "time"];

/// A float cannot hold 0.1: a figure is a decimal from keyboard to page.
const FLOATS: [&str; 2] = ["f32", "f64"];
const NO_FLOATS: [&str; 2] = ["crates/nianbao-core", "crates/nianbao-store"];

/// The network, and the folders that may touch it: `serve` on 127.0.0.1, and the tests that call it.
const NETWORK: [&str; 3] = ["TcpListener", "TcpStream", "UdpSocket"];
const MAY_LISTEN: [&str; 3] = ["crates/nianbao-cli", "tests", "xtask"];

/// What a line of the front room may hold only in one folder of it.
const FRONT: [(&str, &str); 4] = [
    ("@tauri-apps", "ui/src/api"),
    ("element-plus", "ui/src/kit"),
    ("fetch(", "ui/src/api"),
    ("XMLHttpRequest", "ui/src/api"),
];

fn in_rust(files: &[File]) -> Vec<Wrong> {
    let mut wrongs = Vec::new();
    for file in files.iter().filter(|file| file.is("rs")) {
        let code = rust(&file.text);
        let outside = |folders: &[&str]| !folders.iter().any(|folder| file.in_folder(folder));
        for (name, _) in CRATES.iter().filter(|(_, folders)| outside(folders)) {
            for line in lines_naming_crate(&code, name) {
                wrongs.push(Wrong::on_line(&file.path, line, format!("{name} named here")));
            }
        }
        if file.in_folder("crates/nianbao-core") {
            for (line, name) in lines_naming_std(&code) {
                wrongs.push(Wrong::on_line(&file.path, line, format!("core uses std::{name}")));
            }
            for name in ["serde_json", "SystemTime"] {
                for line in lines_with(&code, name) {
                    wrongs.push(Wrong::on_line(&file.path, line, format!("core uses {name}")));
                }
            }
        }
        if !outside(&NO_FLOATS) {
            for line in FLOATS.iter().flat_map(|float| lines_with(&code, float)) {
                wrongs.push(Wrong::on_line(&file.path, line, "a float"));
            }
        }
        if outside(&MAY_LISTEN) {
            for line in NETWORK.iter().flat_map(|name| lines_with(&code, name)) {
                wrongs.push(Wrong::on_line(&file.path, line, "the network"));
            }
        }
    }
    wrongs
}

/// `tauri::x`, `use tauri;`, `tauri_build::x`, `extern crate tauri`: the crate, not a function of that name.
fn lines_naming_crate(code: &str, name: &str) -> Vec<usize> {
    let family = |word: &str| {
        word.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
    };
    let names = |line: &str| {
        let used = line.trim_start().trim_start_matches("pub ").strip_prefix("use ");
        let used = used.or(line.trim_start().strip_prefix("extern crate "));
        used.is_some_and(|rest| family(rest.split([':', ';', ' ']).next().unwrap_or_default()))
            || line.match_indices("::").any(|(at, _)| {
                let word = line[..at].rsplit(|c| !crate::code::is_word_char(c)).next();
                let path = line[..at].trim_end_matches(crate::code::is_word_char).ends_with("::");
                word.is_some_and(family) && !path
            })
    };
    code.lines().enumerate().filter(|(_, line)| names(line)).map(|(n, _)| n + 1).collect()
}

/// `std::fs` and `use std::{fmt, fs::File}`.
fn lines_naming_std(code: &str) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("std::") {
        let rest = &code[at + "std::".len()..];
        let end = if rest.starts_with('{') {
            group_end(rest)
        } else {
            rest.find(|c| !crate::code::is_word_char(c)).unwrap_or(rest.len())
        };
        let line = code[..at].matches('\n').count() + 1;
        for name in NOT_IN_CORE {
            if has_word(&rest[..end], name) {
                found.push((line, name));
            }
        }
    }
    found
}

fn group_end(text: &str) -> usize {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 1 => return at,
            '}' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

fn in_the_front_room(files: &[File]) -> Vec<Wrong> {
    let mut wrongs = Vec::new();
    let ours = |file: &&File| file.in_folder("ui/src") && !file.is("json");
    for file in files.iter().filter(ours) {
        for (name, folder) in FRONT.iter().filter(|(_, folder)| !file.in_folder(folder)) {
            for (n, line) in file.text.lines().enumerate().filter(|(_, line)| line.contains(name)) {
                let comment = line.trim_start();
                if comment.starts_with("//")
                    || comment.starts_with('*')
                    || comment.starts_with("/*")
                {
                    continue;
                }
                let what = format!("{name} belongs to {folder}");
                wrongs.push(Wrong::on_line(&file.path, n + 1, what));
            }
        }
    }
    wrongs
}

#[test]
fn rust_code_names_only_what_its_wall_allows() {
    hold(RULE, in_rust(&FILES));
}

#[test]
fn only_the_front_rooms_api_knows_the_shell_and_only_its_kit_the_component_library() {
    hold(RULE, in_the_front_room(&FILES));
}

#[test]
fn a_name_over_the_wall_is_seen_in_rust() {
    for (path, text) in [
        ("crates/nianbao-app/src/a.rs", "use rusqlite::Connection;"),
        ("crates/nianbao-cli/src/a.rs", "fn f() { tauri::run() }"),
        ("crates/nianbao-cli/build.rs", "tauri_build::build();"),
        ("crates/nianbao-formats/src/a.rs", "pub use typst;"),
        ("crates/nianbao-core/src/a.rs", "use std::fs;"),
        ("crates/nianbao-core/src/a.rs", "use std::{fmt, fs::File};"),
        ("crates/nianbao-core/src/a.rs", "use std::{\n    fmt,\n    env,\n};"),
        ("crates/nianbao-core/src/a.rs", "let j = serde_json::to_string(&a);"),
        ("crates/nianbao-core/src/a.rs", "SystemTime::now()"),
        ("crates/nianbao-store/src/a.rs", "let x: f64 = 0.1;"),
        ("crates/nianbao-app/src/a.rs", "let l = TcpListener::bind(a);"),
    ] {
        let wrongs = in_rust(&[File::invented(path, text)]);
        assert_eq!(places(&wrongs), [format!("{path}:1")], "{text}");
    }
}

#[test]
fn inside_the_wall_and_in_words_it_is_no_fault() {
    for (path, text) in [
        ("crates/nianbao-store/src/a.rs", "use rusqlite::Connection;"),
        ("src-tauri/src/main.rs", "tauri::Builder::default()"),
        ("crates/nianbao-core/src/a.rs", "// std::fs and serde_json are kept out\nuse std::fmt;"),
        ("crates/nianbao-core/src/a.rs", "let word = \"f64\";"),
        ("xtask/src/main.rs", "tauri(shell); setup::tauri(); a.tauri"),
        ("crates/nianbao-cli/src/serve.rs", "TcpListener::bind(a)"),
    ] {
        assert_eq!(in_rust(&[File::invented(path, text)]), [], "{text}");
    }
}

#[test]
fn a_name_over_the_wall_is_seen_in_the_front_room() {
    for (path, text) in [
        ("ui/src/pages/A.vue", "import { ElButton } from 'element-plus'"),
        ("ui/src/main.ts", "import 'element-plus/es/components/button/style/css'"),
        ("ui/src/state/a.ts", "import { invoke } from \"@tauri-apps/api/core\""),
        ("ui/src/parts/a.ts", "await fetch('/call/x')"),
    ] {
        let wrongs = in_the_front_room(&[File::invented(path, text)]);
        assert_eq!(places(&wrongs), [format!("{path}:1")], "{text}");
    }
    for (path, text) in [
        ("ui/src/kit/Button.vue", "import { ElButton } from 'element-plus'"),
        ("ui/src/api/window.ts", "import { invoke } from '@tauri-apps/api/core'"),
        ("ui/src/pages/a.ts", "// element-plus stays in the kit"),
    ] {
        assert_eq!(in_the_front_room(&[File::invented(path, text)]), [], "{text}");
    }
}
