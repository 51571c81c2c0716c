use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use nianbao_core::check::Checker;
use nianbao_store::Store;
use serde_json::Value;

use crate::backing::{self, Watch};
use crate::calls::CALLS;
use crate::fault::{Fault, FaultCode};
use crate::files::Place;
use crate::note::Note;
use crate::notice::Notice;
use crate::task::Tasks;
use crate::typesetting::Typesetting;
use crate::{log, recent};

/// What the program may lean on outside itself.
#[derive(Debug, Clone)]
pub struct Env {
    /// The program's own folder of this user: recent files, the sample, the log. Never the install folder.
    pub data: PathBuf,
}

impl Env {
    /// The user's data folder by the system's custom, or `NIANBAO_DATA` where that is set.
    pub fn of_this_user() -> Self {
        let set = |name: &str| std::env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
        let data = set("NIANBAO_DATA").unwrap_or_else(|| {
            if cfg!(windows) {
                set("APPDATA").unwrap_or_else(std::env::temp_dir).join("nianbao")
            } else {
                set("XDG_DATA_HOME")
                    .or_else(|| set("HOME").map(|home| home.join(".local/share")))
                    .unwrap_or_else(std::env::temp_dir)
                    .join("nianbao")
            }
        });
        Self { data }
    }
}

/// The 库 at hand.
pub(crate) struct Open {
    /// Which opening this is: none that came before it has the same number.
    pub opening: u32,
    /// How many edits changed something since.
    pub edits: u32,
    pub path: PathBuf,
    pub store: Store,
    /// What the person must know as long as it is open.
    pub notices: Vec<Notice>,
    pub watch: Watch,
    /// Goes when the 库 does; none where it is only looked at.
    pub note: Option<Note>,
    /// Where the copy lies that is looked at; none where the file itself is open.
    pub place: Option<Place>,
    /// Keeps what it read of each paragraph, so that one edit costs one paragraph.
    pub checker: Checker,
}

/// One person's place of work: at most one 库 is open on it. A clone is the same desk.
#[derive(Clone)]
pub struct Desk {
    pub(crate) env: Env,
    open: Arc<Mutex<Option<Open>>>,
    openings: Arc<AtomicU32>,
    /// The opening that the caller's page shows: see [`Desk::showing`].
    expected: Option<u32>,
    pub(crate) typesetting: Arc<Typesetting>,
    pub(crate) tasks: Arc<Tasks>,
}

impl Desk {
    pub fn new(env: Env) -> Self {
        log::watch_panics();
        Self {
            env,
            open: Arc::default(),
            openings: Arc::default(),
            expected: None,
            typesetting: Arc::default(),
            tasks: Arc::default(),
        }
    }

    /// This desk for a page that shows what was opened as `opening`
    /// ([`LibraryStatus::opening`](crate::calls::app::LibraryStatus)). Once another page has opened
    /// something else, its calls are refused instead of reaching the wrong 库.
    #[must_use]
    pub fn showing(&self, opening: Option<u32>) -> Self {
        Self { expected: opening, ..self.clone() }
    }

    /// Does one call of [`CALLS`]. A panic inside is our fault: it is caught here, and the 库,
    /// whose edits are transactions, stays sound.
    ///
    /// # Errors
    /// What could not be done, as a [`Fault`].
    pub fn call(&self, name: &str, args: Value) -> Result<Value, Fault> {
        let Some(call) = CALLS.iter().find(|call| call.name == name) else {
            return Err(Fault::new(
                FaultCode::UnknownCall,
                format!("没有“{name}”这个调用"),
                "用 help 可以列出所有调用",
            ));
        };
        let done = catch_unwind(AssertUnwindSafe(|| (call.run)(self, args)));
        let done = done.unwrap_or_else(|_| {
            Err(Fault::new(
                FaultCode::Panic,
                "程序出错，这一步没有完成",
                "已保存的内容都在；请重试，如仍出错请重新打开程序",
            ))
        });
        if let Err(fault) = &done {
            log::note(&self.env, name, fault);
        }
        self.keep_up();
        done
    }

    /// Copies what the last edits wrote, when it is time. Whoever works on the 库 now comes first.
    fn keep_up(&self) {
        if let Ok(mut open) = self.open.try_lock()
            && let Some(open) = open.as_mut()
        {
            // What was asked for is done, whatever becomes of the copy.
            drop(catch_unwind(AssertUnwindSafe(|| backing::when_due(&self.env, open))));
        }
    }

    /// Works on the open 库; others wait.
    pub(crate) fn with<R>(
        &self,
        work: impl FnOnce(&mut Open) -> Result<R, Fault>,
    ) -> Result<R, Fault> {
        let mut open = self.lock();
        self.expect(open.as_ref())?;
        work(open.as_mut().ok_or_else(Fault::nothing_open)?)
    }

    /// # Errors
    /// The caller's page shows another 库 than the one at hand.
    pub(crate) fn expect(&self, open: Option<&Open>) -> Result<(), Fault> {
        match self.expected {
            Some(shown) if open.is_none_or(|open| open.opening != shown) => Err(Fault::elsewhere()),
            _ => Ok(()),
        }
    }

    /// Takes the place of the 库 that was open; that one is closed.
    pub(crate) fn put(
        &self,
        path: &Path,
        store: Store,
        notices: Vec<Notice>,
        place: Option<Place>,
    ) {
        let opening = self.openings.fetch_add(1, Ordering::Relaxed) + 1;
        let note = if store.is_read_only() { None } else { Note::leave(path) };
        let mut open = Open {
            opening,
            edits: 0,
            path: path.to_owned(),
            store,
            notices,
            watch: Watch::default(),
            note,
            place,
            checker: Checker::default(),
        };
        if !open.store.is_read_only() {
            backing::at_opening(&self.env, &mut open);
        }
        *self.lock() = Some(open);
    }

    /// # Errors
    /// The caller's page shows another 库 than the one at hand; that one stays open.
    pub(crate) fn close(&self) -> Result<(), Fault> {
        let mut open = self.lock();
        self.expect(open.as_ref())?;
        if let Some(open) = open.take() {
            self.leave(open);
        }
        Ok(())
    }

    /// Copies what was written since the last copy, and lets go of the file.
    pub(crate) fn leave(&self, mut open: Open) {
        let path = open.path.clone();
        let looked_at = open.store.is_read_only();
        if !looked_at {
            backing::at_closing(&self.env, &mut open);
        }
        let Open { store, note, place, .. } = open;
        drop(store);
        // Not before the file is free.
        drop((note, place));
        if !looked_at {
            // It costs the warning that a file became smaller, not the work.
            drop(recent::left(&self.env, &path));
        }
    }

    pub(crate) fn lock(&self) -> MutexGuard<'_, Option<Open>> {
        // A panic while the lock was held left no half edit: the transaction was rolled back.
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
