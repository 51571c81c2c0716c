//! The files opened lately, for the first screen. Losing this list loses nothing else.

use std::path::Path;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::desk::Env;
use crate::fault::Fault;
use crate::files;

const KEPT: usize = 8;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecentFile {
    pub path: String,
    /// The unit in it.
    pub name: String,
    pub state: RecentState,
}

/// How a file lies there, compared with how it was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RecentState {
    Same,
    /// Not where it was.
    Gone,
    /// Nothing is in it.
    Empty,
    /// Less than half of what it was; a 库 never becomes smaller by itself.
    Smaller,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Stored {
    path: String,
    name: String,
    /// In bytes, when it was last seen.
    #[serde(default)]
    size: u64,
}

/// Newest first; a damaged list counts as empty.
pub(crate) fn list(env: &Env) -> Vec<RecentFile> {
    let of = |file: Stored| RecentFile { state: state(&file), path: file.path, name: file.name };
    stored(env).into_iter().map(of).collect()
}

fn stored(env: &Env) -> Vec<Stored> {
    files::read(&env.data.join("recent.json"))
        .ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default()
}

fn state(file: &Stored) -> RecentState {
    match std::fs::metadata(&file.path) {
        Ok(meta) if meta.len() == 0 => RecentState::Empty,
        Ok(meta) if meta.len() < file.size / 2 => RecentState::Smaller,
        Ok(_) => RecentState::Same,
        Err(_) => RecentState::Gone,
    }
}

/// Puts a file first.
///
/// # Errors
/// The list could not be written; whoever opened the 库 goes on without.
pub(crate) fn add(env: &Env, path: &Path, name: &str) -> Result<(), Fault> {
    let size = std::fs::metadata(path).map(|meta| meta.len()).unwrap_or_default();
    let path = path.to_string_lossy().into_owned();
    let mut all = stored(env);
    all.retain(|file| file.path != path);
    all.insert(0, Stored { path, name: name.to_owned(), size });
    all.truncate(KEPT);
    write(env, &all)
}

/// Notes how large a file is left. One that is not in the list does not come into it.
///
/// # Errors
/// As [`add`].
pub(crate) fn left(env: &Env, path: &Path) -> Result<(), Fault> {
    let size = std::fs::metadata(path).map(|meta| meta.len()).unwrap_or_default();
    let mut all = stored(env);
    let path = path.to_string_lossy();
    let Some(file) = all.iter_mut().find(|file| file.path == path) else { return Ok(()) };
    if file.size == size {
        return Ok(());
    }
    file.size = size;
    write(env, &all)
}

/// Takes a file out of the list; the file itself stays.
///
/// # Errors
/// As [`add`].
pub(crate) fn forget(env: &Env, path: &str) -> Result<(), Fault> {
    let mut all = stored(env);
    all.retain(|file| file.path != path);
    write(env, &all)
}

fn write(env: &Env, all: &[Stored]) -> Result<(), Fault> {
    files::make_folder(&env.data)?;
    let bytes = serde_json::to_vec_pretty(all)
        .map_err(|e| Fault::io(&std::io::Error::other(e), &env.data))?;
    files::write(&env.data.join("recent.json"), &bytes, true)
}
