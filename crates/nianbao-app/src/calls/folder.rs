#![allow(clippy::disallowed_methods)]
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::desk::Desk;
use crate::fault::{Fault, file_name};

#[derive(Debug, Clone, Deserialize, TS)]
pub struct FolderArgs {
    /// None: the user's own folder.
    #[serde(default)]
    #[ts(optional)]
    pub path: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Folder {
    pub path: String,
    pub parent: Option<String>,
    /// Folders first, then files, each by name; hidden ones left out.
    pub entries: Vec<FolderEntry>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FolderEntry {
    pub name: String,
    pub path: String,
    pub folder: bool,
}

pub fn list(_: &Desk, args: FolderArgs) -> Result<Folder, Fault> {
    let path = args.path.map_or_else(home, PathBuf::from);
    let path = fs::canonicalize(&path).map_err(|e| Fault::io(&e, &path))?;
    let mut entries: Vec<FolderEntry> = fs::read_dir(&path)
        .map_err(|e| Fault::io(&e, &path))?
        .filter_map(Result::ok)
        .filter(|entry| !file_name(&entry.path()).starts_with(['.', '~']))
        .map(|entry| FolderEntry {
            name: file_name(&entry.path()),
            path: shown(&entry.path()),
            folder: entry.path().is_dir(),
        })
        .collect();
    entries.sort_by(|a, b| b.folder.cmp(&a.folder).then_with(|| a.name.cmp(&b.name)));
    Ok(Folder { parent: path.parent().map(shown), path: shown(&path), entries })
}

/// Without the `\\?\` that Windows puts before a canonical path.
fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    text.strip_prefix(r"\\?\").unwrap_or(&text).to_owned()
}

/// Documents where the system has such a folder, else the user's home.
fn home() -> PathBuf {
    let variable = if cfg!(windows) { "USERPROFILE" } else { "HOME" };
    let home = std::env::var_os(variable).map_or_else(|| PathBuf::from("/"), PathBuf::from);
    ["文档", "Documents"].iter().map(|name| home.join(name)).find(|p| p.is_dir()).unwrap_or(home)
}
