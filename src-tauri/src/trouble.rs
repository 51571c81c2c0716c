//! Saying what went wrong where the page cannot.

use nianbao_app::Fault;
use tauri::AppHandle;
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};

/// There is no window yet. On Windows a program without a console shows nothing unless it asks for a message box.
pub fn before_the_window(sentence: &str) {
    #[cfg(windows)]
    rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title("法治年报")
        .set_description(sentence)
        .show();
    #[cfg(not(windows))]
    {
        use std::io::Write;
        // Without a standard error there is nobody left to tell.
        let _ = writeln!(std::io::stderr(), "法治年报：{sentence}");
    }
}

pub fn over_the_window(app: &AppHandle, fault: &Fault) {
    app.dialog()
        .message(format!("{}。\n{}。", fault.message, fault.hint))
        .title("法治年报")
        .kind(MessageDialogKind::Warning)
        .show(|_| {});
}
