//! sofd draws the pages of an OFD in tests; it comes from Cargo's registry, under the target folder.

use std::fs;

use crate::shell::{Failure, Shell};

const PROGRAM: &str = "sofd-cli";
/// The version the tests were written against.
const VERSION: &str = "0.6.1";

pub fn install(shell: &Shell) -> Result<(), Failure> {
    let home = shell.target("sofd");
    let stamp = home.join("installed.txt");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == VERSION)
        && home.join("bin").is_dir()
    {
        return Ok(());
    }
    let mut command = shell.cargo(&["install", PROGRAM, "--version", VERSION, "--locked"]);
    // Built unoptimised in half the time; a page takes it a second. Its crates stay out of ours.
    command.args(["--debug", "--quiet", "--force", "--root"]).arg(&home);
    command.env_remove("CARGO_TARGET_DIR").env("CARGO_PROFILE_DEV_DEBUG", "false");
    shell.quiet_step("安装 OFD 阅读程序 sofd（第一次要几分钟）", &mut command)?;
    super::leave_stamp(&stamp, VERSION.as_bytes())
}
