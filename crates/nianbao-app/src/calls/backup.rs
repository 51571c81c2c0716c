//! Copies of a 库 and what to do when one is damaged. Nothing here changes a 库: only new files come
//! to be.

use std::path::{Path, PathBuf};

use nianbao_core::record::Kind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Nothing;
use super::app::{Status, status};
use crate::backing::{self, BackupKind, Kept};
use crate::desk::Desk;
use crate::fault::{Fault, FaultCode, file_name};
use crate::{clock, files, recent};

/// The backups of one 库.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupSet {
    /// Where the original is, or was.
    pub path: String,
    /// Its name without ending.
    pub name: String,
    pub unit: String,
    /// Where its backups lie.
    pub folder: String,
    /// It is the one at hand.
    pub open: bool,
    /// The original is no longer there.
    pub gone: bool,
    /// Newest first.
    pub backups: Vec<Backup>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Backup {
    pub path: String,
    /// By this machine's clock: `2026-11-25 14:03`.
    pub at: String,
    pub kind: BackupKind,
    /// In bytes.
    #[ts(type = "number")]
    pub size: u64,
}

impl From<Kept> for Backup {
    fn from(kept: Kept) -> Self {
        Self {
            path: text(&kept.path),
            at: kept.at.strftime("%Y-%m-%d %H:%M").to_string(),
            kind: kept.kind,
            size: kept.size,
        }
    }
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// That of the 库 at hand first, also where it has none yet.
pub fn list(desk: &Desk, _: Nothing) -> Result<Vec<BackupSet>, Fault> {
    let open = desk.lock();
    let here = open.as_ref().and_then(|open| {
        // Of a damaged one even the unit may not be readable.
        Some((open.path.clone(), open.store.unit().ok()?.name))
    });
    drop(open);
    let mut sets: Vec<BackupSet> = Vec::new();
    if let Some((path, unit)) = &here {
        sets.push(set(&backing::set_of(&desk.env, path), path, unit, true));
    }
    for (folder, label) in backing::all(&desk.env) {
        let path = PathBuf::from(&label.path);
        let set = set(&folder, &path, &label.unit, false);
        if sets.iter().all(|known| known.folder != set.folder) && !set.backups.is_empty() {
            sets.push(set);
        }
    }
    let from = usize::from(here.is_some());
    sets[from..].sort_by(|a, b| b.backups[0].at.cmp(&a.backups[0].at));
    Ok(sets)
}

fn set(folder: &Path, of: &Path, unit: &str, open: bool) -> BackupSet {
    BackupSet {
        path: text(of),
        name: backing::stem(of),
        unit: unit.to_owned(),
        folder: text(folder),
        open,
        gone: !of.is_file(),
        backups: backing::kept_in(folder).into_iter().map(Backup::from).collect(),
    }
}

pub fn make(desk: &Desk, _: Nothing) -> Result<Backup, Fault> {
    desk.with(|open| Ok(backing::make(&desk.env, open, BackupKind::Hand)?.into()))
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct BackupPreview {
    pub path: String,
}

/// What is in a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Preview {
    pub unit: String,
    /// Newest first.
    pub years: Vec<i32>,
    pub counts: Vec<PreviewCount>,
    /// The last step and when it was made: `2026年11月25日 14:03`.
    pub last: String,
    pub last_at: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PreviewCount {
    pub kind: Kind,
    /// As the screen calls it.
    pub word: String,
    #[ts(type = "number")]
    pub count: i64,
}

pub fn preview(_: &Desk, args: BackupPreview) -> Result<Preview, Fault> {
    let sight = nianbao_store::sight(Path::new(&args.path))?;
    let (last, last_at) = match sight.last {
        Some((at, name)) => (name, clock::written(at)),
        None => Default::default(),
    };
    let count =
        |(kind, count): (Kind, i64)| PreviewCount { kind, word: kind.word().to_owned(), count };
    Ok(Preview {
        unit: sight.unit,
        years: sight.years,
        counts: sight.counts.into_iter().map(count).collect(),
        last,
        last_at,
    })
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct FromTo {
    pub from: String,
    /// A file that is not there yet.
    pub to: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CopyMade {
    pub path: String,
}

pub fn restore(_: &Desk, args: FromTo) -> Result<CopyMade, Fault> {
    let made = backing::restore(Path::new(&args.from), Path::new(&args.to))?;
    Ok(CopyMade { path: text(&made) })
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct LibraryCopy {
    pub path: String,
    #[serde(default)]
    #[ts(optional)]
    pub overwrite: Option<bool>,
}

pub fn copy(desk: &Desk, args: LibraryCopy) -> Result<CopyMade, Fault> {
    let to = PathBuf::from(args.path);
    desk.with(|open| backing::copy(&open.store, &to, args.overwrite.unwrap_or(false)))?;
    Ok(CopyMade { path: text(&to) })
}

/// Whether the file holds together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Verified {
    pub sound: bool,
    pub message: String,
    pub hint: String,
}

pub fn verify(desk: &Desk, _: Nothing) -> Result<Verified, Fault> {
    let found = desk.with(|open| Ok(open.store.check()))?;
    Ok(match found.map_err(Fault::from) {
        Ok(()) => Verified {
            sound: true,
            message: "库文件完好".to_owned(),
            hint: "每一页、每一条记录都查过了".to_owned(),
        },
        Err(fault) if fault.code == FaultCode::Damaged => {
            Verified { sound: false, message: fault.message, hint: fault.hint }
        }
        Err(fault) => return Err(fault),
    })
}

/// What was saved of a damaged 库.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Saved {
    pub path: String,
    pub parts: Vec<SavedPart>,
    /// Steps made before can no longer be undone.
    pub undo_lost: bool,
    /// One sentence of it all.
    pub message: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SavedPart {
    /// 成效、问题……
    pub name: String,
    pub kept: usize,
    /// Known to have been there; there may have been more.
    pub lost: usize,
}

pub fn save(desk: &Desk, args: FromTo) -> Result<Saved, Fault> {
    let (from, to) = (PathBuf::from(args.from), PathBuf::from(args.to));
    let work = files::Place::own(&desk.env.data, &from)?;
    let done = files::fill_place(&to, false, |beside| {
        Ok(nianbao_store::salvage(&from, beside, &work.path)?)
    })?;
    let lost: Vec<String> = done
        .parts
        .iter()
        .filter(|part| part.lost > 0)
        .map(|part| format!("{} {} 条", part.name, part.lost))
        .collect();
    let message = if lost.is_empty() {
        format!("找回了 {} 条，没有发现缺失", done.kept())
    } else {
        format!("找回了 {} 条，没能找回：{}", done.kept(), lost.join("、"))
    };
    let part = |part: nianbao_store::Part| SavedPart {
        name: part.name.to_owned(),
        kept: part.kept,
        lost: part.lost,
    };
    Ok(Saved {
        path: text(&to),
        undo_lost: done.undo_lost,
        message: format!("“{}”：{message}", file_name(&to)),
        parts: done.parts.into_iter().map(part).collect(),
    })
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct RecentForget {
    pub path: String,
}

pub fn forget(desk: &Desk, args: RecentForget) -> Result<Status, Fault> {
    recent::forget(&desk.env, &args.path)?;
    status(desk, Nothing {})
}
