//! The window: it shows the page, passes its calls to the desk, and sees that nothing typed is lost at the end.
//!
//! What a person can do is decided in `nianbao-app`; nothing here may know a record.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod call;
mod closing;
mod display;
mod opening;
mod trouble;

use std::process::ExitCode;
use std::sync::Arc;

use nianbao_app::{Desk, Env};
use tauri::Manager;

use arguments::Wanted;
use closing::Closing;

fn main() -> ExitCode {
    if let Err(sentence) = display::prepare() {
        trouble::before_the_window(&sentence);
        return ExitCode::FAILURE;
    }
    match window() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            trouble::before_the_window(&format!("窗口无法打开：{error}。请重新启动计算机后再试。"));
            ExitCode::FAILURE
        }
    }
}

fn window() -> tauri::Result<()> {
    let here = std::env::current_dir().unwrap_or_default();
    let wanted = Wanted::from_arguments(std::env::args_os().skip(1), &here);
    tauri::Builder::default()
        // First of all plugins: a second start must end before it touches a file.
        .plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
            let wanted = Wanted::from_arguments(arguments.into_iter().skip(1), folder.as_ref());
            opening::from_second_start(app.clone(), wanted);
        }))
        .plugin(tauri_plugin_dialog::init())
        .manage(Arc::new(Desk::new(Env::of_this_user())))
        .manage(Closing::default())
        .invoke_handler(tauri::generate_handler![call::call, closing::ready_to_close])
        .on_window_event(closing::on_window_event)
        .setup(move |app| {
            // The page's first call comes after this: it finds the 库 open.
            opening::at_start(app.handle(), &wanted);
            Ok(())
        })
        .build(context())?
        .run(|_, _| {});
    Ok(())
}

/// The page, the config and the permissions, embedded at build time.
#[allow(clippy::disallowed_types, reason = "Tauri's macro uses a HashMap of its own")]
fn context() -> tauri::Context {
    tauri::generate_context!()
}

/// The desk of this window.
fn desk(app: &tauri::AppHandle) -> Arc<Desk> {
    Arc::clone(&app.state::<Arc<Desk>>())
}
