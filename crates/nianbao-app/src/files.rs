//! Reading and writing the person's files: written beside, synced, read back, renamed.
#![allow(clippy::disallowed_methods)]

mod begun;

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use crate::fault::{Fault, FaultCode, file_name};

/// Nothing a person hands in as one report is longer; see also the importers' own limits.
pub const READ_LIMIT: u64 = 64 * 1024 * 1024;

/// The whole of a file.
///
/// # Errors
/// Missing, a folder, no permission, or over [`READ_LIMIT`].
pub fn read(path: &Path) -> Result<Vec<u8>, Fault> {
    let (file, size) = open(path)?;
    let too_large = || {
        Fault::new(
            FaultCode::TooLarge,
            format!("“{}”太大，没有读入", file_name(path)),
            "一份报告通常不到 1 MB，请核对是否选错了文件",
        )
    };
    if size > READ_LIMIT {
        return Err(too_large());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    file.take(READ_LIMIT + 1).read_to_end(&mut bytes).map_err(|e| Fault::io(&e, path))?;
    if bytes.len() as u64 > READ_LIMIT { Err(too_large()) } else { Ok(bytes) }
}

/// A file of any size, to be read bit by bit, and its size.
///
/// # Errors
/// Missing, no plain file, no permission.
pub(crate) fn open(path: &Path) -> Result<(File, u64), Fault> {
    let fault = |e: io::Error| Fault::io(&e, path);
    not_the_open_library(path)?;
    let meta = fs::metadata(path).map_err(fault)?;
    if meta.is_dir() {
        return Err(Fault::io(&io::ErrorKind::IsADirectory.into(), path));
    }
    // To open a pipe is to wait for ever.
    if !meta.is_file() {
        return Err(not_a_plain_file(path));
    }
    Ok((File::open(path).map_err(fault)?, meta.len()))
}

/// Puts `bytes` at `path` in one step: after a fault or a power cut the old file is whole.
///
/// # Errors
/// [`FaultCode::Exists`] when something is there and `overwrite` is not said;
/// [`FaultCode::FileBusy`] when an office program has it open; what the system says otherwise.
/// Both name a free file beside it in `suggested`.
pub fn write(path: &Path, bytes: &[u8], overwrite: bool) -> Result<(), Fault> {
    fill(path, overwrite, |file| put(file, bytes).map_err(|e| Fault::io(&e, path)))
}

fn put(file: &mut File, bytes: &[u8]) -> io::Result<()> {
    file.write_all(bytes)?;
    file.sync_all()?;
    file.rewind()?;
    let mut back = Vec::with_capacity(bytes.len());
    file.read_to_end(&mut back)?;
    if back == bytes { Ok(()) } else { Err(io::Error::other("read back differs")) }
}

/// As [`write`], of a file that `work` fills bit by bit and reads back itself.
///
/// # Errors
/// As [`write`], and what `work` says.
pub(crate) fn fill<T>(
    path: &Path,
    overwrite: bool,
    work: impl FnOnce(&mut File) -> Result<T, Fault>,
) -> Result<T, Fault> {
    may_write(path, overwrite)?;
    let fault = |e: io::Error| Fault::io(&e, path);
    let (beside, mut file) = begun::file(path).map_err(fault)?;
    let done = work(&mut file).and_then(|done| file.sync_all().map_err(fault).map(|()| done));
    drop(file);
    let done = done.and_then(|done| put_in_place(&beside, path).map(|()| done));
    if done.is_err() {
        // The half-written neighbour is ours; failing to remove it must not hide the first fault.
        drop(fs::remove_file(&beside));
    }
    done
}

/// As [`fill`], where `work` makes the file itself, and others beside it, at a place where none is.
///
/// # Errors
/// As [`write`], and what `work` says.
pub(crate) fn fill_place<T>(
    path: &Path,
    overwrite: bool,
    work: impl FnOnce(&Path) -> Result<T, Fault>,
) -> Result<T, Fault> {
    may_write(path, overwrite)?;
    let place = Place::beside(path)?;
    let done = work(&place.path)?;
    put_in_place(&place.path, path)?;
    Ok(done)
}

fn may_write(path: &Path, overwrite: bool) -> Result<(), Fault> {
    check_name(path)?;
    not_the_open_library(path)?;
    if path.is_dir() {
        return Err(Fault::io(&io::ErrorKind::IsADirectory.into(), path));
    }
    // Renaming over a device would put a file in its place, for every program there is.
    if path.exists() && !path.is_file() {
        return Err(not_a_plain_file(path));
    }
    if path.exists() && !overwrite {
        return Err(exists(path));
    }
    if is_open_elsewhere(path) {
        return Err(busy(path));
    }
    Ok(())
}

fn put_in_place(beside: &Path, path: &Path) -> Result<(), Fault> {
    match replace(beside, path) {
        Ok(()) => {}
        Err(error) if path.exists() && is_sharing_violation(&error) => return Err(busy(path)),
        Err(error) => return Err(Fault::io(&error, path)),
    }
    sync_folder(folder_of(path));
    Ok(())
}

/// Where a file may lie for a while; what is still there goes with it.
#[derive(Debug)]
pub(crate) struct Place {
    /// No file yet.
    pub path: PathBuf,
    sign: PathBuf,
    // Locked as long as somebody is at it.
    _at_it: File,
}

impl Place {
    fn beside(target: &Path) -> Result<Self, Fault> {
        let fault = |e: io::Error| Fault::io(&e, target);
        let (sign, at_it) = begun::file(target).map_err(fault)?;
        let folder = begun::folder_of(&sign);
        let place = Self { path: folder.join("库.nianbao"), sign, _at_it: at_it };
        fs::create_dir(&folder).map_err(fault)?;
        Ok(place)
    }

    /// In the program's own folder.
    ///
    /// # Errors
    /// The folder cannot be made.
    pub(crate) fn own(data: &Path, name: &Path) -> Result<Self, Fault> {
        let folder = data.join("查看");
        make_folder(&folder)?;
        Self::beside(&folder.join(file_name(name)))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // What cannot be removed now is taken away by who comes next.
        drop(fs::remove_dir_all(begun::folder_of(&self.sign)));
        drop(fs::remove_file(&self.sign));
    }
}

/// Makes a folder with those above it.
pub(crate) fn make_folder(folder: &Path) -> Result<(), Fault> {
    fs::create_dir_all(folder).map_err(|e| Fault::io(&e, folder))
}

fn replace(beside: &Path, path: &Path) -> io::Result<()> {
    if path.exists() {
        // A read-only target is somebody's wish; renaming over it would not ask.
        OpenOptions::new().write(true).open(path)?;
    }
    fs::rename(beside, path)
}

/// Makes a folder of what `work` puts into the one it is given: whole, or not at all. Where a folder
/// is there with something in it and `overwrite` is said, files come beside what lies in it.
///
/// # Errors
/// [`FaultCode::Exists`], and what `work` or the system says.
pub(crate) fn fill_folder<T>(
    path: &Path,
    overwrite: bool,
    work: impl FnOnce(&Path) -> Result<T, Fault>,
) -> Result<T, Fault> {
    let fault = |e: io::Error| Fault::io(&e, path);
    check_name(path)?;
    if path.is_dir() {
        let empty = fs::read_dir(path).map_err(fault)?.next().is_none();
        return if empty || overwrite { work(path) } else { Err(exists(path)) };
    }
    if path.exists() {
        return Err(suggest(
            Fault::new(
                FaultCode::Exists,
                format!("“{}”是一个文件，不能当作文件夹", file_name(path)),
                "请换一个名字",
            ),
            path,
        ));
    }
    let (sign, _at_it) = begun::file(path).map_err(fault)?;
    let beside = begun::folder_of(&sign);
    let made = fs::create_dir(&beside).map_err(fault);
    let done = made.and_then(|()| work(&beside));
    let done = done.and_then(|done| fs::rename(&beside, path).map_err(fault).map(|()| done));
    if done.is_err() {
        drop(fs::remove_dir_all(&beside));
    }
    remove(&sign);
    if done.is_ok() {
        sync_folder(folder_of(path));
    }
    done
}

/// Adds a line to a file; one that is longer than `bound` becomes `before`, and another is begun.
pub(crate) fn append(path: &Path, line: &str, bound: u64, before: &Path) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    if fs::metadata(path).is_ok_and(|meta| meta.len() > bound) {
        fs::rename(path, before)?;
    }
    let mut file = OpenOptions::new().append(true).create(true).open(path)?;
    writeln!(file, "{line}")
}

/// Takes away a file that was begun here; it failing to go must not hide why.
pub(crate) fn remove(path: &Path) {
    drop(fs::remove_file(path));
}

/// Names of what lies in a folder, sorted.
pub(crate) fn names(folder: &Path) -> Result<Vec<String>, Fault> {
    let entries = fs::read_dir(folder).map_err(|e| Fault::io(&e, folder))?;
    let mut names: Vec<String> =
        entries.filter_map(Result::ok).map(|entry| file_name(&entry.path())).collect();
    names.sort();
    Ok(names)
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn not_a_plain_file(path: &Path) -> Fault {
    Fault::new(
        FaultCode::NotAFile,
        format!("“{}”不是普通文件", file_name(path)),
        "请选择一个普通文件",
    )
}

/// On Unix, opening and closing the file of an open 库 lets go of its lock; and nobody means to
/// read it as a report or to write over it.
fn not_the_open_library(path: &Path) -> Result<(), Fault> {
    if nianbao_store::is_open(path) {
        return Err(Fault::new(
            FaultCode::FileBusy,
            format!("“{}”就是正在使用的库", file_name(path)),
            "请选择别的文件",
        ));
    }
    Ok(())
}

#[cfg(unix)]
fn sync_folder(folder: &Path) {
    // The rename has happened; a file system that cannot sync a folder still has the file.
    if let Ok(folder) = File::open(folder) {
        drop(folder.sync_all());
    }
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) {}

/// ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION; on Unix no open file blocks a rename.
fn is_sharing_violation(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33))
}

/// Word and WPS leave `~$name` beside an open file (the first two characters cut from a long
/// name), LibreOffice `.~lock.name#`. On Linux nothing else tells.
fn is_open_elsewhere(path: &Path) -> bool {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return false };
    let name = name.to_string_lossy();
    let cut: String = name.chars().skip(2).collect();
    path.exists()
        && [format!("~${name}"), format!("~${cut}"), format!(".~lock.{name}#")]
            .iter()
            .any(|owner| folder.join(owner).exists())
}

pub(crate) fn exists(path: &Path) -> Fault {
    suggest(
        Fault::new(
            FaultCode::Exists,
            format!("已经有一个“{}”", file_name(path)),
            "请换一个名字，或确认覆盖它",
        ),
        path,
    )
}

fn busy(path: &Path) -> Fault {
    suggest(
        Fault::new(
            FaultCode::FileBusy,
            format!("文件被占用：“{}”正在别的程序里打开", file_name(path)),
            "请先在 WPS 或 Word 里关闭它，或换一个名字导出",
        ),
        path,
    )
}

fn suggest(fault: Fault, path: &Path) -> Fault {
    Fault { suggested: free_name(path).map(|p| p.to_string_lossy().into_owned()), ..fault }
}

/// `报告.docx` → `报告（2）.docx`, the first that is free.
pub fn free_name(path: &Path) -> Option<PathBuf> {
    let stem = path.file_stem()?.to_string_lossy().into_owned();
    let ending = path.extension().map(|e| format!(".{}", e.to_string_lossy())).unwrap_or_default();
    (2..1000).map(|n| path.with_file_name(format!("{stem}（{n}）{ending}"))).find(|p| !p.exists())
}

/// Refuses names that Windows would turn into a device or a hidden stream, on every system,
/// because the file goes there next.
pub(crate) fn check_name(path: &Path) -> Result<(), Fault> {
    const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "COM", "LPT"];
    let name = file_name(path);
    let stem = name.split('.').next().unwrap_or_default().trim().to_ascii_uppercase();
    let device = DEVICES.contains(&stem.as_str())
        || stem.len() == 4
            && DEVICES[4..].contains(&&stem[..3])
            && stem.as_bytes()[3].is_ascii_digit();
    let marks = name.contains(['<', '>', ':', '"', '|', '?', '*', '\\', '/'])
        || name.chars().any(char::is_control);
    if device || marks || name.is_empty() || name.ends_with(['.', ' ']) {
        return Err(Fault::new(
            FaultCode::Refused,
            format!("“{name}”不能用作文件名"),
            "请换一个不含 < > : \" | ? * \\ / 的名字",
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_whole_and_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("年报 终稿.docx");
        write(&path, b"one", false).unwrap();
        write(&path, b"two", true).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_is_there_is_not_overwritten_unasked_and_a_free_name_is_offered() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("年报.docx");
        write(&path, b"one", false).unwrap();
        let fault = write(&path, b"two", false).unwrap_err();
        assert_eq!(fault.code, FaultCode::Exists);
        assert!(fault.suggested.unwrap().ends_with("年报（2）.docx"));
        assert_eq!(fs::read(&path).unwrap(), b"one");
    }

    #[test]
    fn a_file_open_in_an_office_program_is_left_alone() {
        for owner in ["~$年报终稿.docx", "~$终稿.docx", ".~lock.年报终稿.docx#"] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("年报终稿.docx");
            write(&path, b"one", false).unwrap();
            fs::write(folder.path().join(owner), b"").unwrap();
            let fault = write(&path, b"two", true).unwrap_err();
            assert_eq!(fault.code, FaultCode::FileBusy, "{owner}");
            assert!(fault.suggested.is_some());
            assert_eq!(fs::read(&path).unwrap(), b"one");
        }
    }

    #[test]
    fn names_that_windows_would_swallow_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["NUL.docx", "com1.docx", "a:b.docx", "问?.docx", "尾.", "con"] {
            let fault = write(&folder.path().join(name), b"x", true).unwrap_err();
            assert_eq!(fault.code, FaultCode::Refused, "{name}");
        }
        assert!(write(&folder.path().join("CONTROL.docx"), b"x", true).is_ok());
    }

    #[test]
    fn folders_and_missing_files_have_their_sentences() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(read(folder.path()).unwrap_err().code, FaultCode::NotAFile);
        assert_eq!(read(&folder.path().join("无.txt")).unwrap_err().code, FaultCode::NotFound);
        let into = folder.path().join("无/年报.docx");
        assert_eq!(write(&into, b"x", false).unwrap_err().code, FaultCode::NotFound);
        assert_eq!(write(folder.path(), b"x", true).unwrap_err().code, FaultCode::NotAFile);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_device_is_never_written_over_and_a_full_disk_has_its_sentence() {
        use std::os::unix::fs::FileTypeExt;
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("套接字");
        let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        assert_eq!(write(&socket, b"x", true).unwrap_err().code, FaultCode::NotAFile);
        assert!(fs::metadata(&socket).unwrap().file_type().is_socket());
        assert_eq!(
            Fault::io(&io::Error::from_raw_os_error(28), Path::new("a")).code,
            FaultCode::DiskFull
        );
    }
}
