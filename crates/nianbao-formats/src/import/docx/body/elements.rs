//! What each element is when it opens.

use quick_xml::events::BytesStart;

use super::{Body, Frame, MOST_OPEN, MOST_PARAGRAPHS, Para, Row, Run, Sink, stands};
use crate::import::ImportError;
use crate::import::docx::line::Cell;
use crate::import::docx::properties::{self, ParaProperties};
use crate::import::docx::symbols;
use crate::import::docx::words::{Of, SOFT, Words};
use crate::import::docx::xml::{Space, Xml, number, on, value};
use crate::import::manuscript::ChangeKind;

impl Body<'_> {
    pub(super) fn open(
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

    /// What a control of content holds: a table of contents, or a hint what to write in it.
    fn content(&mut self, xml: &mut Xml<'_>) -> Result<(), ImportError> {
        let (mut is_contents, mut is_hint) = (false, false);
        xml.children(|xml, _, start| {
            match start.local_name().as_ref() {
                "showingPlcHdr" => is_hint = on(start),
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
}
