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
