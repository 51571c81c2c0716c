//! A word beside an open 库 that says who has it: for the sentence on another machine, and for shares
//! whose locks cannot be relied upon. It goes into no export and no backup.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::clock;
use crate::fault::file_name;
use crate::files;

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Who {
    pub machine: String,
    pub user: String,
    /// RFC 3339, in UTC.
    pub since: String,
    pub process: u32,
}

/// Ours, beside the file we have open; it goes with this.
#[derive(Debug)]
pub(crate) struct Note {
    path: PathBuf,
    who: Who,
}

impl Note {
    /// A folder that takes no note costs the sentence on the other machine, nothing else.
    pub(crate) fn leave(library: &Path) -> Option<Self> {
        let who = Who {
            machine: machine(),
            user: variable(&["USERNAME", "USER", "LOGNAME"]),
            since: clock::now().to_string(),
            process: std::process::id(),
        };
        let path = place(library);
        files::write(&path, &serde_json::to_vec(&who).ok()?, true).ok()?;
        Some(Self { path, who })
    }
}

impl Drop for Note {
    fn drop(&mut self) {
        // Another program may have taken over meanwhile.
        if of_file(&self.path).as_ref() == Some(&self.who) {
            files::remove(&self.path);
        }
    }
}

/// Who left a note beside this file. One that our machine left in a process that is no longer there
/// is told apart by whoever could open the file: then nobody has it.
pub(crate) fn of(library: &Path) -> Option<Who> {
    of_file(&place(library))
}

fn of_file(path: &Path) -> Option<Who> {
    serde_json::from_slice(&files::read(path).ok()?).ok()
}

fn place(library: &Path) -> PathBuf {
    library.with_file_name(format!(".~lock.{}#", file_name(library)))
}

impl Who {
    pub(crate) fn is_here(&self) -> bool {
        self.machine == machine()
    }

    /// `“王芳”在电脑“BGS-03”上，2026年11月25日 14:03起`
    pub(crate) fn told(&self) -> String {
        let user =
            if self.user.is_empty() { String::new() } else { format!("“{}”在", self.user) };
        let machine = if self.is_here() {
            "本机".to_owned()
        } else if self.machine.is_empty() {
            "另一台电脑上".to_owned()
        } else {
            format!("电脑“{}”上", self.machine)
        };
        let since = self.since.parse().map(|at| format!("，{}起", clock::written(at)));
        format!("{user}{machine}{}", since.unwrap_or_default())
    }
}

fn machine() -> String {
    let told = files::read(Path::new("/etc/hostname")).ok();
    let told = told.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
    match told.trim() {
        "" => variable(&["COMPUTERNAME", "HOSTNAME", "HOST"]),
        name => name.to_owned(),
    }
}

fn variable(names: &[&str]) -> String {
    names.iter().find_map(|name| std::env::var(name).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_says_who_and_goes_with_its_library() {
        let folder = tempfile::tempdir().unwrap();
        let library = folder.path().join("库.nianbao");
        assert_eq!(of(&library), None);
        let note = Note::leave(&library).unwrap();
        let who = of(&library).unwrap();
        assert!(who.is_here() && who.process == std::process::id());
        assert!(who.told().contains("本机，20"), "{}", who.told());
        drop(note);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_note_that_another_program_has_written_since_stays() {
        let folder = tempfile::tempdir().unwrap();
        let library = folder.path().join("库.nianbao");
        let note = Note::leave(&library).unwrap();
        let other = Who { machine: "BGS-03".into(), user: "王芳".into(), ..Who::default() };
        files::write(&place(&library), &serde_json::to_vec(&other).unwrap(), true).unwrap();
        drop(note);
        assert_eq!(of(&library), Some(other.clone()));
        assert_eq!(other.told(), "“王芳”在电脑“BGS-03”上");
        files::write(&place(&library), b"{", true).unwrap();
        assert_eq!(of(&library), None, "half a note is none");
    }
}
