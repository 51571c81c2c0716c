//! A document value as Typst text. A person's words go in as string literals, never as markup, so
//! nothing that is typed can be a command.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::ops::Range;

use nianbao_core::doc::{Align, Block, Doc, Face, Inline, Paragraph, Role, Table};
use nianbao_core::looks::attachment::{Hang, hang};
use nianbao_core::looks::keep::keeps_next;
use nianbao_core::looks::signature::{Place, lines_above, places};
use nianbao_core::looks::table::{Merge, Place as InGrid, grid, stays_whole, widths};
use nianbao_core::looks::{Looks, PAPER, PageNumbers, Seal, Twips, title};

use crate::fonts::Chains;

const REPORT: &str = include_str!("report.typ");

/// Typst text, and where each run of the document stands in it.
pub(crate) struct Written {
    pub text: String,
    pub pieces: Vec<Piece>,
    /// Characters of the document that are among the lacking.
    pub replaced: BTreeSet<char>,
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

/// `lacking`: characters that no face has.
pub(crate) fn write(
    doc: &Doc,
    looks: &Looks,
    chains: &Chains,
    lacking: &BTreeSet<char>,
) -> Written {
    let mut pen = Pen {
        text: String::new(),
        pieces: Vec::new(),
        lacking,
        replaced: BTreeSet::new(),
        block: 0,
        inline: 0,
        date: None,
    };
    pen.preface(doc, looks, chains);
    pen.text.push_str(REPORT);
    pen.text.push_str("#show: report\n\n");
    if let Some(letterhead) = &doc.letterhead {
        pen.letterhead(letterhead, looks.margins);
    }
    for (n, block) in doc.blocks.iter().enumerate() {
        pen.block = n;
        pen.inline = 0;
        match block {
            Block::Table(table) => pen.table(table),
            Block::Paragraph(paragraph) => {
                let before = n.checked_sub(1).and_then(|n| role(doc.blocks.get(n)));
                let next = doc.blocks.get(n + 1);
                pen.paragraph(paragraph, before, next, &doc.meta.unit, looks);
            }
        }
        pen.text.push_str("\n\n");
    }
    if let Some(imprint) = &doc.imprint {
        pen.imprint(imprint, looks.margins);
    }
    Written { text: pen.text, pieces: pen.pieces, replaced: pen.replaced }
}

fn role(block: Option<&Block>) -> Option<Role> {
    match block {
        Some(Block::Paragraph(paragraph)) => Some(paragraph.role),
        _ => None,
    }
}

/// What printers set where a shape is wanting; plainer where even that has none.
const STAND_INS: [char; 3] = ['〓', '？', '?'];

pub(crate) struct Pen<'a> {
    pub(crate) text: String,
    pieces: Vec<Piece>,
    lacking: &'a BTreeSet<char>,
    replaced: BTreeSet<char>,
    block: usize,
    inline: usize,
    /// Where the date under the signature at hand stands.
    date: Option<Place>,
}

/// Characters with a meaning for machines only; they would be set as boxes.
pub(crate) fn kept(c: char) -> bool {
    !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}' | '\u{FEFF}')
}

impl Pen<'_> {
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
        before: Option<Role>,
        next: Option<&Block>,
        unit: &str,
        looks: &Looks,
    ) {
        let line = looks.margins.line();
        let sticky = keeps_next(Some(paragraph.role), role(next));
        match paragraph.role {
            Role::Title => self.title(paragraph, 0, unit),
            // The third line: one empty line under 附件 (7.3.7).
            Role::AttachmentTitle => self.title(paragraph, line, unit),
            Role::Addressee => self.text.push_str("#addressee"),
            Role::Heading(level) => {
                let _ = write!(self.text, "#head({})", level.clamp(1, 4));
            }
            Role::Body if sticky => self.text.push_str("#stuck"),
            Role::Body | Role::Note => self.text.push_str("#body"),
            Role::AttachmentLabel => self.text.push_str("#attachment-label"),
            Role::Caption => self.text.push_str("#caption"),
            Role::AttachmentNote => {
                let Hang { first, rest } = hang(&paragraph.plain());
                let above = if before == Some(Role::AttachmentNote) { 0 } else { line };
                self.text.push_str("#attachment-note(");
                for length in [above, first, rest - first] {
                    self.length(length);
                    self.text.push_str(", ");
                }
                let _ = write!(self.text, "{sticky})");
            }
            Role::Signature => {
                let below = match next {
                    Some(Block::Paragraph(p)) if p.role == Role::Date => Some(p.plain()),
                    _ => None,
                };
                let (name, place) = places(&paragraph.plain(), below.as_deref(), looks.seal);
                self.date = Some(place);
                self.signed(lines_above(looks.seal) * line, name, sticky);
            }
            Role::Date => match self.date.take() {
                Some(place) => self.signed(0, place, sticky),
                None => {
                    let place = places("", Some(&paragraph.plain()), Seal::None).1;
                    self.signed(line, place, sticky);
                }
            },
        }
        let face = if let Role::Heading(level) = paragraph.role {
            Face::Heading(level)
        } else {
            Face::Plain
        };
        self.inlines(&paragraph.inlines, face);
    }

    fn title(&mut self, paragraph: &Paragraph, above: Twips, unit: &str) {
        self.text.push_str("#title(");
        self.length(title::side_indent(&paragraph.plain(), unit));
        self.text.push_str(", ");
        self.length(above);
        self.text.push(')');
    }

    fn signed(&mut self, before: Twips, place: Place, sticky: bool) {
        self.text.push_str("#signed(");
        for length in [before, place.left, place.right] {
            self.length(length);
            self.text.push_str(", ");
        }
        let side = if place.block { "left" } else { "right" };
        let _ = write!(self.text, "{side}, {sticky})");
    }

    fn inlines(&mut self, inlines: &[Inline], own: Face) {
        self.text.push('[');
        let mut open = None;
        for inline in inlines {
            let level = match inline {
                Inline::Break => open,
                Inline::Text(text) => match text.face {
                    Face::Heading(level) if text.face != own => Some(level.clamp(1, 4)),
                    _ => None,
                },
            };
            // A heading is one in the outline, of however many runs.
            if level != open {
                self.text.push_str(if open.is_some() { "]" } else { "" });
                if let Some(level) = level {
                    let _ = write!(self.text, "#run-in({level})[");
                }
                open = level;
            }
            match inline {
                Inline::Break => self.text.push_str("#linebreak()"),
                Inline::Text(text) => {
                    self.text.push('#');
                    let range = self.literal(&text.text);
                    self.pieces.push(Piece { range, block: self.block, inline: self.inline });
                }
            }
            self.inline += 1;
        }
        self.text.push_str(if open.is_some() { "]]" } else { "]" });
    }

    fn table(&mut self, table: &Table) {
        let (rows, columns) = grid(table);
        if rows.is_empty() || columns == 0 {
            return;
        }
        self.text.push_str("#grid-of((");
        for width in widths(&table.columns, columns) {
            self.length(width);
            self.text.push_str(", ");
        }
        self.text.push_str("), (");
        let head = table.header_rows.min(rows.len());
        for (n, row) in rows.iter().enumerate() {
            if n == head {
                self.text.push_str("), ");
            }
            for place in row {
                self.cell(place, n < head, stays_whole(row));
            }
        }
        self.text.push_str(if head == rows.len() { "))" } else { ")" });
    }

    fn cell(&mut self, place: &InGrid<'_>, header: bool, whole: bool) {
        let rows = match place.merge {
            Merge::None => 1,
            Merge::Start(rows) => rows,
            Merge::Continue => return,
        };
        let align = place.cell.map(|cell| cell.align).unwrap_or_default();
        let align = match align {
            _ if header => "center",
            Align::Left => "left",
            Align::Centre => "center",
            Align::Right => "right",
        };
        let name = if header { "head-cell" } else { "cell" };
        let _ = write!(self.text, "{name}({}, {rows}, {align}, {}, ", place.span, !whole);
        self.inlines(place.cell.map_or(&[], |cell| &cell.inlines), Face::Plain);
        self.text.push_str("), ");
    }

    /// A length in points, from twentieths of them.
    pub(crate) fn length(&mut self, twips: Twips) {
        let _ = write!(self.text, "{}.{:02}pt", twips / 20, twips % 20 * 5);
    }

    /// A string literal; gives its range.
    pub(crate) fn literal(&mut self, text: &str) -> Range<usize> {
        let start = self.text.len();
        self.text.push('"');
        for c in text.chars().filter(|c| kept(*c)) {
            if matches!(c, '"' | '\\') {
                self.text.push('\\');
            }
            let set = if self.lacking.contains(&c) { self.stand_in(c) } else { c };
            self.text.push(set);
        }
        self.text.push('"');
        start..self.text.len()
    }

    /// A box without a meaning would be no text: no reader could find it, and PDF/A forbids it.
    fn stand_in(&mut self, c: char) -> char {
        self.replaced.insert(c);
        STAND_INS.into_iter().find(|one| !self.lacking.contains(one)).unwrap_or(' ')
    }
}
