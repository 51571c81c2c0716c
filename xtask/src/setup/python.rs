//! Python environments under the target folder; the system's own packages stay as they are.

use std::fs;
use std::path::PathBuf;

use super::apt;
use crate::shell::{Failure, Shell, say};

/// The programs that read our documents in tests, at the versions the tests were written against.
const DOCUMENT_TOOLS: [&str; 3] = ["python-docx==1.2.0", "openxml-audit==0.8.0", "ofdkit==0.2.0"];

/// The interpreter that has the document tools.
pub fn document_tools(shell: &Shell) -> Result<PathBuf, Failure> {
    Ok(environment(shell, "venv", &DOCUMENT_TOOLS)?.join("python"))
}

/// A virtual environment with exactly these packages; answers its folder of programs.
pub fn environment(shell: &Shell, name: &str, packages: &[&str]) -> Result<PathBuf, Failure> {
    let home = shell.target(name);
    let stamp = home.join("installed.txt");
    let wanted = packages.join("\n");
    let programs = home.join("bin");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted)
        && programs.join("python").exists()
    {
        return Ok(programs);
    }
    if apt::is_here() {
        apt::add(shell, &["python3-venv"])?;
    }
    say(&format!("   准备 Python 环境 {}：{}", home.display(), packages.join(" ")));
    let system = PathBuf::from("/usr/bin/python3");
    let python = if system.exists() { system } else { PathBuf::from("python3") };
    shell.step(
        "python3 -m venv",
        shell.command(python).args(["-m", "venv", "--clear"]).arg(&home),
    )?;
    let mut install = shell.command(programs.join("python"));
    install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]).args(packages);
    shell.step("pip install", &mut install)?;
    super::leave_stamp(&stamp, wanted.as_bytes())?;
    Ok(programs)
}
