//! A document value as Typst text. A person's words go in as string literals, never as markup, so
//! nothing that is typed can be a command.

use std::fmt::Write;
use std::ops::Range;

use nianbao_core::doc::{
    Block, Cell, Doc, Face, Imprint, Inline, Letterhead, Paragraph, Role, Table,
};
use nianbao_core::looks::signature::{Place, places};
use nianbao_core::looks::{Looks, PAPER, PageNumbers, Twips, title};

use crate::fonts::Chains;

const REPORT: &str = include_str!("report.typ");

/// Typst text, and where each run of the document stands in it.
pub(crate) struct Written {
    pub text: String,
    pub pieces: Vec<Piece>,
}

/// One run of text of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Its literal, in bytes of the Typst text.
    pub range: Range<usize>,
    /// Index of the block in [`Doc::blocks`].
    pub block: usize,
    /// Index among the runs of the block, breaks counted; in a table through all cells.
    pub inline: usize,
}

pub(crate) fn write(doc: &Doc, looks: &Looks, chains: &Chains) -> Written {
    let mut pen = Pen { text: String::new(), pieces: Vec::new(), block: 0, inline: 0 };
    pen.preface(doc, looks, chains);
    pen.text.push_str(REPORT);
    pen.text.push_str("#show: report\n\n");
    let line = looks.margins.line();
    let mut date = None;
    pen.lines(doc.letterhead.as_ref().map(Letterhead::lines));
    for (n, block) in doc.blocks.iter().enumerate() {
        pen.block = n;
        pen.inline = 0;
        match block {
            Block::Table(table) => pen.table(table),
            Block::Paragraph(paragraph) => {
                let next = doc.blocks.get(n + 1);
                pen.paragraph(paragraph, next, &doc.meta.unit, line, &mut date);
            }
        }
        pen.text.push_str("\n\n");
    }
    pen.lines(doc.imprint.as_ref().map(Imprint::lines));
    Written { text: pen.text, pieces: pen.pieces }
}

/// Whether nothing but 署名 and 成文日期 follows.
fn ends_text(next: Option<&Block>) -> bool {
    matches!(next, Some(Block::Paragraph(p)) if matches!(p.role, Role::Signature | Role::Date))
}

struct Pen {
    text: String,
    pieces: Vec<Piece>,
    block: usize,
    inline: usize,
}

/// Characters with a meaning for machines only; they would be set as boxes.
pub(crate) fn kept(c: char) -> bool {
    !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}' | '\u{FEFF}')
}

impl Pen {
    fn preface(&mut self, doc: &Doc, looks: &Looks, chains: &Chains) {
        self.text.push_str("#let pitch = ");
        self.length(looks.margins.line());
        self.text.push_str("\n#let text-height = ");
        self.length(PAPER.1 - looks.margins.top() - looks.margins.bottom());
        let numbers = match looks.page_numbers {
            PageNumbers::Outer => "outer",
            PageNumbers::Centred => "centred",
            PageNumbers::None => "none",
        };
        let _ = write!(self.text, "\n#let numbers = \"{numbers}\"\n#let meta = (title: ");
        self.literal(&doc.meta.title);
        self.text.push_str(", unit: ");
        self.literal(&doc.meta.unit);
        self.text.push_str(")\n#let faces = (");
        let latin = chains.latin.as_deref();
        for (role, chain) in [
            ("title", &chains.title),
            ("body", &chains.body),
            ("heading1", &chains.heading1),
            ("heading2", &chains.heading2),
            ("heading3", &chains.body),
            ("heading4", &chains.body),
            ("song", &chains.song),
        ] {
            let _ = write!(self.text, "{role}: (");
            if let Some(latin) = latin.filter(|_| role != "song") {
                self.text.push_str("(name: ");
                self.literal(latin);
                self.text.push_str(", covers: \"latin-in-cjk\"), ");
            }
            for family in chain {
                self.literal(family);
                self.text.push_str(", ");
            }
            self.text.push_str("), ");
        }
        let _ = writeln!(self.text, "title-weight: {})", chains.title_weight());
    }

    fn paragraph(
        &mut self,
        paragraph: &Paragraph,
        next: Option<&Block>,
        unit: &str,
        line: Twips,
        date: &mut Option<Place>,
    ) {
        match paragraph.role {
            Role::Title | Role::AttachmentTitle => {
                self.text.push_str("#title(");
                self.length(title::side_indent(&paragraph.plain(), unit));
                self.text.push(')');
            }
            Role::Addressee => self.text.push_str("#addressee"),
            Role::Heading(level) => {
                let _ = write!(self.text, "#head({})", level.clamp(1, 4));
            }
            Role::Body if ends_text(next) => self.text.push_str("#stuck"),
            Role::Body | Role::AttachmentNote | Role::Note => self.text.push_str("#body"),
            Role::AttachmentLabel | Role::Caption => self.text.push_str("#addressee"),
            Role::Signature => {
                let below = match next {
                    Some(Block::Paragraph(p)) if p.role == Role::Date => Some(p.plain()),
                    _ => None,
                };
                let (name, place) = places(&paragraph.plain(), below.as_deref());
                *date = Some(place);
                self.signed(line, name);
            }
            Role::Date => match date.take() {
                Some(place) => self.signed(0, place),
                None => self.signed(line, places("", Some(&paragraph.plain())).1),
            },
        }
        let face = if let Role::Heading(level) = paragraph.role {
            Face::Heading(level)
        } else {
            Face::Plain
        };
        self.inlines(&paragraph.inlines, face);
    }

    fn lines(&mut self, lines: Option<Vec<String>>) {
        for line in lines.unwrap_or_default() {
            self.text.push_str("#addressee[#");
            self.literal(&line);
            self.text.push_str("]\n\n");
        }
    }

    fn signed(&mut self, before: Twips, place: Place) {
        self.text.push_str("#signed(");
        for length in [before, place.left, place.right] {
            self.length(length);
            self.text.push_str(", ");
        }
        self.text.push_str(if place.block { "left)" } else { "right)" });
    }

    fn inlines(&mut self, inlines: &[Inline], own: Face) {
        self.text.push('[');
        for inline in inlines {
            match inline {
                Inline::Break => self.text.push_str("#linebreak()"),
                Inline::Text(text) => {
                    let run_in = match text.face {
                        Face::Heading(level) if text.face != own => Some(level.clamp(1, 4)),
                        _ => None,
                    };
                    if let Some(level) = run_in {
                        let _ = write!(self.text, "#run-in({level})[");
                    }
                    self.text.push('#');
                    let range = self.literal(&text.text);
                    self.pieces.push(Piece { range, block: self.block, inline: self.inline });
                    if run_in.is_some() {
                        self.text.push(']');
                    }
                }
            }
            self.inline += 1;
        }
        self.text.push(']');
    }

    fn table(&mut self, table: &Table) {
        self.text.push_str("#grid-of((");
        for column in &table.columns {
            let _ = write!(self.text, "{column}fr, ");
        }
        self.text.push_str("), (");
        for (n, row) in table.rows.iter().enumerate() {
            if n == table.header_rows {
                self.text.push_str("), ");
            }
            for cell in row {
                self.cell(cell, n < table.header_rows);
            }
        }
        if table.rows.len() <= table.header_rows {
            self.text.push_str("), ");
        }
        self.text.push(')');
    }

    fn cell(&mut self, cell: &Cell, header: bool) {
        let name = if header { "head-cell" } else { "cell" };
        let _ = write!(self.text, "{name}({}, {}, ", cell.columns.max(1), cell.rows.max(1));
        self.inlines(&cell.inlines, Face::Plain);
        self.text.push_str("), ");
    }

    /// A length in points, from twentieths of them.
    fn length(&mut self, twips: Twips) {
        let _ = write!(self.text, "{}.{:02}pt", twips / 20, twips % 20 * 5);
    }

    /// A string literal; gives its range.
    fn literal(&mut self, text: &str) -> Range<usize> {
        let start = self.text.len();
        self.text.push('"');
        for c in text.chars().filter(|c| kept(*c)) {
            if matches!(c, '"' | '\\') {
                self.text.push('\\');
            }
            self.text.push(c);
        }
        self.text.push('"');
        start..self.text.len()
    }
}
