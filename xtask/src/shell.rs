//! Running other programs, saying what runs and how long it took.

use std::ffi::OsStr;
use std::fmt;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::tally::Tally;

/// Why a step did not succeed, in one sentence for the person at the terminal.
#[derive(Debug)]
pub struct Failure(String);

impl Failure {
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Writes a line to standard output; a closed pipe is no reason to stop working.
pub fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}");
    let _ = out.flush();
}

/// Where commands run, and what every one of them gets in its environment.
pub struct Shell {
    root: PathBuf,
    /// Folders put before PATH: tools that the set-up brought itself.
    tools: Vec<PathBuf>,
    env: Vec<(&'static str, PathBuf)>,
}

impl Shell {
    pub fn at_project_root() -> Self {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        Self { root: here.parent().unwrap_or(here).to_owned(), tools: Vec::new(), env: Vec::new() }
    }

    pub fn path(&self, inside: &str) -> PathBuf {
        self.root.join(inside)
    }

    /// Cargo's target folder: wherever CARGO_TARGET_DIR points, else `target`.
    pub fn target(&self, inside: &str) -> PathBuf {
        let target = std::env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| self.path("target"), |dir| self.root.join(dir));
        target.join(inside)
    }

    /// A debug binary of the workspace.
    pub fn binary(&self, name: &str) -> PathBuf {
        self.target("debug").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    pub fn add_tools(&mut self, folder: PathBuf) {
        self.tools.push(folder);
    }

    pub fn set_env(&mut self, name: &'static str, value: PathBuf) {
        self.env.retain(|(known, _)| *known != name);
        self.env.push((name, value));
    }

    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).stdin(Stdio::null());
        command.envs(self.env.iter().map(|(name, value)| (*name, value)));
        command.env("PATH", self.search_path());
        command
    }

    pub fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = self.command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(arguments);
        command
    }

    /// A command in `ui/`. npm and npx are batch files on Windows, which only cmd can start.
    pub fn in_ui(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = if cfg!(windows) {
            let mut command = self.command("cmd");
            command.args(["/C", program]);
            command
        } else {
            self.command(program)
        };
        command.args(arguments).current_dir(self.path("ui"));
        command
    }

    fn search_path(&self) -> std::ffi::OsString {
        let system = std::env::var_os("PATH").unwrap_or_default();
        let all = self.tools.iter().cloned().chain(std::env::split_paths(&system));
        std::env::join_paths(all).unwrap_or(system)
    }

    /// A path that the set-up put into every command's environment.
    pub fn find_env(&self, name: &str) -> Option<PathBuf> {
        self.env.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone())
    }

    /// Whether a program of this name stands on the search path.
    pub fn has(&self, program: &str) -> bool {
        self.find(program).is_some()
    }

    pub fn find(&self, program: &str) -> Option<PathBuf> {
        let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
        std::env::split_paths(&self.search_path())
            .map(|folder| folder.join(&file))
            .find(|path| path.is_file())
    }

    /// Standard output of a command that only asks; `None` where it cannot be started or fails.
    pub fn ask(&self, program: &str, arguments: &[&str]) -> Option<String> {
        let output = self.command(program).args(arguments).stderr(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// Runs a step with its output as it comes, and says how long it took.
    pub fn step(&self, label: &str, command: &mut Command) -> Result<(), Failure> {
        say(&format!("\n── {label}"));
        let begin = Instant::now();
        let status = command.status();
        finish(label, begin, status.map(|status| status.success()))
    }

    /// Like `step`, with the output kept back unless it fails: for installers that print a thousand lines.
    pub fn quiet_step(&self, label: &str, command: &mut Command) -> Result<(), Failure> {
        say(&format!("\n── {label}"));
        let begin = Instant::now();
        let output = command.output();
        if let Ok(output) = &output
            && !output.status.success()
        {
            say(&String::from_utf8_lossy(&output.stdout));
            say(&String::from_utf8_lossy(&output.stderr));
        }
        finish(label, begin, output.map(|output| output.status.success()))
    }

    /// Like `step`, and adds what the runner's closing lines say to `tally`.
    pub fn counted(
        &self,
        label: &str,
        command: &mut Command,
        tally: &mut Tally,
    ) -> Result<(), Failure> {
        say(&format!("\n── {label}"));
        let begin = Instant::now();
        let succeeded = tee(command, tally);
        finish(label, begin, succeeded)
    }
}

fn finish(label: &str, begin: Instant, outcome: std::io::Result<bool>) -> Result<(), Failure> {
    let seconds = begin.elapsed().as_secs_f64();
    match outcome {
        Ok(true) => {
            say(&format!("   {label}：{seconds:.1} 秒"));
            Ok(())
        }
        Ok(false) => Err(Failure::new(format!("{label}没有通过（{seconds:.1} 秒），原因见上。"))),
        Err(error) => Err(Failure::new(format!("{label}无法启动：{error}"))),
    }
}

/// Shows a command's standard output line by line while the tally reads along.
fn tee(command: &mut Command, tally: &mut Tally) -> std::io::Result<bool> {
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    if let Some(stdout) = child.stdout.take() {
        let mut reader = BufReader::new(stdout);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line)? > 0 {
            let text = String::from_utf8_lossy(&line);
            let text = text.trim_end();
            say(text);
            tally.read(text);
            line.clear();
        }
    }
    Ok(child.wait()?.success())
}
