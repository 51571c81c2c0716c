//! The main part, read once from start to end: every open element has a frame that says what its close
//! means, so that nothing calls itself.

use std::collections::BTreeMap;

use quick_xml::events::BytesStart;

use super::fields::Fields;
use super::line::{self, Cell, Line, Plain};
use super::numbers::{Front, Numbers};
use super::properties::{self, Look, Mark, ParaProperties};
use super::styles::{Applied, Styles};
use super::symbols;
use super::words::{Of, SOFT, Words};
use super::xml::{Node, Space, Xml, number, value};
use crate::import::ImportError;
use crate::import::manuscript::{ChangeKind, Revisions};

/// More paragraphs no report has.
const MOST_PARAGRAPHS: usize = 200_000;
/// The words a comment is about are kept so far, and of so many comments at once.
const ABOUT: usize = 40;
const MOST_OPEN: usize = 16;

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

    fn open(
        &mut self,
        xml: &mut Xml<'_>,
        space: Space,
        start: &BytesStart<'_>,
    ) -> Result<(), ImportError> {
        let name = start.local_name();
        let frame = match (space, name.as_ref()) {
            (Space::Word, name) => match self.word(xml, name, start)? {
                Some(frame) => frame,
                None => return Ok(()),
            },
            (Space::Choice, "AlternateContent") => {
                self.alternates.push(false);
                Frame::Alternate
            }
            // The first that is offered is read; the rest say the same again for older programs.
            (Space::Choice, "Choice" | "Fallback") => match self.alternates.last_mut() {
                Some(taken) if !*taken => {
                    *taken = true;
                    Frame::Nothing
                }
                Some(_) => return xml.skip(),
                None => Frame::Nothing,
            },
            (Space::Math, "t") => Frame::Formula,
            (Space::Math, _) => Frame::Nothing,
            (_, "pic" | "imagedata") => self.draws("图片"),
            (_, "chart") => self.draws("图表"),
            (_, "docPr") => {
                let words = value(start, "descr").or_else(|| value(start, "name"));
                if let (Some(words), Some(Frame::Drawing { name, .. })) = (words, self.drawing()) {
                    *name = words;
                }
                Frame::Nothing
            }
            _ => Frame::Nothing,
        };
        self.frames.push(frame);
        Ok(())
    }

    /// Of word processing. None: it is read to its close already.
    fn word(
        &mut self,
        xml: &mut Xml<'_>,
        name: &str,
        start: &BytesStart<'_>,
    ) -> Result<Option<Frame>, ImportError> {
        let done = |this: &mut Self, text: &str| {
            this.say(text);
            Some(Frame::Nothing)
        };
        Ok(match name {
            "p" => {
                self.count += 1;
                if self.count > MOST_PARAGRAPHS {
                    return Err(ImportError::TooLarge);
                }
                let applied = self.styles.paragraph(None);
                let own = ParaProperties::default();
                self.paras.push(Para { words: Words::default(), own, applied, looks: Vec::new() });
                Some(Frame::Para)
            }
            "pPr" => {
                let own = properties::paragraph(xml)?;
                if let Some(para) = self.paras.last_mut() {
                    para.applied = self.styles.paragraph(own.style.as_deref());
                    para.own = own;
                }
                None
            }
            "r" => {
                self.runs.push(Run::default());
                self.dress(&properties::RunProperties::default());
                Some(Frame::Run)
            }
            "rPr" => {
                let own = properties::run(xml)?;
                self.dress(&own);
                None
            }
            "t" | "delText" => {
                Some(Frame::Text(value(start, "space").is_some_and(|v| v == "preserve")))
            }
            "instrText" | "delInstrText" => Some(Frame::Code),
            "tab" | "ptab" => done(self, "\t"),
            "cr" => done(self, &SOFT.to_string()),
            "br" => match value(start, "type").as_deref() {
                Some("page" | "column") => done(self, "\n"),
                _ => done(self, &SOFT.to_string()),
            },
            "noBreakHyphen" => done(self, "-"),
            "sym" => {
                let font = value(start, "font").unwrap_or_default();
                let code = value(start, "char").and_then(|c| u32::from_str_radix(&c, 16).ok());
                match code.and_then(|code| symbols::shown(&font, code)) {
                    Some(c) => self.say(&c.to_string()),
                    None => self.drop("特殊符号", "符号字体里的字符，认不出是什么"),
                }
                Some(Frame::Nothing)
            }
            "ins" => self.changes(ChangeKind::Inserted, start),
            "del" => self.changes(ChangeKind::Deleted, start),
            "moveTo" => self.changes(ChangeKind::MovedHere, start),
            "moveFrom" => self.changes(ChangeKind::MovedAway, start),
            "fldChar" => {
                match value(start, "fldCharType").as_deref() {
                    Some("begin") => self.fields.begin(),
                    Some("separate") => self.fields.separate(),
                    Some("end") => {
                        if let Some(c) = self.fields.end() {
                            self.say(&c.to_string());
                        }
                    }
                    _ => {}
                }
                Some(Frame::Nothing)
            }
            "sdt" => Some(Frame::Content { contents: false, hint: false }),
            "sdtPr" => {
                self.content(xml)?;
                None
            }
            "commentRangeStart" => {
                if self.comments.len() < MOST_OPEN {
                    self.comments.push((value(start, "id").unwrap_or_default(), String::new()));
                }
                Some(Frame::Nothing)
            }
            "commentReference" => {
                let id = value(start, "id").unwrap_or_default();
                let open = self.comments.iter().position(|(open, _)| *open == id);
                let about = open.map(|at| self.comments.remove(at).1).unwrap_or_default();
                if let Some(para) = self.paras.last_mut() {
                    para.words.note(Of::Comment { id, about });
                }
                Some(Frame::Nothing)
            }
            "footnoteReference" | "endnoteReference" => {
                let key = format!("{}{}", &name[..1], value(start, "id").unwrap_or_default());
                if let Some(text) = self.footnotes.get(&key) {
                    self.drop(text, "脚注或尾注，没有放进正文");
                }
                Some(Frame::Nothing)
            }
            "tbl" => {
                self.rows.push(Row::default());
                Some(Frame::Table)
            }
            "tr" => {
                if let Some(row) = self.rows.last_mut() {
                    *row = Row { said: row.said, ..Row::default() };
                }
                Some(Frame::Row)
            }
            "trPr" => {
                self.row(xml)?;
                None
            }
            "tc" => {
                self.sinks.push(Sink::default());
                if let Some(row) = self.rows.last_mut() {
                    row.cells.push(Cell { columns: 1, ..Cell::default() });
                }
                Some(Frame::Cell)
            }
            "tcPr" => {
                self.cell(xml)?;
                None
            }
            "txbxContent" => {
                if let Some(Frame::Drawing { text, .. }) = self.drawing() {
                    *text = true;
                }
                Some(Frame::Nothing)
            }
            "drawing" | "pict" => {
                Some(Frame::Drawing { what: "图形", name: String::new(), text: false })
            }
            "object" => {
                Some(Frame::Drawing { what: "嵌入的对象", name: String::new(), text: false })
            }
            "altChunk" => {
                self.say_outside("嵌入的另一份文件", "嵌在里面的另一份文件，请打开后另存再读入");
                Some(Frame::Nothing)
            }
            // Its reading aid, not what it reads.
            "rt" | "tblPr" | "tblGrid" | "sectPr" | "pPrChange" | "rPrChange" => {
                xml.skip()?;
                None
            }
            _ => Some(Frame::Nothing),
        })
    }

    fn close(&mut self) -> Result<(), ImportError> {
        match self.frames.pop().ok_or(ImportError::Broken)? {
            Frame::Para => self.end_paragraph(),
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
            Some(Frame::Text(false)) => self.say(text.trim_matches([' ', '\t', '\r', '\n'])),
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

    /// What a control of content holds: a table of contents, or a hint what to write in it.
    fn content(&mut self, xml: &mut Xml<'_>) -> Result<(), ImportError> {
        let (mut is_contents, mut is_hint) = (false, false);
        xml.children(|xml, _, start| {
            match start.local_name().as_ref() {
                "showingPlcHdr" => is_hint = super::xml::on(start),
                "docPartObj" => xml.children(|_, _, start| {
                    is_contents |= start.local_name().as_ref() == "docPartGallery"
                        && value(start, "val").is_some_and(|v| v == "Table of Contents");
                    Ok(())
                })?,
                _ => {}
            }
            Ok(())
        })?;
        if let Some(Frame::Content { contents, hint }) = self.frames.last_mut() {
            self.contents += usize::from(is_contents && !*contents);
            self.hints += usize::from(is_hint && !*hint);
            (*contents, *hint) = (*contents || is_contents, *hint || is_hint);
        }
        Ok(())
    }

    fn row(&mut self, xml: &mut Xml<'_>) -> Result<(), ImportError> {
        let revisions = self.revisions;
        let Some(row) = self.rows.last_mut() else { return xml.skip() };
        xml.children(|_, _, start| {
            match start.local_name().as_ref() {
                "gridBefore" => row.before = number(start, "val").unwrap_or(0_usize).min(64),
                "ins" => row.gone |= !stands(ChangeKind::Inserted, revisions),
                "del" => row.gone |= !stands(ChangeKind::Deleted, revisions),
                _ => {}
            }
            Ok(())
        })
    }

    fn cell(&mut self, xml: &mut Xml<'_>) -> Result<(), ImportError> {
        let Some(cell) = self.rows.last_mut().and_then(|row| row.cells.last_mut()) else {
            return xml.skip();
        };
        xml.children(|_, _, start| {
            match start.local_name().as_ref() {
                "gridSpan" => cell.columns = number(start, "val").unwrap_or(1_usize).clamp(1, 64),
                "vMerge" => cell.goes_on = value(start, "val").is_none_or(|v| v != "restart"),
                _ => {}
            }
            Ok(())
        })
    }

    fn end_row(&mut self) {
        let Some(row) = self.rows.last_mut() else { return };
        let cells = std::mem::take(&mut row.cells);
        let (mut lines, merged) = line::row(cells, row.before);
        if row.gone {
            // Its words are listed as changes; its paragraphs are gone with it.
            for line in &mut lines {
                line.words.empty();
            }
        }
        if merged && !row.said {
            row.said = true;
            if let Some(line) = lines.first_mut() {
                line.words
                    .drop("合并单元格", "表中合并的单元格：文字已读入，合并的样子没有保留，请核对");
            }
        }
        self.sink().lines.extend(lines);
    }

    fn end_paragraph(&mut self) {
        let Some(mut para) = self.paras.pop() else { return };
        let mark = &para.own.mark;
        let gone = |kind| !stands(kind, self.revisions);
        let joined = mark.deleted.is_some() && gone(ChangeKind::Deleted)
            || mark.inserted.is_some() && gone(ChangeKind::Inserted);
        for (kind, mark) in [
            (ChangeKind::Inserted, mark.inserted.clone()),
            (ChangeKind::Deleted, mark.deleted.clone()),
        ] {
            if let Some(mark) = mark {
                para.words.change_of_mark(kind, &mark, !gone(kind));
            }
        }
        let hidden = mark_hides(&para);
        let front = if joined { Front::Nothing } else { self.front(&para) };
        match front {
            Front::Number(number) if !para.words.is_blank() => {
                let text = apart(number, &para.words.text);
                para.words.put_before(&text);
            }
            Front::Bullet => self.bullets = true,
            _ => {}
        }
        let sink = self.sink();
        let mut words = sink.open.take().unwrap_or_default();
        words.append(para.words);
        if joined || hidden {
            sink.open = Some(words);
            return;
        }
        let applied = para.applied;
        let most = para.looks.iter().max_by_key(|(_, count)| *count);
        let level = match para.own.outline {
            Some(outline) if outline < 9 => outline + 1,
            Some(_) => 0,
            None => applied.level,
        };
        let centered = para.own.centered.unwrap_or(applied.centered);
        sink.lines.push(Line {
            words: words.settled(centered || applied.title),
            level,
            title: applied.title,
            centered,
            look: most.map_or_else(|| Plain::from(applied.look), |(look, _)| *look),
            cell: false,
        });
    }

    fn front(&mut self, para: &Para) -> Front {
        let own = &para.own;
        let (list, level) = match own.list {
            Some(list) => (list, own.list_level.or(Some(0))),
            None => match para.applied.list {
                // Its level may be another than the style's.
                Some(list) => (list, own.list_level.or(para.applied.list_level)),
                None => return Front::Nothing,
            },
        };
        if list == 0 {
            return Front::Nothing;
        }
        self.numbers.count(list, level, own.style.as_deref(), self.styles)
    }
}

impl Sink {
    fn close(&mut self) {
        if let Some(words) = self.open.take() {
            self.lines.push(Line { words, ..Line::default() });
        }
    }
}

/// A heading that its mark's look joins with the paragraph behind it.
fn mark_hides(para: &Para) -> bool {
    para.own.mark.separates_style && para.own.mark.look.hidden == Some(true)
}

fn stands(kind: ChangeKind, revisions: Revisions) -> bool {
    let new = matches!(kind, ChangeKind::Inserted | ChangeKind::MovedHere);
    new == (revisions == Revisions::Accepted)
}

/// The number, and a space where it would run into the words: `1.` before `2023年`, `1` before 加强.
fn apart(mut number: String, text: &str) -> String {
    let last = number.trim_end().chars().next_back();
    let first = text.trim_start().chars().next();
    let open = last.is_some_and(char::is_alphanumeric);
    let decimal = last == Some('.') && first.is_some_and(|c| c.is_ascii_digit());
    number.truncate(number.trim_end().len());
    if open || decimal {
        number.push(' ');
    }
    number
}
