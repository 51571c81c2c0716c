//! 体检 of much text: beside autocorrect, which looks at blanks and marks alone; how time grows with
//! the text; and after one edit.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::shell::{Failure, Shell, say};

const ROUNDS: usize = 9;
/// In MB; the first is what both programs are measured on.
const SIZES: [usize; 3] = [1, 5, 19];

const MANIFEST: &str = "\
[package]
name = \"peer\"
version = \"0.0.0\"
edition = \"2021\"
[dependencies]
autocorrect = \"=2.14.2\"
[profile.release]
lto = \"fat\"
codegen-units = 1
[workspace]
";

/// Its command line is on no registry: what that does with a file, by the library.
const PEER: &str = "\
fn main() {
    let path = std::env::args().nth(1).unwrap_or_default();
    let text = std::fs::read_to_string(path).unwrap_or_default();
    println!(\"{}\", autocorrect::lint_for(&text, \"text\").lines.len());
}
";

pub fn check(shell: &Shell, folder: &Path) -> Result<(), Failure> {
    let build = ["build", "--quiet", "--release", "-p", "nianbao-formats", "--example", "check"];
    shell.step("编译发行版", &mut shell.cargo(&build))?;
    let ours = program(&shell.target("release").join("examples"), "check");
    let peer = peer(shell, &folder.join("autocorrect"))?;
    let mut files = Vec::new();
    for size in SIZES {
        let path = folder.join(format!("check-{size}.txt"));
        write(&path, &text(size << 20))?;
        files.push(path);
    }
    let theirs = median(shell, &peer, &files[0])?;
    let times: Vec<Duration> =
        files.iter().map(|file| median(shell, &ours, file)).collect::<Result<_, _>>()?;
    let ms = |time: &Duration| time.as_secs_f64() * 1000.0;
    say(&format!("\n体检，整个进程，两边都只用一个线程，{ROUNDS} 轮取中位数："));
    say(&format!(
        "  1 MB：本程序 {:.0} ms，autocorrect {:.0} ms，{:.2}×（应 ≤ 1×）",
        ms(&times[0]),
        ms(&theirs),
        ms(&times[0]) / ms(&theirs)
    ));
    for (size, time) in SIZES.iter().zip(&times) {
        let each = ms(time) / *size as f64;
        let of_first = each / ms(&times[0]);
        say(&format!("  {size:>2} MB：每 MB {each:.0} ms，{of_first:.2}×（应在 0.8～1.2×）"));
    }
    let small = folder.join("check-small.txt");
    write(&small, &text(30_000))?;
    let output = shell.command(&ours).arg("--edit").arg(&small).output();
    let told = output.ok().and_then(|output| edited(&String::from_utf8_lossy(&output.stdout)));
    let [length, full, again] = told.ok_or_else(|| Failure::new("改一处之后再查没有完成"))?;
    say(&format!(
        "  {length:.0} 字的报告：全查 {:.2} ms，改一处后再查 {:.3} ms，1/{:.0}（应 ≤ 1/50）",
        full / 1e6,
        again / 1e6,
        full / again
    ));
    Ok(())
}

/// Characters, and nanoseconds of a full run and of one after an edit.
fn edited(told: &str) -> Option<[f64; 3]> {
    let numbers: Option<Vec<f64>> = told.split_whitespace().map(|n| n.parse().ok()).collect();
    numbers?.try_into().ok()
}

fn program(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

fn peer(shell: &Shell, folder: &Path) -> Result<PathBuf, Failure> {
    std::fs::create_dir_all(folder.join("src"))
        .map_err(|error| Failure::new(format!("无法新建 {}：{error}", folder.display())))?;
    write(&folder.join("Cargo.toml"), MANIFEST)?;
    write(&folder.join("src/main.rs"), PEER)?;
    let mut build = shell.cargo(&["build", "--quiet", "--release"]);
    shell.step("编译 autocorrect", build.current_dir(folder).env("CARGO_TARGET_DIR", folder))?;
    Ok(program(&folder.join("release"), "peer"))
}

fn median(shell: &Shell, program: &Path, file: &Path) -> Result<Duration, Failure> {
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        let begin = Instant::now();
        let output = shell.command(program).arg(file).output();
        times.push(begin.elapsed());
        if !output.is_ok_and(|output| output.status.success()) {
            return Err(Failure::new(format!("{}没有完成", program.display())));
        }
    }
    times.sort_unstable();
    Ok(times[times.len() / 2])
}

/// Sentences of reports, made up; no paragraph is the same as another, as nothing is read twice.
const SENTENCES: [&str; 8] = [
    "深入学习贯彻习近平法治思想，把法治建设纳入年度工作要点，召开专题会议#次，研究部署重点任务#项。",
    "严格执行行政执法公示、全过程记录、重大执法决定法制审核三项制度，审核决定#件，提出意见#条。",
    "全年共办理案件#宗，其中行政检查#宗、行政处罚#宗，同比增长#%，群众满意率#%。",
    "制定印发《某区#年度依法行政工作要点》，明确责任单位#个，建立台账并逐项督办。",
    "加强行政复议和应诉工作，收到行政复议申请#宗，审结#宗，行政机关负责人出庭应诉#次。",
    "组织“谁执法谁普法”宣传活动#场次，发放资料#份，解答咨询#人次，培训“法律明白人”#名。",
    "推进矛盾纠纷排查化解，排查#人次，调解成功#件，涉及金额#万元，未发生重大群体性事件。",
    "个别单位依法决策意识还不够强，执法力量与任务不相适应，主要原因是人员编制多年没有增加。",
];

fn text(size: usize) -> String {
    let mut out = "某区司法局2023年法治政府建设年度报告\n".to_owned();
    let mut seed = 1_u32;
    let mut next = move || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        seed >> 12
    };
    while out.len() < size {
        for (heading, sentences) in
            [("一、主要举措和成效", 40), ("二、存在问题", 4), ("三、下一步工作计划", 4)]
        {
            out.push_str(heading);
            for n in 0..sentences {
                if n % 3 == 0 {
                    out.push('\n');
                }
                let sentence = SENTENCES[next() as usize % SENTENCES.len()];
                for piece in sentence.split_inclusive('#') {
                    out.push_str(piece.trim_end_matches('#'));
                    if piece.ends_with('#') {
                        let _ = write!(out, "{}", next() % 9_000 + 1);
                    }
                }
            }
            out.push('\n');
        }
    }
    out
}

#[allow(clippy::disallowed_methods, reason = "a file of our own under target/, not a person's")]
fn write(path: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(path, text)
        .map_err(|error| Failure::new(format!("无法写入 {}：{error}", path.display())))
}
