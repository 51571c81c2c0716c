//! A document as one text and its tokens: what each stretch is, so that the same thing is known again
//! in the other edition.

use std::collections::BTreeSet;

use crate::compose::masks_of;
use crate::doc::{Block, Cell, Doc, Field, Inline, Origin, Paragraph, Role, Table, Text};
use crate::record::{Kind, RecordRef, Unmasked};

/// Ends a paragraph.
pub(super) const END: &str = "¶";

pub(super) struct Token {
    /// The same in both editions for the same thing.
    pub key: String,
    pub text: String,
    pub of: Of,
    /// Where it begins in the text, in characters.
    pub at: usize,
    pub block: Option<usize>,
}

/// What a stretch is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    End,
    /// A field of a record, or what the template adds to it.
    Record {
        at: RecordRef,
        field: Field,
        added: bool,
    },
    /// 版头, 版记.
    Around,
    /// A row of a table.
    Row,
    /// What no record gives: headings of the template, the date.
    Template(Role),
}

pub(super) struct Masked {
    pub start: usize,
    pub end: usize,
    pub text: String,
}

pub(super) struct Flat {
    pub tokens: Vec<Token>,
    /// What is masked before it is published.
    pub masks: Vec<Masked>,
    length: usize,
    unmasked: BTreeSet<Unmasked>,
}

impl Flat {
    /// `unmasked`: what is published as it stands all the same.
    pub fn of(doc: &Doc, unmasked: &BTreeSet<Unmasked>) -> Self {
        let mut flat =
            Self { tokens: Vec::new(), masks: Vec::new(), length: 0, unmasked: unmasked.clone() };
        let around = doc.letterhead.iter().flat_map(|head| head.lines()).map(|line| ("head", line));
        for (n, (name, line)) in around.enumerate() {
            flat.line(format!("{name}{n}"), line);
        }
        for (n, block) in doc.blocks.iter().enumerate() {
            match block {
                Block::Paragraph(paragraph) => flat.paragraph(paragraph, n),
                Block::Table(table) => flat.table(table, n),
            }
        }
        let around = doc.imprint.iter().flat_map(|foot| foot.lines()).enumerate();
        for (n, line) in around {
            flat.line(format!("foot{n}"), line);
        }
        flat
    }

    pub fn text(&self) -> String {
        self.tokens.iter().map(|token| token.text.as_str()).collect()
    }

    fn line(&mut self, key: String, text: String) {
        self.push(key, text, Of::Around, None);
        self.push(END.to_owned(), "\n".to_owned(), Of::End, None);
    }

    fn push(&mut self, key: String, text: String, of: Of, block: Option<usize>) {
        let at = self.length;
        self.length += text.chars().count();
        self.tokens.push(Token { key, text, of, at, block });
    }

    fn mask(&mut self, inlines: &[Inline], at: usize) {
        self.masks.extend(masks_of(inlines, &self.unmasked).into_iter().map(|mask| Masked {
            start: at + mask.at.start,
            end: at + mask.at.end,
            text: mask.masked,
        }));
    }

    fn paragraph(&mut self, paragraph: &Paragraph, block: usize) {
        self.mask(&paragraph.inlines, self.length);
        let runs = runs(&paragraph.inlines);
        for (n, (origin, text)) in runs.iter().enumerate() {
            let (key, of) = named(&runs, n, *origin, paragraph.role);
            self.push(key, text.clone(), of, Some(block));
        }
        self.push(END.to_owned(), "\n".to_owned(), Of::End, Some(block));
    }

    /// A row is one token: what changes in it changes with its figure.
    fn table(&mut self, table: &Table, block: usize) {
        for row in &table.rows {
            let mut text = String::new();
            for (n, cell) in row.iter().enumerate() {
                if n > 0 {
                    text.push('\t');
                }
                self.mask(&cell.inlines, self.length + text.chars().count());
                text.push_str(&words(cell));
            }
            let figure =
                row.iter().flat_map(|cell| &cell.inlines).find_map(|inline| match inline {
                    Inline::Text(run) => run.figure.clone(),
                    Inline::Break => None,
                });
            let key = figure.map_or_else(|| format!("row={text}"), |key| format!("row:{key}"));
            self.push(key, text, Of::Row, Some(block));
            self.push(END.to_owned(), "\n".to_owned(), Of::End, Some(block));
        }
    }
}

fn words(cell: &Cell) -> String {
    let text = |inline: &Inline| match inline {
        Inline::Text(run) => run.text.clone(),
        Inline::Break => "\n".to_owned(),
    };
    cell.inlines.iter().map(text).collect()
}

type Run = (Option<Origin>, String);

/// Runs of one field together; of what the template adds, each by itself.
fn runs(inlines: &[Inline]) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    for inline in inlines {
        let broken = Text { text: "\n".to_owned(), ..Text::default() };
        let run = match inline {
            Inline::Text(run) => run,
            Inline::Break => &broken,
        };
        match out.last_mut() {
            Some((origin, text)) if origin.is_some() && *origin == run.origin => {
                text.push_str(&run.text);
            }
            _ => out.push((run.origin, run.text.clone())),
        }
    }
    out
}

/// What a run is: of its field; a number is of the field behind it, a mark of the one before.
fn named(runs: &[Run], n: usize, origin: Option<Origin>, role: Role) -> (String, Of) {
    if let Some(origin) = origin {
        return (field(origin), record(origin, false));
    }
    let closes = runs[n].1.chars().all(|c| !c.is_alphanumeric());
    let before = runs[..n].iter().rev().find_map(|run| run.0);
    let behind = runs[n + 1..].iter().find_map(|run| run.0);
    match (before, behind) {
        (Some(before), _) if closes => (format!(">{}", field(before)), record(before, true)),
        (_, Some(behind)) => (format!("<{}", field(behind)), record(behind, true)),
        (Some(before), None) => (format!(">{}", field(before)), record(before, true)),
        (None, None) => {
            let last = runs.last().map_or("", |run| run.1.as_str());
            let number = if n + 1 < runs.len() { "<" } else { "" };
            (format!("{number}{role:?}={last}"), Of::Template(role))
        }
    }
}

/// The public wording stands where the other does.
fn field(origin: Origin) -> String {
    let field = match origin.field {
        Field::PublicBody => Field::Body,
        field => field,
    };
    format!("{:?}:{}:{field:?}", origin.kind, origin.id.0)
}

fn record(origin: Origin, added: bool) -> Of {
    let at = RecordRef { kind: origin.kind, id: origin.id };
    Of::Record { at, field: origin.field, added }
}

impl Of {
    pub fn record(self) -> Option<RecordRef> {
        match self {
            Of::Record { at, .. } if !matches!(at.kind, Kind::Year | Kind::Unit) => Some(at),
            _ => None,
        }
    }
}
