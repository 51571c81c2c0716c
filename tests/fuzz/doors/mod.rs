//! Every way in from outside. A new one is its function and its line here.

mod calls;
mod files;
mod report;
mod text;

use crate::feed::Food;

pub struct Door {
    pub name: &'static str,
    pub food: Food,
    /// Inputs of the test of every day.
    pub few: usize,
    /// Panics where something is wrong.
    pub enter: fn(&[u8]),
}

macro_rules! door {
    ($name:literal, $food:ident, $few:literal, $enter:path) => {
        Door { name: $name, food: Food::$food, few: $few, enter: $enter }
    };
}

pub const DOORS: &[Door] = &[
    door!("check", Text, 60, text::check),
    door!("check_again", Text, 40, text::check_again),
    door!("own_words", Text, 20, text::own_words),
    door!("prose", Text, 200, text::prose),
    door!("numbering", Text, 200, text::numbering),
    door!("marks", Text, 200, text::marks),
    door!("difference", Text, 60, text::difference),
    door!("report", Text, 30, report::report),
    door!("formats", Text, 15, report::formats),
    door!("decode", Encoded, 200, files::decode),
    door!("page", Page, 60, files::page),
    door!("word", Word, 100, files::word),
    door!("book", Book, 60, files::table),
    door!("table", Table, 100, files::table),
    door!("call", Calls, 10, calls::call),
    door!("paste", Table, 5, calls::paste),
    door!("quick", Text, 5, calls::quick),
    door!("template", Template, 10, calls::template),
    door!("library", Library, 8, calls::library),
    door!("pages", Text, 2, calls::pages),
];

/// Text doors take any bytes: what is no text is made text.
fn words(input: &[u8]) -> String {
    String::from_utf8_lossy(input).into_owned()
}

/// The two halves of an input, parted at the middle line.
fn halves(text: &str) -> (&str, &str) {
    let middle = text.len() / 2;
    let at = text.bytes().enumerate().find(|(n, b)| *n >= middle && *b == b'\n');
    at.map_or((text, ""), |(at, _)| (&text[..at], &text[at + 1..]))
}
