//! Text to docx: whole processes, against what people use today.

use std::path::{Path, PathBuf};

use super::contender::{Contender, PYTHON_DOCX, take_turns};
use crate::setup::{self, Need};
use crate::shell::{Failure, Shell, say};

const ROUNDS: usize = 15;

pub fn convert(shell: &mut Shell, folder: &Path) -> Result<(), Failure> {
    setup::prepare(shell, &[Need::Documents])?;
    setup::bench_tools(shell)?;
    shell.step(
        "编译发行版",
        &mut shell.cargo(&["build", "--quiet", "--release", "-p", "nianbao-cli"]),
    )?;
    let text = input(shell)?;
    compare(shell, &text, folder)
}

/// The published report beside the checkout, or, in a clone elsewhere, a case of the tests.
fn input(shell: &Shell) -> Result<PathBuf, Failure> {
    [shell.path("../shared/seed/report-2023.txt"), shell.path("tests/cases/import/bench.txt")]
        .into_iter()
        .find(|path| path.is_file())
        .ok_or_else(|| Failure::new("找不到可用来计时的报告".to_owned()))
}

fn compare(shell: &Shell, text: &Path, folder: &Path) -> Result<(), Failure> {
    let out = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let text = text.to_string_lossy();
    let ours = shell.target("release").join(format!("nianbao{}", std::env::consts::EXE_SUFFIX));
    let python = shell.find_env("NIANBAO_PYTHON").unwrap_or_else(|| PathBuf::from("python3"));
    let mut all = [
        Contender::new("nianbao convert", ours, &["convert", &text, &out("ours.docx")]),
        Contender::new(
            "pandoc",
            PathBuf::from("pandoc"),
            &["-f", "markdown", &text, "-o", &out("pandoc.docx")],
        ),
        Contender::new("python-docx", python, &["-c", PYTHON_DOCX, &text, &out("python.docx")]),
    ];
    take_turns(shell, &mut all, ROUNDS)?;
    let (base, base_peak) = (all[0].median(), all[0].peak_kib);
    say(&format!("\n文字 → docx，整个进程，{ROUNDS} 轮轮流运行，取中位数："));
    for contender in &mut all {
        let (name, median, peak) = (contender.name, contender.median(), contender.peak_kib);
        say(&format!(
            "  {name:<16} {:>8.1} ms {:>6.1}×   {:>7.1} MiB {:>6.1}×",
            median * 1000.0,
            median / base,
            peak as f64 / 1024.0,
            peak as f64 / base_peak as f64,
        ));
    }
    Ok(())
}
