//! Papers that must say what is so: the glossary's words, the paths and commands in the guides.

use std::collections::BTreeMap;

use nianbao_core::record::{Kind, Slot};

use crate::tree::{FILES, File, file, root};
use crate::{Wrong, hold, places};

const GLOSSARY: &str = "docs/glossary.md";

const WORD_RULE: &str = "Every kind of record and every place of a passage stands in docs/glossary.md with its word in both languages: \
     one thing with two names is looked for twice and found once.";

const TWICE_RULE: &str = "A word stands in docs/glossary.md once, in either language: \
     one word for two things is how a clerk and a program misunderstand each other.";

const PATH_RULE: &str = "A path or command that a guide gives exists: \
     a reader whose first try fails does not make a second.";

/// Chinese and English of each row `| 成效 | achievement | … |`, with its line.
fn rows(text: &str) -> Vec<(usize, &str, &str)> {
    let mut rows = Vec::new();
    for (n, line) in text.lines().enumerate() {
        let mut cells = line.strip_prefix("| ").unwrap_or_default().split(" | ");
        if let (Some(chinese), Some(english)) = (cells.next(), cells.next())
            && !chinese.is_ascii()
            && english != "English"
        {
            rows.push((n + 1, chinese.trim(), english.trim()));
        }
    }
    rows
}

/// `AreaLead` → area lead
fn english(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push(' ');
        }
        out.extend(c.to_lowercase());
    }
    out
}

fn words() -> Vec<(&'static str, String)> {
    let kinds = Kind::ALL.iter().map(|kind| (kind.word(), english(&format!("{kind:?}"))));
    let slots = Slot::ALL.iter().map(|slot| (slot.word(), english(&format!("{slot:?}"))));
    kinds.chain(slots).collect()
}

fn missing_words(glossary: &str) -> Vec<Wrong> {
    let rows = rows(glossary);
    let has = |chinese: &str, word: &str| rows.iter().any(|(_, c, e)| *c == chinese && *e == word);
    let gone = words().into_iter().filter(|(chinese, word)| !has(chinese, word));
    gone.map(|(chinese, word)| Wrong::new(GLOSSARY, format!("no row | {chinese} | {word} |")))
        .collect()
}

fn words_twice(glossary: &str) -> Vec<Wrong> {
    let mut seen = BTreeMap::new();
    let mut wrongs = Vec::new();
    for (line, chinese, english) in rows(glossary) {
        for word in [chinese, english] {
            if let Some(first) = seen.insert(word.to_owned(), line) {
                let what = format!("“{word}” stands on line {first} already");
                wrongs.push(Wrong::on_line(GLOSSARY, line, what));
            }
        }
    }
    wrongs
}

fn is_guide(file: &&File) -> bool {
    file.is("md") && (!file.path.contains('/') || file.in_folder("docs"))
}

/// Texts in backticks, targets of links and the lines of fenced blocks, each with its line.
fn quoted(text: &str) -> Vec<(usize, String)> {
    let mut out = Vec::new();
    let mut fenced = false;
    for (n, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if fenced {
            out.push((n + 1, line.trim().to_owned()));
        } else {
            let inside = line.split('`').skip(1).step_by(2);
            let links = line.split("](").skip(1).filter_map(|rest| rest.split(')').next());
            out.extend(inside.chain(links).map(|piece| (n + 1, piece.to_owned())));
        }
    }
    out
}

/// A path from the root: a paper's name, or a name at the top and what lies in it; nothing to be filled in.
fn as_path(quoted: &str, top: &[String]) -> Option<String> {
    let clean = quoted.split([' ', '#']).next()?.trim_end_matches('/');
    let first = quoted.split_once('/').map(|(first, _)| first);
    let paper = first.is_none() && clean.ends_with(".md");
    let inside = first.is_some_and(|first| top.iter().any(|name| name == first));
    let to_fill_in = clean.contains(['<', '>', '*', '{', '…', '$', '(']) || clean.contains("NNNN");
    ((paper || inside) && !to_fill_in).then(|| clean.to_owned())
}

fn untrue(
    files: &[File],
    top: &[String],
    exists: impl Fn(&str) -> bool,
    commands: &dyn Fn(&str) -> Option<String>,
) -> Vec<Wrong> {
    let mut wrongs = Vec::new();
    for guide in files.iter().filter(is_guide) {
        for (line, piece) in quoted(&guide.text) {
            if let Some(path) = as_path(&piece, top) {
                if !exists(&path) {
                    wrongs.push(Wrong::on_line(&guide.path, line, format!("no {path}")));
                }
            } else if let Some(what) = commands(&piece) {
                wrongs.push(Wrong::on_line(&guide.path, line, what));
            }
        }
    }
    wrongs
}

/// What is wrong with a command of ours, judged by the source that reads it.
fn wrong_command(quoted: &str, xtask: &str, nianbao: &str) -> Option<String> {
    let mut words = quoted.split_whitespace().skip_while(|word| *word == "$");
    let (first, second, third) = (words.next()?, words.next(), words.next());
    let known = |source: &str, name: &str| source.contains(&format!("\"{name}\" =>"));
    let variant = |source: &str, name: &str| {
        let mut chars = name.chars();
        let head = chars.next().map(|c| c.to_ascii_uppercase()).unwrap_or_default();
        let name = format!("{head}{}", chars.as_str());
        ["{", "(", ","].iter().any(|open| source.contains(&format!("    {name}{open}")))
            || source.contains(&format!("    {name} {{"))
    };
    match (first, second, third) {
        ("cargo", Some("xtask"), Some(name)) if !known(xtask, name) => {
            Some(format!("cargo xtask has no {name}"))
        }
        ("nianbao", Some(name), _) if name.is_ascii() && !name.starts_with('-') => {
            (!variant(nianbao, name)).then(|| format!("nianbao has no {name}"))
        }
        _ => None,
    }
}

#[test]
fn the_glossary_has_every_word_of_the_records() {
    let glossary = file(GLOSSARY).map(|file| file.text.as_str()).unwrap_or_default();
    hold(WORD_RULE, missing_words(glossary));
    hold(TWICE_RULE, words_twice(glossary));
}

#[test]
fn the_guides_give_only_paths_and_commands_that_exist() {
    let root = root();
    let entries = std::fs::read_dir(&root).expect("the root");
    let top: Vec<String> =
        entries.flatten().map(|e| e.file_name().to_string_lossy().into_owned()).collect();
    let source = |folder: &str| -> String {
        let inside = FILES.iter().filter(|f| f.in_folder(folder) && f.is("rs"));
        inside.map(|f| f.text.as_str()).collect()
    };
    let (xtask, nianbao) = (source("xtask"), source("crates/nianbao-cli"));
    // Made by a build or a test run, so that a clean clone lacks them.
    let made = ["target", "out", "ui/dist", "ui/test-results"];
    let exists = |path: &str| {
        let below = |made: &str| path == made || path.starts_with(&format!("{made}/"));
        root.join(path).exists() || made.iter().any(|made| below(made))
    };
    hold(PATH_RULE, untrue(&FILES, &top, exists, &|piece| wrong_command(piece, &xtask, &nianbao)));
}

#[test]
fn a_missing_and_a_doubled_word_are_seen() {
    let mut good = String::from("| 中文 | English | |\n|---|---|---|\n");
    for (chinese, english) in words() {
        good.push_str(&format!("| {chinese} | {english} | x |\n"));
    }
    assert_eq!(missing_words(&good), []);
    assert_eq!(words_twice(&good), []);
    assert_eq!(missing_words(&good.replace("成效", "成绩")).len(), 1);
    assert_eq!(missing_words(&good.replace("| achievement |", "| result |")).len(), 1);
    assert_eq!(words_twice(&format!("{good}| 成果 | achievement | x |\n")).len(), 1);
    assert_eq!(words_twice(&format!("{good}| 成效 | result | x |\n")).len(), 1);
}

#[test]
fn a_path_or_command_that_does_not_exist_is_seen() {
    let top = ["crates".to_owned(), "docs".to_owned()];
    let exists = |path: &str| path == "crates/nianbao-core";
    let xtask = "match c { \"run\" => 1 }";
    let nianbao = "enum Command {\n    New(New),\n    Serve {\n";
    let commands = |piece: &str| wrong_command(piece, xtask, nianbao);
    let text = "`crates/nianbao-core/` `crates/nianbao-gone` `application/json` `docs/NNNN-x.md`\n\
                [a](GONE.md) [b](https://a.b/c.md)\n\
                `cargo xtask run` `cargo xtask fly`\n\
                ```\nnianbao new a\n$ nianbao fly\nnianbao serve --port 1\n```\n";
    let guides = [File::invented("README.md", text), File::invented("ui/README.md", text)];
    let wrongs = untrue(&guides, &top, exists, &commands);
    assert_eq!(places(&wrongs), ["README.md:1", "README.md:2", "README.md:3", "README.md:6"]);
}
