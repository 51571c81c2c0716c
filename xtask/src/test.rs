//! The checks and tests, in an order where each finds what it needs already built.

use std::process::{Command, ExitCode};

use crate::setup::{self, Need};
use crate::shell::{Failure, Shell, say};
use crate::tally::Tally;

/// Everything that must hold before a change lands.
pub fn everything(shell: &mut Shell) -> Result<ExitCode, Failure> {
    setup::prepare(shell, &setup::EVERYTHING)?;
    let mut course = Course::new(shell);
    course.format();
    course.interface();
    course.clippy();
    course.programs();
    course.rust();
    course.browser();
    course.window();
    Ok(course.close())
}

/// What can be said without running the program.
pub fn static_checks(shell: &mut Shell) -> Result<ExitCode, Failure> {
    setup::prepare(shell, &[Need::Window, Need::Interface])?;
    let mut course = Course::new(shell);
    course.format();
    course.types();
    course.build_interface();
    course.clippy();
    Ok(course.close())
}

/// The journeys through the browser and through the real window.
pub fn journeys(shell: &mut Shell) -> Result<ExitCode, Failure> {
    setup::prepare(shell, &[Need::Window, Need::Interface, Need::Browser, Need::Display])?;
    let mut course = Course::new(shell);
    course.build_interface();
    course.programs();
    course.browser();
    course.window();
    Ok(course.close())
}

/// Rewrites the TypeScript types from the Rust ones.
pub fn generate_types(shell: &Shell) -> Result<(), Failure> {
    let mut command = shell.cargo(&["test", "--quiet", "-p", "nianbao-app", "--test", "types"]);
    shell.step("生成 ui/src/api/gen.ts", command.env("BLESS", "1"))?;
    let mut command = shell.cargo(&["test", "--quiet", "-p", "nianbao-tests", "--test", "check"]);
    shell.step("生成 docs/rules.md", command.env("BLESS", "1"))
}

/// Rewrites every golden file from what the program does today.
pub fn bless(shell: &mut Shell) -> Result<(), Failure> {
    setup::prepare(shell, &[Need::Interface, Need::Documents])?;
    build_interface(shell)?;
    shell.step("构建命令行程序", &mut shell.cargo(&["build", "-p", "nianbao-cli"]))?;
    let mut tests = shell.cargo(&["test", "--no-fail-fast"]);
    shell.step("重写标准答案", tests.env("BLESS", "1"))?;
    say("   请用 git diff 逐行看过再提交。");
    Ok(())
}

/// Builds the interface into `ui/dist`, which the programs embed.
pub fn build_interface(shell: &Shell) -> Result<(), Failure> {
    shell.step("构建界面", &mut shell.in_ui("npm", &["run", "--silent", "build"]))
}

/// Runs steps one after another and remembers which failed. A step that finds its own means broken is left out,
/// so that one run tells everything there is to know and nothing that follows from it.
struct Course<'a> {
    shell: &'a mut Shell,
    tally: Tally,
    failures: Vec<String>,
    /// A program or the interface could not be built: nothing that starts them makes sense.
    broken: bool,
}

impl<'a> Course<'a> {
    fn new(shell: &'a mut Shell) -> Self {
        Self { shell, tally: Tally::default(), failures: Vec::new(), broken: false }
    }

    fn step(&mut self, label: &str, mut command: Command) {
        let outcome = self.shell.step(label, &mut command);
        self.note(outcome);
    }

    fn counted(&mut self, label: &str, mut command: Command) {
        let outcome = self.shell.counted(label, &mut command, &mut self.tally);
        self.note(outcome);
    }

    fn build(&mut self, label: &str, command: Command) {
        let before = self.failures.len();
        self.step(label, command);
        self.broken |= self.failures.len() > before;
    }

    fn note(&mut self, outcome: Result<(), Failure>) {
        if let Err(failure) = outcome {
            say(&format!("   ✗ {failure}"));
            self.failures.push(failure.to_string());
        }
    }

    fn format(&mut self) {
        self.step("格式检查", self.shell.cargo(&["fmt", "--all", "--check"]));
    }

    fn types(&mut self) {
        self.step("界面类型检查", self.shell.in_ui("npm", &["run", "--silent", "check"]));
    }

    fn interface(&mut self) {
        self.types();
        self.counted("界面测试", self.shell.in_ui("npm", &["test", "--silent"]));
        self.build_interface();
    }

    fn build_interface(&mut self) {
        self.build("构建界面", self.shell.in_ui("npm", &["run", "--silent", "build"]));
    }

    fn clippy(&mut self) {
        if !self.broken {
            let command = self.shell.cargo(&[
                "clippy",
                "--workspace",
                "--all-targets",
                "--",
                "-D",
                "warnings",
            ]);
            self.step("clippy", command);
        }
    }

    fn rust(&mut self) {
        if !self.broken {
            self.counted("Rust 测试", self.shell.cargo(&["test", "--no-fail-fast"]));
        }
    }

    /// Built apart from the tests, which start them: development dependencies turn on features that the programs
    /// must do without.
    fn programs(&mut self) {
        if self.broken {
            return;
        }
        self.build("构建命令行程序", self.shell.cargo(&["build", "-p", "nianbao-cli"]));
        self.build("构建窗口程序", self.shell.cargo(&["build", "-p", "nianbao-window"]));
        let command_line = self.shell.binary("nianbao");
        let window = self.shell.binary("nianbao-window");
        self.shell.set_env("NIANBAO", command_line);
        self.shell.set_env("NIANBAO_WINDOW_BIN", window);
    }

    fn browser(&mut self) {
        if !self.broken {
            self.counted(
                "浏览器流程",
                self.shell.in_ui("npx", &["--no-install", "playwright", "test"]),
            );
        }
    }

    fn window(&mut self) {
        if self.broken {
            return;
        }
        if cfg!(target_os = "linux") {
            self.counted("窗口自身的测试", self.shell.cargo(&["test", "-p", "nianbao-window"]));
            self.counted("窗口流程", self.shell.cargo(&["test", "-p", "nianbao-window-journeys"]));
        } else {
            say("\n── 窗口流程：只在 Linux 上运行，此处略过。");
        }
    }

    fn close(self) -> ExitCode {
        let Tally { passed, mut failed, skipped } = self.tally;
        if !self.failures.is_empty() {
            say("\n没有通过：");
            self.failures.iter().for_each(|failure| say(&format!("  ✗ {failure}")));
            // A step can fail without a test having failed: a build, a format.
            failed = failed.max(u32::try_from(self.failures.len()).unwrap_or(u32::MAX));
        }
        if passed + failed > 0 {
            say(&format!("\n{passed} passed, {failed} failed, {skipped} skipped"));
        }
        if self.failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
