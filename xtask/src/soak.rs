//! What takes too long for every change: kills, damages and a year's typing, each by the hundred.

use crate::shell::{Failure, Shell, say};

/// A word, what it does, the package, the test program, and how often by which name.
const RUNS: [(&str, &str, [&str; 4], (&str, &str)); 3] = [
    (
        "kill",
        "写入时强杀 1000 次",
        ["-p", "nianbao-store", "--test", "kill"],
        ("NIANBAO_KILLS", "1000"),
    ),
    (
        "damage",
        "损坏 500 处",
        ["-p", "nianbao-store", "--test", "damage"],
        ("NIANBAO_DAMAGES", "500"),
    ),
    (
        "edits",
        "编辑十万步，备份开着",
        ["-p", "nianbao-tests", "--test", "soak"],
        ("NIANBAO_EDITS", "100000"),
    ),
];

/// `rest`: which of them; all where none is named.
pub fn soak(shell: &Shell, rest: &[String]) -> Result<(), Failure> {
    for (word, what, test, (name, times)) in RUNS {
        if !rest.is_empty() && !rest.iter().any(|wanted| wanted == word) {
            continue;
        }
        let mut arguments = vec!["test"];
        arguments.extend(test);
        // Figures of an unoptimised build say nothing.
        if word == "edits" {
            arguments.push("--release");
        }
        arguments.extend(["--", "--nocapture"]);
        shell.step(what, shell.cargo(&arguments).env(name, times))?;
    }
    say("   以上数字可以抄进记录。");
    Ok(())
}
