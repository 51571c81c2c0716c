//! Every way to write a report. The export page, the command line, 转换 and the ZIP of all read from
//! this one list; a new way is its file and its line here.

mod everything;
mod faces;
mod ofd;
mod pdf;
mod records;

use std::path::Path;

use nianbao_core::compose::{Document, Edition};
use nianbao_core::doc::Doc;
use nianbao_core::looks::Looks;
use nianbao_core::record::YearRecords;
use nianbao_formats::export as press;
use nianbao_typeset::Pages;

use crate::desk::Desk;
use crate::fault::{Fault, ending};
use crate::files;
use crate::task::Task;
use crate::typesetting::Typesetting;

/// Every format, in the order people look for them. Where two share an ending, the first has it.
pub(crate) const FORMATS: &[Format] = &[
    of_doc(press::docx::FORMAT),
    pdf::FORMAT,
    ofd::FORMAT,
    of_doc(press::html::FORMAT),
    of_doc(press::html::PAGE),
    of_doc(press::txt::FORMAT),
    of_doc(press::markdown::FORMAT),
    records::FORMAT,
    everything::FORMAT,
];

/// 花脸稿 is made of two states of a report, so it is on no list of formats.
pub(crate) const REDLINE: Format = Format {
    key: "redline",
    ending: "docx",
    name: "花脸稿",
    purpose: "和另一个版本比较，改动用修订标出，在 WPS 或 Word 里可以逐处接受",
    editions: true,
    make: Make::Apart,
};

/// What 体检 found, written by `check.review`.
pub(crate) const REVIEW: Format = Format {
    key: "review",
    ending: "docx",
    name: "体检意见表",
    purpose: "体检查出的问题，逐条写处理情况",
    editions: true,
    make: Make::Apart,
};
pub(crate) const COMMENTED: Format =
    Format {
        key: "comments", name: "带批注的报告", purpose: "体检的每条意见是一个批注", ..REVIEW
    };

/// On no list of formats, but in the journal.
const APART: [&Format; 3] = [&REDLINE, &REVIEW, &COMMENTED];

/// A way to write a report.
pub(crate) struct Format {
    /// Never changes: scripts and the journal hold it.
    pub key: &'static str,
    /// Without the dot.
    pub ending: &'static str,
    pub name: &'static str,
    /// What it is for, in one sentence without its stop.
    pub purpose: &'static str,
    /// Whether the edition makes a difference.
    pub editions: bool,
    make: Make,
}

enum Make {
    /// Of the document alone.
    Doc(press::Format),
    /// Of the document laid out.
    Pages(fn(&Pages) -> Result<Made, Fault>),
    /// Of all that was entered.
    Records(fn(&YearRecords) -> Result<Vec<u8>, Fault>),
    /// All the others in one.
    All,
    /// Of more than a document: by a call of its own.
    Apart,
}

const fn of_doc(format: press::Format) -> Format {
    Format {
        key: format.key,
        ending: format.ending,
        name: format.name,
        purpose: format.purpose,
        editions: true,
        make: Make::Doc(format),
    }
}

/// What a file is made of.
pub(crate) struct Source<'a> {
    pub doc: &'a Doc,
    pub looks: &'a Looks,
    /// None: the report is of no 库.
    pub records: Option<&'a YearRecords>,
    pub typesetting: &'a Typesetting,
    /// The program's own folder of this user, where faces may lie.
    pub data: &'a Path,
}

/// A file before it is put in place. What is in it was compared with what it was made of.
#[derive(Default)]
pub(crate) struct Made {
    pub bytes: Vec<u8>,
    /// Characters that the file cannot hold or no face here has.
    pub left_out: Vec<char>,
    /// What else a person should know of it, a sentence each.
    pub faults: Vec<String>,
    /// Which faces stand in for others, a sentence each.
    pub notes: Vec<String>,
}

impl From<press::Output> for Made {
    fn from(output: press::Output) -> Self {
        Self { bytes: output.bytes, left_out: output.dropped, ..Self::default() }
    }
}

impl Format {
    /// None: it cannot be made of this.
    pub fn make(&self, source: &Source<'_>) -> Result<Option<Made>, Fault> {
        let looks = source.looks;
        Ok(match self.make {
            Make::Doc(format) => {
                let output = (format.write)(source.doc, looks)?;
                (format.verify)(source.doc, &output.bytes)?;
                Some(output.into())
            }
            Make::Pages(write) => Some(paged(source, write)?),
            Make::Records(write) => match source.records {
                Some(records) => Some(Made { bytes: write(records)?, ..Made::default() }),
                None => None,
            },
            Make::All | Make::Apart => None,
        })
    }

    /// Whether it can be made of a report that is of no 库.
    fn of_a_report(&self) -> bool {
        matches!(self.make, Make::Doc(_) | Make::Pages(_))
    }
}

/// A broken font of the person's own costs nobody the file: it is made again without.
fn paged(source: &Source<'_>, write: fn(&Pages) -> Result<Made, Fault>) -> Result<Made, Fault> {
    let lay = || source.typesetting.pages(source.data, source.doc.clone(), source.looks);
    let mut pages = lay()?;
    let mut notes = Vec::new();
    let mut done = write(&pages);
    if done.is_err() && source.typesetting.without_own() {
        notes.push("自己放的字体有损坏的，这次没有用它们".to_owned());
        pages = lay()?;
        done = write(&pages);
    }
    let mut made = done?;
    notes.extend(faces::notes(source.doc, &pages));
    made.left_out.extend(press::dropped(source.doc));
    made.notes = notes;
    Ok(made)
}

/// A year that is to go out.
pub(crate) struct Order<'a> {
    pub records: &'a YearRecords,
    /// By evidence: the 库 holds its copy.
    pub copies: &'a [bool],
    pub doc: &'a Doc,
    pub looks: &'a Looks,
    pub document: Document,
    pub edition: Edition,
}

/// What was put in place.
#[derive(Default)]
pub(crate) struct Placed {
    pub size: u64,
    /// SHA-256, in hexadecimal.
    pub hash: String,
    pub left_out: Vec<char>,
    /// Files in it, where it holds some.
    pub files: usize,
    /// What did not come along, a sentence each.
    pub faults: Vec<String>,
    /// Which faces stand in for others, a sentence each.
    pub notes: Vec<String>,
}

pub(crate) fn write(
    desk: &Desk,
    format: &Format,
    order: &Order<'_>,
    path: &Path,
    overwrite: bool,
    task: &Task<'_>,
) -> Result<Placed, Fault> {
    if ending(path) != format.ending {
        return Err(Fault::ending(path, &format!(".{}", format.ending)));
    }
    let source = Source {
        doc: order.doc,
        looks: order.looks,
        records: Some(order.records),
        typesetting: &desk.typesetting,
        data: &desk.env.data,
    };
    task.step(format!("正在生成{}", spaced(format.name)), 0, 0)?;
    match format.make(&source)? {
        Some(made) => {
            task.go_on()?;
            place(made, path, overwrite)
        }
        None => everything::write(desk, &source, order, path, overwrite, task),
    }
}

pub(crate) fn place(made: Made, path: &Path, overwrite: bool) -> Result<Placed, Fault> {
    files::write(path, &made.bytes, overwrite)?;
    Ok(Placed {
        size: made.bytes.len() as u64,
        hash: nianbao_store::hash(&made.bytes),
        left_out: made.left_out,
        faults: made.faults,
        notes: made.notes,
        ..Placed::default()
    })
}

/// By its key, or else by the file's ending.
pub(crate) fn wanted(key: Option<&str>, path: &Path) -> Result<&'static Format, Fault> {
    let ending = ending(path);
    let found = FORMATS.iter().find(|format| match key {
        Some(key) => format.key == key,
        None => format.ending == ending,
    });
    found.ok_or_else(|| Fault::ending(path, &endings(|_| true)))
}

/// As [`wanted`], of those that a report alone is enough for.
pub(crate) fn wanted_of_a_report(path: &Path) -> Result<&'static Format, Fault> {
    let ending = ending(path);
    let mut fitting = FORMATS.iter().filter(|format| format.of_a_report());
    let found = fitting.find(|format| format.ending == ending);
    found.ok_or_else(|| Fault::ending(path, &endings(Format::of_a_report)))
}

/// `.docx、.pdf 或 .txt`
fn endings(which: impl Fn(&Format) -> bool) -> String {
    let mut all: Vec<String> = Vec::new();
    for format in FORMATS.iter().filter(|format| which(format)) {
        let ending = format!(".{}", format.ending);
        if !all.contains(&ending) {
            all.push(ending);
        }
    }
    let last = all.pop().unwrap_or_default();
    if all.is_empty() { last } else { format!("{} 或 {last}", all.join("、")) }
}

/// What a format is called now, or its key where the journal knows one that is gone.
pub(crate) fn name(key: &str) -> &str {
    let mut all = FORMATS.iter().chain(APART);
    all.find(|format| format.key == key).map_or(key, |format| format.name)
}

/// As it stands behind Chinese words: a Latin one is set off.
pub(crate) fn spaced(name: &str) -> String {
    let latin = name.starts_with(|c: char| c.is_ascii_alphanumeric());
    format!("{}{name}", if latin { " " } else { "" })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn keys_and_names_stand_once_and_every_purpose_is_one_sentence() {
        let keys: BTreeSet<&str> = FORMATS.iter().map(|format| format.key).collect();
        let names: BTreeSet<&str> = FORMATS.iter().map(|format| format.name).collect();
        assert_eq!((keys.len(), names.len()), (FORMATS.len(), FORMATS.len()));
        for format in FORMATS {
            assert!(!format.purpose.is_empty() && !format.purpose.contains('。'), "{}", format.key);
            assert_eq!(format.ending, format.ending.to_lowercase());
        }
    }

    #[test]
    fn an_ending_finds_its_format_and_a_key_goes_before_it() {
        for (key, path, meant) in [
            (None, "a/年报.DOCX", Some("docx")),
            (None, "年报.html", Some("html")),
            (Some("page"), "年报.html", Some("page")),
            (None, "年报.doc", None),
            (None, "年报", None),
            (Some("ofd2"), "年报.docx", None),
        ] {
            assert_eq!(wanted(key, Path::new(path)).ok().map(|f| f.key), meant, "{path}");
        }
        let fault = wanted_of_a_report(Path::new("年报.zip")).err().unwrap();
        assert_eq!(fault.hint, "请把文件名的结尾改成 .docx、.pdf、.ofd、.html、.txt 或 .md");
    }
}
