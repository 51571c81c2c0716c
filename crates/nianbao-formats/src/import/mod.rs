//! Other people's files become a proposal: what was understood, what was left out and why.
//! Nothing is written; a person accepts, and then it is an ordinary edit.

mod accept;
mod chrome;
mod decode;
mod docx;
mod draft;
mod error;
mod head;
pub mod indicators;
mod items;
mod lines;
mod manuscript;
mod markdown;
mod names;
mod page;
mod paper;
pub mod table;
mod tail;
pub mod text;
mod tree;

pub use accept::{Accepted, records};
pub use decode::{Decoded, MOST_BYTES, decode};
pub use error::ImportError;
pub use manuscript::{ChangeKind, Comment, Form, Manuscript, Revisions, TrackedChange, manuscript};
pub use paper::{paper, paper_of};

use jiff::civil::Date;
use nianbao_core::record::Precision;
use nianbao_core::text::parts as words;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a report was understood to be. Offsets count Unicode characters of the decoded input.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Proposal {
    pub title: String,
    pub unit: String,
    pub year: Option<i32>,
    /// When it was dated or, if it bears no date, published.
    #[ts(type = "string | null")]
    pub issued: Option<Date>,
    pub blocks: Vec<BlockProposal>,
    /// Every character of the input is in a block or here; here too what a file holds beside its text,
    /// at the place where it would stand.
    pub dropped: Vec<Dropped>,
    pub figures: Vec<FigureProposal>,
    /// Half-width marks in Chinese text, offered as full-width.
    pub punctuation: Vec<MarkFix>,
    /// Name of the encoding it was read in, or of the kind of file.
    pub encoding: String,
    /// What was written or struck under tracking.
    #[serde(default)]
    pub changes: Vec<TrackedChange>,
    #[serde(default)]
    pub comments: Vec<Comment>,
}

/// One piece of the report and the part it plays.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct BlockProposal {
    pub role: BlockRole,
    /// Of a heading or a numbered item, 1 to 4; otherwise 0.
    pub level: u8,
    /// As written: 一、 （一） 一是. Empty: none.
    pub number: String,
    /// The heading sentence, without number and without 。
    pub title: String,
    pub body: String,
    pub start: usize,
    pub end: usize,
    /// Stands in the same paragraph as the block before it.
    pub runs_on: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BlockRole {
    Title,
    Addressee,
    Lead,
    Heading,
    Achievement,
    Problem,
    Cause,
    Plan,
    LeaderDuty,
    Ending,
    Signature,
    Date,
    Attachment,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Dropped {
    pub text: String,
    /// The reason, as a clerk reads it.
    pub why: String,
    pub start: usize,
    pub end: usize,
}

/// A number met in prose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FigureProposal {
    pub label: String,
    /// A plain decimal: no separators, no unit.
    pub value: String,
    pub unit: String,
    pub precision: PrecisionWord,
    pub start: usize,
    pub end: usize,
}

/// A precision as scripts read it: `exact`, `约`, `余`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum PrecisionWord {
    #[serde(rename = "exact")]
    Exact,
    #[serde(rename = "约")]
    About,
    #[serde(rename = "余")]
    Over,
}

impl From<PrecisionWord> for Precision {
    fn from(word: PrecisionWord) -> Self {
        match word {
            PrecisionWord::Exact => Precision::Exact,
            PrecisionWord::About => Precision::About,
            PrecisionWord::Over => Precision::Over,
        }
    }
}

/// One mark to widen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MarkFix {
    pub at: usize,
    pub from: char,
    pub to: char,
}

/// Reads a report from a file's bytes: the text, which the offsets count in, and the proposal.
///
/// # Errors
/// See [`manuscript`] and [`text::read`].
pub fn read(bytes: &[u8]) -> Result<(String, Proposal), ImportError> {
    let found = manuscript(bytes, "", Revisions::default())?;
    let proposal = text::read_manuscript(&found)?;
    Ok((found.text, proposal))
}
