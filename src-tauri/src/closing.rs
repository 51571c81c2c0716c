use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serde_json::json;
use tauri::{AppHandle, Emitter, Manager, State, Window, WindowEvent};

use crate::trouble::{self, Unsaved};

/// A page that hangs must not keep the window open for good.
const PATIENCE: Duration = Duration::from_secs(3);

/// The page saves what is still being typed, then answers with `ready_to_close`.
const EVENT: &str = "nianbao://closing";

/// How far the farewell between window and page has come.
#[derive(Default)]
pub struct Closing {
    begun: AtomicBool,
    /// A page that never called has nothing to save and nobody who would answer.
    page_alive: AtomicBool,
    answer: Mutex<Option<Sender<bool>>>,
}

impl Closing {
    pub fn page_is_alive(&self) {
        self.page_alive.store(true, Ordering::Relaxed);
    }

    fn set_answer(&self, sender: Option<Sender<bool>>) -> Option<Sender<bool>> {
        std::mem::replace(&mut *self.answer.lock().unwrap_or_else(PoisonError::into_inner), sender)
    }
}

/// The page's answer; `saved: false` where something typed could not be stored.
#[tauri::command]
pub fn ready_to_close(closing: State<'_, Closing>, saved: Option<bool>) {
    if let Some(sender) = closing.set_answer(None) {
        // Nobody listens any more when the answer came too late.
        let _ = sender.send(saved.unwrap_or(true));
    }
}

/// The button, Alt+F4 and the system's own wish to close all arrive here.
pub fn on_window_event(window: &Window, event: &WindowEvent) {
    let WindowEvent::CloseRequested { api, .. } = event else { return };
    api.prevent_close();
    let app = window.app_handle().clone();
    if app.state::<Closing>().begun.swap(true, Ordering::Relaxed) {
        return;
    }
    let window = window.clone();
    std::thread::spawn(move || {
        if !may_leave(&app) {
            app.state::<Closing>().begun.store(false, Ordering::Relaxed);
            return;
        }
        // Closing the 库 cannot be refused in a way that would help here; its edits are already on disk.
        let _ = crate::desk(&app).call("library.close", json!({}));
        let _ = window.destroy();
    });
}

/// Lets the page save what is typed; where it cannot, the person decides. Not for the main thread, which the page
/// needs for its calls.
pub fn may_leave(app: &AppHandle) -> bool {
    while !the_page_has_saved(app) {
        match trouble::ask_about_unsaved(app) {
            Unsaved::Stay => return false,
            Unsaved::GiveUp => return true,
            Unsaved::TryAgain => {}
        }
    }
    true
}

/// False when the page says that something typed could not be stored. A page that does not answer within
/// [`PATIENCE`] has nothing to say.
fn the_page_has_saved(app: &AppHandle) -> bool {
    let closing = app.state::<Closing>();
    if !closing.page_alive.load(Ordering::Relaxed) {
        return true;
    }
    let (sender, receiver) = channel();
    closing.set_answer(Some(sender));
    app.emit(EVENT, ()).is_err() || receiver.recv_timeout(PATIENCE).unwrap_or(true)
}
