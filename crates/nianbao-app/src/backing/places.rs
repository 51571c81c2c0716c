//! Where the copies lie: a folder for each 库, known by its path.

use std::path::{Path, PathBuf};

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::{BackupKind, stem};
use crate::desk::Env;
use crate::fault::Fault;
use crate::files;

/// One copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Kept {
    pub path: PathBuf,
    /// Rises with each, whatever the clock says.
    pub number: u32,
    /// By this machine's clock, when it was made.
    pub at: DateTime,
    pub kind: BackupKind,
    pub size: u64,
}

/// What is said of a folder of copies, beside them.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Label {
    /// Where the original lay.
    pub path: String,
    pub unit: String,
}

const LABEL: &str = "库.json";
const TIME: &str = "%Y-%m-%d %H%M%S";

pub(super) fn root(env: &Env) -> PathBuf {
    env.data.join("备份")
}

/// Two files of one name in two folders are two 库.
pub(crate) fn set_of(env: &Env, of: &Path) -> PathBuf {
    let hash = nianbao_store::hash(of.to_string_lossy().as_bytes());
    let name: String = stem(of).chars().take(40).collect();
    root(env).join(format!("{name}.{}", hash.get(..8).unwrap_or_default()))
}

pub(super) fn label(folder: &Path, of: &Path, unit: &str) -> Result<(), Fault> {
    let known = read_label(folder);
    let unit = if unit.is_empty() { known.unit } else { unit.to_owned() };
    let label = Label { path: of.to_string_lossy().into_owned(), unit };
    let bytes = serde_json::to_vec_pretty(&label)
        .map_err(|e| Fault::io(&std::io::Error::other(e), folder))?;
    files::write(&folder.join(LABEL), &bytes, true)
}

fn read_label(folder: &Path) -> Label {
    let bytes = files::read(&folder.join(LABEL)).unwrap_or_default();
    serde_json::from_slice(&bytes).unwrap_or_default()
}

/// Every folder of copies with what is said of it.
pub(crate) fn all(env: &Env) -> Vec<(PathBuf, Label)> {
    let names = files::names(&root(env)).unwrap_or_default();
    let folders = names.into_iter().map(|name| root(env).join(name)).filter(|path| path.is_dir());
    folders.map(|folder| (folder.clone(), read_label(&folder))).collect()
}

/// `000012 2026-11-25 140312 自动.nianbao`: a person who looks into the folder understands it.
pub(super) fn name(number: u32, at: DateTime, kind: BackupKind) -> String {
    format!("{number:06} {} {}.nianbao", at.strftime(TIME), kind.word())
}

fn parse(name: &str) -> Option<(u32, DateTime, BackupKind)> {
    let (number, rest) = name.strip_suffix(".nianbao")?.split_once(' ')?;
    let (at, kind) = rest.rsplit_once(' ')?;
    Some((number.parse().ok()?, DateTime::strptime(TIME, at).ok()?, BackupKind::of(kind)?))
}

/// The copies in a folder, the newest first. What has another name is not ours and stays.
pub(crate) fn kept_in(folder: &Path) -> Vec<Kept> {
    let mut all: Vec<Kept> = files::names(folder)
        .unwrap_or_default()
        .into_iter()
        .filter_map(|name| {
            let (number, at, kind) = parse(&name)?;
            let path = folder.join(&name);
            let size = std::fs::metadata(&path).ok()?.len();
            Some(Kept { path, number, at, kind, size })
        })
        .collect();
    all.sort_by_key(|kept| std::cmp::Reverse(kept.number));
    all
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_name_says_which_when_and_why_and_no_other_name_is_taken_for_one() {
        let at = date(2026, 11, 25).at(14, 3, 12, 0);
        let name = name(12, at, BackupKind::Upgrade);
        assert_eq!(name, "000012 2026-11-25 140312 升级前.nianbao");
        assert_eq!(parse(&name), Some((12, at, BackupKind::Upgrade)));
        for other in
            ["库.json", "年报.nianbao", "1 2026-11-25 140312 别的.nianbao", "", " .nianbao"]
        {
            assert_eq!(parse(other), None, "{other}");
        }
    }
}
