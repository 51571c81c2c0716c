//! One ZIP of all: every other format, the evidence, and a list that says what each file is.

use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::Path;

use nianbao_core::compose::{Document, Edition};
use nianbao_core::text::date::written;
use nianbao_formats::export::ExportError;
use nianbao_formats::export::evidence::{Archive, entries, safe_name};
use sha2::{Digest, Sha256};

use super::{FORMATS, Format, Made, Make, Order, Placed, Source, spaced};
use crate::desk::Desk;
use crate::fault::Fault;
use crate::package::{self, Stopped};
use crate::task::Task;
use crate::{clock, files};

pub(super) const FORMAT: Format = Format {
    key: "zip",
    ending: "zip",
    name: "全部打包",
    purpose: "归档用，各种格式的报告装在一起，报送版还有全部记录和佐证材料，附清单",
    editions: true,
    make: Make::All,
};

const LIST: &str = "清单.txt";
const EVIDENCE: &str = "佐证材料";
const MOST_OF_NAME: usize = 60;

/// One file of the archive, for the list.
struct Line {
    name: String,
    size: u64,
    hash: String,
    what: String,
}

pub(super) fn write(
    desk: &Desk,
    source: &Source<'_>,
    order: &Order<'_>,
    path: &Path,
    overwrite: bool,
    task: &Task<'_>,
) -> Result<Placed, Fault> {
    files::fill(path, overwrite, |to| {
        let mut placed = fill(desk, source, order, to, task).map_err(|e| e.at(path))?;
        let fault = |e: io::Error| Fault::io(&e, path);
        to.rewind().map_err(fault)?;
        let mut hashing = Hashing::new(task.watch(to));
        placed.size =
            io::copy(&mut hashing, &mut io::sink()).map_err(|e| stopped(task, e).at(path))?;
        placed.hash = hashing.hash();
        Ok(placed)
    })
}

fn fill(
    desk: &Desk,
    source: &Source<'_>,
    order: &Order<'_>,
    to: &mut File,
    task: &Task<'_>,
) -> Result<Placed, Stopped> {
    let title = safe_name(&source.doc.meta.title.replace('\n', ""), MOST_OF_NAME);
    let mut all = All {
        archive: Archive::new(&mut *to, &title, clock::local().date()),
        lines: Vec::new(),
        task,
    };
    let mut placed = Placed::default();
    let public = order.edition == Edition::Public || order.document != Document::Report;
    // What only the unit itself may see has no place beside what is published.
    let formats: Vec<&Format> = FORMATS.iter().filter(|f| f.editions || !public).collect();
    let proofs = if public { None } else { Some(package::Plan::new(order.records, order.copies)) };
    let steps = formats.len() + proofs.as_ref().map_or(0, package::Plan::steps) + 1;
    for (n, format) in formats.iter().enumerate() {
        task.step(format!("正在生成{}", spaced(format.name)), n, steps)?;
        let made = match format.make(source) {
            Ok(made) => made,
            // One that cannot be made on this machine leaves the others whole.
            Err(fault) => {
                placed.faults.push(format!("{}没有装进去：{}", format.name, fault.message));
                continue;
            }
        };
        let Some(Made { bytes, left_out, faults, notes }) = made else { continue };
        let first = FORMATS.iter().find(|other| other.ending == format.ending);
        let same = first.is_some_and(|other| other.key == format.key);
        let of = if same { String::new() } else { format!("（{}）", format.name) };
        let name = format!("{title}{of}.{}", format.ending);
        all.add(&name, bytes.as_slice(), bytes.len() as u64, format.name.to_owned())?;
        placed.left_out.extend(left_out);
        placed.faults.extend(faults);
        placed.notes.extend(notes);
    }
    if let Some(proofs) = proofs {
        let done = formats.len();
        let came = proofs.gather(desk, |n, file, source| {
            task.step(format!("正在放入佐证“{}”", file.name), done + n, steps)?;
            let size = source.size();
            let name = format!("{EVIDENCE}/{}", file.name);
            all.add(&name, source.read(), size, format!("第{}件佐证", file.number))
        })?;
        let sheet = proofs.directory_of(&came)?;
        let name = format!("{EVIDENCE}/{}", proofs.directory_name());
        all.add(&name, sheet.as_slice(), sheet.len() as u64, "佐证目录".to_owned())?;
        placed.faults.extend(came.faults);
    }
    task.step("正在写清单并核对", steps - 1, steps)?;
    let list = list(&title, order, &all.lines, &placed.faults);
    let mut wanted: Vec<(String, u64)> =
        all.lines.iter().map(|line| (format!("{title}/{}", line.name), line.size)).collect();
    let size = all.archive.add(LIST, list.as_slice(), list.len() as u64)?;
    wanted.push((format!("{title}/{LIST}"), size));
    let to = all.archive.finish()?;
    placed.files = wanted.len();
    to.rewind().map_err(ExportError::from)?;
    let there = entries(to)?.into_iter().map(|entry| (entry.name, entry.size));
    placed.left_out.sort_unstable();
    placed.left_out.dedup();
    placed.notes.dedup();
    if there.eq(wanted) { Ok(placed) } else { Err(ExportError::Unreadable.into()) }
}

struct All<'f, 'a> {
    archive: Archive<&'f mut File>,
    lines: Vec<Line>,
    task: &'a Task<'a>,
}

impl All<'_, '_> {
    fn add(&mut self, name: &str, from: impl Read, size: u64, what: String) -> Result<(), Stopped> {
        let mut hashing = Hashing::new(self.task.watch(from));
        let size = match self.archive.add(name, &mut hashing, size) {
            Ok(size) => size,
            Err(ExportError::Io(error)) => return Err(stopped(self.task, error)),
            Err(error) => return Err(error.into()),
        };
        self.lines.push(Line { name: name.to_owned(), size, hash: hashing.hash(), what });
        Ok(())
    }
}

/// A reader that was told to stop says so as an error of the disk.
fn stopped(task: &Task<'_>, error: io::Error) -> Stopped {
    match task.go_on() {
        Err(fault) => fault.into(),
        Ok(()) => ExportError::Io(error).into(),
    }
}

/// For Notepad as for a program: a line a file, tabs between. UTF-8 with its mark, as the plain text is.
fn list(title: &str, order: &Order<'_>, lines: &[Line], faults: &[String]) -> Vec<u8> {
    let of = match order.document {
        Document::Report => order.edition.word(),
        other => other.word(),
    };
    let mut out = format!("\u{FEFF}{title}\n{of}\n");
    out.push_str(&format!("打包日期：{}\n\n", written(clock::local().date())));
    out.push_str("文件\t字节数\tSHA-256\t是什么\n");
    for Line { name, size, hash, what } in lines {
        out.push_str(&format!("{name}\t{size}\t{hash}\t{what}\n"));
    }
    if !faults.is_empty() {
        out.push_str("\n请留意：\n");
        faults.iter().for_each(|fault| out.push_str(&format!("{fault}\n")));
    }
    out.replace('\n', "\r\n").into_bytes()
}

struct Hashing<R> {
    inner: R,
    state: Sha256,
}

impl<R> Hashing<R> {
    fn new(inner: R) -> Self {
        Self { inner, state: Sha256::new() }
    }

    fn hash(self) -> String {
        self.state.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.state.update(&buffer[..count]);
        Ok(count)
    }
}
