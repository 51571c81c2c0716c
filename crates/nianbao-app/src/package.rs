//! The evidence package: files gathered from where they lie, or from the copies in the 库, and the
//! 佐证目录 that names them.

use std::fs::File;
use std::io::{Cursor, Read, Seek, copy};
use std::path::Path;

use nianbao_core::directory::{DirectoryLine, directory};
use nianbao_core::record::{Evidence, YearRecords};
use nianbao_formats::export::evidence::{Archive, Package, PackageFile, entries, package};
use nianbao_formats::export::{ExportError, sheet};

use crate::attached;
use crate::calls::evidence::FileState;
use crate::desk::Desk;
use crate::fault::{Fault, ending};
use crate::task::Task;
use crate::{clock, files, sheet_file};

/// What is to go out. Files may change until they are read.
pub(crate) struct Plan<'a> {
    records: &'a YearRecords,
    lines: Vec<DirectoryLine>,
    package: Package,
    /// By evidence: the 库 holds its copy.
    copies: &'a [bool],
}

/// What went out.
#[derive(Default)]
pub(crate) struct Came {
    pub files: Vec<PackageFile>,
    /// A sentence each.
    pub faults: Vec<String>,
}

/// Where the bytes of a file are.
pub(crate) enum Source {
    Disk(File, u64),
    Copy(Vec<u8>),
}

impl<'a> Plan<'a> {
    pub fn new(records: &'a YearRecords, copies: &'a [bool]) -> Self {
        let lines = directory(records);
        let package = package(&lines, &records.unit.name, records.year.year);
        Self { records, lines, package, copies }
    }

    /// The 佐证目录 alone.
    pub fn directory(&self, path: &Path, overwrite: bool) -> Result<Came, Fault> {
        let unit = &self.records.unit.name;
        let sheet = sheet::directory(&self.lines, None, unit, self.records.year.year);
        sheet_file::write(sheet, unit, path, overwrite)?;
        Ok(Came::default())
    }

    /// How many times [`gather`](Self::gather) brings something, at most.
    pub fn steps(&self) -> usize {
        self.lines.len()
    }

    /// What the 佐证目录 is called beside the files.
    pub fn directory_name(&self) -> &str {
        &self.package.directory
    }

    pub fn zip(
        &self,
        desk: &Desk,
        path: &Path,
        overwrite: bool,
        task: &Task<'_>,
    ) -> Result<Came, Fault> {
        if ending(path) != "zip" {
            return Err(Fault::ending(path, ".zip"));
        }
        files::fill(path, overwrite, |to| {
            // A reader that was told to stop says so as an error of the disk.
            self.archive(desk, to, task)
                .map_err(|e| task.go_on().err().unwrap_or_else(|| e.at(path)))
        })
    }

    fn archive(&self, desk: &Desk, to: &mut File, task: &Task<'_>) -> Result<Came, Stopped> {
        let folder = &self.package.folder;
        let mut archive = Archive::new(&mut *to, folder, clock::local().date());
        let mut written = Vec::new();
        let came = self.gather(desk, |n, file, source| {
            task.step(format!("正在放入“{}”", file.name), n, self.steps())?;
            let size = source.size();
            let size = archive.add(&file.name, task.watch(source.read()), size)?;
            written.push((format!("{folder}/{}", file.name), size));
            Ok(())
        })?;
        let sheet = self.directory_of(&came)?;
        let size = archive.add(&self.package.directory, sheet.as_slice(), sheet.len() as u64)?;
        written.push((format!("{folder}/{}", self.package.directory), size));
        archive.finish()?;
        to.rewind().map_err(ExportError::from)?;
        let there = entries(to)?.into_iter().map(|entry| (entry.name, entry.size));
        if there.eq(written) { Ok(came) } else { Err(ExportError::Unreadable.into()) }
    }

    pub fn folder(
        &self,
        desk: &Desk,
        path: &Path,
        overwrite: bool,
        task: &Task<'_>,
    ) -> Result<Came, Fault> {
        files::fill_folder(path, overwrite, |folder| {
            let mut fresh = Vec::new();
            let came = self.gather(desk, |n, file, source| {
                task.step(format!("正在放入“{}”", file.name), n, self.steps())?;
                let name = folder.join(&file.name);
                if !name.exists() {
                    fresh.push(name.clone());
                }
                Ok(put(&name, source, task)?)
            });
            let done = came.map_err(|e| task.go_on().err().unwrap_or_else(|| e.at(path)));
            let mut came =
                done.inspect_err(|_| fresh.iter().for_each(|name| files::remove(name)))?;
            let sheet = self.directory_of(&came)?;
            files::write(&folder.join(&self.package.directory), &sheet, true)?;
            came.faults.extend(self.left(folder, &came)?);
            Ok(came)
        })
    }

    /// What lay in the folder before and is no part of the package: it stays, and is told.
    fn left(&self, folder: &Path, came: &Came) -> Result<Option<String>, Fault> {
        let ours = |name: &String| {
            *name == self.package.directory || came.files.iter().any(|file| file.name == *name)
        };
        let mut names = files::names(folder)?;
        names.retain(|name| !ours(name));
        let shown = names.iter().take(3).map(|name| format!("“{name}”")).collect::<String>();
        let more = if names.len() > 3 { "等" } else { "" };
        Ok((!names.is_empty()).then(|| {
            format!("文件夹里原有的{shown}{more}没有动，不属于这次的佐证，请看看还要不要")
        }))
    }

    pub fn directory_of(&self, came: &Came) -> Result<Vec<u8>, Fault> {
        let unit = &self.records.unit.name;
        let package = Package { files: came.files.clone(), ..self.package.clone() };
        let sheet = sheet::directory(&self.lines, Some(&package), unit, self.records.year.year);
        sheet_file::xlsx(sheet, unit)
    }

    /// Brings each file to `put`, with how many lines of the 佐证目录 are done; what cannot be read is
    /// told and the rest goes on.
    pub fn gather(
        &self,
        desk: &Desk,
        mut put: impl FnMut(usize, &PackageFile, Source) -> Result<(), Stopped>,
    ) -> Result<Came, Stopped> {
        let mut came = Came::default();
        let all = self.lines.iter().zip(&self.records.evidence).zip(self.copies);
        for (n, ((line, evidence), copy)) in all.enumerate() {
            let named = format!("第{}件{}", line.number, quoted(&line.title));
            let Some(file) = self.package.files.iter().find(|file| file.id == line.id) else {
                came.faults.push(format!("{named}没有附文件"));
                continue;
            };
            match source(desk, evidence, *copy) {
                Ok((source, note)) => {
                    put(n, file, source)?;
                    came.files.push(file.clone());
                    came.faults.extend(note.map(|note| format!("{named}{note}")));
                }
                Err(why) => came.faults.push(format!("{named}没有放进去：{why}")),
            }
        }
        Ok(came)
    }
}

fn quoted(title: &str) -> String {
    let title = title.trim();
    if title.is_empty() { String::new() } else { format!("“{title}”") }
}

/// The file as it was attached if that can still be had, and what is to be said where it is not the
/// one that lies on the disk.
fn source(
    desk: &Desk,
    evidence: &Evidence,
    copy: bool,
) -> Result<(Source, Option<&'static str>), String> {
    let state = attached::state(evidence, copy);
    let path = Path::new(&evidence.path);
    let from_disk = || files::open(path).map(|(file, size)| Source::Disk(file, size));
    let from_copy = || desk.with(|open| Ok(Source::Copy(open.store.copy(&evidence.hash)?)));
    let no_path = evidence.path.trim().is_empty();
    let (source, note) = match state.state {
        FileState::Good if !no_path => (from_disk(), None),
        FileState::Good => (from_copy(), None),
        FileState::Missing | FileState::Unreadable if copy => {
            (from_copy(), Some("的原件读不到，放进去的是库里的副本"))
        }
        FileState::Changed if copy => {
            (from_copy(), Some("的原件附上以后改动过，放进去的是库里原来的一份"))
        }
        FileState::Changed => (from_disk(), Some("附上以后改动过，放进去的是现在的内容，请核对")),
        _ => return Err(state.message),
    };
    Ok((source.map_err(|fault| fault.message)?, note))
}

impl Source {
    pub fn size(&self) -> u64 {
        match self {
            Source::Disk(_, size) => *size,
            Source::Copy(bytes) => bytes.len() as u64,
        }
    }

    pub fn read(self) -> Box<dyn Read> {
        match self {
            Source::Disk(file, _) => Box::new(file),
            Source::Copy(bytes) => Box::new(Cursor::new(bytes)),
        }
    }
}

fn put(path: &Path, source: Source, task: &Task<'_>) -> Result<(), Fault> {
    let fault = |e: std::io::Error| Fault::io(&e, path);
    files::fill(path, true, |to| {
        let size = copy(&mut task.watch(source.read()), to).map_err(fault)?;
        let there = to.metadata().map_err(fault)?.len();
        if there == size { Ok(()) } else { Err(ExportError::Unreadable.into()) }
    })
}

/// Why a package did not come about.
pub(crate) enum Stopped {
    Fault(Fault),
    Export(ExportError),
}

impl Stopped {
    /// A full disk has its sentence.
    pub fn at(self, path: &Path) -> Fault {
        match self {
            Stopped::Fault(fault) => fault,
            Stopped::Export(ExportError::Io(error)) => Fault::io(&error, path),
            Stopped::Export(error) => error.into(),
        }
    }
}

impl From<Fault> for Stopped {
    fn from(fault: Fault) -> Self {
        Stopped::Fault(fault)
    }
}

impl From<ExportError> for Stopped {
    fn from(error: ExportError) -> Self {
        Stopped::Export(error)
    }
}
