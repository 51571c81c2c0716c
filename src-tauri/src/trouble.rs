//! Saying what went wrong where the page cannot.

use nianbao_app::Fault;
use tauri::AppHandle;
use tauri_plugin_dialog::{
    DialogExt, MessageDialogButtons, MessageDialogKind, MessageDialogResult,
};

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

/// What a person wants with text that could not be saved.
pub enum Unsaved {
    Stay,
    TryAgain,
    GiveUp,
}

const GIVE_UP: &str = "不保存，离开";
const TRY_AGAIN: &str = "再试一次";

/// Asks before typed text is given up; the page shows why it could not be saved. Waits for the answer, so it is not
/// for the main thread. Enter and Escape give nothing up: Enter stays, Escape stays or tries again.
pub fn ask_about_unsaved(app: &AppHandle) -> Unsaved {
    let answer = app
        .dialog()
        .message("有内容没有保存。现在离开，没有保存的内容就没有了。")
        .title("没有保存")
        .kind(MessageDialogKind::Warning)
        .buttons(MessageDialogButtons::YesNoCancelCustom(
            "返回".to_owned(),
            GIVE_UP.to_owned(),
            TRY_AGAIN.to_owned(),
        ))
        .blocking_show_with_result();
    match answer {
        MessageDialogResult::Custom(word) if word == GIVE_UP => Unsaved::GiveUp,
        MessageDialogResult::Custom(word) if word == TRY_AGAIN => Unsaved::TryAgain,
        _ => Unsaved::Stay,
    }
}
