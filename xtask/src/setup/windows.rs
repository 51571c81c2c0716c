//! Windows: nothing is installed unasked; what is missing is named with the way to get it.

use super::Need;
use crate::shell::{Failure, Shell};

const WEBVIEW2: &str =
    "WebView2 运行时（Windows 11 自带）：https://developer.microsoft.com/microsoft-edge/webview2/";
const BUILD_TOOLS: &str = "Visual Studio 生成工具，安装时勾选“使用 C++ 的桌面开发”：https://visualstudio.microsoft.com/visual-cpp-build-tools/";
const NODE: &str =
    "Node 20.19 或更新的版本：https://nodejs.org/ ，或运行 winget install OpenJS.NodeJS.LTS";

/// Where the installers of WebView2 note its version, for the machine and for the person.
const WEBVIEW2_KEYS: [&str; 3] = [
    r"HKLM\SOFTWARE\WOW6432Node\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}",
    r"HKLM\SOFTWARE\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}",
    r"HKCU\Software\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}",
];

pub fn check(shell: &Shell, needs: &[Need]) -> Result<(), Failure> {
    let mut missing = Vec::new();
    if needs.contains(&Need::Window) && !has_build_tools(shell) {
        missing.push(BUILD_TOOLS);
    }
    if needs.contains(&Need::Window) && !has_webview2(shell) {
        missing.push(WEBVIEW2);
    }
    let node = shell.ask("node", &["--version"]);
    if needs.contains(&Need::Interface)
        && !node.is_some_and(|version| super::node::is_new_enough(&version))
    {
        missing.push(NODE);
    }
    if missing.is_empty() {
        return Ok(());
    }
    let list: Vec<String> = missing.iter().map(|line| format!("  · {line}")).collect();
    Err(Failure::new(format!("还缺下列软件，装好后请再运行一次：\n{}", list.join("\n"))))
}

/// The GNU tool chain links with MinGW; only the MSVC one needs Microsoft's tools.
fn has_build_tools(shell: &Shell) -> bool {
    if cfg!(target_env = "gnu") {
        return true;
    }
    let programs =
        std::env::var("ProgramFiles(x86)").unwrap_or_else(|_| r"C:\Program Files (x86)".to_owned());
    let finder = format!(r"{programs}\Microsoft Visual Studio\Installer\vswhere.exe");
    let component = "Microsoft.VisualStudio.Component.VC.Tools.x86.x64";
    let question =
        ["-latest", "-products", "*", "-requires", component, "-property", "installationPath"];
    shell.ask(&finder, &question).is_some_and(|path| !path.is_empty())
}

fn has_webview2(shell: &Shell) -> bool {
    WEBVIEW2_KEYS.iter().any(|key| shell.ask("reg", &["query", key, "/v", "pv"]).is_some())
}
