//! The main part, read once from start to end: every open element has a frame that says what its close
//! means, so that nothing calls itself.

mod closing;
mod elements;

use std::collections::BTreeMap;

use quick_xml::events::BytesStart;

use super::fields::Fields;
use super::line::{Cell, Line, Plain};
use super::numbers::Numbers;
use super::properties::{self, Look, Mark, ParaProperties};
use super::styles::{Applied, Styles};
use super::words::{SOFT, Words};
use super::xml::{Node, Xml};
use crate::import::ImportError;
use crate::import::manuscript::{ChangeKind, Revisions};

/// More paragraphs no report has.
const MOST_PARAGRAPHS: usize = 200_000;
/// Nor more bytes of text: some two million characters.
const MOST_TEXT: usize = 6 << 20;
/// The words a comment is about are kept so far, and of so many comments at once.
const ABOUT: usize = 40;
const MOST_OPEN: usize = 16;

const BLANK: [char; 4] = [' ', '\t', '\r', '\n'];

pub(super) struct Body<'p> {
    styles: &'p Styles,
    numbers: Numbers,
    revisions: Revisions,
    /// Footnotes and endnotes by kind and id.
    footnotes: &'p BTreeMap<String, String>,
    frames: Vec<Frame>,
    /// Of the body, and of each cell that is open.
    sinks: Vec<Sink>,
    rows: Vec<Row>,
    paras: Vec<Para>,
    runs: Vec<Run>,
    tracked: Vec<(ChangeKind, Mark)>,
    alternates: Vec<bool>,
    fields: Fields,
    comments: Vec<(String, String)>,
    /// How many tables of contents, and how many hints in the place of text, are open.
    contents: usize,
    hints: usize,
    count: usize,
    /// Bytes of text so far.
    length: usize,
    /// White space behind a piece of text, until it is known whether more follows.
    space: Option<String>,
    bullets: bool,
}

#[derive(Default)]
struct Sink {
    lines: Vec<Line>,
    /// A paragraph that goes on in the next.
    open: Option<Words>,
}

#[derive(Default)]
struct Row {
    cells: Vec<Cell>,
    before: usize,
    gone: bool,
    /// Of the table: said already that cells are merged.
    said: bool,
}

struct Para {
    words: Words,
    own: ParaProperties,
    applied: Applied,
    looks: Vec<(Plain, usize)>,
}

#[derive(Default)]
struct Run {
    look: Look,
    hidden: bool,
}

/// What the close of an element means.
enum Frame {
    Nothing,
    Para,
    Run,
    /// Whether white space at its ends counts.
    Text(bool),
    Code,
    Formula,
    Change,
    Alternate,
    Table,
    Row,
    Cell,
    /// A drawing: what it is, so far as is known, and whether text was found in it.
    Drawing {
        what: &'static str,
        name: String,
        text: bool,
    },
    Content {
        contents: bool,
        hint: bool,
    },
}

impl<'p> Body<'p> {
    pub fn new(
        styles: &'p Styles,
        numbers: Numbers,
        revisions: Revisions,
        footnotes: &'p BTreeMap<String, String>,
    ) -> Self {
        Self {
            styles,
            numbers,
            revisions,
            footnotes,
            frames: Vec::new(),
            sinks: vec![Sink::default()],
            rows: Vec::new(),
            paras: Vec::new(),
            runs: Vec::new(),
            tracked: Vec::new(),
            alternates: Vec::new(),
            fields: Fields::default(),
            comments: Vec::new(),
            contents: 0,
            hints: 0,
            count: 0,
            length: 0,
            space: None,
            bullets: false,
        }
    }

    /// The lines of a part, in order.
    pub fn read(mut self, xml: &str) -> Result<Vec<Line>, ImportError> {
        let mut xml = Xml::new(xml);
        loop {
            match xml.next()? {
                Node::Open(space, start) => self.open(&mut xml, space, &start)?,
                Node::Close => self.close()?,
                Node::Text(text) => self.text(&text),
                Node::End => break,
            }
            if self.length > MOST_TEXT {
                return Err(ImportError::Bomb);
            }
        }
        let mut sink = self.sinks.pop().unwrap_or_default();
        sink.close();
        if self.bullets {
            let mut words = Words::default();
            words.drop("项目符号（●、◆ 等）", "段落前的项目符号，成稿时另行编排");
            sink.lines.push(Line { words, ..Line::default() });
        }
        Ok(sink.lines)
    }

    fn close(&mut self) -> Result<(), ImportError> {
        match self.frames.pop().ok_or(ImportError::Broken)? {
            Frame::Para => self.end_paragraph(),
            Frame::Text(_) => self.space = None,
            Frame::Run => drop(self.runs.pop()),
            Frame::Change => drop(self.tracked.pop()),
            Frame::Alternate => drop(self.alternates.pop()),
            Frame::Table => drop(self.rows.pop()),
            Frame::Row => self.end_row(),
            Frame::Cell => {
                let mut sink = self.sinks.pop().unwrap_or_default();
                sink.close();
                let row = self.rows.last_mut().and_then(|row| row.cells.last_mut());
                match row {
                    Some(cell) => cell.lines = sink.lines,
                    None => self.sink().lines.extend(sink.lines),
                }
            }
            Frame::Drawing { what, name, text: false } => {
                let text =
                    if name.is_empty() { what.to_owned() } else { format!("{what}：{name}") };
                let why = match what {
                    "图片" => "图片，没有读入",
                    "图表" => "图表，没有读入",
                    "图形" => "线条或图形，没有读入",
                    _ => "嵌入的对象，没有读入",
                };
                self.drop(&text, why);
            }
            Frame::Content { contents, hint } => {
                self.contents -= usize::from(contents);
                self.hints -= usize::from(hint);
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        match self.frames.last() {
            Some(Frame::Text(true) | Frame::Formula) => self.say(text),
            Some(Frame::Text(false)) => {
                // White space counts between its pieces, not at its ends.
                let text = match self.space.take() {
                    Some(space) => space + text,
                    None => text.trim_start_matches(BLANK).to_owned(),
                };
                let end = text.trim_end_matches(BLANK).len();
                self.space = (end > 0).then(|| text[end..].to_owned());
                self.say(&text[..end]);
            }
            Some(Frame::Code) => self.fields.say(text),
            _ => {}
        }
    }

    fn changes(&mut self, kind: ChangeKind, start: &BytesStart<'_>) -> Option<Frame> {
        self.tracked.push((kind, Mark::of(start)));
        Some(Frame::Change)
    }

    /// The look of the run, over its paragraph's.
    fn dress(&mut self, own: &properties::RunProperties) {
        let (Some(run), Some(para)) = (self.runs.last_mut(), self.paras.last()) else { return };
        let styled = own.style.as_ref().map(|id| self.styles.run(id)).unwrap_or_default();
        run.look = own.look.over(styled).over(para.applied.look);
        run.hidden = run.look.hidden == Some(true);
    }

    fn drawing(&mut self) -> Option<&mut Frame> {
        self.frames.iter_mut().rev().find(|frame| matches!(frame, Frame::Drawing { .. }))
    }

    fn draws(&mut self, as_what: &'static str) -> Frame {
        if let Some(Frame::Drawing { what, .. }) = self.drawing()
            && *what == "图形"
        {
            *what = as_what;
        }
        Frame::Nothing
    }

    /// Words of the paragraph that is open.
    fn say(&mut self, text: &str) {
        if text.is_empty() || self.fields.hides() {
            return;
        }
        self.length += text.len();
        let (contents, hint) = (self.contents > 0 || self.fields.in_contents(), self.hints > 0);
        let Some(para) = self.paras.last_mut() else { return };
        let change = self.tracked.last();
        let gone = self.tracked.iter().any(|(kind, _)| !stands(*kind, self.revisions));
        if let Some((kind, mark)) = change {
            let said = text.replace(SOFT, "\n");
            para.words.change(*kind, &said, mark, !gone);
        }
        if gone {
            return;
        }
        let run = self.runs.last();
        let why = if run.is_some_and(|run| run.hidden) {
            Some("隐藏文字")
        } else if contents || para.applied.contents {
            Some("目录，成稿时另行编排")
        } else if hint {
            Some("填写提示，不是正文")
        } else {
            None
        };
        if let Some(why) = why {
            // Nothing of it stands in the text, whatever the change before it said.
            para.words.untake(text.chars().count());
            para.words.drop(text, why);
            return;
        }
        para.words.push(text);
        let look = Plain::from(run.map_or(para.applied.look, |run| run.look));
        let length = text.chars().filter(|c| !c.is_whitespace()).count();
        match para.looks.iter().position(|(known, _)| *known == look) {
            Some(at) => para.looks[at].1 += length,
            None if para.looks.len() < MOST_OPEN => para.looks.push((look, length)),
            None => {}
        }
        for (_, about) in &mut self.comments {
            let room = ABOUT.saturating_sub(about.chars().count());
            about.extend(text.chars().filter(|c| *c != SOFT).take(room));
        }
    }

    /// What is not read, where it would stand.
    fn drop(&mut self, text: &str, why: &'static str) {
        match self.paras.last_mut() {
            Some(para) => para.words.drop(text, why),
            None => self.say_outside(text, why),
        }
    }

    fn say_outside(&mut self, text: &str, why: &'static str) {
        let mut words = Words::default();
        words.drop(text, why);
        self.sink().lines.push(Line { words, ..Line::default() });
    }

    fn sink(&mut self) -> &mut Sink {
        if self.sinks.is_empty() {
            self.sinks.push(Sink::default());
        }
        let last = self.sinks.len() - 1;
        &mut self.sinks[last]
    }
}

impl Sink {
    fn close(&mut self) {
        if let Some(words) = self.open.take() {
            self.lines.push(Line { words, ..Line::default() });
        }
    }
}

fn stands(kind: ChangeKind, revisions: Revisions) -> bool {
    let new = matches!(kind, ChangeKind::Inserted | ChangeKind::MovedHere);
    new == (revisions == Revisions::Accepted)
}
