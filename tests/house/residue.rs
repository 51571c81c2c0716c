//! What must not be left in a file.

use crate::code::{has_word, rust};
use crate::tree::{FILES, File};
use crate::{Wrong, hold, places};

const UNFINISHED_RULE: &str = "No promise stands in the sources: what is not done is an issue, \
     where somebody looks, and what is half done is not committed.";

/// In halves, so that this file does not hold them.
const PROMISES: [&str; 3] = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];
const STUBS: [&str; 2] = [concat!("unimpl", "emented"), concat!("to", "do")];

const SOURCES: [&str; 9] = ["css", "html", "js", "mjs", "rs", "sh", "sql", "ts", "vue"];

const FORM_RULE: &str = "A text file ends with a line feed, has Unix line ends and, in Rust, no tabs: \
     else every editor makes a difference of its own that hides the real one.";

const HEAD_RULE: &str = "The first line of every crate says in `//!` what it is for: \
     a crate whose purpose does not fit in a line has two of them.";

fn unfinished(files: &[File]) -> Vec<Wrong> {
    let mut wrongs = Vec::new();
    for file in files.iter().filter(|file| SOURCES.iter().any(|ending| file.is(ending))) {
        for (n, line) in file.text.lines().enumerate() {
            for word in PROMISES.iter().filter(|word| has_word(line, word)) {
                wrongs.push(Wrong::on_line(&file.path, n + 1, format!("“{word}”")));
            }
        }
        if !file.is("rs") {
            continue;
        }
        for (n, line) in rust(&file.text).lines().enumerate() {
            let stub = |stub: &&&str| line.contains(&format!("{stub}!")) && has_word(line, stub);
            for stub in STUBS.iter().filter(stub) {
                wrongs.push(Wrong::on_line(&file.path, n + 1, format!("“{stub}!”")));
            }
        }
    }
    wrongs
}

fn ill_formed(files: &[File]) -> Vec<Wrong> {
    let mut wrongs = Vec::new();
    for file in files {
        if !file.text.is_empty() && !file.text.ends_with('\n') {
            wrongs.push(Wrong::new(&*file.path, "no line feed at the end"));
        }
        if file.text.contains('\r') {
            wrongs.push(Wrong::new(&*file.path, "a carriage return"));
        }
        let tab = file.text.lines().position(|line| line.contains('\t'));
        if let (true, Some(n)) = (file.is("rs"), tab) {
            wrongs.push(Wrong::on_line(&file.path, n + 1, "a tab"));
        }
    }
    wrongs
}

fn is_head(path: &str) -> bool {
    let Some((folder, name)) = path.rsplit_once("src/") else { return false };
    let package = folder.starts_with("crates/") && folder.matches('/').count() == 2;
    let package = package || ["src-tauri/", "tests/", "xtask/"].contains(&folder);
    package && ["lib.rs", "main.rs"].contains(&name)
}

fn headless(files: &[File]) -> Vec<Wrong> {
    let heads = files.iter().filter(|file| is_head(&file.path));
    let bare = heads.filter(|file| !file.text.starts_with("//! "));
    bare.map(|file| Wrong::on_line(&file.path, 1, "does not begin with //!")).collect()
}

#[test]
fn nothing_unfinished_is_left_in_the_sources() {
    hold(UNFINISHED_RULE, unfinished(&FILES));
}

#[test]
fn text_files_are_well_formed() {
    hold(FORM_RULE, ill_formed(&FILES));
}

#[test]
fn every_crate_says_in_its_first_line_what_it_is_for() {
    hold(HEAD_RULE, headless(&FILES));
}

#[test]
fn a_promise_or_a_stub_is_seen() {
    for promise in PROMISES {
        for path in ["a.rs", "a.ts", "a.vue", "a.sql"] {
            let wrongs = unfinished(&[File::invented(path, &format!("x\n// {promise}: later\n"))]);
            assert_eq!(places(&wrongs), [format!("{path}:2")]);
        }
    }
    for stub in STUBS {
        let wrongs = unfinished(&[File::invented("a.rs", &format!("fn f() {{ {stub}!() }}"))]);
        assert_eq!(places(&wrongs), ["a.rs:1"]);
    }
    let text = format!("let {}Count = 1; // no {}s", PROMISES[0], STUBS[1]);
    assert_eq!(unfinished(&[File::invented("a.rs", &text)]), []);
}

#[test]
fn an_ill_formed_file_is_seen() {
    for (path, text, at) in
        [("a.md", "x", "a.md"), ("a.rs", "x\r\n", "a.rs"), ("a.rs", "x\n\ty\n", "a.rs:2")]
    {
        assert_eq!(places(&ill_formed(&[File::invented(path, text)])), [at]);
    }
    assert_eq!(ill_formed(&[File::invented("a.md", "\tx\n"), File::invented("b.md", "")]), []);
}

#[test]
fn a_crate_without_a_head_is_seen() {
    let of = |path| File::invented(path, "mod a;\n");
    let wrongs = headless(&[
        of("crates/nianbao-core/src/lib.rs"),
        of("crates/nianbao-core/src/text/main.rs"),
        of("src-tauri/src/main.rs"),
        of("tests/house/main.rs"),
        File::invented("xtask/src/main.rs", "//! Commands.\n"),
    ]);
    assert_eq!(places(&wrongs), ["crates/nianbao-core/src/lib.rs:1", "src-tauri/src/main.rs:1"]);
}
