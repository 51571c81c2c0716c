//! What went wrong on this machine, for whoever mends the program: when, in which call, what the
//! system said. Never what a person wrote, nor the name of a file or of a person.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, Once, PoisonError};

use crate::clock;
use crate::desk::Env;
use crate::fault::{Fault, FaultCode};
use crate::files;

/// In bytes; then the log begins anew, and the one before is kept.
const BOUND: u64 = 256 << 10;

/// Two calls must not write at once.
static WRITING: Mutex<()> = Mutex::new(());

thread_local! {
    /// Where in the program the last panic of this thread was. Its message is left out: it may hold text.
    static PANICKED: RefCell<String> = const { RefCell::new(String::new()) };
}

pub(crate) fn watch_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            let place = panic.location().map(|at| format!("{}:{}", at.file(), at.line()));
            PANICKED.with_borrow_mut(|last| *last = place.unwrap_or_default());
            before(panic);
        }));
    });
}

/// Writes a line where the system or the program failed; what a person can mend is no matter for it.
pub(crate) fn note(env: &Env, call: &str, fault: &Fault) {
    let detail = match fault.code {
        FaultCode::Panic => PANICKED.with_borrow_mut(std::mem::take),
        FaultCode::Io | FaultCode::Damaged | FaultCode::DiskFull | FaultCode::NoPermission => {
            fault.detail.clone().unwrap_or_default()
        }
        _ => return,
    };
    let line = format!("{} {call} {:?} {detail}", clock::now(), fault.code);
    let _writing = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    // A log that cannot be written must not hide what it was to tell.
    drop(files::append(&current(&env.data), &line, BOUND, &before(&env.data)));
}

/// All of it, the older part first.
pub(crate) fn text(env: &Env) -> String {
    let part = |path: PathBuf| {
        let bytes = files::read(&path).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    };
    part(before(&env.data)) + &part(current(&env.data))
}

fn current(data: &Path) -> PathBuf {
    data.join("日志").join("nianbao.log")
}

fn before(data: &Path) -> PathBuf {
    data.join("日志").join("nianbao.1.log")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_is_bounded_and_says_nothing_of_what_a_person_can_mend() {
        let folder = tempfile::tempdir().unwrap();
        let env = Env { data: folder.path().to_owned() };
        note(&env, "year.get", &Fault::nothing_open());
        assert_eq!(text(&env), "");
        let mut fault = Fault::new(FaultCode::Io, "读写“秘密.docx”时出错", "请重试");
        fault.detail = Some("x".repeat(999));
        for _ in 0..700 {
            note(&env, "export.write", &fault);
        }
        let all = text(&env);
        assert!(all.contains("export.write Io xxx") && !all.contains("秘密"));
        assert!(all.len() as u64 <= 2 * (BOUND + 2000), "{}", all.len());
        assert_eq!(std::fs::read_dir(folder.path().join("日志")).unwrap().count(), 2);
    }
}
