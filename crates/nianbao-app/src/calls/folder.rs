#![allow(clippy::disallowed_methods)]
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::desk::Desk;
use crate::fault::{Fault, FaultCode, file_name};

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

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ShowArgs {
    /// A file; its folder is shown.
    pub path: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Shown {
    pub path: String,
}

/// Nothing of the file is run: only the folder is opened, with the file marked where that can be done.
pub fn show(_: &Desk, args: ShowArgs) -> Result<Shown, Fault> {
    let path = Path::new(&args.path);
    fs::metadata(path).map_err(|e| Fault::io(&e, path))?;
    let mut command = shower(path);
    let quiet = || std::process::Stdio::null();
    let begun = command.stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn();
    begun.map_err(|_| {
        Fault::new(
            FaultCode::Unsupported,
            "没能打开文件夹",
            format!("请自己打开文件夹，文件名是“{}”", file_name(path)),
        )
    })?;
    Ok(Shown { path: args.path })
}

fn shower(path: &Path) -> std::process::Command {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    if cfg!(windows) {
        let mut command = std::process::Command::new("explorer");
        let mut marked = std::ffi::OsString::from("/select,");
        marked.push(path);
        command.arg(marked);
        command
    } else if cfg!(target_os = "macos") {
        let mut command = std::process::Command::new("open");
        command.arg("-R").arg(path);
        command
    } else {
        let mut command = std::process::Command::new("xdg-open");
        command.arg(folder);
        command
    }
}
