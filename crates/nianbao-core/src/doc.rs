//! The document value: what a report reads like, before any format. Exporters and pages see nothing else.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::record::{Id, Kind};

/// A composed report.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
pub struct Doc {
    pub meta: Meta,
    /// Above the title of the first page.
    #[serde(default)]
    pub letterhead: Option<Letterhead>,
    /// From the title to the end of the last attachment.
    pub blocks: Vec<Block>,
    /// At the foot of the last page.
    #[serde(default)]
    pub imprint: Option<Imprint>,
}

/// 版头 (7.2); what is empty is not printed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Letterhead {
    /// 份号
    pub copy: String,
    /// 紧急程度
    pub urgency: String,
    /// 发文机关标志, 文件 included; a line feed divides it.
    pub mark: String,
    /// 发文字号
    pub number: String,
    /// 签发人, of an upward report.
    pub signers: Vec<String>,
}

impl Letterhead {
    /// Its text in reading order, for formats that have no pages.
    pub fn lines(&self) -> Vec<String> {
        let signers = if self.signers.is_empty() {
            String::new()
        } else {
            format!("签发人：{}", self.signers.join("　"))
        };
        let mut lines = vec![self.copy.clone(), self.urgency.clone()];
        lines.extend(self.mark.lines().map(str::to_owned));
        lines.extend([self.number.clone(), signers]);
        lines.retain(|line| !line.trim().is_empty());
        lines
    }
}

/// 版记 (7.4); what is empty is not printed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Imprint {
    /// 抄送机关, without 抄送： and 。
    pub copies: String,
    /// 印发机关
    pub office: String,
    /// 印发日期 with 印发 behind it.
    pub printed: String,
}

impl Imprint {
    /// 抄送：……。 as printed; empty if nobody is named.
    pub fn copies_line(&self) -> String {
        if self.copies.is_empty() { String::new() } else { format!("抄送：{}。", self.copies) }
    }

    /// Its text in reading order, for formats that have no pages.
    pub fn lines(&self) -> Vec<String> {
        let below = format!("{}　{}", self.office, self.printed);
        let mut lines = vec![self.copies_line(), below.trim_matches('　').to_owned()];
        lines.retain(|line| !line.is_empty());
        lines
    }
}

/// What a file's properties say of it. Never a user's name, never a path.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
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
    /// 附件说明, a paragraph an attachment: 附件：1.……
    AttachmentNote,
    /// 附注, in brackets.
    Note,
    /// 附件1, at the head of a new page.
    AttachmentLabel,
    AttachmentTitle,
    /// What the table below it is called.
    Caption,
}

impl Role {
    /// Whether it is the report's own text, that of attachments included, and not what stands around it.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Heading(_) | Self::Body)
    }
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
    /// Code of the rule by which the published edition masks what stands here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub masked: Option<String>,
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

impl Field {
    /// As the record has it.
    pub fn name(self) -> &'static str {
        match self {
            Field::Title => "title",
            Field::Body => "body",
            Field::Cause => "cause",
            Field::PublicBody => "public_body",
            Field::Addressee => "addressee",
            Field::Name => "name",
            Field::Opening => "opening",
            Field::Closing => "closing",
        }
    }
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

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
pub struct Cell {
    pub inlines: Vec<Inline>,
    pub columns: u16,
    pub rows: u16,
    #[serde(default)]
    pub align: Align,
}

/// How a cell's text stands in it; a header cell's always in the middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    #[default]
    Left,
    Centre,
    Right,
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
