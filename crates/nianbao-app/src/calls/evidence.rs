use std::path::Path;

use nianbao_core::order::GAP;
use nianbao_core::record::{Evidence, Id, Kind, Record, RecordRef, YearRecords};
use nianbao_store::Change;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::record::{Changed, edit, record};
use super::year::{YearArgs, records};
use crate::attached;
use crate::desk::{Desk, Open};
use crate::fault::{Fault, FaultCode, file_name};
use crate::package::Plan;

#[derive(Debug, Clone, Deserialize, TS)]
pub struct EvidenceAttach {
    pub year: i32,
    /// Files; each becomes a piece of evidence. One that is already there is only linked.
    pub paths: Vec<String>,
    /// Keep a copy inside the 库.
    pub copy: bool,
    /// The achievement or indicator they prove, or the evidence whose file the one is.
    #[serde(default)]
    #[ts(optional)]
    pub to: Option<RecordRef>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Attached {
    pub changed: Changed,
    /// The evidence of each file, in their order.
    pub evidence: Vec<Id>,
    /// Files that could not be taken, a sentence each; the others were.
    pub faults: Vec<FileFault>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileFault {
    pub path: String,
    pub message: String,
}

/// How a file stands against what was attached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EvidenceState {
    pub id: Id,
    pub state: FileState,
    /// The 库 holds a copy, as it was when it was attached.
    pub copy: bool,
    /// Empty where all is well.
    pub message: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileState {
    Good,
    /// No file was attached.
    None,
    Missing,
    /// Its bytes are others.
    Changed,
    Unreadable,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PackageForm {
    Folder,
    Zip,
    /// 佐证目录 alone, as a table.
    Xlsx,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct EvidenceExport {
    pub year: i32,
    /// The folder (made by it), or the file: .zip; a catalogue .xlsx or .csv.
    pub path: String,
    pub form: PackageForm,
    #[serde(default)]
    #[ts(optional)]
    pub overwrite: Option<bool>,
    /// A name for `task.progress` and `task.cancel`.
    #[serde(default)]
    #[ts(optional)]
    pub task: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Packaged {
    pub path: String,
    /// Evidence in the catalogue.
    pub rows: usize,
    /// Files that came along.
    pub files: usize,
    /// What did not, or came otherwise than it was attached, a sentence each.
    pub faults: Vec<String>,
}

pub fn attach(desk: &Desk, args: EvidenceAttach) -> Result<Attached, Fault> {
    let given = args.to.filter(|at| at.kind == Kind::Evidence);
    if given.is_some() && args.paths.len() > 1 {
        return Err(Fault::new(
            FaultCode::Refused,
            "一条佐证只能附一个文件",
            "请只选一个文件，或者另外新增佐证",
        ));
    }
    let mut faults = Vec::new();
    let mut files = Vec::new();
    for path in &args.paths {
        match attached::look(Path::new(path), args.copy) {
            Ok(file) => files.push(file),
            Err(fault) => faults.push(FileFault { path: path.clone(), message: fault.to_string() }),
        }
    }
    desk.with(|open| {
        let records = records(open, args.year)?;
        let target = args.to.map(|at| record(open, at.kind, at.id)).transpose()?;
        let mut new = Vec::new();
        let mut ids = Vec::new();
        for file in files {
            if let Some(bytes) = file.copy.as_ref().filter(|_| args.copy) {
                open.store.keep_copy(bytes)?;
            }
            ids.push(place(&records, &mut new, &file, given.map(|at| at.id), args.copy));
        }
        let proven = target.map(|target| with_evidence(target, &ids)).transpose()?.flatten();
        let name = match ids.len() {
            1 => "附上佐证文件".to_owned(),
            count => format!("附上{count}个佐证文件"),
        };
        let put = new.into_iter().map(Record::Evidence).chain(proven).map(Change::Put);
        let changed = edit(open, name, put.collect(), None)?;
        // Placeholders became the ids of the new records, in their order.
        let fresh: Vec<Id> =
            changed.records.iter().filter(|r| is_new(r, &records)).map(Record::id).collect();
        let real = |id: Id| {
            let n = usize::try_from(-id.0 - 1).ok().filter(|_| id.0 < 0);
            n.and_then(|n| fresh.get(n).copied()).unwrap_or(id)
        };
        Ok(Attached { changed, evidence: ids.into_iter().map(real).collect(), faults })
    })
}

fn is_new(record: &Record, before: &YearRecords) -> bool {
    record.kind() == Kind::Evidence && before.evidence.iter().all(|e| e.id != record.id())
}

/// The evidence of a file: the one given, one that is the same file, or a new one.
fn place(
    records: &YearRecords,
    new: &mut Vec<Evidence>,
    file: &attached::File,
    given: Option<Id>,
    copy: bool,
) -> Id {
    let same = |e: &&Evidence| {
        !file.hash.is_empty() && e.hash == file.hash && file_name(e.path.as_ref()) == file.name
    };
    let there = match given {
        Some(id) => records.evidence.iter().find(|e| e.id == id),
        None => new.iter().chain(&records.evidence).find(same),
    };
    let fresh = i64::try_from(new.iter().filter(|e| e.id.0 < 0).count()).unwrap_or_default() + 1;
    let last = records.evidence.iter().map(|e| e.order).max().unwrap_or_default();
    let mut evidence = there.cloned().unwrap_or_else(|| Evidence {
        id: Id(-fresh),
        year: records.year.year,
        title: file.stem.clone(),
        order: last.saturating_add(fresh.saturating_mul(GAP)),
        ..Evidence::default()
    });
    if evidence.title.trim().is_empty() {
        evidence.title.clone_from(&file.stem);
    }
    evidence.path.clone_from(&file.path);
    evidence.hash.clone_from(&file.hash);
    evidence.size = file.size;
    evidence.copied = copy || (there.is_some_and(|e| e.copied && e.hash == file.hash));
    let id = evidence.id;
    match new.iter_mut().find(|e| e.id == id) {
        Some(known) => *known = evidence,
        None => new.push(evidence),
    }
    id
}

/// The record with what proves it; None: evidence proves nothing but itself.
fn with_evidence(mut target: Record, ids: &[Id]) -> Result<Option<Record>, Fault> {
    let list = match &mut target {
        Record::Achievement(r) => &mut r.evidence,
        Record::Indicator(r) => &mut r.evidence,
        Record::Evidence(_) => return Ok(None),
        _ => {
            return Err(Fault::new(
                FaultCode::Refused,
                format!("{}不能附佐证", target.kind().word()),
                "请附到成效或指标上",
            ));
        }
    };
    for id in ids {
        if !list.contains(id) {
            list.push(*id);
        }
    }
    Ok(Some(target))
}

pub fn check(desk: &Desk, args: YearArgs) -> Result<Vec<EvidenceState>, Fault> {
    // Reading files may take long: the 库 is let go first.
    let (records, copies) = desk.with(|open| with_copies(open, args.year))?;
    let all = records.evidence.iter().zip(copies);
    Ok(all.map(|(evidence, copy)| attached::state(evidence, copy)).collect())
}

fn with_copies(open: &mut Open, year: i32) -> Result<(YearRecords, Vec<bool>), Fault> {
    let records = records(open, year)?;
    let copies = copies(open, &records)?;
    Ok((records, copies))
}

/// Of each piece of evidence whether the 库 holds its copy.
pub(crate) fn copies(open: &Open, records: &YearRecords) -> Result<Vec<bool>, Fault> {
    let held = |e: &Evidence| Ok(e.copied && open.store.has_copy(&e.hash)?);
    records.evidence.iter().map(held).collect()
}

pub fn export(desk: &Desk, args: EvidenceExport) -> Result<Packaged, Fault> {
    let (records, copies) = desk.with(|open| with_copies(open, args.year))?;
    let path = Path::new(&args.path);
    let overwrite = args.overwrite.unwrap_or(false);
    let plan = Plan::new(&records, &copies);
    let task = desk.tasks.begin(args.task);
    let came = match args.form {
        PackageForm::Folder => plan.folder(desk, path, overwrite, &task)?,
        PackageForm::Zip => plan.zip(desk, path, overwrite, &task)?,
        PackageForm::Xlsx => plan.directory(path, overwrite)?,
    };
    Ok(Packaged {
        rows: records.evidence.len(),
        files: came.files.len(),
        faults: came.faults,
        path: args.path,
    })
}
