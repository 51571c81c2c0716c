//! What takes too long for every change: kills, damages and a year's typing, each by the hundred.

use crate::shell::{Failure, Shell, say};

/// A long run: the test program it is, and by which name that one is told how often.
struct Run {
    word: &'static str,
    what: &'static str,
    package: &'static str,
    test: &'static str,
    times: (&'static str, &'static str),
}

const RUNS: [Run; 3] = [
    Run {
        word: "kill",
        what: "写入时强杀 1000 次",
        package: "nianbao-store",
        test: "kill",
        times: ("NIANBAO_KILLS", "1000"),
    },
    Run {
        word: "damage",
        what: "损坏 500 处",
        package: "nianbao-store",
        test: "damage",
        times: ("NIANBAO_DAMAGES", "500"),
    },
    Run {
        word: "edits",
        what: "编辑十万步，备份开着",
        package: "nianbao-tests",
        test: "soak",
        times: ("NIANBAO_EDITS", "100000"),
    },
];

/// `rest`: which of them; all where none is named.
pub fn soak(shell: &Shell, rest: &[String]) -> Result<(), Failure> {
    for Run { word, what, package, test, times: (name, times) } in RUNS {
        if !rest.is_empty() && !rest.iter().any(|wanted| wanted == word) {
            continue;
        }
        let mut arguments = vec!["test", "-p", package, "--test", test];
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
