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
use tauri::plugin::{Builder, TauriPlugin};
use tauri::{Manager, Url, Wry};

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
        .plugin(staying())
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

/// The window shows our page and nothing else: a file dropped on it or a link in a text must not take its place.
fn staying() -> TauriPlugin<Wry> {
    Builder::new("staying").on_navigation(|_, address| is_ours(address)).build()
}

/// Windows serves the page under a host of its own; `tauri dev` from Vite.
fn is_ours(address: &Url) -> bool {
    match address.scheme() {
        "tauri" => address.host_str() == Some("localhost"),
        "http" | "https" => {
            let dev =
                cfg!(not(feature = "custom-protocol")) && address.host_str() == Some("localhost");
            dev || address.host_str() == Some("tauri.localhost")
        }
        _ => false,
    }
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

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn only_our_own_page_is_ever_shown() {
        for (address, meant) in [
            ("tauri://localhost/", true),
            ("tauri://localhost/index.html#fill", true),
            ("http://tauri.localhost/", true),
            ("https://tauri.localhost/index.html", true),
            ("tauri://elsewhere/", false),
            ("https://tauri.localhost.example.com/", false),
            ("https://example.com/", false),
            ("http://127.0.0.1:8080/", false),
            ("file:///home/we/report.html", false),
            ("data:text/html,x", false),
            ("about:blank", false),
        ] {
            assert_eq!(is_ours(&address.parse().unwrap()), meant, "{address}");
        }
    }
}
