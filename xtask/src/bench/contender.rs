//! Programs that do the same job, run in turn.

use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::shell::{Failure, Shell};

/// Reads the text a line a paragraph and writes it as a .docx, the way a script would.
pub const PYTHON_DOCX: &str = "\
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
pub struct Contender {
    pub name: &'static str,
    program: PathBuf,
    arguments: Vec<String>,
    times: Vec<Duration>,
    pub peak_kib: u64,
}

impl Contender {
    pub fn new(name: &'static str, program: PathBuf, arguments: &[&str]) -> Self {
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

    /// In seconds.
    pub fn median(&mut self) -> f64 {
        self.times.sort_unstable();
        self.times.get(self.times.len() / 2).map_or(0.0, Duration::as_secs_f64)
    }
}

/// Each in turn, so that a machine that is busy for a while is busy for all; then once for memory.
pub fn take_turns(shell: &Shell, all: &mut [Contender], rounds: usize) -> Result<(), Failure> {
    // The first round warms the disk's cache for everybody and is not counted.
    for round in 0..=rounds {
        for contender in &mut *all {
            let took = contender.run(shell)?;
            if round > 0 {
                contender.times.push(took);
            }
        }
    }
    for contender in all {
        contender.peak_kib = contender.peak(shell)?;
    }
    Ok(())
}
