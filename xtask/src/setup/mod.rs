//! Brings the machine to where a command can work, and does nothing where it already is.

mod apt;
mod node;
mod python;
mod sofd;
mod windows;

use std::path::{Path, PathBuf};

use crate::shell::{Failure, Shell, say};

/// What a command needs; each brings only its own tools.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Compile the window.
    Window,
    /// Build the interface: Node and the packages under `ui/`.
    Interface,
    /// Drive the interface in a browser.
    Browser,
    /// Drive the real window on a display of its own.
    Display,
    /// Read exported documents with programs that are not ours.
    Documents,
}

pub const EVERYTHING: [Need; 5] =
    [Need::Window, Need::Interface, Need::Browser, Need::Display, Need::Documents];

pub fn prepare(shell: &mut Shell, needs: &[Need]) -> Result<(), Failure> {
    let begin = std::time::Instant::now();
    say("── 准备工具");
    if cfg!(windows) {
        windows::check(shell, needs)?;
    } else {
        apt::install(shell, needs)?;
    }
    if needs.contains(&Need::Documents) && !cfg!(windows) {
        let python = python::document_tools(shell)?;
        shell.set_env("NIANBAO_PYTHON", python);
        sofd::install(shell)?;
    }
    if needs.contains(&Need::Interface) {
        node::prepare(shell)?;
    }
    if needs.contains(&Need::Browser) {
        browser(shell)?;
    }
    say(&format!("   工具齐备：{:.1} 秒", begin.elapsed().as_secs_f64()));
    Ok(())
}

/// What the benchmarks measure with, beside the document tools.
pub fn bench_tools(shell: &Shell) -> Result<(), Failure> {
    if apt::is_here() { apt::add(shell, &["time", "pandoc"]) } else { Ok(()) }
}

/// Package lists, where apt does not know the package yet.
pub fn refresh_once(shell: &Shell, package: &str) -> Result<(), Failure> {
    if apt::candidate(shell, package).is_some() { Ok(()) } else { apt::refresh(shell) }
}

const BROWSERS: [&str; 4] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Asks Playwright where its own browser lies, or would lie.
const WHERE: &str = "console.log(require('@playwright/test').chromium.executablePath())";

/// Ubuntu has Chromium only as a snap, which cannot work in a temporary folder: there, and on Windows,
/// Playwright brings a browser of its own.
fn browser(shell: &mut Shell) -> Result<(), Failure> {
    let installed = BROWSERS.iter().filter_map(|name| shell.find(name)).find(|path| !is_snap(path));
    if let Some(path) = installed {
        shell.set_env("NIANBAO_CHROMIUM", path);
        return Ok(());
    }
    let where_it_lies = || {
        let output = shell.in_ui("node", &["-e", WHERE]).output().ok()?;
        Some(PathBuf::from(String::from_utf8_lossy(&output.stdout).trim().to_owned()))
    };
    if !where_it_lies().is_some_and(|path| path.is_file()) {
        let mut command =
            shell.in_ui("npx", &["--no-install", "playwright", "install", "chromium"]);
        if cfg!(target_os = "linux") {
            command.arg("--with-deps");
        }
        shell.step("下载测试用的浏览器（playwright install chromium）", &mut command)?;
    }
    let path = where_it_lies().ok_or_else(|| Failure::new("找不到测试用的浏览器。"))?;
    shell.set_env("NIANBAO_CHROMIUM", path);
    Ok(())
}

/// Ubuntu's own `chromium-browser` is a script that starts the snap.
fn is_snap(program: &Path) -> bool {
    program.starts_with("/snap")
        || std::fs::read_to_string(program).is_ok_and(|script| script.contains("snap"))
}

/// Notes what was installed, so that the next run has nothing to do. Written last: a torn note only costs a repeat.
#[allow(
    clippy::disallowed_methods,
    reason = "a note of our own under target/ or node_modules/, not a person's file"
)]
fn leave_stamp(path: &Path, content: &[u8]) -> Result<(), Failure> {
    std::fs::write(path, content)
        .map_err(|error| Failure::new(format!("无法写入 {}：{error}", path.display())))
}
