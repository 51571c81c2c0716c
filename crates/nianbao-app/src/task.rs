//! Long work under a name that its caller gives, so that another call may ask how far it is or stop it.
//! A call that was given no name simply runs to its end. See docs/decisions/0014-long-work.md.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use ts_rs::TS;

use crate::fault::{Fault, FaultCode};

/// What runs now, by name.
#[derive(Default)]
pub(crate) struct Tasks(Mutex<BTreeMap<String, Running>>);

struct Running {
    progress: Progress,
    stop: bool,
}

/// How far something is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
pub struct Progress {
    /// False: nothing of that name runs, or not yet.
    pub running: bool,
    /// What is being done now, in Chinese.
    pub word: String,
    pub done: usize,
    /// Steps in all; 0: not known yet.
    pub all: usize,
}

/// One piece of long work; it goes from the list when it ends, however it ends.
pub(crate) struct Task<'a> {
    tasks: &'a Tasks,
    name: Option<String>,
}

impl Tasks {
    pub fn begin(&self, name: Option<String>) -> Task<'_> {
        if let Some(name) = &name {
            let begun = Progress { running: true, ..Progress::default() };
            self.lock().insert(name.clone(), Running { progress: begun, stop: false });
        }
        Task { tasks: self, name }
    }

    pub fn progress(&self, name: &str) -> Progress {
        self.lock().get(name).map(|running| running.progress.clone()).unwrap_or_default()
    }

    /// Whether there was something to stop. It ends at its next step.
    pub fn cancel(&self, name: &str) -> bool {
        self.lock().get_mut(name).map(|running| running.stop = true).is_some()
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Running>> {
        // Nothing half done can be left in it: each change is one value.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Task<'_> {
    /// Says what comes next.
    ///
    /// # Errors
    /// [`FaultCode::Cancelled`]: then whatever was begun is to be taken away.
    pub fn step(&self, word: impl Into<String>, done: usize, all: usize) -> Result<(), Fault> {
        if let Some(name) = &self.name
            && let Some(running) = self.tasks.lock().get_mut(name)
        {
            running.progress = Progress { running: true, word: word.into(), done, all };
        }
        self.go_on()
    }

    /// # Errors
    /// As [`step`](Self::step).
    pub fn go_on(&self) -> Result<(), Fault> {
        let name = self.name.as_ref();
        let stop = name.is_some_and(|name| self.tasks.lock().get(name).is_some_and(|r| r.stop));
        if stop { Err(cancelled()) } else { Ok(()) }
    }

    /// A reader that ends with an error once the work is to stop: a file of gigabytes is no step.
    pub fn watch<R: Read>(&self, inner: R) -> Watched<'_, R> {
        Watched { task: self, inner }
    }
}

impl Drop for Task<'_> {
    fn drop(&mut self) {
        if let Some(name) = &self.name {
            self.tasks.lock().remove(name);
        }
    }
}

pub(crate) struct Watched<'a, R> {
    task: &'a Task<'a>,
    inner: R,
}

impl<R: Read> Read for Watched<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.task.go_on().map_err(io::Error::other)?;
        self.inner.read(buffer)
    }
}

fn cancelled() -> Fault {
    Fault::new(FaultCode::Cancelled, "已取消，没有写出文件", "需要时可以再导出一次")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_that_is_stopped_ends_at_its_next_step_and_in_the_middle_of_a_file() {
        let tasks = Tasks::default();
        let task = tasks.begin(Some("甲".to_owned()));
        task.step("正在写", 1, 3).unwrap();
        let told = Progress { running: true, word: "正在写".to_owned(), done: 1, all: 3 };
        assert_eq!(tasks.progress("甲"), told);
        let mut file = task.watch(io::repeat(7));
        file.read_exact(&mut [0; 9]).unwrap();
        assert!(tasks.cancel("甲"));
        assert!(file.read_exact(&mut [0; 9]).is_err());
        assert_eq!(task.step("再写", 2, 3).unwrap_err().code, FaultCode::Cancelled);
        drop(task);
        assert_eq!(tasks.progress("甲"), Progress::default());
        assert!(!tasks.cancel("甲"));
    }

    #[test]
    fn work_without_a_name_runs_to_its_end() {
        let tasks = Tasks::default();
        let task = tasks.begin(None);
        assert!(!tasks.cancel(""));
        task.step("正在写", 1, 1).unwrap();
    }
}
