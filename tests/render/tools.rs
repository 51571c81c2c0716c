//! Programs that read Word files and are not ours. Where one is missing its checks are passed over, and
//! said to be.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program of the environment that has python-docx and openxml-audit.
pub fn venv(program: &str) -> PathBuf {
    let bin = if cfg!(windows) { "Scripts" } else { "bin" };
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("../venv").join(bin).join(program)
}

/// Whether all programs are there; says which is not.
pub fn present(programs: &[&Path]) -> bool {
    programs.iter().all(|program| {
        // Each knows at least one of them.
        let there = ["--version", "-v", "--help"]
            .iter()
            .any(|ask| Command::new(program).arg(ask).output().is_ok_and(|o| o.status.success()));
        if !there {
            // Straight to the terminal: what a passing test prints is hidden.
            let mut terminal = std::io::stderr();
            writeln!(terminal, "SKIPPED: {} is not installed", program.display()).unwrap();
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
