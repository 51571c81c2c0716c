//! Help for whole journeys: a desk in a folder of its own, and the built `nianbao`.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The `nianbao` that was built beside these tests.
///
/// # Panics
/// When it was not built: `cargo test` builds it, `cargo test -p nianbao-tests` alone does not.
pub fn nianbao() -> PathBuf {
    let here = std::env::current_exe().unwrap_or_default();
    let target = here.ancestors().nth(2).unwrap_or(Path::new("."));
    let program = target.join(format!("nianbao{}", std::env::consts::EXE_SUFFIX));
    assert!(program.is_file(), "build it first: cargo build -p nianbao-cli");
    program
}

/// Runs `nianbao` with a data folder of its own.
///
/// # Panics
/// When it cannot be started.
pub fn run(data: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(nianbao());
    command.env("NIANBAO_DATA", data).args(arguments);
    #[allow(clippy::expect_used, reason = "a journey without its program has failed")]
    command.output().expect("nianbao starts")
}

/// What a program said, as text.
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A folder that lies beside the checkout on the founders' machines and not in every clone.
/// Says on the terminal that what needs it was skipped.
pub fn seed(file: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/seed").join(file);
    if path.is_file() {
        return Some(path);
    }
    skipped(&format!("../shared/seed/{file} does not lie beside this checkout"));
    None
}

/// Says what was not tested, past the test runner's capture: a skip that nobody sees is a lie.
pub fn skipped(why: &str) {
    use std::io::Write;
    drop(writeln!(std::io::stderr(), "SKIPPED: {why}"));
}

/// A disk of its own in memory, mounted at a folder and taken away with this.
#[cfg(target_os = "linux")]
pub struct Disk<'a>(&'a Path);

#[cfg(target_os = "linux")]
impl<'a> Disk<'a> {
    /// `size`: as `mount` takes it, 64k or 2m. None where nobody may mount; says so on the terminal.
    pub fn mount(at: &'a Path, size: &str) -> Option<Self> {
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"]).arg(at);
        if mount.output().is_ok_and(|output| output.status.success()) {
            return Some(Self(at));
        }
        skipped("no right to mount a small file system here");
        None
    }

    /// From now on nothing can be written to it.
    ///
    /// # Panics
    /// When the system refuses.
    pub fn lock(&self) {
        let locked = Command::new("mount").args(["-o", "remount,ro"]).arg(self.0).status();
        assert!(locked.is_ok_and(|status| status.success()), "a disk of ours can be locked");
    }
}

#[cfg(target_os = "linux")]
impl Drop for Disk<'_> {
    fn drop(&mut self) {
        drop(Command::new("umount").arg(self.0).output());
    }
}
