//! Pages: after one more character, beside Typst alone; PDF, beside LibreOffice; DOCX, beside
//! python-docx; and how time and memory grow with the report.

use std::path::{Path, PathBuf};

use super::contender::{Contender, PYTHON_DOCX, take_turns};
use crate::setup::{self, Need};
use crate::shell::{Failure, Shell, say};

/// Runs of each program; a keystroke is measured 31 times in each.
const ROUNDS: usize = 5;
const PAGES: [usize; 4] = [10, 50, 100, 300];
const DOCX_PAGES: usize = 150;

pub fn pages(shell: &mut Shell, folder: &Path) -> Result<(), Failure> {
    setup::prepare(shell, &[Need::Documents])?;
    setup::bench_tools(shell)?;
    // In one, so that Typst is built once.
    let build = ["build", "--quiet", "--release", "-p", "nianbao-cli", "-p", "nianbao-app"];
    let mut build = shell.cargo(&build);
    build.args(["-p", "nianbao-typeset", "--bins", "--example", "pages", "--example", "bare"]);
    shell.step("编译发行版", &mut build)?;
    keystrokes(shell, folder)?;
    growth(shell, folder)?;
    pdf(shell, folder)?;
    docx(shell, folder)
}

fn program(shell: &Shell, name: &str) -> PathBuf {
    shell.target("release").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

fn inside(folder: &Path, name: &str) -> String {
    folder.join(name).to_string_lossy().into_owned()
}

/// What a measuring program prints: numbers in one line.
fn numbers(shell: &Shell, name: &str, arguments: &[&str]) -> Result<Vec<f64>, Failure> {
    let program = program(shell, &format!("examples/{name}"));
    let output = shell.command(&program).args(arguments).output();
    let output = output.map_err(|e| Failure::new(format!("{}无法启动：{e}", program.display())))?;
    let said = String::from_utf8_lossy(&output.stdout);
    if !output.status.success() {
        let why = String::from_utf8_lossy(&output.stderr);
        return Err(Failure::new(format!("{name} 没有完成：{}", why.trim())));
    }
    said.split_whitespace()
        .map(|word| word.parse().map_err(|_| Failure::new(format!("{name} 说的不是数：{said}"))))
        .collect()
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or_default()
}

/// The 库 of each size stay in the folder for what follows.
fn keystrokes(shell: &Shell, folder: &Path) -> Result<(), Failure> {
    let place = folder.to_string_lossy().into_owned();
    say("\n敲一个字到新的一页，两边轮流运行，取中位数：");
    for pages in PAGES {
        let document = inside(folder, &format!("pages-{pages}.json"));
        let (mut saving, mut ours, mut bare) = (Vec::new(), Vec::new(), Vec::new());
        let (mut count, mut peak) = (0.0, 0.0_f64);
        for _ in 0..ROUNDS {
            let said = numbers(shell, "pages", &[&place, &pages.to_string()])?;
            let [laid, saved, drawn, held] = said[..] else {
                return Err(Failure::new("pages 没有说全".to_owned()));
            };
            (count, peak) = (laid, peak.max(held));
            saving.push(saved);
            ours.push(drawn);
            bare.extend(numbers(shell, "bare", &[&document])?);
        }
        let (saving, ours, bare) = (median(saving), median(ours), median(bare));
        say(&format!(
            "  {count:>3} 页：排版并画出 {ours:>6.1} ms，Typst 自身 {bare:>6.1} ms，{:.2}×（应 ≤ 2×）；\
             存盘 {saving:.1} ms；内存 {:.0} MiB（100 页时应 < 300）",
            ours / bare,
            peak / 1024.0,
        ));
    }
    Ok(())
}

/// Whole processes; straight if a page costs the same in a long report as in a short one.
fn growth(shell: &Shell, folder: &Path) -> Result<(), Failure> {
    say("\n导出 PDF，整个进程，随页数增长：");
    let mut all: Vec<Contender> = PAGES.iter().map(|n| export(shell, folder, *n, "pdf")).collect();
    take_turns(shell, &mut all, ROUNDS)?;
    let times: Vec<(usize, f64, u64)> = PAGES
        .iter()
        .zip(&mut all)
        .map(|(pages, one)| (*pages, one.median() * 1000.0, one.peak_kib))
        .collect();
    // The faces are looked for once, however long the report is.
    let slope = |a: (usize, f64, u64), b: (usize, f64, u64)| (b.1 - a.1) / (b.0 - a.0) as f64;
    for (n, (pages, ms, peak)) in times.iter().enumerate() {
        let more = n.checked_sub(1).map_or_else(String::new, |before| {
            format!("，每多一页 {:.2} ms", slope(times[before], times[n]))
        });
        let held = *peak as f64 / 1024.0;
        say(&format!("  约 {pages:>3} 页：{ms:>7.1} ms{more}；内存 {held:.0} MiB"));
    }
    let whole = slope(times[0], times[3]);
    let straight = slope(times[2], times[3]) / slope(times[0], times[2]);
    say(&format!("  每页 {whole:.2} ms；后段与前段之比 {straight:.2}（应在 0.7～1.3）"));
    Ok(())
}

fn export(shell: &Shell, folder: &Path, pages: usize, ending: &str) -> Contender {
    let library = inside(folder, &format!("pages-{pages}.nianbao"));
    let out = inside(folder, &format!("pages-{pages}.{ending}"));
    let arguments = ["export", &library, "--year", "2023", "--to", &out];
    Contender::new("nianbao export", program(shell, "nianbao"), &arguments)
}

fn once(shell: &Shell, program: &Path, arguments: &[&str]) -> Result<(), Failure> {
    let mut command = shell.command(program);
    shell.quiet_step("准备", command.args(arguments))
}

/// The sample, from its 库, and by LibreOffice from our own Word file of it.
fn pdf(shell: &Shell, folder: &Path) -> Result<(), Failure> {
    let (library, word) = (inside(folder, "sample.nianbao"), inside(folder, "sample.docx"));
    let ours = program(shell, "nianbao");
    if Path::new(&library).exists() {
        std::fs::remove_file(&library)
            .map_err(|error| Failure::new(format!("删不掉 {library}：{error}")))?;
    }
    once(shell, &ours, &["sample", &library])?;
    once(shell, &ours, &["export", &library, "--year", "2023", "--to", &word])?;
    let out = inside(folder, "sample.pdf");
    let export = ["export", &library, "--year", "2023", "--to", &out];
    let profile = format!("-env:UserInstallation=file://{}", inside(folder, "profile"));
    let other = inside(folder, "office");
    let convert = [&*profile, "--headless", "--convert-to", "pdf", "--outdir", &other, &word];
    let mut all = [
        Contender::new("nianbao export", ours, &export),
        Contender::new("LibreOffice", PathBuf::from("soffice"), &convert),
    ];
    take_turns(shell, &mut all, ROUNDS)?;
    compared("示例 → PDF，整个进程（应 ≥ 15×）", &mut all);
    Ok(())
}

/// As many pages of Word file, from the 库 and from a plain text of the same paragraphs.
fn docx(shell: &Shell, folder: &Path) -> Result<(), Failure> {
    let place = folder.to_string_lossy().into_owned();
    numbers(shell, "pages", &[&place, &DOCX_PAGES.to_string()])?;
    let library = inside(folder, &format!("pages-{DOCX_PAGES}.nianbao"));
    let text = inside(folder, &format!("pages-{DOCX_PAGES}.txt"));
    let ours = program(shell, "nianbao");
    once(shell, &ours, &["export", &library, "--year", "2023", "--to", &text])?;
    let python = shell.find_env("NIANBAO_PYTHON").unwrap_or_else(|| PathBuf::from("python3"));
    let out = inside(folder, "python.docx");
    let mut all = [
        export(shell, folder, DOCX_PAGES, "docx"),
        Contender::new("python-docx", python, &["-c", PYTHON_DOCX, &text, &out]),
    ];
    take_turns(shell, &mut all, ROUNDS)?;
    compared(&format!("约 {DOCX_PAGES} 页 → docx，整个进程（应 ≥ 20×）"), &mut all);
    Ok(())
}

fn compared(what: &str, all: &mut [Contender]) {
    say(&format!("\n{what}，{ROUNDS} 轮取中位数："));
    let base = all.first_mut().map_or(1.0, Contender::median);
    for one in all {
        let (name, median) = (one.name, one.median());
        let held = one.peak_kib as f64 / 1024.0;
        let (ms, times) = (median * 1000.0, median / base);
        say(&format!("  {name:<16} {ms:>8.1} ms {times:>6.1}×   {held:>7.1} MiB"));
    }
}
