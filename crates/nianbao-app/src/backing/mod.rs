//! Copies of each 库, made by the program itself: at opening, at closing and between, kept apart from
//! the original in the program's own folder, the older the fewer.

mod keep;
mod places;

use std::path::{Path, PathBuf};

use nianbao_store::{StepState, Store, StoreError};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::clock;
use crate::desk::{Env, Open};
use crate::fault::{Fault, file_name};
use crate::files;
pub(crate) use places::{Kept, all, kept_in, set_of};

/// Why a copy was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupKind {
    /// By the program.
    Auto,
    /// Somebody asked for it.
    Hand,
    /// Before a newer program changed the shape of the file.
    Upgrade,
}

impl BackupKind {
    fn word(self) -> &'static str {
        match self {
            Self::Auto => "自动",
            Self::Hand => "手动",
            Self::Upgrade => "升级前",
        }
    }

    fn of(word: &str) -> Option<Self> {
        [Self::Auto, Self::Hand, Self::Upgrade].into_iter().find(|kind| kind.word() == word)
    }
}

/// So many edits make a new copy due, or so many minutes with any.
const EDITS: u32 = 200;
const MINUTES: i64 = 20;
/// In seconds: how old the last copy must be for another at opening.
const PAUSE: i64 = 600;

/// What was kept of the 库 at hand when.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    /// What the last copy holds; none: there is none.
    stamp: Option<String>,
    edits: u32,
    /// In seconds.
    at: i64,
    /// Why there is no copy of what is now written.
    pub fault: Option<Fault>,
}

/// A file that a newer program is about to change is kept as it is.
pub(crate) fn before_upgrade(env: &Env, path: &Path) -> Result<(), Fault> {
    if !nianbao_store::is_older(path)? {
        return Ok(());
    }
    put(env, path, "", BackupKind::Upgrade, |to| nianbao_store::copy_closed(path, to))?;
    Ok(())
}

/// Copies what has come into the file since the last copy, unless that was made a moment ago: a script
/// opens a 库 for each of its steps.
pub(crate) fn at_opening(env: &Env, open: &mut Open) {
    let newest = kept_in(&set_of(env, &open.path)).into_iter().next();
    open.watch.stamp = newest.as_ref().and_then(|k| nianbao_store::stamp_of(&k.path).ok());
    open.watch.at = clock::now().as_second();
    let now = clock::local().datetime();
    let just_now = |kept: &Kept| kept.at.duration_until(now).abs().as_secs() < PAUSE;
    if !newest.is_some_and(|kept| just_now(&kept)) {
        keep_up(env, open);
    }
}

/// Copies what was written since the last copy.
pub(crate) fn at_closing(env: &Env, open: &mut Open) {
    keep_up(env, open);
}

/// After a call: when many edits or much time lie behind the last copy. A clock that was set makes it
/// due as well.
pub(crate) fn when_due(env: &Env, open: &mut Open) {
    let edits = open.edits - open.watch.edits;
    let minutes = (clock::now().as_second() - open.watch.at).abs() / 60;
    if edits >= EDITS || edits > 0 && minutes >= MINUTES {
        keep_up(env, open);
    }
}

/// A copy that fails keeps nobody from working; the page says so. A 库 in which nobody has written
/// anything yet needs none.
fn keep_up(env: &Env, open: &mut Open) {
    let untouched = |step: &nianbao_store::Step| step.state == StepState::Origin;
    if open.store.history(1).is_ok_and(|steps| steps.first().is_none_or(untouched)) {
        return;
    }
    open.watch.edits = open.edits;
    open.watch.at = clock::now().as_second();
    let due = |open: &Open| Ok::<_, Fault>(Some(open.store.stamp()?) != open.watch.stamp);
    open.watch.fault = match due(open) {
        Ok(false) => None,
        Ok(true) => make(env, open, BackupKind::Auto).err(),
        Err(fault) => Some(fault),
    };
}

/// Makes a copy now.
pub(crate) fn make(env: &Env, open: &mut Open, kind: BackupKind) -> Result<Kept, Fault> {
    let stamp = open.store.stamp()?;
    let unit = open.store.unit()?.name;
    let kept = put(env, &open.path, &unit, kind, |to| open.store.copy_to(to))?;
    open.watch.stamp = Some(stamp);
    open.watch.fault = None;
    Ok(kept)
}

fn put(
    env: &Env,
    of: &Path,
    unit: &str,
    kind: BackupKind,
    copy: impl FnOnce(&Path) -> Result<(), StoreError>,
) -> Result<Kept, Fault> {
    let folder = set_of(env, of);
    files::make_folder(&folder)?;
    places::label(&folder, of, unit)?;
    let kept = kept_in(&folder);
    let number = kept.iter().map(|kept| kept.number).max().unwrap_or_default() + 1;
    let path = folder.join(places::name(number, clock::local().datetime(), kind));
    files::fill_place(&path, false, |to| Ok(copy(to)?))?;
    for old in keep::too_many(&kept_in(&folder)) {
        files::remove(&old);
    }
    kept_in(&folder)
        .into_iter()
        .find(|kept| kept.path == path)
        .ok_or_else(|| Fault::io(&std::io::ErrorKind::NotFound.into(), &path))
}

/// Writes a copy of the open 库 where the person wants one.
pub(crate) fn copy(store: &Store, to: &Path, overwrite: bool) -> Result<(), Fault> {
    files::fill_place(to, overwrite, |to| Ok(store.copy_to(to)?))
}

/// Puts a backup into a new file.
pub(crate) fn restore(from: &Path, to: &Path) -> Result<PathBuf, Fault> {
    if from == to {
        return Err(files::exists(to));
    }
    files::fill_place(to, false, |beside| Ok(nianbao_store::copy_closed(from, beside)?))?;
    Ok(to.to_owned())
}

/// Whether this file is one of the copies.
pub(crate) fn is_copy(env: &Env, path: &Path) -> bool {
    path.starts_with(places::root(env))
}

/// The name of a file without its ending.
pub(crate) fn stem(path: &Path) -> String {
    let name = file_name(path);
    name.strip_suffix(".nianbao").unwrap_or(&name).to_owned()
}
