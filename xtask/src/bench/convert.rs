//! Text to docx: whole processes, against what people use today.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::setup::{self, Need};
use crate::shell::{Failure, Shell, say};

const ROUNDS: usize = 15;

/// Reads the text a line a paragraph and writes it as a .docx, the way a script would.
const PYTHON_DOCX: &str = "\
import sys
from docx import Document
document = Document()
for line in open(sys.argv[1], encoding='utf-8'):
    line = line.strip()
    if line:
        document.add_paragraph(line)
document.save(sys.argv[2])
";

/// One program doing the job.
struct Contender {
    name: &'static str,
    program: PathBuf,
    arguments: Vec<String>,
    times: Vec<Duration>,
    peak_kib: u64,
}

impl Contender {
    fn new(name: &'static str, program: PathBuf, arguments: &[&str]) -> Self {
        let arguments = arguments.iter().map(|a| (*a).to_owned()).collect();
        Self { name, program, arguments, times: Vec::new(), peak_kib: 0 }
    }

    fn command(&self, shell: &Shell) -> Command {
        let mut command = shell.command(&self.program);
        command.args(&self.arguments);
        command
    }

    fn run(&self, shell: &Shell) -> Result<Duration, Failure> {
        let begin = Instant::now();
        let output = self.command(shell).output();
        let took = begin.elapsed();
        match output {
            Ok(output) if output.status.success() => Ok(took),
            Ok(output) => Err(Failure::new(format!(
                "{}没有完成：{}",
                self.name,
                String::from_utf8_lossy(&output.stderr).trim()
            ))),
            Err(error) => Err(Failure::new(format!("{}无法启动：{error}", self.name))),
        }
    }

    /// Largest resident set of one run, as the system counts it.
    fn peak(&self, shell: &Shell) -> Result<u64, Failure> {
        let mut command = shell.command("/usr/bin/time");
        command.args(["-f", "%M"]).arg(&self.program).args(&self.arguments);
        let output = command
            .output()
            .map_err(|error| Failure::new(format!("无法启动 /usr/bin/time：{error}")))?;
        String::from_utf8_lossy(&output.stderr)
            .lines()
            .last()
            .and_then(|line| line.trim().parse().ok())
            .ok_or_else(|| Failure::new("量不到内存用量".to_owned()))
    }

    fn median(&mut self) -> f64 {
        self.times.sort_unstable();
        self.times.get(self.times.len() / 2).map_or(0.0, Duration::as_secs_f64)
    }
}

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
    // The first round warms the disk's cache for everybody and is not counted.
    for round in 0..=ROUNDS {
        for contender in &mut all {
            let took = contender.run(shell)?;
            if round > 0 {
                contender.times.push(took);
            }
        }
    }
    for contender in &mut all {
        contender.peak_kib = contender.peak(shell)?;
    }
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
