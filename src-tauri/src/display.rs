//! What must be right before a window can be asked for.

/// # Errors
/// A sentence for the person: what is missing and how to get it.
pub fn prepare() -> Result<(), String> {
    #[cfg(target_os = "linux")]
    linux::prepare()?;
    match tauri::webview_version() {
        Ok(_) => Ok(()),
        Err(_) if cfg!(windows) => Err("缺少 Microsoft Edge WebView2 运行时，窗口无法打开。\n\n请从 \
             https://developer.microsoft.com/microsoft-edge/webview2/ 下载“常青版”安装程序，装好后重新打开本程序。"
            .to_owned()),
        Err(error) => Err(format!("缺少显示网页的系统组件，窗口无法打开：{error}")),
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    /// Set by a person whose graphics show a white window; never set by us, since it slows every other machine.
    const WISH: &str = "NIANBAO_SOFTWARE_RENDERING";
    const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

    pub fn prepare() -> Result<(), String> {
        let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        if !set("DISPLAY") && !set("WAYLAND_DISPLAY") {
            return Err("没有显示器，窗口无法打开。请在桌面上启动，或运行 nianbao serve，用浏览器打开它给出的地址。"
                .to_owned());
        }
        if set(WISH) && !set(SWITCH) {
            return start_again();
        }
        Ok(())
    }

    /// WebKit reads its switch from the environment, which a running program cannot change safely.
    fn start_again() -> Result<(), String> {
        let program =
            std::env::current_exe().map_err(|error| format!("找不到程序自身：{error}"))?;
        let error = Command::new(program).args(std::env::args_os().skip(1)).env(SWITCH, "1").exec();
        Err(format!("无法以软件绘图方式重新启动：{error}"))
    }
}
