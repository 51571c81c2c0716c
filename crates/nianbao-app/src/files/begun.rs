//! What is being written lies beside its target under a hidden name until it is whole. Who is stopped
//! in the middle, by Ctrl+C or a power cut, leaves it behind; whoever writes in that folder next takes
//! it away. It is locked as long as somebody is at it.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use crate::fault::file_name;

/// In the name of every one: nobody else's file is ever taken away.
const MARK: &str = ".nianbao-";
const ENDING: &str = "tmp";
/// Of a folder that is being filled; its file of the same name tells whether somebody is at it.
const FOLDER: &str = "folder";

/// A new one for a target, open and locked.
pub fn file(target: &Path) -> io::Result<(PathBuf, File)> {
    let folder = super::folder_of(target);
    sweep(folder);
    let path = free(folder, target);
    let file = OpenOptions::new().read(true).write(true).create_new(true).open(&path)?;
    // Where the file system knows no locks, the next one sees a file it cannot lock and leaves it.
    drop(file.try_lock());
    Ok((path, file))
}

/// The folder that goes with it.
pub fn folder_of(begun: &Path) -> PathBuf {
    begun.with_extension(FOLDER)
}

fn free(folder: &Path, target: &Path) -> PathBuf {
    let stem: String = file_name(target).chars().take(40).collect();
    let pid = std::process::id();
    let named = |n: u32| folder.join(format!(".{stem}{MARK}{pid}-{n}.{ENDING}"));
    (0..).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(0))
}

/// A name of ours, and not of this very program: between its last byte and its place none is locked.
fn is_left(name: &str) -> bool {
    let own = format!("{MARK}{}-", std::process::id());
    name.starts_with('.')
        && name.contains(MARK)
        && name.ends_with(&format!(".{ENDING}"))
        && !name.contains(&own)
}

/// Nothing that goes wrong here may keep anybody from writing.
fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let plain = entry.file_type().is_ok_and(|kind| kind.is_file());
        if !plain || !is_left(&entry.file_name().to_string_lossy()) {
            continue;
        }
        let path = entry.path();
        let held = OpenOptions::new().write(true).open(&path).map(|file| file.try_lock());
        if matches!(held, Ok(Ok(()))) {
            drop(fs::remove_dir_all(folder_of(&path)));
            drop(fs::remove_file(&path));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_is_at_is_taken_away_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let left = at(".年报.docx.nianbao-1-0.tmp");
        let held = at(".年报.docx.nianbao-2-0.tmp");
        let kept =
            [at(".别人的.1-0.tmp"), at("年报.nianbao-1-0.tmp"), at(".年报.nianbao-1-0.docx")];
        for path in kept.iter().chain([&left, &held]) {
            fs::write(path, b"half").unwrap();
        }
        fs::create_dir(folder_of(&left)).unwrap();
        fs::write(folder_of(&left).join("一半"), b"half").unwrap();
        let writer = OpenOptions::new().write(true).open(&held).unwrap();
        writer.try_lock().unwrap();
        let (path, file) = self::file(&at("台账.xlsx")).unwrap();
        assert!(path.exists() && held.exists() && kept.iter().all(|path| path.exists()));
        assert!(!left.exists() && !folder_of(&left).exists());
        // Another thread of the same program leaves it alone, locked or not.
        drop(file);
        let (other, _) = self::file(&at("台账.xlsx")).unwrap();
        assert!(path.exists() && other != path);
    }
}
