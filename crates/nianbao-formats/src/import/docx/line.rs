//! A paragraph that is closed, and rows of tables as lines.

use super::properties::{Face, Look};
use super::words::Words;

#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub words: Words,
    /// Of a heading, by its style; 0: none.
    pub level: u8,
    /// A title, by its style.
    pub title: bool,
    pub centered: bool,
    pub look: Plain,
    /// In a table.
    pub cell: bool,
}

/// A look as it stands, with nothing left open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Plain {
    pub size: u32,
    pub face: Face,
    pub bold: bool,
}

impl Default for Plain {
    fn default() -> Self {
        Self { size: 20, face: Face::Other, bold: false }
    }
}

impl From<Look> for Plain {
    fn from(look: Look) -> Self {
        let plain = Self::default();
        Self {
            size: look.size.unwrap_or(plain.size),
            face: look.face.unwrap_or(plain.face),
            bold: look.bold.unwrap_or(plain.bold),
        }
    }
}

/// A cell of a row that is open.
#[derive(Debug, Default)]
pub(super) struct Cell {
    pub lines: Vec<Line>,
    pub columns: usize,
    /// Goes on from the cell above it.
    pub goes_on: bool,
}

/// More paragraphs, or longer text, a cell of a table has only where the table lays out a page.
const MOST_LINES: usize = 3;
const MOST_CHARACTERS: usize = 200;

/// A row as one line with its cells apart by tabs; or paragraph by paragraph, where there is but one
/// cell with anything in it or the cells hold pages. And whether a line holds cells that are one.
pub(super) fn row(cells: Vec<Cell>, before: usize) -> (Vec<Line>, bool) {
    let full = |cell: &Cell| cell.lines.iter().filter(|line| !line.words.is_blank()).count();
    let long = |cell: &Cell| {
        let length: usize = cell.lines.iter().map(|line| line.words.length).sum();
        full(cell) > MOST_LINES || length > MOST_CHARACTERS
    };
    let filled = cells.iter().filter(|cell| full(cell) > 0).count();
    let pages = cells.iter().any(long);
    if filled <= 1 || pages {
        // A cell alone in its row is no cell: a heading in a frame is a heading.
        let cell = filled > 1;
        let lines = cells.into_iter().flat_map(|cell| cell.lines);
        return (lines.map(|line| Line { cell, ..line }).collect(), false);
    }
    let mut words = Words::default();
    words.push(&"\t".repeat(before));
    let last = cells.len().saturating_sub(1);
    let mut merged = false;
    for (n, cell) in cells.into_iter().enumerate() {
        merged |= cell.goes_on || cell.columns > 1;
        for line in cell.lines {
            let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            let gap =
                latin(words.text.chars().next_back()) && latin(line.words.text.chars().next());
            if gap {
                words.push(" ");
            }
            words.append(flat(line.words));
        }
        if n < last {
            words.push(&"\t".repeat(cell.columns.clamp(1, 64)));
        }
    }
    (vec![Line { words, cell: true, ..Line::default() }], merged)
}

/// A line stays one.
fn flat(mut words: Words) -> Words {
    words.text = words.text.replace(['\n', '\t'], " ");
    words
}
