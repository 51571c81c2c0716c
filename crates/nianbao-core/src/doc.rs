//! The document value: what a report reads like, before any format. Exporters and pages see nothing else.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::record::{Id, Kind};

/// A composed report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Doc {
    pub meta: Meta,
    pub blocks: Vec<Block>,
}

/// What a file's properties say of it. Never a user's name, never a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Meta {
    pub title: String,
    pub unit: String,
    pub year: i32,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    Paragraph(Paragraph),
    Table(Table),
}

/// One paragraph. A line break inside it is [`Inline::Break`], never a line feed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Paragraph {
    pub role: Role,
    pub inlines: Vec<Inline>,
}

/// What a paragraph is; its looks follow from it (GB/T 9704—2012, clause 7.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "is", content = "level")]
pub enum Role {
    Title,
    Addressee,
    /// A heading that stands alone; level 1 to 4: 一、（一）1.（1）
    Heading(u8),
    Body,
    /// 署名
    Signature,
    /// 成文日期
    Date,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "inline", rename_all = "snake_case")]
pub enum Inline {
    Text(Text),
    Break,
}

/// A run of text in one face, and the record it came from.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
pub struct Text {
    pub text: String,
    pub face: Face,
    /// None for what the template adds: numbers, punctuation it supplies, 署名.
    pub origin: Option<Origin>,
    /// Key of the figure this run prints; its text is not typed but looked up.
    pub figure: Option<String>,
}

/// Which of the official faces a run is set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "is", content = "level")]
pub enum Face {
    /// The paragraph's own.
    #[default]
    Plain,
    /// A heading sentence run into its paragraph, in the face of that level.
    Heading(u8),
    /// 一是……。: bold in some offices; plain in the standard.
    Lead,
}

/// The record and field a run prints, so that editing the draft edits the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct Origin {
    pub kind: Kind,
    pub id: Id,
    pub field: Field,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Title,
    Body,
    Cause,
    /// 公开措辞 of a problem.
    PublicBody,
    Addressee,
    Name,
    Opening,
    Closing,
}

/// Rows of cells with spans; a merged cell stands once, at its top left.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Table {
    /// Column widths in thousandths of the text width; they add up to 1000.
    pub columns: Vec<u16>,
    /// So many rows from the top are repeated on each page.
    pub header_rows: usize,
    pub rows: Vec<Vec<Cell>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Cell {
    pub inlines: Vec<Inline>,
    pub columns: u16,
    pub rows: u16,
}

impl Paragraph {
    pub fn new(role: Role) -> Self {
        Self { role, inlines: Vec::new() }
    }

    /// Its text as read, breaks as line feeds.
    pub fn plain(&self) -> String {
        self.inlines
            .iter()
            .map(|inline| match inline {
                Inline::Text(text) => text.text.as_str(),
                Inline::Break => "\n",
            })
            .collect()
    }
}

impl Doc {
    /// The paragraphs in order, tables passed over.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph),
            Block::Table(_) => None,
        })
    }

    /// The text as read, a line a paragraph.
    pub fn plain(&self) -> String {
        let mut out = String::new();
        for paragraph in self.paragraphs() {
            out.push_str(&paragraph.plain());
            out.push('\n');
        }
        out
    }
}
