use tauri::{AppHandle, Manager};

use crate::arguments::Wanted;
use crate::{closing, desk, trouble};

/// Opens what was asked for at the start; the page then shows it, or the first-start doors where it failed.
pub fn at_start(app: &AppHandle, wanted: &Wanted) {
    open(app, wanted);
}

/// The program was started again while its window is open: that window comes to the front and takes over.
pub fn from_second_start(app: AppHandle, wanted: Wanted) {
    std::thread::spawn(move || {
        let Some(window) = app.get_webview_window("main") else { return };
        // A window manager may refuse to raise it; the person then does so.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
        if wanted == Wanted::Nothing {
            return;
        }
        if closing::may_leave(&app) && open(&app, &wanted) {
            let _ = window.reload();
        }
    });
}

fn open(app: &AppHandle, wanted: &Wanted) -> bool {
    let Some((name, args)) = wanted.as_call() else { return false };
    match desk(app).call(name, args) {
        Ok(_) => true,
        Err(fault) => {
            trouble::over_the_window(app, &fault);
            false
        }
    }
}
