//! Programs that read Word files and are not ours. Where one is missing its checks are passed over, and
//! said to be.

use std::path::{Path, PathBuf};
use std::process::Command;

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The interpreter that has python-docx and openxml-audit.
pub fn python() -> PathBuf {
    let bin = if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" };
    root().join("target/venv").join(bin)
}

/// Whether all programs are there; says which is not.
pub fn present(programs: &[&Path]) -> bool {
    programs.iter().all(|program| {
        let there = Command::new(program).arg("--version").output().is_ok_and(|o| o.status.success())
            // poppler's programs know only -v.
            || Command::new(program).arg("-v").output().is_ok_and(|o| o.status.success());
        if !there {
            println!("SKIPPED: {} is not installed", program.display());
        }
        there
    })
}

/// Runs a program to its end and gives what it printed.
pub fn run(program: &Path, args: &[&str]) -> String {
    let output = Command::new(program).args(args).output().unwrap();
    assert!(
        output.status.success(),
        "{} {args:?}: {}",
        program.display(),
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}
