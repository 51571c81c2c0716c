//! The 库 beside bare SQLite. The store's own example measures, as it alone may speak SQL.

use std::path::Path;

use crate::shell::{Failure, Shell};

pub fn store(shell: &Shell, folder: &Path) -> Result<(), Failure> {
    let build = ["build", "--quiet", "--release", "-p", "nianbao-store", "--example", "bench"];
    shell.step("编译发行版", &mut shell.cargo(&build))?;
    let program = format!("bench{}", std::env::consts::EXE_SUFFIX);
    let mut command = shell.command(shell.target("release").join("examples").join(program));
    shell.step("库：打开、修改、搜索、带到新年度", command.arg(folder))
}
