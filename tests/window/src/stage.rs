use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::group::Group;
use crate::{Outcome, Window};

/// Alt+F4 is the window manager's; without one no dialog would have the keyboard.
const WINDOW_MANAGER: &str = r#"<?xml version="1.0"?>
<JWM><FocusModel>click</FocusModel><Key mask="A" key="F4">close</Key></JWM>
"#;

/// An empty desktop of one user: the window can be started on it, closed, and started again.
pub struct Stage {
    pub(crate) program: PathBuf,
    home: TempDir,
    display: String,
    _window_manager: Group,
    _server: Group,
}

impl Stage {
    /// `None`, and a line that says so, where no window was built: `cargo xtask test` names it in
    /// `NIANBAO_WINDOW_BIN`.
    ///
    /// # Errors
    /// When the display cannot be set up.
    pub fn set_up() -> Outcome<Option<Self>> {
        let Some(program) = std::env::var_os("NIANBAO_WINDOW_BIN") else {
            eprintln!("SKIPPED: NIANBAO_WINDOW_BIN is not set; run `cargo xtask e2e`");
            return Ok(None);
        };
        let home = TempDir::with_prefix("nianbao-window-")?;
        for folder in ["data", "runtime", "documents"] {
            std::fs::create_dir(home.path().join(folder))?;
        }
        let mut server = Group::start(
            Command::new("Xvfb")
                .args(["-displayfd", "1", "-screen", "0", "1366x900x24", "-nolisten", "tcp"])
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        )?;
        let mut number = String::new();
        BufReader::new(server.child.stdout.take().ok_or("Xvfb has no output")?)
            .read_line(&mut number)?;
        let display = format!(":{}", number.trim());

        let config = home.path().join("jwmrc");
        note(&config, WINDOW_MANAGER)?;
        let window_manager = Group::start(
            Command::new("jwm")
                .arg("-f")
                .arg(&config)
                .env("DISPLAY", &display)
                .env("HOME", home.path())
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        )?;
        Ok(Some(Self {
            program: program.into(),
            home,
            display,
            _window_manager: window_manager,
            _server: server,
        }))
    }

    /// A path in the user's documents.
    pub fn document(&self, name: &str) -> PathBuf {
        self.home.path().join("documents").join(name)
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
        let mut command = Command::new(program);
        command
            .env("DISPLAY", &self.display)
            .env("HOME", self.home.path())
            .env("XDG_DATA_HOME", self.home.path().join("data"))
            .env("XDG_RUNTIME_DIR", self.home.path().join("runtime"))
            .env("LANG", "C.UTF-8")
            .env_remove("NIANBAO_DATA")
            .env_remove("WAYLAND_DISPLAY")
            // With the desktop's own bus a second window would hand over to the first and end.
            .env_remove("DBUS_SESSION_BUS_ADDRESS");
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

#[allow(clippy::disallowed_methods, reason = "a throw-away file of the test itself")]
fn note(path: &Path, text: &str) -> std::io::Result<()> {
    std::fs::write(path, text)
}
