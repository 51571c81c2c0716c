//! `cargo xtask run`: the program with its sample, in a window or, without a display, as a document.

use std::path::Path;

use crate::setup::{self, Need};
use crate::shell::{Failure, Shell, say};
use crate::test;

pub fn run(shell: &mut Shell, rest: &[String]) -> Result<(), Failure> {
    if has_display() {
        setup::prepare(shell, &[Need::Window, Need::Interface])?;
        test::build_interface(shell)?;
        shell.step("构建窗口程序", &mut shell.cargo(&["build", "-p", "nianbao-window"]))?;
        let file = rest.first().map_or("--sample", String::as_str);
        shell.step("法治年报", shell.command(shell.binary("nianbao-window")).arg(file))
    } else {
        say(
            "没有显示器（DISPLAY 与 WAYLAND_DISPLAY 都是空的）：不打开窗口，改由命令行用示例库生成文稿。",
        );
        setup::prepare(shell, &[Need::Interface])?;
        test::build_interface(shell)?;
        shell.step("构建命令行程序", &mut shell.cargo(&["build", "-p", "nianbao-cli"]))?;
        sample_document(shell)
    }
}

fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// The sample's records as a document under `out/`.
fn sample_document(shell: &Shell) -> Result<(), Failure> {
    let folder = shell.path("out");
    std::fs::create_dir_all(&folder)
        .map_err(|error| Failure::new(format!("无法建立 {}：{error}", folder.display())))?;
    let library = folder.join("示例.nianbao");
    remove(&library)?;
    let program = shell.binary("nianbao");
    shell.step("写入示例记录", shell.command(&program).arg("sample").arg(&library))?;
    let document = folder.join("法治政府建设年度报告（示例）.docx");
    remove(&document)?;
    let mut export = shell.command(&program);
    export.arg("export").arg(&library).args(["--year", "2023", "--to"]).arg(&document);
    shell.step("导出文稿", &mut export)?;
    say(&format!("\n文稿已写入：{}", document.display()));
    Ok(())
}

/// What an earlier run left would be refused as existing.
fn remove(path: &Path) -> Result<(), Failure> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Failure::new(format!("无法替换 {}：{error}", path.display())))
        }
        _ => Ok(()),
    }
}
