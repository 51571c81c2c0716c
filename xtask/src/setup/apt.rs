//! Debian and Ubuntu: what is missing comes from apt.

use std::path::Path;

use super::Need;
use crate::shell::{Failure, Shell, say};

const OPTIONS: [&str; 4] = ["-y", "-o", "DPkg::Lock::Timeout=900", "--no-install-recommends"];

fn packages(need: Need) -> &'static [&'static str] {
    match need {
        Need::Window => {
            &["build-essential", "pkg-config", "libwebkit2gtk-4.1-dev", "fonts-noto-cjk"]
        }
        Need::Interface => &[],
        Need::Browser => &["chromium", "fonts-noto-cjk"],
        Need::Display => &[
            "webkit2gtk-driver",
            "xvfb",
            "xauth",
            "dbus",
            "jwm",
            "xdotool",
            "imagemagick",
            "procps",
            "fonts-noto-cjk",
        ],
        Need::Documents => &[
            "libreoffice-writer-nogui",
            "poppler-utils",
            "pandoc",
            "python3-venv",
            "fonts-noto-cjk",
            // Names are written in characters that Noto lacks.
            "fonts-hanazono",
            // PDFBox's check of archive files, and what it needs beside Java.
            "default-jre-headless",
            "libpdfbox2-java",
            "libactivation-java",
            "libjaxb-api-java",
        ],
    }
}

/// Whether this is a Debian or a child of it.
pub fn is_here() -> bool {
    Path::new("/etc/debian_version").exists()
}

pub fn install(shell: &Shell, needs: &[Need]) -> Result<(), Failure> {
    let mut wanted: Vec<&str> = needs.iter().flat_map(|need| packages(*need)).copied().collect();
    wanted.sort_unstable();
    wanted.dedup();
    if is_here() { add(shell, &wanted) } else { elsewhere(shell, &wanted) }
}

/// Installs those of the packages that are not there yet.
pub fn add(shell: &Shell, wanted: &[&str]) -> Result<(), Failure> {
    let mut missing = missing(shell, wanted);
    if missing.is_empty() {
        return Ok(());
    }
    refresh(shell)?;
    // Ubuntu's package of this name only starts a snap; setup::browser takes Playwright's own there.
    missing.retain(|name| *name != "chromium" || available(shell, name));
    if missing.is_empty() {
        return Ok(());
    }
    say(&format!("   用 apt 安装所缺的软件包：{}", missing.join(" ")));
    let mut last = Ok(());
    for _ in 0..3 {
        let mut command = as_root(shell)?;
        command.arg("install").args(OPTIONS).args(&missing);
        last = shell.quiet_step("apt-get install", &mut command);
        if last.is_ok() {
            break;
        }
        refresh(shell)?;
    }
    last
}

/// Names the packages whose files are not on this machine, in one question to dpkg.
fn missing<'a>(shell: &Shell, wanted: &[&'a str]) -> Vec<&'a str> {
    // dpkg-query fails as soon as one name is unknown and still prints the others.
    let output = shell
        .command("dpkg-query")
        .args(["-W", "-f", "${Package} ${db:Status-Status}\n"])
        .args(wanted)
        .output();
    let known = output
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
        .unwrap_or_default();
    wanted
        .iter()
        .filter(|name| !known.lines().any(|line| line == format!("{name} installed")))
        .copied()
        .collect()
}

/// Whether apt itself, not a snap behind it, offers the package.
pub fn available(shell: &Shell, name: &str) -> bool {
    candidate(shell, name).is_some_and(|version| !version.contains("snap"))
}

/// The version that apt would install.
pub fn candidate(shell: &Shell, name: &str) -> Option<String> {
    let policy = shell.ask("apt-cache", &["policy", name])?;
    let version = policy.lines().find_map(|line| line.trim().strip_prefix("Candidate: "))?;
    (version != "(none)").then(|| version.to_owned())
}

/// Fetches the package lists; another apt at work is waited for.
pub fn refresh(shell: &Shell) -> Result<(), Failure> {
    let mut last = Ok(());
    for _ in 0..6 {
        let mut command = as_root(shell)?;
        command.args(["update", "-q", "-o", "DPkg::Lock::Timeout=900", "-o", "Acquire::Retries=3"]);
        last = shell.quiet_step("apt-get update", &mut command);
        if last.is_ok() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_secs(10));
    }
    last
}

/// `apt-get` for root, `sudo apt-get` for anyone else.
fn as_root(shell: &Shell) -> Result<std::process::Command, Failure> {
    let root = shell.ask("id", &["-u"]).is_some_and(|id| id == "0");
    let mut command = match (root, shell.has("sudo")) {
        (true, _) => shell.command("apt-get"),
        (false, true) => {
            let mut command = shell.command("sudo");
            command
                .args(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"])
                .stdin(std::process::Stdio::inherit());
            command
        }
        (false, false) => {
            return Err(Failure::new(
                "安装软件包需要管理员权限：请以 root 运行一次 cargo xtask setup。",
            ));
        }
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    Ok(command)
}

/// Other systems: names what is needed and goes on, since the same tools may be there under other names.
fn elsewhere(shell: &Shell, wanted: &[&str]) -> Result<(), Failure> {
    let there = shell.has("pkg-config")
        && shell.ask("pkg-config", &["--exists", "webkit2gtk-4.1"]).is_some();
    if wanted.contains(&"libwebkit2gtk-4.1-dev") && !there {
        return Err(Failure::new(format!(
            "自动安装只支持 Debian 与 Ubuntu。请用本系统的软件管理器装好与下列软件包对应的软件，再运行一次：\n  {}",
            wanted.join(" ")
        )));
    }
    Ok(())
}
