use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::group::{Group, tied};
use crate::{Outcome, Window, until};

/// Alt+F4 is the window manager's; without one no dialog would have the keyboard.
const WINDOW_MANAGER: &str = r#"<?xml version="1.0"?>
<JWM><FocusModel>click</FocusModel><Key mask="A" key="F4">close</Key></JWM>
"#;

/// A message bus that starts no services: what it started would outlive the test.
const MESSAGE_BUS: &str = r#"<busconfig>
<type>session</type><listen>unix:dir=RUNTIME</listen><auth>EXTERNAL</auth>
<policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy>
</busconfig>
"#;

/// An empty desktop of one user: the window can be started on it, closed, and started again.
pub struct Stage {
    pub(crate) program: PathBuf,
    home: TempDir,
    display: String,
    bus: String,
    _programs: [Group; 3],
}

impl Stage {
    /// `None`, and a line that says so, where no window was built: `cargo xtask test` names it in
    /// `NIANBAO_WINDOW_BIN`.
    ///
    /// # Errors
    /// When the display cannot be set up.
    pub fn set_up() -> Outcome<Option<Self>> {
        let Some(program) = std::env::var_os("NIANBAO_WINDOW_BIN") else {
            // Written past the test harness, which hides what a passing test prints.
            writeln!(
                std::io::stderr(),
                "SKIPPED: NIANBAO_WINDOW_BIN is not set; run `cargo xtask e2e`"
            )?;
            return Ok(None);
        };
        let home = TempDir::with_prefix("nianbao-window-")?;
        for folder in ["data", "runtime", "documents"] {
            std::fs::create_dir(home.path().join(folder))?;
        }
        let (server, number) = first_line(
            tied("Xvfb")
                .args(["-displayfd", "1", "-screen", "0", "1440x960x24", "-nolisten", "tcp"])
                .stderr(Stdio::null()),
        )?;
        let display = format!(":{number}");
        let config = home.path().join("bus.conf");
        note(
            &config,
            &MESSAGE_BUS.replace("RUNTIME", &home.path().join("runtime").to_string_lossy()),
        )?;
        let (messages, bus) = first_line(
            tied("dbus-daemon")
                .args(["--nofork", "--print-address=1", "--config-file"])
                .arg(&config)
                .stderr(Stdio::null()),
        )?;
        let config = home.path().join("jwmrc");
        note(&config, WINDOW_MANAGER)?;
        let window_manager = Group::start(
            tied("jwm")
                .arg("-f")
                .arg(&config)
                .env("DISPLAY", &display)
                .env("HOME", home.path())
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        )?;
        let _programs = [window_manager, messages, server];
        Ok(Some(Self { program: program.into(), home, display, bus, _programs }))
    }

    /// A path in the user's documents.
    pub fn document(&self, name: &str) -> PathBuf {
        self.home.path().join("documents").join(name)
    }

    /// Starts the program a second time, as a double-click on a file does.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn double_click(&self, file: &Path) -> Outcome<std::process::ExitStatus> {
        Ok(self.command(&self.program).arg(file).status()?)
    }

    /// Starts the program and waits for its page.
    ///
    /// # Errors
    /// When it does not come up.
    pub async fn start(&self, arguments: &[&str]) -> Outcome<Window> {
        Window::open(self, arguments).await
    }

    /// A command that lives on this stage and on no other desktop.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = tied(program);
        command
            .env("DISPLAY", &self.display)
            .env("HOME", self.home.path())
            .env("XDG_DATA_HOME", self.home.path().join("data"))
            .env("XDG_RUNTIME_DIR", self.home.path().join("runtime"))
            .env("LANG", "C.UTF-8")
            .env_remove("NIANBAO_DATA")
            // On the desktop's own bus the window would hand over to one that a person has open, and end.
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("NO_AT_BRIDGE", "1")
            .env("GSETTINGS_BACKEND", "memory")
            .env_remove("WAYLAND_DISPLAY");
        command
    }

    /// What a user does outside the page; answers what the tool printed.
    ///
    /// # Errors
    /// When xdotool cannot be started or says no.
    pub fn xdotool(&self, arguments: &[&str]) -> Outcome<String> {
        let output = self.command("xdotool").args(arguments).output()?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            return Err(format!("xdotool {arguments:?}: {said}").into());
        }
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// Answers the system's dialog of this title with a path, as a person who types it.
    ///
    /// # Errors
    /// When the dialog does not come or does not go.
    pub async fn answer_dialog(&self, title: &str, path: &Path) -> Outcome<()> {
        self.focus(title).await?;
        self.xdotool(&["key", "ctrl+a"])?;
        self.xdotool(&["type", "--delay", "1", &path.to_string_lossy()])?;
        self.leave_dialog(title, "Return").await
    }

    /// Waits for the window of this title and gives it the keyboard, through the window manager: before that has
    /// taken a new window on, a key would go nowhere.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn focus(&self, title: &str) -> Outcome<()> {
        until(&format!("the window “{title}”"), async || {
            let Some(window) = self.find(title) else { return Ok(None) };
            if self.xdotool(&["getactivewindow"]).is_ok_and(|active| active == window) {
                return Ok(Some(()));
            }
            // It may have gone in the meantime, or not be managed yet: then the next look tells.
            let _ = self.xdotool(&["windowactivate", &window]);
            Ok(None)
        })
        .await
    }

    /// Presses the key that ends the dialog, and waits until it is gone.
    ///
    /// # Errors
    /// When it stays.
    pub async fn leave_dialog(&self, title: &str, key: &str) -> Outcome<()> {
        self.picture(&format!("dialog-{title}-{key}"))?;
        self.xdotool(&["key", key])?;
        let gone = async || Ok(self.find(title).is_none().then_some(()));
        until(&format!("the end of the dialog “{title}”"), gone).await
    }

    /// The number of the visible window with exactly this title.
    fn find(&self, title: &str) -> Option<String> {
        let found =
            self.xdotool(&["search", "--onlyvisible", "--name", &format!("^{title}$")]).ok()?;
        found.lines().next().map(str::to_owned)
    }

    /// Whether the program, or another of the same name, still runs on this stage.
    pub fn still_runs(&self) -> bool {
        let mark = format!("XDG_DATA_HOME={}", self.home.path().join("data").display());
        let Ok(processes) = std::fs::read_dir("/proc") else { return false };
        processes.flatten().any(|process| {
            let here =
                std::fs::read_link(process.path().join("exe")).is_ok_and(|exe| exe == self.program);
            here && std::fs::read(process.path().join("environ"))
                .is_ok_and(|all| all.split(|byte| *byte == 0).any(|one| one == mark.as_bytes()))
        })
    }

    /// Keeps what the display shows when `NIANBAO_PICTURES` names a folder.
    ///
    /// # Errors
    /// When the picture cannot be taken.
    pub fn picture(&self, name: &str) -> Outcome<()> {
        let Some(folder) = std::env::var_os("NIANBAO_PICTURES") else { return Ok(()) };
        std::fs::create_dir_all(&folder)?;
        let file = Path::new(&folder).join(format!("{name}.png"));
        self.command("import").args(["-window", "root"]).arg(file).status()?;
        Ok(())
    }
}

/// Starts a server that says on its first line where it can be reached, and so that it is ready.
fn first_line(command: &mut Command) -> Outcome<(Group, String)> {
    let mut group = Group::start(command.stdout(Stdio::piped()))?;
    let mut line = String::new();
    if let Some(output) = group.child.stdout.take() {
        BufReader::new(output).read_line(&mut line)?;
    }
    let line = line.trim().to_owned();
    if line.is_empty() {
        return Err(format!("{:?} ended before it was ready", command.get_program()).into());
    }
    Ok((group, line))
}

#[allow(clippy::disallowed_methods, reason = "a throw-away file of the test itself")]
fn note(path: &Path, text: &str) -> std::io::Result<()> {
    std::fs::write(path, text)
}
