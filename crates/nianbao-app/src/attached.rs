//! Files that prove something: how they were when they were attached, and how they are now.

use std::fs;
use std::path::{Path, PathBuf};

use nianbao_core::record::Evidence;
use nianbao_store::{LARGEST_COPY, hash};

use crate::calls::evidence::{EvidenceState, FileState};
use crate::fault::{Fault, FaultCode, file_name};
use crate::files;

pub(crate) struct File {
    /// From the root.
    pub path: String,
    pub name: String,
    /// The name without ending.
    pub stem: String,
    pub size: i64,
    /// Empty for a file of more than [`LARGEST_COPY`]: such a one is told by its size alone.
    pub hash: String,
    /// Its bytes, where a copy was asked for.
    pub copy: Option<Vec<u8>>,
}

/// # Errors
/// It cannot be read, or is too large for a copy.
pub(crate) fn look(path: &Path, copy: bool) -> Result<File, Fault> {
    let name = file_name(path);
    let meta = fs::metadata(path).map_err(|e| Fault::io(&e, path))?;
    let large = meta.is_file() && meta.len() > LARGEST_COPY as u64;
    if large && copy {
        return Err(Fault::new(
            FaultCode::TooLarge,
            format!("“{name}”超过 64 MB，库里放不下"),
            "请不留副本，只记下它的位置",
        ));
    }
    let bytes = if large { None } else { Some(files::read(path)?) };
    let size = bytes.as_ref().map_or(meta.len(), |bytes| bytes.len() as u64);
    Ok(File {
        path: from_root(path).to_string_lossy().into_owned(),
        stem: path.file_stem().map_or(name.clone(), |stem| stem.to_string_lossy().into_owned()),
        name,
        size: i64::try_from(size).unwrap_or(i64::MAX),
        hash: bytes.as_deref().map(hash).unwrap_or_default(),
        copy: bytes.filter(|_| copy),
    })
}

fn from_root(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// `copy`: the 库 holds the bytes that were attached.
pub(crate) fn state(evidence: &Evidence, copy: bool) -> EvidenceState {
    let name = file_name(evidence.path.as_ref());
    let (state, message) = match now(evidence) {
        FileState::None if copy => (FileState::Good, String::new()),
        FileState::None => (FileState::None, "还没有附上文件".to_owned()),
        FileState::Good => (FileState::Good, String::new()),
        state @ FileState::Missing if copy => {
            (state, format!("原来的“{name}”已经不在原处，库里还留有副本"))
        }
        state @ FileState::Missing => {
            (state, format!("找不到“{name}”，文件可能已被移走或改名，请重新附上"))
        }
        state @ FileState::Changed if copy => {
            (state, format!("“{name}”附上以后改动过，库里留的是原来的一份"))
        }
        state @ FileState::Changed => (state, format!("“{name}”附上以后改动过，请核对后重新附上")),
        state @ FileState::Unreadable => (state, format!("“{name}”读不出来，请检查是否有权限")),
    };
    EvidenceState { id: evidence.id, state, copy, message }
}

fn now(evidence: &Evidence) -> FileState {
    if evidence.path.trim().is_empty() {
        return FileState::None;
    }
    let path = Path::new(&evidence.path);
    let meta = match fs::metadata(path) {
        Ok(meta) => meta,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return FileState::Missing,
        Err(_) => return FileState::Unreadable,
    };
    if i64::try_from(meta.len()) != Ok(evidence.size) {
        return FileState::Changed;
    }
    if evidence.hash.is_empty() {
        return FileState::Good;
    }
    match files::read(path) {
        Ok(bytes) if hash(&bytes) == evidence.hash => FileState::Good,
        Ok(_) => FileState::Changed,
        Err(_) => FileState::Unreadable,
    }
}
