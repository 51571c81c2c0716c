//! The files opened lately, for the first screen. Losing this list loses nothing else.

use std::path::Path;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::desk::Env;
use crate::fault::Fault;
use crate::files;

const KEPT: usize = 8;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecentFile {
    pub path: String,
    /// The unit in it.
    pub name: String,
}

/// Newest first; a damaged list counts as empty, a file that is gone is left out.
pub(crate) fn list(env: &Env) -> Vec<RecentFile> {
    let list: Vec<RecentFile> = files::read(&env.data.join("recent.json"))
        .ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default();
    list.into_iter().filter(|file| Path::new(&file.path).is_file()).collect()
}

/// Puts a file first.
///
/// # Errors
/// The list could not be written; whoever opened the 库 goes on without.
pub(crate) fn add(env: &Env, path: &Path, name: &str) -> Result<(), Fault> {
    let path = path.to_string_lossy().into_owned();
    let mut all = list(env);
    all.retain(|file| file.path != path);
    all.insert(0, RecentFile { path, name: name.to_owned() });
    all.truncate(KEPT);
    std::fs::create_dir_all(&env.data).map_err(|e| Fault::io(&e, &env.data))?;
    let bytes = serde_json::to_vec_pretty(&all)
        .map_err(|e| Fault::io(&std::io::Error::other(e), &env.data))?;
    files::write(&env.data.join("recent.json"), &bytes, true)
}
