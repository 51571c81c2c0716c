//! The project's own commands: `cargo xtask run`, `cargo xtask test` and the smaller ones.
//!
//! Standard library only, so that it builds in seconds on a machine that has Rust and nothing else.

mod bench;
mod fonts;
mod fuzz;
mod run;
mod setup;
mod shell;
mod soak;
mod tally;
mod test;

use std::process::ExitCode;

use shell::{Failure, Shell};

const USAGE: &str = "\
cargo xtask run      打开窗口，载入示例库；没有显示器时改为生成示例的 .docx
cargo xtask test     全部检查与测试：Rust、界面、浏览器、窗口、文档
cargo xtask check    只做静态检查：rustfmt、clippy、vue-tsc
cargo xtask e2e      只跑浏览器与窗口的完整流程
cargo xtask gen      重新生成 ui/src/api/gen.ts 和 docs/rules.md
cargo xtask bless    重新生成测试用的标准答案（改动请逐行看过再提交）
cargo xtask bench    与常用程序、与裸 SQLite 比快慢（在同一次运行里取比值）；可只做 convert、pages、store 或 check
cargo xtask fuzz     给每个入口喂没人想到的输入；--minutes N：每个入口几分钟；可只写一个入口的名字
cargo xtask soak     长时间的安全测试：1000 次强杀、500 处损坏、十万步编辑；可只做 kill、damage 或 edits
cargo xtask fonts    取来随程序分发的替代字体和它们的许可（打包前运行）
cargo xtask setup    只安装所缺的工具

run、test、check、e2e 会先自行安装所缺的工具。";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let mut shell = Shell::at_project_root();
    match dispatch(&mut shell, &command, &rest) {
        Ok(code) => code,
        Err(failure) => {
            shell::say(&format!("\n✗ {failure}"));
            ExitCode::FAILURE
        }
    }
}

fn dispatch(shell: &mut Shell, command: &str, rest: &[String]) -> Result<ExitCode, Failure> {
    match command {
        "run" => run::run(shell, rest)?,
        "test" => return test::everything(shell),
        "check" => return test::static_checks(shell),
        "e2e" => return test::journeys(shell),
        "gen" => test::generate_types(shell)?,
        "bless" => test::bless(shell)?,
        "bench" => bench::bench(shell, rest)?,
        "fuzz" => fuzz::fuzz(shell, rest)?,
        "soak" => soak::soak(shell, rest)?,
        "fonts" => fonts::fonts(shell)?,
        "setup" => setup::prepare(shell, &setup::EVERYTHING)?,
        "" | "help" | "-h" | "--help" => shell::say(USAGE),
        other => {
            shell::say(&format!("没有“{other}”这个命令。\n\n{USAGE}"));
            return Ok(ExitCode::from(2));
        }
    }
    Ok(ExitCode::SUCCESS)
}
